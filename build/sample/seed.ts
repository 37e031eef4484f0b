import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import sharp from 'sharp';
import { shrinkPicture } from '../../main/backend/media/index.ts';
import { act, createPost, mint, previewPost, statusOf, writeDraft } from '../../main/backend/posts/index.ts';
import { type Profile, signIn } from '../../main/backend/profiles/index.ts';
import { createPortal, initPortal } from '../../portal/index.ts';
import type { MediaReference } from '../../shared/content/index.ts';
import type { Input } from '../../shared/contract/index.ts';
import { toBlocks } from './blocks.ts';
import { SAMPLE_PEOPLE, SAMPLE_UNIT } from './people.ts';
import { samplePosts } from './posts/index.ts';
import type { SamplePost } from './types.ts';

/** The PIN of every sample person, shown where it is asked. */
export const SAMPLE_PIN = '246810';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type PersonKey = (typeof SAMPLE_PEOPLE)[number]['key'];
type Board = Readonly<Record<PersonKey, Profile>>;

interface Picture {
  readonly reference: MediaReference;
  readonly data: Uint8Array;
}

/** What the seeder is told by its host. */
export interface SeedSurroundings {
  /** Folder of the `*.svg` pictures. */
  readonly pictures: string;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Makes the sample unit in `folder`: a portal and a data folder for each of its three people, with every post written,
 * appraised, approved and published through the real program, months of it under a steered clock. Made beside and
 * moved into place whole, so that an interrupted start leaves nothing half-made.
 */
export async function seedSample(folder: string, around: SeedSurroundings): Promise<void> {
  const making = `${folder}.new`;
  rmSync(making, { recursive: true, force: true });
  let clock = Date.now();
  const now = (): Date => new Date(clock);
  const portalFolder = join(making, 'portal');
  const { name, address, phone, email, responsible } = SAMPLE_UNIT;
  const people = SAMPLE_PEOPLE.map((person) => ({ ...person, password: randomBytes(12).toString('base64url') }));
  await initPortal({
    folder: portalFolder,
    now,
    unit: { id: 'thcs-song-tra', name, level: 'school' },
    members: people.map(({ key: _key, ...member }) => member),
    contact: { address, phone, email, responsible },
  });
  const portal = await createPortal({ folder: portalFolder, now });
  const { url } = await portal.listen({ host: '127.0.0.1', port: 0 });
  const entries = await Promise.all(
    people.map(async ({ key, account, password }) => {
      const profile = await signIn(
        {
          folder: join(making, 'people', key),
          witness: making,
          now,
          random: Math.random,
          tell: () => undefined,
          titleOfCopy: (title) => title,
          onBug: (error) => {
            throw error;
          },
        },
        { address: url, account, password },
      );
      await profile.setPin(SAMPLE_PIN);
      return [key, profile] as const;
    }),
  );
  const board = Object.fromEntries(entries) as Board;
  const pictures = await readPictures(around.pictures);
  const posts = [...samplePosts].sort((a, b) => b.daysAgo - a.daysAgo);
  const start = clock;
  for (const [index, post] of posts.entries()) {
    around.onProgress(index, posts.length);
    clock = startOfWork(start, post.daysAgo);
    await play(board, post, index, pictures, (hours) => {
      clock = Math.min(clock + hours * HOUR, start);
    });
  }
  clock = start;
  for (const profile of Object.values(board)) {
    await syncOrThrow(profile);
    await profile.close();
  }
  await portal.close();
  renameSync(making, folder);
  around.onProgress(posts.length, posts.length);
}

/** Half past seven in Vietnam, that many days ago, but never later than an hour before now. */
function startOfWork(now: number, daysAgo: number): number {
  const midnight = Math.floor((now + 7 * HOUR) / DAY) * DAY - 7 * HOUR;
  return Math.min(midnight - daysAgo * DAY + 7.5 * HOUR, now - HOUR);
}

/** Takes one post through its life up to its sample state, each step by the person whose step it is. */
async function play(
  board: Board,
  post: SamplePost,
  index: number,
  pictures: ReadonlyMap<string, Picture>,
  pass: (hours: number) => void,
): Promise<void> {
  // Every fifth published post is written by the reviewer, so that the head appraises it: separation of duties.
  const isByReviewer = post.state === 'published' && index % 5 === 4;
  const author = isByReviewer ? board.reviewer : board.author;
  const reviewer = isByReviewer ? board.head : board.reviewer;
  const id = write(author, post, pictures);
  if (post.state === 'draft') {
    await syncOrThrow(author);
    return;
  }
  await decide(author, { post: id, action: 'submit' });
  pass(3);
  if (post.state === 'submitted') return;
  if (post.state === 'returned') {
    await decide(reviewer, { post: id, action: 'return', reason: post.returnReason ?? '' });
    return;
  }
  await decide(reviewer, { post: id, action: 'appraise' });
  pass(2);
  if (post.state === 'appraised') return;
  await decide(board.head, { post: id, action: 'approve' });
  pass(24);
  if (post.state === 'withdrawn') await decide(board.head, { post: id, action: 'withdraw', listedReason: 'outdated' });
}

function write(author: Profile, post: SamplePost, pictures: ReadonlyMap<string, Picture>): string {
  const hashOf = (key: string): string => {
    const picture = pictures.get(key);
    if (picture === undefined) throw new Error(`no picture ${key}`);
    author.shelf.put(picture.reference, picture.data);
    return picture.reference.hash;
  };
  const id = createPost(author.desk);
  const blocks = toBlocks(post.body, hashOf);
  const { title, summary, category, tags, cover, byline } = post;
  writeDraft(author.desk, {
    post: id,
    fields: {
      title,
      summary,
      categories: [category],
      tags: [...tags],
      cover: cover && { media: hashOf(cover.picture), alt: cover.alt },
      byline,
    },
    order: blocks.map((block) => block.id),
    blocks,
  });
  mint(author.desk, id);
  return id;
}

/** One person looks at what the portal has, decides, and sends it. */
async function decide(
  profile: Profile,
  step: Pick<Input<'posts.act'>, 'post' | 'action'> & Partial<Input<'posts.act'>>,
): Promise<void> {
  await syncOrThrow(profile);
  const { desk } = profile;
  let htmlHash: string | null = null;
  if (step.action === 'approve') {
    desk.approvalKey.unlock(SAMPLE_PIN);
    htmlHash = previewPost(desk, step.post, statusOf(desk, step.post).submitted).htmlHash;
  }
  act(desk, { revision: null, reason: '', listedReason: null, htmlHash, ...step });
  await syncOrThrow(profile);
}

async function syncOrThrow(profile: Profile): Promise<void> {
  const { state, problem, pending } = await profile.sync.now();
  if (state !== 'idle' || pending > 0)
    throw new Error(`sample unit: sync ended ${state} ${problem}, ${pending} pending`);
}

async function readPictures(folder: string): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.svg')) continue;
    const key = parse(file).name;
    const drawn = await sharp(readFileSync(join(folder, file)))
      .webp({ lossless: true, effort: 0 })
      .toBuffer();
    pictures.set(key, await shrinkPicture(drawn, `${key}.webp`));
  }
  return pictures;
}
