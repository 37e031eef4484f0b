import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Computer, makeComputer, makePortal, PASSWORD, signedIn, sync, testFolder } from './board.ts';

const DATA = join('profiles', 'unit');

/** Which line a computer writes under. */
function lineOf({ home }: Computer): { id: string; isRegistered: boolean; startedFrom: string | null } {
  return JSON.parse(readFileSync(join(home, DATA, 'device.json'), 'utf8'));
}

/** Why the person is told of a new line, or `null` when there is nothing to tell. */
async function told({ client }: Computer): Promise<string | null> {
  return (await client.call('app.state', null)).newLine?.why ?? null;
}

/** All text a computer shows, of every post. */
async function words(computer: Computer): Promise<string> {
  const rows = await computer.list();
  return JSON.stringify(await Promise.all(rows.map(async ({ post }) => (await computer.open(post)).blocks)));
}

/** Every mutation of every post that took effect, as this computer knows it. */
async function effects(computer: Computer): Promise<string[]> {
  const rows = await computer.list();
  const timelines = await Promise.all(rows.map(async ({ post }) => (await computer.open(post)).timeline));
  return timelines.flat().flatMap(({ mutation, outcome }) => (outcome === 'accepted' ? [mutation] : []));
}

describe('a data folder', () => {
  it('that was copied with its outbox starts a new line; both act, each action takes effect once, no word is lost', async () => {
    const portal = await makePortal();
    const first = await signedIn(portal, 'tacgia');
    await portal.stop();
    const shared = await first.write('Viết trước khi chép', ['trước khi chép']);
    await first.act(shared, 'submit');
    const home = testFolder();
    cpSync(first.home, home, { recursive: true });
    const copy = await makeComputer(home);
    expect(lineOf(copy)).toMatchObject({ startedFrom: lineOf(first).id, isRegistered: false });
    expect(await told(copy)).toBe('copied');
    expect(await told(first)).toBeNull();

    await first.write('Ở máy gốc', ['chữ của máy gốc']);
    await copy.write('Ở bản chép', ['chữ của bản chép']);
    await portal.start();
    for (const computer of [copy, first, copy, first])
      expect(await sync(computer)).toMatchObject({ state: 'idle', pending: 0 });

    expect(lineOf(copy).isRegistered).toBe(true);
    for (const computer of [first, copy]) {
      const text = await words(computer);
      for (const written of ['trước khi chép', 'chữ của máy gốc', 'chữ của bản chép']) expect(text).toContain(written);
      expect(await computer.client.call('inbox.list', null)).toEqual([]);
      expect((await computer.open(shared)).state).toBe('submitted');
    }
    const all = await effects(first);
    expect(all).toHaveLength(4);
    expect(new Set(all).size).toBe(4);
    expect((await effects(copy)).sort()).toEqual(all.sort());
  });

  it('that was put back from an older backup starts a new line before it writes', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    await author.write('Trước bản lưu', ['có trong bản lưu']);
    await sync(author);
    const backup = testFolder();
    cpSync(join(author.home, DATA), backup, { recursive: true });
    await author.write('Sau bản lưu', ['chỉ portal còn giữ']);
    await sync(author);
    const before = lineOf(author).id;

    await author.restart(() => putBack(backup, author));
    expect(lineOf(author)).toMatchObject({ startedFrom: before });
    expect(await told(author)).toBe('restored');
    await author.client.call('app.newLineSeen', null);
    await author.restart();
    expect(await told(author)).toBeNull();
    await author.write('Sau khi khôi phục', ['viết tiếp']);
    expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0 });
    const text = await words(author);
    for (const written of ['có trong bản lưu', 'chỉ portal còn giữ', 'viết tiếp']) expect(text).toContain(written);
    expect(await effects(author)).toHaveLength(3);
  });

  it('that was put back together with its witness is told by the portal, and goes on under a new line', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    await author.write('Trước bản lưu', ['có trong bản lưu']);
    await sync(author);
    const [backup, witness] = [testFolder(), join(author.home, 'lines.json')];
    cpSync(join(author.home, DATA), backup, { recursive: true });
    cpSync(witness, join(backup, 'witness'));
    await author.write('Sau bản lưu', ['chỉ portal còn giữ']);
    await sync(author);
    const before = lineOf(author).id;

    await author.restart(() => {
      cpSync(join(backup, 'witness'), witness);
      putBack(backup, author);
    });
    expect(lineOf(author).id).toBe(before);
    const post = await author.write('Sau khi khôi phục', ['viết tiếp']);
    await author.act(post, 'submit');
    expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0 });
    expect(lineOf(author)).toMatchObject({ startedFrom: before, isRegistered: true });
    expect(await told(author)).toBe('twice');
    expect(author.events).toContain('app.changed');
    const text = await words(author);
    for (const written of ['có trong bản lưu', 'chỉ portal còn giữ', 'viết tiếp']) expect(text).toContain(written);
    expect(await effects(author)).toHaveLength(4);
    expect(await author.client.call('inbox.list', null)).toEqual([]);
  });

  it('starts the new line later where there was no room for it when the portal told, and has nothing turned down', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const [backup, witness] = [testFolder(), join(author.home, 'lines.json')];
    await sync(author);
    cpSync(join(author.home, DATA), backup, { recursive: true });
    await author.write('Sau bản lưu', ['chỉ portal còn giữ']);
    await sync(author);
    await author.restart(() => {
      rmSync(witness);
      putBack(backup, author);
    });
    const before = lineOf(author).id;
    await author.write('Sau khi khôi phục', ['viết tiếp']);
    const full = join(author.home, DATA, `.new-line.json.${process.pid}.tmp`);
    symlinkSync('/dev/full', full);
    expect(await sync(author)).toMatchObject({ problem: 'disk_full' });
    expect(lineOf(author).id).toBe(before);
    rmSync(full);
    expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0 });
    expect(lineOf(author)).toMatchObject({ startedFrom: before, isRegistered: true });
    expect(await author.client.call('inbox.list', null)).toEqual([]);
    expect(await effects(author)).toHaveLength(2);
  });

  it('of which a disk fault took the small files beside the database opens with every word, and goes on syncing', async () => {
    const portal = await makePortal();
    const head = await signedIn(portal, 'truongban');
    await sync(head);
    const before = lineOf(head).id;
    const post = await head.write('Trước khi hỏng', ['câu đã gõ']);
    await head.restart(() => {
      writeFileSync(join(head.home, 'state.json'), '\0'.repeat(60));
      for (const name of ['device', 'approval-key', 'recovery', 'new-line', 'moved'])
        writeFileSync(join(head.home, DATA, `${name}.json`), '\0'.repeat(300));
    });
    expect(await words(head)).toContain('câu đã gõ');
    expect(await head.client.call('app.state', null)).toMatchObject({ approvalKey: 'none', isSignedIn: true });
    expect(await sync(head)).toMatchObject({ state: 'idle', pending: 0 });
    expect(lineOf(head)).toMatchObject({ startedFrom: before, isRegistered: true });
    expect((await head.open(post)).word).toBe('accepted');
    await head.client.call('connect.setPin', { pin: '135791' });
    await head.restart(() => rmSync(join(head.home, DATA, 'device.json')));
    expect(await head.client.call('app.state', null)).toMatchObject({ approvalKey: 'locked', recovery: null });
    expect(await words(head)).toContain('câu đã gõ');
  });

  it('keeps its line when it is only closed and opened again', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    await author.write('Bài', ['chữ']);
    await sync(author);
    const before = lineOf(author).id;
    await author.restart();
    expect(lineOf(author).id).toBe(before);
    expect(await told(author)).toBeNull();
  });

  it('that came by a move file starts a new line of which its person, who moved it, need not be told', async () => {
    const portal = await makePortal();
    const downloads = testFolder();
    const old = await makeComputer(undefined, { downloads });
    await old.client.call('connect.signIn', { address: portal.url(), account: 'tacgia', password: PASSWORD });
    const passphrase = 'bốn con trâu đi bừa';
    const { savedAt } = await old.client.call('move.make', { passphrase });
    const bytes = readFileSync(savedAt);
    const fresh = await makeComputer();
    await fresh.client.call('move.give', { offset: 0, total: bytes.length, data: bytes.toString('base64') });
    await fresh.client.call('move.open', { passphrase });
    expect(lineOf(fresh)).toMatchObject({ startedFrom: lineOf(old).id });
    expect(await told(fresh)).toBeNull();
  });

  it('lets its head approve under the new line with the PIN of before', async () => {
    const portal = await makePortal();
    const [author, reviewer, head] = await Promise.all(
      (['tacgia', 'thamdinh', 'truongban'] as const).map((account) => signedIn(portal, account)),
    );
    if (author === undefined || reviewer === undefined || head === undefined) throw new Error('nobody came');
    const post = await author.write('Bài duyệt', ['chữ']);
    await author.act(post, 'submit');
    await sync(author);
    await sync(reviewer);
    await reviewer.act(post, 'appraise');
    await sync(reviewer);
    await sync(head);
    const home = testFolder();
    cpSync(head.home, home, { recursive: true });
    const copy = await makeComputer(home);
    await copy.approve(post);
    expect(await sync(copy)).toMatchObject({ state: 'idle', pending: 0 });
    expect((await copy.open(post)).state).toBe('published');
  });
});

/** Puts the files of a backup where the folder's own were. The folder stays the same one. */
function putBack(backup: string, { home }: Computer): void {
  for (const entry of ['database.sqlite', 'database.sqlite-wal', 'database.sqlite-shm', 'log', 'closed-in-order.json'])
    rmSync(join(home, DATA, entry), { recursive: true, force: true });
  cpSync(backup, join(home, DATA), { recursive: true });
}
