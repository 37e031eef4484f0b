import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PORTAL_PROCESS } from '../build/setup/portal-process.mjs';
import { API } from '../shared/sync/index.ts';
import { DEFAULT_PORT } from './config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
const cli = read('portal/cli.ts');
const isCommand = (name: string): boolean => name === 'serve' || cli.includes(`command === '${name}'`);

/** Packages that a folder's own code imports while it runs: no types, no tests. */
function packagesOf(folder: string): string[] {
  const files = readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.test\.ts$|(^|[\\/])testing/.test(name),
  );
  const found = new Set<string>();
  for (const name of files)
    for (const [line, from = ''] of read(`${folder}/${name}`).matchAll(
      /^(?:import|export|\}) ?[^'\n]*from '([^'.][^']*)'/gm,
    ))
      if (!from.startsWith('node:') && !line.startsWith('import type'))
        found.add(
          from
            .split('/')
            .slice(0, from.startsWith('@') ? 2 : 1)
            .join('/'),
        );
  return [...found].sort();
}

describe('the samples for running a portal', () => {
  it('build an image of files that there are, with every package the portal imports, and a command it knows', () => {
    const file = read('deploy/Dockerfile');
    const copied = [...file.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
    expect(copied.length).toBeGreaterThan(3);
    for (const name of copied) expect([name, existsSync(`${root}/${name}`)]).toEqual([name, true]);
    expect(copied).toEqual(expect.arrayContaining(['shared', 'portal', 'package.json', 'package-lock.json']));
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(packagesOf('portal')).toEqual(
      expect.arrayContaining(['fastify', 'kysely', 'sharp', 'better-sqlite3', 'pg']),
    );
    for (const name of [...packagesOf('portal'), ...packagesOf('shared')])
      expect([name, Object.hasOwn(dependencies, name)]).toEqual([name, true]);
    const { nodeArgs, env } = PORTAL_PROCESS;
    for (const pair of Object.entries(env)) expect(file).toContain(pair.join('='));
    const entry = JSON.parse(/^ENTRYPOINT (\[.+\])$/m.exec(file)?.[1] ?? '[]') as string[];
    expect(entry).toEqual(['node', ...nodeArgs, 'portal/cli.ts']);
    expect(existsSync(`${root}/${entry.at(-1)}`)).toBe(true);
    expect(isCommand(/^CMD \["(\w+)"\]$/m.exec(file)?.[1] ?? '')).toBe(true);
    expect(file).toContain(`http://127.0.0.1:${DEFAULT_PORT}${API.ready}`);
    for (const name of read('.dockerignore').split('\n')) expect(copied).not.toContain(name);
  });

  it('compose the portal and PostgreSQL of files, variables and commands that there are', () => {
    const file = read('deploy/compose.yaml');
    const [, built = ''] = /dockerfile: (\S+)/.exec(file) ?? [];
    expect(existsSync(`${root}/${built}`)).toBe(true);
    for (const name of ['DATABASE_URL']) expect([file, cli].every((text) => text.includes(name))).toBe(true);
    for (const [, command = ''] of file.matchAll(/run --rm portal ([\w-]+)/g)) expect(isCommand(command)).toBe(true);
    // Both sides of the volume are the folder that the image keeps the portal in.
    const [, home = ''] = /BANTHAO_PORTAL_HOME=(\S+)/.exec(read('deploy/Dockerfile')) ?? [];
    expect(file).toContain(`- ${home}:${home}`);
  });

  it('start with systemd what npm starts, and send readers through nginx to the port it listens on', () => {
    const service = read('deploy/banthao-portal.service');
    const [, program = '', command = ''] = /^ExecStart=\S+node (\S+) portal (\w+) --port \d+$/m.exec(service) ?? [];
    expect([existsSync(`${root}/${program}`), isCommand(command)]).toEqual([true, true]);
    expect(service).toContain(`--port ${DEFAULT_PORT}`);
    const nginx = read('deploy/nginx.conf');
    const passed = [...nginx.matchAll(/proxy_pass http:\/\/127\.0\.0\.1:(\d+);/g)].map(([, port]) => Number(port));
    expect(new Set(passed)).toEqual(new Set([DEFAULT_PORT]));
    for (const [, name = ''] of nginx.matchAll(/include \/etc\/nginx\/(\S+);/g))
      expect([name, existsSync(`${root}/deploy/${name}`)]).toEqual([name, true]);
    for (const path of [API.metrics, API.session, API.uploads]) expect(nginx).toContain(path);
  });

  it('are told in the guide by commands that there are', () => {
    const told = [
      read('docs/van-hanh/portal.md'),
      read('docs/huong-dan/10-giao-vien-tin-hoc.md'),
      read('deploy/nginx.conf'),
    ];
    const commands = told.flatMap((text) =>
      [...text.matchAll(/npm run portal -- ([a-z][\w-]*)/g)].map(([, name = '']) => name),
    );
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) expect([command, isCommand(command)]).toEqual([command, true]);
  });
});
