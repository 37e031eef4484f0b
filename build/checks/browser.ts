import { findBrowser, thisComputer } from '../../main/browser/index.ts';
import { installOnDebian } from './debian.ts';
import { CHECK_WORDS } from './words.ts';

/**
 * Chrome, Chromium or Edge for the end-to-end tests. On Debian as root it is installed if missing; elsewhere the sentence
 * says what to install.
 */
export function ensureBrowser(say: (line: string) => void): string | null {
  const present = findBrowser(thisComputer());
  if (present !== null) return present;
  if (installOnDebian(['chromium'], () => say(CHECK_WORDS.installingBrowser))) return findBrowser(thisComputer());
  say(CHECK_WORDS.noBrowser);
  return null;
}
