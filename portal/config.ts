import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { translate } from '../shared/i18n/index.ts';

/** What the portal's one configuration file says. Flags and environment variables come before it. */
export interface Config {
  readonly host: string;
  readonly port: string;
  /** `null`: SQLite in the portal's folder. */
  readonly database: string | null;
}

export const DEFAULT_PORT = 8_480;
const DEFAULT_HOST = '127.0.0.1';

/** The file's name, in the portal's folder. systemd and compose read the same form (`EnvironmentFile`, `env_file`). */
export const CONFIG_FILE = 'portal.conf';

/** The configuration of a portal's folder; what the file does not say, or no file says, is as a new one would have it. */
export function readConfig(folder: string): Config {
  const path = join(folder, CONFIG_FILE);
  const said = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
  return {
    host: said.HOST?.trim() || DEFAULT_HOST,
    port: said.PORT?.trim() || String(DEFAULT_PORT),
    database: said.DATABASE_URL?.trim() || null,
  };
}

/** Writes the file of a new portal, each line with what it is for. One that is there stays as it is. */
export function writeConfig(folder: string, { database }: Pick<Config, 'database'>): void {
  const path = join(folder, CONFIG_FILE);
  if (existsSync(path)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const line =
    database === null ? '#DATABASE_URL=postgres://banthao:mat-khau@127.0.0.1:5432/banthao' : `DATABASE_URL=${database}`;
  const text = [
    ...lead('portal.config.lead'),
    ...lead('portal.config.host'),
    `HOST=${DEFAULT_HOST}`,
    ...lead('portal.config.port'),
    `PORT=${DEFAULT_PORT}`,
    ...lead('portal.config.database'),
    line,
  ].join('\n');
  // The database's password may be in it.
  writeFileSync(path, `${text}\n`, { mode: 0o600 });
}

function lead(key: `portal.config.${'lead' | 'host' | 'port' | 'database'}`): string[] {
  return [
    '',
    ...translate('vi', key)
      .split('\n')
      .map((words) => `# ${words}`),
  ];
}
