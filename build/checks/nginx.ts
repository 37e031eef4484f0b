import { existsSync } from 'node:fs';
import { installOnDebian } from './debian.ts';
import { CHECK_WORDS } from './words.ts';

const isThere = (): boolean => existsSync('/usr/sbin/nginx');

/** Sees to nginx. Returns why the test of the sample site cannot run here, or `null`. */
export function nginxMissing(say: (line: string) => void): string | null {
  if (isThere() || (installOnDebian(['nginx-light'], () => say(CHECK_WORDS.installingNginx)) && isThere())) return null;
  return CHECK_WORDS.noNginx;
}
