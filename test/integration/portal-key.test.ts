import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { audit } from '../../portal/cli-audit.ts';
import { keyCommand } from '../../portal/cli-key.ts';
import { openStore } from '../../portal/store/index.ts';
import { newKeyPair } from '../../shared/sync/index.ts';
import { makeComputer, makePortal, PASSWORD, signedIn, sync, type TestPortal, testFolder } from './board.ts';

/** The portal's `key` command on a portal that is stopped for it; resolves with the lines it printed. */
async function portalKey(portal: TestPortal, verb: string, typed = ''): Promise<string[]> {
  await portal.stop();
  const lines: string[] = [];
  try {
    const home = { folder: portal.folder, database: null };
    await keyCommand(
      [verb],
      home,
      (line) => lines.push(line),
      async () => typed,
    );
    return lines;
  } finally {
    await portal.start();
  }
}

describe('a portal with a new key', () => {
  it('goes on with everybody’s computer, handed over by its old key: posts, approvals, texts read from the start', async () => {
    const portal = await makePortal();
    const [author, reviewer, head] = [
      await signedIn(portal, 'tacgia'),
      await signedIn(portal, 'thamdinh'),
      await signedIn(portal, 'truongban'),
    ];
    const post = await author.write('Khai giảng', ['nội dung']);
    await author.act(post, 'submit');
    for (const one of [author, reviewer]) await sync(one);
    await reviewer.act(post, 'appraise');
    for (const one of [reviewer, head]) await sync(one);
    await head.approve(post);
    expect((await sync(head)).state).toBe('idle');

    expect(await portalKey(portal, 'handover')).toEqual([
      expect.stringContaining('Máy của mọi người tự nhận khóa mới'),
      expect.stringContaining('khởi động lại'),
    ]);
    for (const one of [author, reviewer, head]) expect(await sync(one)).toMatchObject({ state: 'idle', problem: null });
    // What the old key signed is still proven, and the window shows the post as published.
    expect((await author.open(post)).state).toBe('published');
    const { proofs } = await author.client.call('review.prove', { post });
    expect(proofs.map(({ proof }) => proof)).toEqual(proofs.map(() => 'proven'));
    // Once more, and a sign-in again: the chain is followed from where this computer stood.
    await portalKey(portal, 'handover');
    await portalKey(portal, 'handover');
    expect((await sync(author)).state).toBe('idle');
    await head.client.call('connect.signIn', { address: portal.url(), account: 'truongban', password: PASSWORD });
    expect((await sync(head)).state).toBe('idle');
    // A computer that comes new reads what was signed by keys from before its time.
    const fresh = await signedIn(portal, 'thamdinh');
    expect((await sync(fresh)).state).toBe('idle');
    expect((await fresh.open(post)).state).toBe('published');

    const lines: string[] = [];
    const home = { folder: portal.folder, database: null };
    expect(await audit(['verify'], home, (line) => lines.push(line))).toBe(0);
  });

  it('takes what was packed for USB under its old key: the file is genuine, and its boxes open', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia', { downloads: testFolder() });
    const carrier = await signedIn(portal, 'thamdinh');
    for (const one of [author, carrier]) await sync(one);
    const secret = await author.write('Nháp riêng', ['câu nháp']);
    await author.client.call('posts.leave', { post: secret });
    const { savedAt } = await author.client.call('bundle.make', { days: null, passphrase: null, withPictures: true });
    await portalKey(portal, 'handover');
    expect((await sync(carrier)).state).toBe('idle');
    const bytes = readFileSync(savedAt);
    await carrier.client.call('bundle.give', {
      ...{ name: 'tep.banthao', offset: 0, total: bytes.length, data: bytes.toString('base64') },
    });
    expect(await carrier.client.call('bundle.take', { passphrase: null })).toMatchObject({ drafts: 1 });
    expect(await sync(carrier)).toMatchObject({ state: 'idle', problem: null, pending: 0 });
    await portal.stop();
    const store = await openStore(portal.folder);
    const saves = await store.selectFrom('mutation').select('name').execute();
    await store.destroy();
    await portal.start();
    expect(saves).toEqual([{ name: 'post.save' }]);
  });

  it('is followed when the recovery key names the new one, which also takes its own place', async () => {
    const portal = await makePortal();
    const { recovery } = portal;
    const author = await signedIn(portal, 'tacgia');
    const post = await author.write('Khai giảng', ['nội dung']);
    expect((await sync(author)).state).toBe('idle');
    await expect(
      portalKey(
        portal,
        'recover',
        recovery.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
    ).rejects.toMatchObject({
      code: 'recovery_mistyped',
    });
    const printed = await portalKey(portal, 'recover', recovery.toLowerCase().replaceAll('-', ' '));
    const next = printed.at(-2) ?? '';
    expect(next).toMatch(/^([0-9A-F]{4}-){16}[0-9A-F]{4}$/);
    await author.write('Khai giảng năm học', ['sửa tiếp'], post);
    expect(await sync(author)).toMatchObject({ state: 'idle', problem: null });
    await expect(portalKey(portal, 'recover', recovery)).rejects.toMatchObject({ code: 'recovery_other' });
    await portalKey(portal, 'recover', next);
    expect((await sync(author)).state).toBe('idle');
  });

  it('is refused with a sentence when neither vouches for it; writing goes on, and the true key is taken again', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const post = await author.write('Khai giảng', ['nội dung']);
    expect((await sync(author)).state).toBe('idle');
    const before = await swapKey(portal, newKeyPair());
    expect(await sync(author)).toMatchObject({ state: 'failed', problem: 'portal_key_unknown' });
    // Not at a sign-in either.
    const again = { address: portal.url(), account: 'tacgia', password: PASSWORD };
    await expect(author.client.call('connect.signIn', again)).rejects.toMatchObject({ code: 'portal_key_unknown' });
    await author.write('Khai giảng', ['vẫn viết tiếp được'], post);
    await swapKey(portal, before);
    expect((await sync(author)).state).toBe('idle');
    expect((await author.open(post)).fields.title).toBe('Khai giảng');
  });

  it('is not gone back from: a key that was left is refused, whoever still has it', async () => {
    const portal = await makePortal();
    const { recovery } = portal;
    const author = await signedIn(portal, 'tacgia');
    expect((await sync(author)).state).toBe('idle');
    await portal.stop();
    const store = await openStore(portal.folder);
    const old = await store.selectFrom('portal').select(['public_key', 'secret_key']).executeTakeFirstOrThrow();
    await store.destroy();
    await portal.start();
    await portalKey(portal, 'recover', recovery);
    expect((await sync(author)).state).toBe('idle');
    await swapKey(portal, { publicKey: old.public_key, secretKey: old.secret_key });
    expect(await sync(author)).toMatchObject({ state: 'failed', problem: 'portal_key_unknown' });
  });

  it('tells the portal’s operator where the key goes wrong, and prints no secret', async () => {
    const portal = await makePortal();
    const shown = await portalKey(portal, 'show');
    await expect(portalKey(portal, 'new-recovery')).rejects.toMatchObject({ code: 'recovery_made' });
    const store = await openStore(portal.folder);
    const { secret_key: secret } = await store.selectFrom('portal').select('secret_key').executeTakeFirstOrThrow();
    await store.destroy();
    expect(shown.join('\n')).not.toContain(secret);
    expect(
      readFileSync(`${portal.folder}/portal.sqlite3`).includes(
        portal.recovery.replaceAll('-', '').slice(0, 64).toLowerCase(),
      ),
    ).toBe(false);
    const stranger = await makeComputer();
    await stranger.client.call('connect.signIn', { address: portal.url(), account: 'tacgia', password: PASSWORD });
    expect((await sync(stranger)).state).toBe('idle');
  });
});

/** Puts another key in the portal's place behind everybody's back; returns the one that was there. */
async function swapKey(
  portal: TestPortal,
  keys: { publicKey: string; secretKey: string },
): Promise<{ publicKey: string; secretKey: string }> {
  await portal.stop();
  const store = await openStore(portal.folder);
  const old = await store.selectFrom('portal').select(['public_key', 'secret_key']).executeTakeFirstOrThrow();
  await store.updateTable('portal').set({ public_key: keys.publicKey, secret_key: keys.secretKey }).execute();
  await store.destroy();
  await portal.start();
  return { publicKey: old.public_key, secretKey: old.secret_key };
}
