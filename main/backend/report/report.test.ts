import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { bugFacts, openLog } from './index.ts';

const now = (): Date => new Date('2026-11-23T01:02:03.000Z');
const SECRET = 'hồ sơ kỷ luật của em Bình';

describe('the facts of a bug', () => {
  it('say where and what, and nothing of its message', () => {
    const cause = Object.assign(new TypeError(`${SECRET} at steal (secret.js:1:2)`), { code: 'ENOSPC' });
    const facts = bugFacts(new Error(`${SECRET}\n    at typed (${SECRET}.ts:1:1)\n    at made.up:2:2`, { cause }));
    expect(facts).toMatchObject({ name: 'Error', code: null, causes: ['TypeError ENOSPC'] });
    expect(facts.frames[0]).toMatch(/^report\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(facts)).not.toMatch(/hồ sơ|secret|typed|made|[\\/](home|tmp|work)/);
  });

  it('keep names and codes only where they look like names and codes', () => {
    const odd = Object.assign(new Error('x'), { name: SECRET, code: SECRET });
    expect(bugFacts(odd)).toMatchObject({ name: 'Error', code: null });
    expect(bugFacts(SECRET)).toEqual({ name: 'string', code: null, frames: [], causes: [] });
    expect(bugFacts(new AppError('disk_full', { path: SECRET }))).toMatchObject({
      name: 'AppError',
      code: 'disk_full',
    });
  });
});

describe('the log', () => {
  it('is JSON lines that outlive the program', async () => {
    const folder = join(temporaryFolder(), 'log');
    const first = openLog(folder, now);
    first.started({ version: '1.2.3', platform: 'linux-x64' });
    first.stopped();
    await first.close();
    const second = openLog(folder, now);
    second.failed('posts.open', 'post_not_found');
    await second.close();
    expect(second.lines(10).map((line) => JSON.parse(line))).toEqual([
      { at: '2026-11-23T01:02:03.000Z', event: 'started', version: '1.2.3', platform: 'linux-x64' },
      { at: '2026-11-23T01:02:03.000Z', event: 'stopped' },
      { at: '2026-11-23T01:02:03.000Z', event: 'failed', procedure: 'posts.open', code: 'post_not_found' },
    ]);
  });

  it('says once how syncs end while they end alike', async () => {
    const log = openLog(temporaryFolder(), now);
    const idle = { state: 'idle', pending: 0, lastGoodAt: null, problem: null, receiving: null } as const;
    const offline = { ...idle, state: 'offline', problem: 'portal_refused' } as const;
    for (const status of [idle, { ...idle, state: 'syncing' } as const, idle, offline, offline, idle])
      log.syncEnded(status);
    await log.close();
    expect(log.lines(10).map((line) => (JSON.parse(line) as { state: string }).state)).toEqual([
      'idle',
      'offline',
      'idle',
    ]);
  });

  it('never grows past five files of a megabyte, and keeps the newest lines', async () => {
    const folder = temporaryFolder();
    const log = openLog(folder, now);
    for (let count = 0; count < 7_000; count += 1) log.failed('x'.repeat(1_000), `code_${count}`);
    await log.close();
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(sizes.length).toBe(5);
    expect(Math.max(...sizes)).toBeLessThan(1_100_000);
    expect(log.lines(2).map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(['code_6998', 'code_6999']);
    expect(log.lines(2_000)).toHaveLength(2_000);
  });

  it('stops nothing where it cannot be written', async () => {
    const folder = join(temporaryFolder(), 'a-file');
    writeFileSync(folder, 'in the way');
    const log = openLog(folder, now);
    log.started({ version: '1.2.3', platform: 'linux-x64' });
    await log.close();
    expect(log.lines(5)).toEqual([]);
    expect(readFileSync(folder, 'utf8')).toBe('in the way');
  });
});
