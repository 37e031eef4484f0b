import { AppError, answer, type Handlers, type Message, type ProcedureName } from '../../shared/contract/index.ts';
import { createHandlers } from './handlers.ts';
import type { BackendSettings } from './host-protocol.ts';
import { type BackendSurroundings, openSession } from './session.ts';
import { isDamage, lockFolder, storeError } from './store/index.ts';

/** The whole offline application, behind one typed contract. Every host talks to it in these three ways only. */
export interface Backend {
  /** Answers one request message of the contract; `null` for what is not a request. */
  handle(message: unknown): Promise<Message | null>;
  /** The path of a stored picture of the open profile, or `null`. */
  mediaPath(hash: string): string | null;
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
  try {
    const session = await openSession(settings, around);
    const handlers = withStoreErrors(createHandlers(session, settings), home, () => {
      session.profile()?.desk.db.markDamaged();
      around.onDamage();
    });
    return {
      handle: (message) => answer(handlers, message, around.onBug),
      mediaPath: (hash) => session.profile()?.shelf.path(hash) ?? null,
      close: async () => {
        await session.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw storeError(error, home);
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
