import { translate } from '../../shared/i18n/index.ts';
import { findBrowser, thisComputer } from './find-browser.ts';
import type { Shell } from './shell.ts';

/** Opens the window where that is possible; otherwise prints the address at the end of a line. */
export function showShell(shell: Shell, noWindow: boolean): void {
  const computer = thisComputer();
  const hasDisplay = computer.platform !== 'linux' || Boolean(computer.env.DISPLAY || computer.env.WAYLAND_DISPLAY);
  const browser = noWindow || !hasDisplay ? null : findBrowser(computer);
  if (browser !== null) {
    shell.openWindow(browser, process.getuid?.() === 0);
    return;
  }
  if (!noWindow && hasDisplay) console.log(translate('vi', 'shell.no_browser'));
  console.log(translate('vi', 'shell.address', { address: shell.entrance }));
}

/** Starts the sample unit with its progress on one line; what goes wrong is said, and the window opens all the same. */
export async function prepareDemo(shell: Shell): Promise<void> {
  const { stderr } = process;
  const problem = await shell.startDemo((done, total) => {
    if (stderr.isTTY) stderr.write(`\r${translate('vi', 'shell.demo_progress', { done, total })}`);
  });
  if (stderr.isTTY) stderr.write('\n');
  if (problem !== null) console.error(problem.sentence);
}
