import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MESSAGES } from '../messages.mjs';
import { runLogged } from './process.mjs';

const FETCH_LIMIT_MS = 20_000;
const RETRY_AFTER_MS = 24 * 3_600_000;

/** Whether a window can be shown at all. */
export function hasDisplay(platform = process.platform, env = process.env) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Electron's program, if it is there or can be fetched within 20 s; `null` otherwise. A failure is remembered a day. */
export async function electronProgram(root, node, say, { env = process.env, now = Date.now() } = {}) {
  const present = presentElectron(root, env);
  if (present !== null) return present;
  const memory = join(root, '.cache', 'electron.json');
  if (isRecentFailure(memory, now)) return null;
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return null;
  say.start(MESSAGES.fetchingElectron());
  mkdirSync(dirname(memory), { recursive: true });
  const log = join(root, '.cache', 'electron.log');
  await runLogged(node, [installer], { cwd: root, log, limit: FETCH_LIMIT_MS, env });
  const fetched = presentElectron(root, env);
  if (fetched === null) writeFileSync(memory, JSON.stringify({ failedAt: now }));
  else rmSync(memory, { force: true });
  say.end(fetched !== null);
  return fetched;
}

function presentElectron(root, env) {
  const folder = join(root, 'node_modules', 'electron');
  try {
    // Electron's own fetch writes this file last.
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
    const file = join(env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist'), name);
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

function isRecentFailure(memory, now) {
  try {
    const age = now - JSON.parse(readFileSync(memory, 'utf8')).failedAt;
    return age >= 0 && age < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}
