import type { Client } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/index.ts';

/** Bugs told by one window, at most: a loop of errors must not fill the log. */
const MOST_REPORTS = 20;

/**
 * Tells the backend's log of errors that nothing foresaw: their kind and stack. The backend leaves out every word of the
 * message before it writes.
 *
 * @returns the function that takes an error; also called for what reaches the window itself.
 */
export function reportBugs(client: Pick<Client, 'call'>, window: Window): (error: unknown) => void {
  let left = MOST_REPORTS;
  const report = (error: unknown): void => {
    // A code is an answer, not a bug; and a report of a failed report would go round for ever.
    if (left === 0 || !(error instanceof Error) || error instanceof AppError) return;
    left -= 1;
    const { name, stack = '' } = error;
    void client.call('report.windowBug', { name: name.slice(0, 200), stack: stack.slice(0, 20_000) }).catch(() => {});
  };
  window.addEventListener('error', ({ error }) => report(error));
  window.addEventListener('unhandledrejection', ({ reason }) => report(reason));
  return report;
}
