import type { ErrorCode } from '../../shared/contract/index.ts';
import { isMessageKey } from '../../shared/i18n/index.ts';
import type { FromBackend, ToBackend } from '../backend/host-protocol.ts';
import { ShellProblem } from './problem.ts';

/** The connection of the shell's own request; windows count from 1. */
const OWN_CONNECTION = 0;

/** The one request that a shell makes itself, and what comes back for it. */
export interface DemoStart {
  readonly request: ToBackend;
  /** The problem, or `null` once the sample unit is there. */
  readonly done: Promise<ShellProblem | null>;
  /** Takes whatever the backend says, and heeds what concerns this request. */
  take(said: FromBackend): void;
  /** The backend died. */
  fail(): void;
}

/** Waits for the sample unit. */
export function awaitDemo(onProgress: (done: number, total: number) => void): DemoStart {
  const { promise, resolve } = Promise.withResolvers<ShellProblem | null>();
  const problem = (code: string): ShellProblem => {
    const key = `error.${code as ErrorCode}`;
    return new ShellProblem(isMessageKey(key) ? key : 'error.demo_failed');
  };
  return {
    request: { kind: 'request', connection: OWN_CONNECTION, message: { id: 0, name: 'demo.start', input: null } },
    done: promise,
    take: (said) => {
      if (said.kind !== 'notice' && (said.kind !== 'reply' || said.connection !== OWN_CONNECTION)) return;
      const { message } = said;
      if ('ok' in message) resolve(message.ok ? null : problem(message.code));
      else if ('event' in message && message.event === 'demo.progress') {
        const { done, total } = message.data as { done: number; total: number };
        onProgress(done, total);
      }
    },
    fail: () => resolve(problem('backend_down')),
  };
}
