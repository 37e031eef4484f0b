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
  type Credentials,
  openProfile,
  type Profile,
  type ProfileSurroundings,
  signIn,
  signInAgain,
} from './profile.ts';
