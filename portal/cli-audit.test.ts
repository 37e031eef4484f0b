import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../shared/content/index.ts';
import { translate } from '../shared/i18n/index.ts';
import { type AuditHead, newKeyPair, signMutation } from '../shared/sync/index.ts';
import type { FindingKind } from './inspection/index.ts';
import { openStore, type Store } from './store/index.ts';
import { approveThrough, relog, rewriteLog, setWords, signInMember, startBoard, wordsOf } from './testing/index.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const UNIT = 'thcs-song-tra';
let folder: string;
/** The data folder of a portal that has published one post, as its command is to find it. */
let sound: string;
let heads: string;
let kept: AuditHead;
let ids: { post: string; save: string; approve: string; withdraw: string; head: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-audit-'));
  [sound, heads] = [join(folder, 'sound'), join(folder, 'heads.json')];
  const board = await startBoard({ on: 'sqlite' });
  try {
    const [author, reviewer] = [await board.signIn('author'), await board.signIn('reviewer')];
    const head = await board.signIn('head');
    await expect(signInMember(board.url, { account: 'author', password: 'sai' })).rejects.toThrow('wrong_password');
    const { post, mutation: save } = await author.save({ title: 'Lễ khai giảng' });
    await approveThrough({ author, reviewer, head }, post);
    await head.act('post.withdraw', post, { reason: 'outdated', explanation: '' });
    // Too late: it was withdrawn a moment ago.
    await reviewer.act('post.appraise', post).catch(() => undefined);
    const { audit } = await author.pull();
    if (audit === undefined) throw new Error('the portal sent no head');
    kept = audit.head;
    writeFileSync(heads, JSON.stringify({ heads: [kept] }));
    await board.inStore(async (store) => {
      const idOf = async (name: string): Promise<string> =>
        (await store.selectFrom('mutation').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
      const [approve, withdraw] = [await idOf('post.approve'), await idOf('post.withdraw')];
      ids = { post, save, approve, withdraw, head: head.member.id };
      cpSync(board.folder, sound, { recursive: true });
    });
  } finally {
    await board.close();
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function command(...args: string[]): Promise<{ code: number; out: string }> {
  const child = spawn(process.execPath, [CLI, 'audit', ...args]);
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += chunk));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out };
}

/** The command's sentence about one thing found. */
const sentence = (kind: FindingKind, what: string, id: string | number): string =>
  translate('vi', `audit.finding.${kind}`, { what: translate('vi', `audit.what.${what}` as 'audit.what.line'), id });

const copyId = newId();
const forged = { id: newId(), keys: newKeyPair() };

/** Somebody has been at the database, and what the command must name then. */
const TAMPERINGS: readonly (readonly [string, (store: Store) => Promise<unknown>, () => readonly string[]])[] = [
  [
    'an edited row',
    (store) => store.updateTable('approval').set({ html: '<p>Lời khác</p>' }).execute(),
    () => [sentence('row_changed', 'approval', ids.approve)],
  ],
  [
    'a verdict that was turned',
    (store) => store.updateTable('mutation').set({ outcome: 'refused' }).where('id', '=', ids.withdraw).execute(),
    () => [sentence('row_changed', 'mutation', ids.withdraw)],
  ],
  [
    'a swapped signature',
    async (store) => {
      const { signature: _, ...words } = await wordsOf(store, ids.save);
      await setWords(store, ids.save, signMutation(words, newKeyPair().secretKey));
    },
    () => [sentence('row_changed', 'mutation', ids.save), sentence('bad_signature', 'mutation', ids.save)],
  ],
  [
    'a swapped signature, the log written anew to fit it',
    async (store) => {
      const { signature: _, ...words } = await wordsOf(store, ids.save);
      await setWords(store, ids.save, signMutation(words, newKeyPair().secretKey));
      await relog(store, UNIT, ids.save);
    },
    () => [sentence('bad_signature', 'mutation', ids.save), sentence('head_missing', 'head', kept.number)],
  ],
  [
    'a replayed mutation: the same words under another id',
    async (store) => {
      const row = await store.selectFrom('mutation').selectAll().where('id', '=', ids.save).executeTakeFirstOrThrow();
      await store
        .insertInto('mutation')
        .values({ ...row, id: copyId, post: null, number: null })
        .execute();
    },
    () => [sentence('unlogged', 'mutation', copyId), sentence('replayed', 'mutation', copyId)],
  ],
  [
    'a replayed mutation: a second line for one',
    (store) =>
      rewriteLog(store, UNIT, (lines) => [...lines, ...lines.filter(({ subject }) => subject === ids.withdraw)]),
    () => [sentence('replayed', 'mutation', ids.withdraw)],
  ],
  [
    'a forged device, and what was put in its name',
    async (store) => {
      const at = '2026-11-20T01:00:00.000Z';
      const row = { unit: UNIT, person: ids.head, public_key: forged.keys.publicKey, name: 'Máy lạ' };
      await store
        .insertInto('device')
        .values({ ...row, id: forged.id, registered_at: at, revoked_at: null })
        .execute();
      const { signature: _, ...words } = await wordsOf(store, ids.save);
      await setWords(store, ids.save, signMutation({ ...words, device: forged.id }, forged.keys.secretKey));
    },
    () => [sentence('unlogged', 'device', forged.id), sentence('forged_device', 'mutation', ids.save)],
  ],
  [
    'a cut log',
    (store) =>
      store
        .deleteFrom('audit')
        .where('number', '>', kept.number - 1)
        .execute(),
    () => [sentence('head_missing', 'head', kept.number)],
  ],
  [
    'a log with a line taken out of its middle',
    (store) => store.deleteFrom('audit').where('number', '=', 2).execute(),
    () => [sentence('line_missing', 'line', 2)],
  ],
  [
    'a log written anew from end to end, which nothing but a kept head can tell',
    (store) => rewriteLog(store, UNIT, (lines) => lines.filter(({ kind }) => kind !== 'session.refused')),
    () => [sentence('head_missing', 'head', kept.number)],
  ],
];

describe('`audit verify`', () => {
  it('finds nothing where nobody has been, and says how much it went through', async () => {
    const { code, out } = await command('verify', '--folder', sound, '--heads', heads);
    expect(out).toContain(translate('vi', 'audit.sound'));
    expect(out).toMatch(/^Đã kiểm tra \d{2} dòng nhật ký, [5-9] thao tác có chữ ký, 1 dấu/m);
    expect(code).toBe(0);
  });

  it.each(TAMPERINGS)('finds and names %s', async (name, tamper, wanted) => {
    const copy = join(folder, name.replace(/\W+/g, '-'));
    cpSync(sound, copy, { recursive: true });
    const store = await openStore(copy);
    await tamper(store);
    await store.destroy();
    const { code, out } = await command('verify', '--folder', copy, '--heads', heads);
    for (const said of wanted()) expect(out).toContain(said);
    expect(out).toContain('Hãy giữ nguyên thư mục dữ liệu để làm bằng chứng.');
    expect(code).toBe(1);
  });
});

describe('`audit export`', () => {
  it('is a table for a person: time in Vietnam, who, what, about which page, what came of it, on which computer', async () => {
    const { code, out } = await command('export', '--folder', sound);
    expect(code).toBe(0);
    const [title, newest, heading, ...lines] = out.trim().split('\n');
    expect(title).toContain('Nhật ký kiểm tra của “Trường THCS Sông Trà”');
    expect(newest).toContain(`dòng ${kept.number}, mã băm ${kept.hash}`);
    expect(heading).toBe('Dòng\tLúc\tNgười làm\tViệc\tVề\tKết quả\tMáy');
    expect(lines).toHaveLength(kept.number);
    for (const line of lines) expect(line.split('\t')).toHaveLength(7);
    expect(lines.find((line) => line.includes('Duyệt đăng'))).toMatch(
      new RegExp(
        `^\\d+\t20/11/2026 09:00:00\tNguyễn Thị Hoài An\tDuyệt đăng\t“Lễ khai giảng” \\(${ids.post}\\)\t\tMáy thử$`,
      ),
    );
    expect(out).toContain('\tTrần Thu Hà\tĐăng nhập không thành công\t');
    expect(out).toMatch(/\tPhạm Đình Khôi\t[^\t]+\t“Lễ khai giảng” [^\t]+\t(Không nhận|Đến sau): /);
    expect(out).not.toMatch(/undefined|null|\bsuperseded\b|wrong_password/);
  });

  it('is the very lines and the newest head as JSON', async () => {
    const { out } = await command('export', '--folder', sound, '--format', 'json');
    const read = JSON.parse(out) as { unit: string; head: unknown; lines: { number: number }[] };
    expect(read).toMatchObject({ unit: UNIT, head: { number: kept.number, hash: kept.hash } });
    expect(read.lines.map(({ number }) => number)).toEqual(read.lines.map((_, index) => index + 1));
  });
});
