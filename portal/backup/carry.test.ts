import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, postPath } from '../../shared/content/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { API, newKeyPair } from '../../shared/sync/index.ts';
import { DEFAULT_REGULATION } from '../../shared/workflow/index.ts';
import { restoreCommand } from '../cli-backup.ts';
import { createPortal, type Portal } from '../index.ts';
import { inspect } from '../inspection/index.ts';
import { mediaFile } from '../media/index.ts';
import { openStore, STORE_FILE } from '../store/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  makePicture,
  newDatabase,
  passwordOf,
  signInMember,
  startBoard,
  type TestDatabase,
  upload,
} from '../testing/index.ts';
import { addUnit } from '../units/index.ts';
import { backUp } from './index.ts';

const NEW_PASSWORD = 'bốn con trâu qua cầu';
let board: Board;
let folder: string;
let other: TestDatabase;
let portal: Portal | null;
const file = (): string => join(folder, 'sao-luu.banthao');
const elsewhere = () => ({ folder: join(folder, 'portal'), database: other.address });

beforeEach(async () => {
  board = await startBoard();
  folder = mkdtempSync(join(tmpdir(), 'portal-carry-'));
  other = await newDatabase();
  portal = null;
});
afterEach(async () => {
  await portal?.close();
  await board.close();
  await other.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Restores elsewhere, as the operator does. Returns the lines printed. */
async function restored(...more: string[]): Promise<string[]> {
  const lines: string[] = [];
  await restoreCommand([file(), ...more], elsewhere(), (line) => void lines.push(line));
  return lines;
}

/** Where the portal there was is: its folder, or its database. */
const place = (): string => board.database ?? board.folder;

async function ask(member: BoardMember, path: string, body: Record<string, unknown>): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await member.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

const newDevice = () => ({ id: newId(), ...newKeyPair() });
const signInAs = (url: string, account: string, password: string, device = newDevice()): Promise<BoardMember> =>
  signInMember(url, { account, password }, device);

describe('a portal restored beside the one there was', () => {
  it('knows what was revoked, ended, changed, taken, set and erased after its backup', async () => {
    const [author, reviewer, head] = [
      await board.signIn('author'),
      await board.signIn('reviewer'),
      await board.signIn('head'),
    ];
    const lost = newDevice();
    const writer = await signInAs(board.url, 'other', passwordOf('other'), lost);
    const { bytes, reference } = await makePicture('tomato');
    await upload(author, bytes, reference.hash);
    const pictured = await author.save({ cover: { media: reference.hash, alt: 'Sân' }, media: [reference] });
    const named = await author.save({ title: 'Danh sách học sinh' });
    const stays = await author.save({ title: 'Khai giảng' });
    for (const { post } of [pictured, named, stays]) await approveThrough({ author, reviewer, head }, post);
    await backUp(board, file(), board.clock.time);

    await ask(head, API.revoke, { device: lost.id, since: null, reason: 'Mất máy.' });
    const late = newDevice();
    await signInAs(board.url, 'other', passwordOf('other'), late);
    await ask(head, API.revoke, { device: late.id, since: null, reason: 'Mất máy.' });
    await head.registerKey();
    await ask(author, API.password, { password: passwordOf('author'), newPassword: NEW_PASSWORD });
    await ask(head, API.members, { person: reviewer.member.id, roles: [], deputies: [] });
    await head.pull();
    const text = { ...DEFAULT_REGULATION, validFrom: '2026-11-20', basis: 'Quyết định 12' };
    await ask(head, API.rules, { base: head.rules().version, text });
    await head.pull();
    await ask(head, API.erase, { what: 'media', hash: reference.hash, isWholePost: false, ground: 'Phụ huynh.' });
    await ask(head, API.erase, { what: 'revision', hash: named.id, isWholePost: false, ground: 'Phụ huynh.' });

    const lines = await restored('--before', place());
    const counts = { devices: 2, keys: 1, passwords: 1, members: 1, rules: 1, erasures: 2 };
    expect(lines.slice(1)).toEqual([translate('vi', 'portal.cli.carried', counts)]);
    portal = await createPortal({ ...elsewhere(), now: () => board.clock.time });
    const { url } = await portal.listen({ host: '127.0.0.1', port: 0 });
    for (const device of [lost, late])
      await expect(signInAs(url, 'other', passwordOf('other'), device)).rejects.toMatchObject({
        code: 'device_revoked',
      });
    await expect(signInAs(url, 'author', passwordOf('author'))).rejects.toMatchObject({ code: 'wrong_password' });
    const again = await signInAs(url, 'author', NEW_PASSWORD);
    await again.pull();
    expect(again.rules()).toMatchObject({ version: head.rules().version, basis: 'Quyết định 12' });
    expect((await signInAs(url, 'reviewer', passwordOf('reviewer'))).member.roles).toEqual([]);
    expect(writer.token).not.toBe('');
    for (const [{ post, revision }, status] of [
      [pictured, 410],
      [named, 410],
      [stays, 200],
    ] as const)
      expect((await fetch(`${url}${postPath(post, revision.title)}`)).status).toBe(status);
    expect(existsSync(mediaFile(elsewhere().folder, reference.hash))).toBe(false);
    await expect(upload(again, bytes, reference.hash)).rejects.toMatchObject({ code: 'erased' });
    await portal.close();
    portal = null;
    const store = await openStore(elsewhere().folder, elsewhere().database);
    expect((await inspect(store, 'thcs-song-tra')).findings).toEqual([]);
    const keys = await store.selectFrom('approval_key').select('id').where('ended_at', 'is', null).execute();
    expect(keys).toEqual([]);
    await store.destroy();
    // Some fifteen passwords are hashed in it, slowly on purpose.
  }, 180_000);

  it('takes over what can still be read of a damaged one, and says what else is to be done by hand', async () => {
    const head = await board.signIn('head');
    const lost = newDevice();
    await signInAs(board.url, 'other', passwordOf('other'), lost);
    await backUp(board, file(), board.clock.time);
    await ask(head, API.revoke, { device: lost.id, since: null, reason: 'Mất máy.' });
    // As a damaged disk leaves it: one table is gone, another holds what it should not.
    await board.portal.close();
    const store = await openStore(board.folder, board.database);
    await sql`alter table regulation rename to vo`.execute(store);
    await store.updateTable('membership').set({ roles: 'hỏng' }).execute();
    await store.destroy();
    const lines = await restored('--before', place());
    const counts = { devices: 1, keys: 0, passwords: 0, members: 0, rules: 0, erasures: 0 };
    expect(lines.slice(1)).toEqual([
      translate('vi', 'portal.cli.carried', counts),
      translate('vi', 'portal.cli.not_carried'),
      translate('vi', 'portal.cli.left.members'),
      translate('vi', 'portal.cli.left.rules'),
    ]);
  });

  it('names the units, people and computers that came after its backup, and what to do', async () => {
    const head = await board.signIn('head');
    await backUp(board, file(), board.clock.time);
    const wanted = { name: 'Đỗ Thị Lan', title: 'Giáo viên', account: 'dothilan', roles: ['author'] };
    await ask(head, API.addMember, wanted);
    await signInAs(board.url, 'other', passwordOf('other'));
    await board.inStore((store) =>
      addUnit(
        store,
        {
          unit: { id: 'th-hoa-sen', name: 'Trường TH Hoa Sen', level: 'school' },
          ...{ kind: 'school', origin: 'https://hoasen.example', parents: [], on: '2026-09-01' },
          contact: { address: '', phone: '', email: '', responsible: '' },
          member: { account: 'sen.head', name: 'Đinh Văn Sen', title: 'Hiệu trưởng', roles: ['head'] },
        },
        board.clock.time,
      ),
    );
    const lines = await restored('--before', place());
    const told = lines.slice(lines.indexOf(translate('vi', 'portal.cli.lost.units')));
    expect(told).toEqual([
      translate('vi', 'portal.cli.lost.units'),
      '- th-hoa-sen · Trường TH Hoa Sen',
      translate('vi', 'portal.cli.lost.people'),
      '- Đinh Văn Sen (sen.head, th-hoa-sen)',
      '- Đỗ Thị Lan (dothilan, thcs-song-tra)',
      translate('vi', 'portal.cli.lost.devices'),
      '- Máy thử · Lê Văn Tám',
    ]);
  });

  it('is restored all the same where there is none to be read, and tells which commands to give', async () => {
    await backUp(board, file(), board.clock.time);
    const broken = join(folder, 'hong');
    const own = await openStore(broken);
    await own.destroy();
    writeFileSync(join(broken, STORE_FILE), 'không phải cơ sở dữ liệu');
    const lines = await restored('--before', broken);
    expect(lines[1]).toBe(translate('vi', 'portal.cli.before_unreadable', { before: broken }));
    expect(lines[2]).toMatch(/device revoke.*member set.*member password.*--before/);
    expect(lines).toHaveLength(3);
  });
});
