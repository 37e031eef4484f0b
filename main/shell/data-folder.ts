import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { ShellProblem } from './problem.ts';

/** What decides where the data folder is. */
export interface Place {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's own folder. */
  readonly home: string;
}

/** The data folder: `BANTHAO_HOME`, else `ban-thao` where this platform keeps a program's data. Absolute. */
export function dataFolder({ platform, env, home }: Place): string {
  if (env.BANTHAO_HOME) return resolve(env.BANTHAO_HOME);
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'ban-thao');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'ban-thao');
  // The XDG base directory specification: a relative value must be ignored.
  const data = env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME) ? env.XDG_DATA_HOME : join(home, '.local', 'share');
  return join(data, 'ban-thao');
}

/**
 * Where the program notes what left this computer: not where the data folder is, so that a data folder put back from a
 * backup does not bring its own witness along. A folder of a person's choice (`BANTHAO_HOME`) keeps to itself.
 */
export function witnessFolder(place: Place): string {
  const { platform, env, home } = place;
  if (env.BANTHAO_HOME) return dataFolder(place);
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'ban-thao-state');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ban-thao-state');
  const state =
    env.XDG_STATE_HOME && isAbsolute(env.XDG_STATE_HOME) ? env.XDG_STATE_HOME : join(home, '.local', 'state');
  return join(state, 'ban-thao');
}

/** Makes the data folder for its owner alone. Throws a {@link ShellProblem} when it cannot be read or written. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK);
    readdirSync(folder);
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
    throw new ShellProblem(isFull ? 'error.disk_full' : 'error.folder_unwritable', { folder });
  }
}
