export type { Credentials } from './ask-to-sign-in.ts';
export {
  demoFolder,
  demoProfile,
  type HomeState,
  isDemoProfile,
  profileFolder,
  readHomeState,
  UNIT_PROFILE,
  writeHomeState,
} from './home.ts';
export {
  openProfile,
  type Profile,
  type ProfileSurroundings,
  signIn,
  signInAgain,
} from './profile.ts';
