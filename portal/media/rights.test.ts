import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, postPath } from '../../shared/content/index.ts';
import { API } from '../../shared/sync/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  type Draft,
  makePicture,
  startBoard,
  upload,
} from '../testing/index.ts';

let board: Board;
let author: BoardMember;
let other: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;
let picture: Awaited<ReturnType<typeof makePicture>>;

beforeEach(async () => {
  board = await startBoard();
  author = await board.signIn('author');
  other = await board.signIn('other');
  reviewer = await board.signIn('reviewer');
  head = await board.signIn('head');
  picture = await makePicture('teal');
});
afterEach(() => board.close());

const showing = (): Draft => ({
  cover: { media: picture.reference.hash, alt: 'Sân trường' },
  media: [picture.reference],
});
const bring = (member: BoardMember) => upload(member, picture.bytes, picture.reference.hash);
const wanted = async (member: BoardMember) => (await member.pull()).wantedMedia;
const mayRead = async (member: BoardMember): Promise<boolean> =>
  member.request(`${API.media}/${picture.reference.hash}`).then(
    () => true,
    () => false,
  );
const pageOf = async (post: string, title = author.mint(post).revision.title): Promise<number> =>
  (await board.get(postPath(post, title))).status;

describe('naming a picture', () => {
  it('gives nobody the file, and publishes nothing, until they bring it too', async () => {
    await author.save(showing());
    await bring(author);
    const { post } = await other.save(showing());
    expect(await wanted(other)).toEqual([picture.reference.hash]);
    expect(await mayRead(other)).toBe(false);

    await approveThrough({ author: other, reviewer, head }, post);
    for (const member of [other, reviewer, head]) expect(await mayRead(member)).toBe(false);
    expect(await pageOf(post)).toBe(404);

    await bring(other);
    expect(await wanted(other)).toEqual([]);
    for (const member of [author, other, reviewer, head]) expect(await mayRead(member)).toBe(true);
    expect(await pageOf(post)).toBe(200);
  });

  it('gives nobody the file under its owner’s name either', async () => {
    await author.save(showing());
    await bring(author);
    const post = newId();
    const named = author.mint(post, showing());
    const over = other.mint(post, { parents: [named.id] });
    const save = other.mutate('post.save', { post, revision: over.id, base: null });
    const submit = other.mutate('post.submit', { post, revision: named.id }, [save.id]);
    const reply = await other.send({ revisions: [named, over], mutations: [save, submit] });
    expect(reply.verdicts.map((verdict) => verdict.code)).toEqual(['bad_revision', 'built_on_refused']);
    expect(await mayRead(other)).toBe(false);
  });
});

describe('a picture that a person may read', () => {
  it('is not asked for again when they show it in a post of their own', async () => {
    const { post: first } = await author.save(showing());
    await bring(author);
    await author.act('post.submit', first);
    const { post } = await other.save(showing());
    expect(await wanted(other)).toEqual([]);
    await approveThrough({ author: other, reviewer, head }, post);
    expect(await pageOf(post)).toBe(200);
  });

  it('is not waited for twice when it comes after they showed it', async () => {
    const { post: first } = await author.save(showing());
    await author.act('post.submit', first);
    const { post } = await other.save(showing());
    await approveThrough({ author: other, reviewer, head }, post);
    expect(await wanted(other)).toEqual([picture.reference.hash]);
    expect(await pageOf(post)).toBe(404);
    await bring(author);
    expect(await wanted(other)).toEqual([]);
    expect(await pageOf(post)).toBe(200);
  });
});

it('is asked for once however often its post was saved, and what is asked for is not searched for', async () => {
  const { post } = await author.save(showing());
  for (const title of ['Hai', 'Ba', 'Bốn']) await author.save({ ...showing(), title }, post);
  const rows = () => board.inStore((store) => store.selectFrom('wanted_media').selectAll().execute());
  expect(await rows()).toEqual([
    { person: author.member.id, media: picture.reference.hash, unit: author.portal.unit.id },
  ]);
  await bring(author);
  expect(await rows()).toEqual([]);
  await author.save({ ...showing(), title: 'Năm' }, post);
  expect(await rows()).toEqual([]);
});
