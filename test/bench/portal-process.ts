import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { PORTAL_PROCESS } from '../../build/setup/portal-process.mjs';

const CLI = resolve(import.meta.dirname, '../../portal/cli.ts');

/** Starts a portal in a process of its own, as `npm run portal -- serve` does, and waits until it listens. */
export async function startPortal(folder: string, port: string | number): Promise<ChildProcess> {
  const portal = spawn(
    process.execPath,
    [...PORTAL_PROCESS.nodeArgs, CLI, 'serve', '--folder', folder, '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...PORTAL_PROCESS.env, ...process.env } },
  );
  await once(portal.stdout, 'data');
  return portal;
}
