import type { ErrorCode, Message } from '../../shared/contract/index.ts';
import { isMessageKey } from '../../shared/i18n/index.ts';
import { ShellProblem } from '../shell/index.ts';

/** The one request that the shell makes itself, and what comes back for it. */
export interface DemoStart {
  readonly request: Message;
  /** The problem, or `null` once the sample unit is there. */
  readonly done: Promise<ShellProblem | null>;
  /** Takes an answer to the shell or a notice to all. */
  take(message: Message): void;
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
    request: { id: 0, name: 'demo.start', input: null },
    done: promise,
    take: (message) => {
      if ('ok' in message) resolve(message.ok ? null : problem(message.code));
      else if ('event' in message && message.event === 'demo.progress') {
        const { done, total } = message.data as { done: number; total: number };
        onProgress(done, total);
      }
    },
    fail: () => resolve(problem('backend_down')),
  };
}
