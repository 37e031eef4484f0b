import { existsSync } from 'node:fs';
import { installOnDebian } from './debian.ts';
import { CHECK_WORDS } from './words.ts';

/** What the test of real input methods runs, and the Debian packages it comes from. */
const PROGRAMS = [
  '/usr/bin/Xvfb',
  '/usr/bin/xdotool',
  '/usr/bin/dbus-daemon',
  '/usr/bin/ibus-daemon',
  '/usr/bin/fcitx5',
  '/usr/share/ibus/component/unikey.xml',
  '/usr/share/fcitx5/addon/unikey.conf',
];
const PACKAGES = 'xvfb xdotool dbus ibus ibus-gtk3 ibus-unikey fcitx5 fcitx5-frontend-gtk3 fcitx5-unikey'.split(' ');

const isThere = (): boolean => PROGRAMS.every((file) => existsSync(file));

/**
 * Sees to ibus-unikey, fcitx5-unikey and a screen to type on. As root on Debian or Ubuntu they are installed if missing.
 * Returns why the test cannot run here, or `null`.
 */
export function inputMethodsMissing(say: (line: string) => void): string | null {
  if (process.platform !== 'linux') return CHECK_WORDS.noInputMethods('Linux');
  if (isThere()) return null;
  if (installOnDebian(PACKAGES, () => say(CHECK_WORDS.installingInputMethods)) && isThere()) return null;
  return CHECK_WORDS.noInputMethods(PACKAGES.join(' '));
}
