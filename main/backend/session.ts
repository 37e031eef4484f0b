import { AppError, type EventData, type EventName, type Message } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { type Demo, startDemo } from './demo/index.ts';
import type { BackendSettings } from './host-protocol.ts';
import {
  type Credentials,
  demoFolder,
  demoProfile,
  type HomeState,
  isDemoProfile,
  openProfile,
  type Profile,
  type ProfileSurroundings,
  profileFolder,
  readHomeState,
  signIn,
  signInAgain,
  UNIT_PROFILE,
  writeHomeState,
} from './profiles/index.ts';
import { isDamage } from './store/index.ts';

/** What tests and hosts may steer; the rest is fixed. */
export interface BackendSurroundings {
  readonly now: () => Date;
  readonly random: () => number;
  readonly onNotice: (message: Message) => void;
  readonly onBug: (error: unknown, place: string) => void;
  /** The database is damaged and marked: end this process, the next start rebuilds it. */
  readonly onDamage: () => void;
  /** Whether it syncs when asked only, never by itself: for tests that decide who syncs when. */
  readonly syncsByHand?: boolean;
}

/** Which profile is open now, and how to change it. */
export interface Session {
  profile(): Profile | null;
  /** The open profile. @throws AppError `not_connected`. */
  need(): Profile;
  state(): HomeState;
  demo(): Demo | null;
  setLanguage(language: HomeState['language']): void;
  setTextSize(textSize: HomeState['textSize']): void;
  signIn(credentials: Credentials): Promise<Profile>;
  /** Enters the unit's profile once `lay` has laid out a data folder that came from another computer. */
  arrive(lay: (folder: string) => Promise<void>): Promise<void>;
  startDemo(): Promise<void>;
  switchTo(key: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the profile last used, and its sample portal when it is one of the sample unit's. */
export async function openSession(settings: BackendSettings, around: BackendSurroundings): Promise<Session> {
  const { home, demoCommand } = settings;
  let state = readHomeState(home);
  let demo: Demo | null = null;
  let open: Profile | null = null;

  const tell = <Name extends EventName>(name: Name, data: EventData<Name>): void =>
    around.onNotice({ event: name, data });
  const surroundings = (key: string): ProfileSurroundings => ({
    folder: profileFolder(home, key),
    witness: settings.witness ?? home,
    now: around.now,
    random: around.random,
    tell,
    titleOfCopy: (original) => translate(state.language, 'posts.copyTitle', { title: original }),
    onBug: (error, place) => {
      if (!isDamage(error)) return around.onBug(error, place);
      open?.desk.db.markDamaged();
      around.onDamage();
    },
  });
  const remember = (change: Partial<HomeState>): void => {
    state = { ...state, ...change };
    writeHomeState(home, state);
  };
  const beginSync = (profile: Profile | null): void => {
    if (around.syncsByHand !== true) profile?.sync.start();
  };
  const enter = async (key: string, profile: Profile): Promise<void> => {
    await open?.close();
    open = profile;
    remember({ current: key });
    beginSync(profile);
    tell('profile.changed', {});
  };
  const runDemo = async (): Promise<Demo> => {
    if (demoCommand === null) throw new AppError('demo_unavailable');
    demo ??= await startDemo(demoCommand, demoFolder(home), (done, total) => tell('demo.progress', { done, total }));
    return demo;
  };
  const openKey = (key: string): Profile | null => {
    const profile = openProfile(surroundings(key));
    if (profile !== null && demo !== null && isDemoProfile(key)) profile.setAddress(demo.address);
    return profile;
  };

  // One change of profile after the other: two at once would leave two open.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  if (state.current !== null) {
    const { current } = state;
    open = openKey(current);
    beginSync(open);
    // The sample unit opens at once from its own data; its portal joins when it is up.
    if (isDemoProfile(current) && open !== null)
      void runDemo().then(
        ({ address }) => {
          open?.setAddress(address);
          open?.sync.soon();
          tell('profile.changed', {});
        },
        (error: unknown) => around.onBug(error, 'demo'),
      );
  }

  return {
    profile: () => open,
    need: () => {
      if (open === null) throw new AppError('not_connected');
      return open;
    },
    state: () => state,
    demo: () => demo,
    setLanguage: (language) => remember({ language }),
    setTextSize: (textSize) => remember({ textSize }),
    signIn: (credentials) =>
      inTurn(async () => {
        const key = state.current !== null && !isDemoProfile(state.current) ? state.current : UNIT_PROFILE;
        const again = state.current === key ? open : null;
        const leave = async (): Promise<void> => {
          await open?.close();
          open = null;
        };
        try {
          const profile = await (again === null
            ? signIn(surroundings(key), credentials)
            : signInAgain(surroundings(key), credentials, again, leave));
          await enter(key, profile);
          return profile;
        } catch (error) {
          if (open === null && state.current !== null) {
            open = openKey(state.current);
            beginSync(open);
          }
          throw error;
        }
      }),
    arrive: (lay) =>
      inTurn(async () => {
        await lay(profileFolder(home, UNIT_PROFILE));
        const profile = openKey(UNIT_PROFILE);
        if (profile === null) throw new AppError('move_damaged');
        await enter(UNIT_PROFILE, profile);
      }),
    startDemo: () =>
      inTurn(async () => {
        const { people } = await runDemo();
        const [first] = people;
        const profile = first === undefined ? null : openKey(demoProfile(first.key));
        if (first === undefined || profile === null) throw new AppError('demo_failed');
        await enter(demoProfile(first.key), profile);
      }),
    switchTo: (key) =>
      inTurn(async () => {
        if (key === state.current) return;
        const known = [UNIT_PROFILE, ...(demo?.people.map((person) => demoProfile(person.key)) ?? [])];
        const profile = known.includes(key) ? openKey(key) : null;
        if (profile === null) throw new AppError('not_connected');
        await enter(key, profile);
      }),
    close: async () => {
      await open?.close();
      open = null;
      await demo?.stop();
    },
  };
}
