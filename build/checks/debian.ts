import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs Debian packages, where that can be done: as root on Debian or Ubuntu. Whether they are there now. */
export function installOnDebian(packages: readonly string[], begin: () => void): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  begin();
  // Another apt may be at work: wait for its lock rather than fail.
  const apt = (args: readonly string[]): boolean =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=180', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt(['update']);
  return apt(['install', '-y', '--no-install-recommends', ...packages]);
}
