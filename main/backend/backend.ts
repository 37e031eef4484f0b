import { AppError, answer, type Handlers, type Message, type ProcedureName } from '../../shared/contract/index.ts';
import { createHandlers } from './handlers.ts';
import type { BackendSettings } from './host-protocol.ts';
import { openProgram } from './program.ts';
import { type BackendSurroundings, openSession, type Session } from './session.ts';
import { isDamage, lockFolder, storeError } from './store/index.ts';

/** The whole offline application, behind one typed contract. Every host talks to it in these three ways only. */
export interface Backend {
  /** Answers one request message of the contract; `null` for what is not a request. */
  handle(message: unknown): Promise<Message | null>;
  /** The path of a stored picture of the open profile, or `null`. */
  mediaPath(name: string): Promise<string | null>;
  /** Takes a file that the person opened with the program: the window shows what is in it, or why it cannot be read. */
  openFile(path: string): Promise<void>;
  /** Notes an error that nothing caught, before the process ends. */
  crashed(error: unknown): Promise<void>;
  /** Ends everything it started; what was written is on disk already. */
  close(): Promise<void>;
}

/**
 * Opens the data folder and the profile last used.
 * @throws AppError `folder_in_use`, `folder_unwritable`, `database_newer`, `database_unreadable`, `disk_full`.
 */
export async function openBackend(settings: BackendSettings, around: BackendSurroundings): Promise<Backend> {
  const { home } = settings;
  const unlock = lockFolder(home);
  const program = openProgram(settings, around);
  const { log } = program;
  const onBug = (error: unknown, place: string): void => {
    log.bug(error, place);
    around.onBug(error, place);
  };
  // The log is whole before this process ends.
  const onDamage = (): void => {
    log.damaged();
    void log.close().finally(around.onDamage);
  };
  try {
    let open: Session | null = null;
    const onNotice = (notice: Message): void => {
      around.onNotice(notice);
      program.heard(notice, open?.profile()?.connection().address ?? null);
    };
    const session = await openSession(settings, { ...around, onNotice, onBug, onDamage });
    open = session;
    const recovery = session.profile()?.recovery();
    if (recovery) log.recovered(recovery.at);
    const handlers = withStoreErrors(createHandlers(session, settings, program), home, () => {
      session.profile()?.desk.db.markDamaged();
      onDamage();
    });
    return {
      handle: async (message) => {
        const reply = await answer(handlers, message, onBug, () => session.state().current);
        program.answered(message, reply);
        return reply;
      },
      mediaPath: async (name) => (await session.profile()?.small.path(name)) ?? null,
      openFile: async (path) => {
        await program.bundling.accept(path);
        program.tell('app.changed', {});
      },
      crashed: async (error) => {
        log.bug(error, 'uncaught');
        await log.close();
      },
      close: async () => {
        await session.close();
        log.stopped();
        await log.close();
        unlock();
      },
    };
  } catch (error) {
    const problem = storeError(error, home);
    if (problem instanceof AppError) log.refusedToStart(problem.code);
    else log.bug(problem, 'start');
    await log.close();
    unlock();
    throw problem;
  }
}

/**
 * Lets a full disk and the like reach the person in words, whichever procedure met it. Damage is not for the person to
 * act on: the database is marked, and rebuilt by the next start.
 */
function withStoreErrors(handlers: Handlers, home: string, onDamage: () => void): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handle]) => [
    name,
    async (input: never) => {
      try {
        return await (handle as (input: never) => unknown)(input);
      } catch (error) {
        if (!isDamage(error)) throw storeError(error, home);
        onDamage();
        throw new AppError('backend_down', {}, { cause: error });
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Record<ProcedureName, unknown> as Handlers;
}
