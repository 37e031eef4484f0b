import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API } from '../shared/sync/index.ts';
import { signInMember } from './testing/index.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
let folder: string;
const running: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-cli-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

function start(args: readonly string[], environment: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...environment } });
  running.push(child);
  return child;
}

async function run(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const child = start(args);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => (out += chunk));
  child.stderr?.on('data', (chunk) => (err += chunk));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

async function readyLine(child: ChildProcess): Promise<string> {
  let out = '';
  for await (const chunk of child.stdout ?? []) {
    out += chunk;
    if (out.includes('\n')) return out.trim();
  }
  throw new Error('the portal stopped before it was ready');
}

const home = (): string => join(folder, 'portal');
const MAKE = ['--name', 'Trường THCS Sông Trà', '--level', 'school'];
const MEMBERS = [
  '--member',
  'thuha|Trần Thu Hà|Giáo viên|author',
  '--member',
  'hoaian|Hoài An|Hiệu trưởng|author,head',
];

describe('the portal’s command', () => {
  it('makes a portal from flags, prints the made passwords once, serves it and stops when asked', async () => {
    const made = await run(['init', '--folder', home(), ...MAKE, ...MEMBERS]);
    expect([made.code, made.err]).toEqual([0, '']);
    const password = /^hoaian\t(\S+)$/m.exec(made.out)?.[1] ?? '';
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);

    const child = start(['serve', '--port', '0'], { BANTHAO_PORTAL_HOME: home() });
    const url = await readyLine(child);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const first = { account: 'hoaian', password };
    await expect(signInMember(url, first)).rejects.toMatchObject({ code: 'password_to_choose' });
    const chosen = { ...first, newPassword: 'bốn con trâu qua cầu' };
    expect((await signInMember(url, chosen)).member.roles).toEqual(['author', 'head']);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await expect(fetch(`${url}${API.info}`)).rejects.toThrow();
  });

  it('makes a portal from a file with passwords in it, and not twice', async () => {
    const file = join(folder, 'đơn vị.json');
    const member = { account: 'a', name: 'A', title: '', roles: ['head'], password: 'tám ký tự trở lên' };
    writeFileSync(file, JSON.stringify({ unit: { name: 'Trường A', level: 'school' }, members: [member] }));
    const made = await run(['init', '--folder', home(), '--file', file]);
    expect([made.code, made.out.trim().split('\n').length]).toEqual([0, 3]);
    const weak = {
      unit: { name: 'Trường A', level: 'school' },
      members: [{ ...member, password: 'matkhau123456789' }],
    };
    writeFileSync(join(folder, 'yếu.json'), JSON.stringify(weak));
    const refused = await run(['init', '--folder', join(folder, 'khác'), '--file', join(folder, 'yếu.json')]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('dễ đoán')]);
    const again = await run(['init', '--folder', home(), '--file', file]);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('đã có một portal')]);
  });

  it('says one sentence and exits 1 when it cannot start', async () => {
    const notMade = await run(['--folder', home(), '--port', '0']);
    expect([notMade.code, notMade.err]).toEqual([1, expect.stringContaining('chưa có portal')]);

    await run(['init', '--folder', home(), ...MAKE, ...MEMBERS]);
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const inUse = await run(['--folder', home(), '--port', String(port)]);
    taken.close();
    expect([inUse.code, inUse.err]).toEqual([1, expect.stringContaining(`Cổng ${port} đang được`)]);

    const database = new SqliteDatabase(join(home(), 'portal.sqlite3'));
    database.prepare("insert into kysely_migration (name, timestamp) values ('9999-future', '2030')").run();
    database.close();
    const newer = await run(['--folder', home(), '--port', '0']);
    expect([newer.code, newer.err]).toEqual([1, expect.stringContaining('phiên bản mới hơn')]);

    writeFileSync(join(folder, 'tệp'), '');
    const unwritable = await run(['--folder', join(folder, 'tệp', 'portal'), '--port', '0']);
    expect([unwritable.code, unwritable.err]).toEqual([1, expect.stringContaining('Không ghi được')]);
    for (const { err, out } of [notMade, inUse, newer, unwritable])
      expect([err.trim().split('\n').length, out]).toEqual([1, '']);
  });

  it('backs a portal up into a file and restores it elsewhere', async () => {
    const made = await run(['init', '--folder', home(), ...MAKE, ...MEMBERS]);
    const password = /^hoaian\t(\S+)$/m.exec(made.out)?.[1] ?? '';
    const [file, elsewhere] = [join(folder, 'sao lưu'), join(folder, 'nơi khác')];
    const saved = await run(['backup', '--folder', home(), file]);
    expect([saved.code, saved.err, saved.out]).toEqual([0, '', expect.stringContaining('Đã sao lưu')]);
    expect(statSync(file).mode & 0o077).toBe(0);
    const restored = await run(['restore', '--folder', elsewhere, file]);
    expect([restored.code, restored.err, restored.out]).toEqual([0, '', expect.stringContaining('Đã khôi phục')]);
    // What was revoked since the backup is not so any more: its operator is told since when, and by which commands.
    expect(restored.out).toMatch(/được tạo lúc .*20\d\d.*device revoke/);
    const url = await readyLine(start(['serve', '--folder', elsewhere, '--port', '0']));
    const chosen = { account: 'hoaian', password, newPassword: 'bốn con trâu qua cầu' };
    expect((await signInMember(url, chosen)).member.name).toBe('Hoài An');
  }, 60_000);

  it('says how it is used for arguments it does not know', async () => {
    for (const args of [['fly'], ['--wings', '2'], ['--folder', home(), '--port', 'x'], ['init', '--folder', home()]]) {
      const { code, err } = await run(args);
      expect([code, err]).toEqual([1, expect.stringContaining('Cách dùng')]);
    }
  });
});
