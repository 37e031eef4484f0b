import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, thisComputer } from '../../main/browser/index.ts';
import { CHECK_WORDS } from './words.ts';

/**
 * Chrome, Chromium or Edge for the end-to-end tests. On Debian as root it is installed if missing; elsewhere the sentence
 * says what to install.
 */
export function ensureBrowser(say: (line: string) => void): string | null {
  const present = findBrowser(thisComputer());
  if (present !== null) return present;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say(CHECK_WORDS.installingBrowser);
    // Another apt may be at work: wait for its lock rather than fail.
    const apt = (args: readonly string[]): boolean =>
      spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=180', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0;
    apt(['update']);
    if (apt(['install', '-y', '--no-install-recommends', 'chromium'])) return findBrowser(thisComputer());
  }
  say(CHECK_WORDS.noBrowser);
  return null;
}
