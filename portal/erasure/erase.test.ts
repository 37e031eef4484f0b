import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, newId, PICTURE_WIDTHS } from '../../shared/content/index.ts';
import { API } from '../../shared/sync/index.ts';
import { eraseByHead } from '../admin/index.ts';
import { lockFeed } from '../feed/index.ts';
import { checkPublic } from '../inspection/public.ts';
import { mediaFile, smallFiles, smallPicture } from '../media/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  encode,
  type Minted,
  makePicture,
  paragraph,
  startBoard,
  upload,
  verdictOf,
} from '../testing/index.ts';
import { type Context, knownPost, takeInRevision } from '../workflow/index.ts';
import { keepRevision } from '../workflow/revisions.ts';
import { eraseMedia, eraseRevision, noteArrived } from './index.ts';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeEach(async () => {
  board = await startBoard();
  [author, reviewer, head] = [await board.signIn('author'), await board.signIn('reviewer'), await board.signIn('head')];
});
afterEach(() => board.close());

/** Does something with the store as the command that erases will, and says what the inspection finds afterwards. */
async function erasing<Result>(work: (context: Context) => Promise<Result>): Promise<Result> {
  return board.inStore(async (store) => {
    const row = await store.selectFrom('portal').selectAll().executeTakeFirstOrThrow();
    const identity = { portal: row.id, publicKey: row.public_key, secretKey: row.secret_key };
    const report = (error: unknown): never => {
      throw error;
    };
    const result = await work({ store, identity, now: () => board.clock.time, report });
    expect(await checkPublic(store, author.portal.unit.id)).toEqual([]);
    return result;
  });
}
const wanted = (hash: string) => ({ unit: author.portal.unit.id, hash, person: head.member.id, ground: 'Quyết định' });
const callerOf = ({ member, portal, device }: BoardMember) => ({
  ...{ unit: portal.unit.id, person: member.id, device: device.id },
});
const pageOf = async (post: string): Promise<Response> =>
  fetch(`${board.url}/bai-viet/x-${post.slice(-12)}`, { redirect: 'follow' });

describe('erasing a whole post', () => {
  it('takes with it every text that comes before its end, also while it is under way', async () => {
    const { post, id } = await author.save({ title: 'Cả bài phải xóa' });
    const coming = Array.from({ length: 12 }, (_, place) =>
      author.mint(post, { parents: [id], title: `Bản ${place}` }),
    );
    /** Those that were stored while nothing was erased yet. */
    const early: string[] = [];
    await erasing(async (context) => {
      const { store } = context;
      const take = ({ id: text, revision }: Minted): Promise<void> =>
        store.transaction().execute(async (tx) => {
          await lockFeed(tx, revision.unit);
          const isBegun = (await tx.selectFrom('erased').select('hash').execute()).length > 0;
          await keepRevision(tx, text, { revision, canonical: canonicalJson(revision) }, board.clock.time);
          if (!isBegun) early.push(text);
        });
      const request = { what: 'revision', hash: id, isWholePost: true, ground: 'Quyết định' } as const;
      const { unit, person } = wanted(id);
      const arriving = async (): Promise<void> => {
        for (const text of coming) await take(text);
      };
      await Promise.all([arriving(), eraseByHead(context, board.folder, unit, person, request)]);
      const kept = await store.selectFrom('revision').select('id').where('canonical', '<>', '{}').execute();
      expect(kept.map((row) => row.id).filter((text) => early.includes(text))).toEqual([]);
      expect(early.length).toBeGreaterThan(0);
    });
  });
});

describe('erasing a text', () => {
  it('takes it out of the portal and off the site, tells everybody, and refuses it from any source', async () => {
    const first = await author.save({ title: 'Bí mật', blocks: [paragraph('Chữ phải xóa.')] });
    await approveThrough({ author, reviewer, head }, first.post);
    await author.pull();
    await erasing((context) => eraseRevision(context, wanted(first.id)));

    const page = await pageOf(first.post);
    expect(page.status).toBe(410);
    expect(await page.text()).not.toContain('Bí mật');
    await author.pull();
    const told = author.feed.filter((change) => change.kind === 'erased');
    expect(told).toMatchObject([{ erasure: { what: 'revision', hash: first.id } }]);
    expect(author.status(first.post)).toMatchObject({ state: 'withdrawn', live: null });
    // Whoever comes only now gets the acts, and no text.
    const late = await board.signIn('other');
    await late.pull();
    expect(late.received(first.id)).toBeNull();
    expect(late.status(first.post).state).toBe('withdrawn');

    const again = author.mutate('post.save', { post: first.post, revision: first.id, base: first.id }, []);
    const reply = await author.send({ revisions: [first], mutations: [again] });
    expect(verdictOf(reply, again)).toMatchObject({ outcome: 'refused', code: 'erased' });
    const stored = await board.inStore(async (store) => ({
      text: await store.selectFrom('revision').select('canonical').where('id', '=', first.id).executeTakeFirst(),
      status: (await knownPost(store, first.post)).status.state,
    }));
    expect(stored).toEqual({ text: { canonical: '{}' }, status: 'withdrawn' });

    // The author goes on: a new text is approved anew.
    const next = await author.save({ blocks: [paragraph('Chữ khác.')] }, first.post);
    expect(next.verdict.outcome).toBe('accepted');
    await approveThrough({ author, reviewer, head }, first.post);
    expect((await pageOf(first.post)).status).toBe(200);
  });

  it('does it once, and again on a portal that was restored without it: only what this portal signed', async () => {
    const { id, post } = await author.save({ blocks: [paragraph('Chữ phải xóa.')] });
    const erasure = await erasing((context) => eraseRevision(context, wanted(id)));
    expect(await erasing((context) => eraseRevision(context, wanted(id)))).toEqual(erasure);
    const other = await author.save({ blocks: [paragraph('Chữ giữ lại.')] });
    await board.inStore(async (store) => {
      await store.deleteFrom('erased').execute();
      await store.updateTable('revision').set({ canonical: 'chữ' }).where('id', '=', id).execute();
    });
    const forged = { ...erasure, hash: other.id };
    const body = { protocol: 1, cursor: null, revisions: [], mutations: [], erasures: [forged, erasure] };
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    expect((await author.request(API.sync, init)).status).toBe(200);
    const left = await board.inStore((store) =>
      store.selectFrom('revision').select(['id', 'canonical']).where('canonical', '=', '{}').execute(),
    );
    expect(left.map((row) => row.id)).toEqual([id]);
    expect(post).not.toBe(other.post);
  });

  it('takes in no text that came while its erasure was brought back to a restored portal', async () => {
    const minted = author.mint(newId(), { title: 'Bí mật' });
    const kept = await erasing(async (context) => {
      await Promise.all([
        takeInRevision(context.store, callerOf(author), encode(minted), board.clock.time),
        eraseRevision(context, wanted(minted.id)),
      ]);
      return context.store.selectFrom('revision').select('canonical').where('id', '=', minted.id).execute();
    });
    expect(kept.filter(({ canonical }) => canonical !== '{}')).toEqual([]);
  });
});

describe('the portal’s file, after an erasure', () => {
  it('holds none of the words, in no page that is free now either', async () => {
    await board.close();
    board = await startBoard({ on: 'sqlite' });
    [author, reviewer] = [await board.signIn('author'), await board.signIn('reviewer')];
    head = await board.signIn('head');
    const long = Array.from({ length: 300 }, (_, at) => paragraph(`Em quyzzyx lớp ${at} đạt giải nhất.`));
    const { id, post } = await author.save({ title: 'Em quyzzyx', summary: 'Về quyzzyx', blocks: long });
    await approveThrough({ author, reviewer, head }, post);
    const isHeld = () => readFileSync(join(board.folder, 'portal.sqlite3')).toString('latin1').includes('uyzzyx');
    await board.inStore(async () => undefined);
    expect(isHeld()).toBe(true);
    await erasing((context) => eraseRevision(context, wanted(id)));
    await board.inStore(async () => undefined);
    expect(isHeld()).toBe(false);
  });
});

describe('erasing a picture', () => {
  it('leaves nothing of it that comes, or is made smaller, while it is erased', async () => {
    const { bytes, reference } = await makePicture('teal', [4000, 3000]);
    const { hash } = reference;
    const place = mediaFile(board.folder, hash);
    await upload(author, bytes, hash);
    const making = PICTURE_WIDTHS.map((width) => smallPicture(board.folder, hash, width));
    await Promise.race(making);
    for (const path of [place, ...smallFiles(board.folder, hash)]) rmSync(path, { force: true });
    await Promise.all(making);
    const left = readdirSync(join(board.folder, 'small'), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  it('keeps no file that had come when it was erased, and was noted only then', async () => {
    const { bytes, reference } = await makePicture('teal');
    const { hash } = reference;
    await upload(author, bytes, hash);
    await erasing(async (context) => {
      await eraseMedia(context, board.folder, wanted(hash));
      writeFileSync(mediaFile(board.folder, hash), bytes);
      await noteArrived(context, board.folder, callerOf(author), { hash, bytes: bytes.length });
    });
    expect(existsSync(mediaFile(board.folder, hash))).toBe(false);
  });

  it('drops the file, withdraws the pages that show it, and takes it from nobody', async () => {
    const { bytes, reference } = await makePicture('teal');
    const { hash } = reference;
    const { post } = await author.save({ cover: { media: hash, alt: 'Học sinh' }, media: [reference] });
    await upload(author, bytes, hash);
    await approveThrough({ author, reviewer, head }, post);
    expect((await board.get(`/media/${hash}.webp`)).status).toBe(200);
    await erasing((context) => eraseMedia(context, board.folder, wanted(hash)));
    expect((await board.get(`/media/${hash}.webp`)).status).toBe(404);
    expect((await pageOf(post)).status).toBe(410);
    await expect(author.request(`${API.media}/${hash}`)).rejects.toMatchObject({ status: 404 });
    await expect(upload(author, bytes, hash)).rejects.toMatchObject({ status: 410, code: 'erased' });
    // Named again, it is not asked for.
    await author.save({ cover: { media: hash, alt: 'Học sinh' }, media: [reference] });
    expect((await author.send({})).wantedMedia).toEqual([]);
  });
});
