import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { htmlHash, newId, postPath, type Revision, renderArticle } from '../../shared/content/index.ts';
import { API, type Change, type Mutation, mutationSchema, PROTOCOL, type SyncReply } from '../../shared/sync/index.ts';
import { readIdentity } from '../portal.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  type Minted,
  makePicture,
  paragraph,
  startBoard,
  verdictOf,
} from '../testing/index.ts';
import { importId } from './import.ts';
import { signOwn } from './own.ts';
import { publicationId } from './publish.ts';

let board: Board;
let backup: string;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeEach(async () => {
  board = await startBoard({ on: 'sqlite' });
  [author, reviewer, head] = [await board.signIn('author'), await board.signIn('reviewer'), await board.signIn('head')];
  backup = mkdtempSync(join(tmpdir(), 'portal-backup-'));
  await board.inStore(async () => cpSync(board.folder, backup, { recursive: true }));
});
afterEach(async () => {
  await board.close();
  rmSync(backup, { recursive: true, force: true });
});

/** Puts the backup back under a new epoch. */
async function restore(): Promise<void> {
  await board.portal.close();
  rmSync(board.folder, { recursive: true });
  cpSync(backup, board.folder, { recursive: true });
  await board.restart();
  await board.inStore((store) => store.updateTable('portal').set({ epoch: newId() }).execute());
}

/** A post that was published and taken down, as a client holds it: its text and its mutations in order. */
async function publishedAndWithdrawn(): Promise<{ post: string; text: string; mutations: Mutation[] }> {
  const { post, id } = await author.save({ blocks: [paragraph('Có số điện thoại của học sinh.')] });
  await approveThrough({ author, reviewer, head }, post);
  await head.act('post.withdraw', post, { reason: 'personal_data', explanation: '' });
  await author.pull();
  const mutations = author.feed.flatMap((change: Change) => (change.kind === 'mutation' ? [change.mutation] : []));
  return { post, text: id, mutations };
}

async function offer(mutations: readonly Mutation[], text: string): Promise<SyncReply> {
  const revision = author.received(text);
  if (revision === null) throw new Error('the text is not here');
  return author.send({ revisions: [{ id: text, revision }], mutations });
}
const pageOf = async (post: string): Promise<number> =>
  (await fetch(`${board.url}/bai-viet/x-${post.slice(-12)}`, { redirect: 'follow' })).status;

describe('after a restore from a backup', () => {
  it('a page that was taken down is down again, wherever what comes back is cut into requests', async () => {
    const { post, text, mutations } = await publishedAndWithdrawn();
    expect(mutations.map(({ name }) => name)).toEqual([
      ...['post.save', 'post.submit', 'post.appraise', 'post.approve', 'post.publish', 'post.withdraw'],
    ]);
    for (let cut = 0; cut <= mutations.length; cut += 1) {
      await restore();
      await offer(mutations.slice(0, cut), text);
      const rest = await offer(mutations.slice(cut), text);
      expect(rest.waiting, `cut at ${cut}`).toEqual([]);
      expect(await pageOf(post), `cut at ${cut}`).toBe(410);
      // And once more: nothing changes.
      for (const mutation of mutations)
        expect(verdictOf(await offer([mutation], text), mutation).outcome, `cut at ${cut}`).toBe('accepted');
    }
  });

  it('each by itself, in any order and as often as it takes', async () => {
    const { post, text, mutations } = await publishedAndWithdrawn();
    await restore();
    for (let round = 0; round < mutations.length; round += 1)
      for (const mutation of mutations.toReversed()) await offer([mutation], text);
    expect(await pageOf(post)).toBe(410);
  });

  it('a publication of an approval is one thing, and a forged one is none', async () => {
    const { text, mutations } = await publishedAndWithdrawn();
    const [publish, approve] = [mutations[4] as Mutation, mutations[3] as Mutation];
    expect(publish.id).toBe(publicationId(author.portal.portal, approve.id));
    expect(mutationSchema.parse(publish)).toEqual(publish);
    await restore();
    await offer(mutations.slice(0, 4), text);
    const forged = { ...publish, args: { ...publish.args, htmlHash: 'f'.repeat(64) } };
    expect(verdictOf(await offer([forged], text), forged)).toMatchObject({ outcome: 'refused', code: 'bad_signature' });
  });
});

describe('after a restore from a backup made while a page was public', () => {
  const backUp = () =>
    board.inStore(async () => {
      rmSync(backup, { recursive: true });
      cpSync(board.folder, backup, { recursive: true });
    });
  const post = (path: string, body: object) =>
    head.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const actsOf = (of: string): Mutation[] =>
    author.feed.flatMap((change) => (change.kind === 'mutation' && change.post === of ? [change.mutation] : []));

  it('what was built on a page taken down by an erasure goes on, whatever comes back first', async () => {
    const { post: of, id } = await author.save();
    await approveThrough({ author, reviewer, head }, of);
    await backUp();
    await post(API.erase, { what: 'revision', hash: id, isWholePost: false, ground: 'Quyết định' });
    const next = await author.save({ title: 'Viết lại' }, of);
    await author.act('post.submit', of);
    await author.pull();
    const acts = actsOf(of);
    expect(acts.map(({ name }) => name).slice(-3)).toEqual(['post.withdraw', 'post.save', 'post.submit']);
    const erasures = author.feed.flatMap((change) => (change.kind === 'erased' ? [change.erasure] : []));
    const tell = async () => {
      const body = { protocol: PROTOCOL, cursor: null, revisions: [], mutations: [], erasures };
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      expect((await author.request(API.sync, init)).status).toBe(200);
    };
    const takeDown = async () => {
      const again = await board.signIn('head');
      expect((await again.act('post.withdraw', of, { reason: 'outdated', explanation: '' })).code).toBe('ok');
    };
    for (const [what, first] of [
      ['told first', tell],
      ['told last', async () => undefined],
      ['taken down by hand', takeDown],
    ] as const) {
      await restore();
      await first();
      const reply = await author.send({ revisions: [next], mutations: acts.slice(-3) });
      await tell();
      const codes = reply.verdicts.map(({ code }) => code);
      expect([what, reply.waiting, codes]).toEqual([what, [], ['ok', 'ok', 'ok']]);
      expect([what, await pageOf(of)]).toEqual([what, 410]);
    }
  });

  it('what a stolen computer approved for later stays held, though the portal has forgotten that it was stolen', async () => {
    const { post: of, id } = await author.save();
    await author.act('post.submit', of);
    await reviewer.act('post.appraise', of);
    const stolen = head;
    head = await board.signIn('head');
    await stolen.pull();
    await stolen.registerKey();
    await backUp();
    const publishAt = '2026-11-21T00:00:00.000Z';
    expect((await stolen.act('post.approve', of, { ...stolen.approval(of), publishAt })).code).toBe('ok');
    const since = '2026-11-20T01:00:00.000Z';
    await post(API.revoke, { device: stolen.device.id, since, reason: 'Mất máy.' });
    await author.pull();
    await restore();
    board.clock.time = new Date('2026-11-22T00:00:00.000Z');
    const reply = await offer(actsOf(of).slice(-2), id);
    expect(reply.verdicts.map(({ code }) => code)).toEqual(['ok', 'ok']);
    expect(await pageOf(of)).toBe(404);
    await board.portal.publishDue();
    expect(await pageOf(of)).toBe(404);
  });
});

describe('a page taken over from another site, brought back to a restored portal', () => {
  /** What a client holds of an import: its text, and the portal's own act over the HTML of that version. */
  async function importedAs(htmlOf: (revision: Revision) => string): Promise<{ minted: Minted; mutation: Mutation }> {
    const { reference } = await makePicture('olive', [1200, 800]);
    const cover = { media: reference.hash, alt: 'Sân trường' };
    const post = newId();
    const minted = author.mint(post, { title: 'Bài của trang cũ', cover, media: [reference] });
    const mutation = await board.inStore(async (store) => {
      const { identity } = await readIdentity(store, board.folder);
      const at = new Date('2026-11-02T01:00:00.000Z');
      const args = {
        ...{ post, revision: minted.id, htmlHash: htmlHash(htmlOf(minted.revision)), by: head.member.id },
        ...{ publishedAt: '2019-05-06T07:08:09.000Z', address: 'https://cu.example/bai' },
      };
      const own = { id: importId(identity.portal, post), name: 'post.import' as const, args, after: [], at };
      return store.transaction().execute((tx) => signOwn(tx, identity, own));
    });
    return { minted, mutation };
  }

  it('is shown as it was, in whichever version of the program it was drawn', async () => {
    for (const version of [1, 2] as const) {
      const { minted, mutation } = await importedAs((revision) => renderArticle(revision, version));
      const reply = await author.send({ revisions: [minted], mutations: [mutation] });
      expect([version, verdictOf(reply, mutation).outcome]).toEqual([version, 'accepted']);
      const path = postPath(minted.revision.post, minted.revision.title);
      expect(await (await fetch(`${board.url}${path}`)).text()).toContain(renderArticle(minted.revision, version));
      expect(renderArticle(minted.revision, 1)).not.toBe(renderArticle(minted.revision, 2));
    }
  });

  it('is refused when no version drew it so', async () => {
    const { minted, mutation } = await importedAs((revision) => renderArticle({ ...revision, title: 'Khác' }));
    const reply = await author.send({ revisions: [minted], mutations: [mutation] });
    expect(verdictOf(reply, mutation)).toMatchObject({ outcome: 'refused', code: 'render_changed' });
  });
});

describe('taking a page down', () => {
  it('is not kept from it by a correction that was submitted meanwhile', async () => {
    const { post } = await author.save();
    await approveThrough({ author, reviewer, head }, post);
    await head.pull();
    const { live, last } = head.status(post);
    const args = { post, revision: live, reason: 'personal_data', explanation: '' };
    const withdraw = head.mutate('post.withdraw', args, [last ?? '']);
    await author.save({ title: 'Đã sửa' }, post);
    expect((await author.act('post.submit', post)).outcome).toBe('accepted');
    expect(verdictOf(await head.send({ mutations: [withdraw] }), withdraw).outcome).toBe('accepted');
    expect(await pageOf(post)).toBe(410);
    await author.pull();
    expect(author.status(post)).toMatchObject({ state: 'submitted', live: null });
  });

  it('takes down the page its maker saw, not one that was approved anew since', async () => {
    const { post } = await author.save();
    await approveThrough({ author, reviewer, head }, post);
    await head.pull();
    const { live, last } = head.status(post);
    const args = { post, revision: live, reason: 'outdated', explanation: '' };
    const late = head.mutate('post.withdraw', args, [last ?? '']);
    await head.act('post.withdraw', post, { reason: 'outdated', explanation: '' });
    await approveThrough({ author, reviewer, head }, post);
    expect(verdictOf(await head.send({ mutations: [late] }), late).outcome).toBe('superseded');
    expect(await pageOf(post)).toBe(200);
  });
});
