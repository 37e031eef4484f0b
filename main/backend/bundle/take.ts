import type { BundleLook } from '../../../shared/contract/index.ts';
import { actHash, type Receipt, type Verdict } from '../../../shared/sync/index.ts';
import { isDraftAct } from '../../../shared/workflow/index.ts';
import {
  dropPublishedPictures,
  hiddenAmong,
  keepReceipt,
  noteCarried,
  noteCarriedPictures,
  noteDevices,
  noteHidden,
  noteSealed,
} from '../carried/index.ts';
import type { MediaShelf } from '../media/index.ts';
import {
  addRevision,
  answeredIn,
  contributorsOf,
  type Desk,
  mutationsOfPost,
  projectPost,
  readRevision,
  unseenVerdicts,
  wordsOf,
} from '../posts/index.ts';
import { checksum } from '../store/index.ts';
import { applyVerdicts, readCursor } from '../sync/index.ts';
import { readBundle } from './read.ts';
import { aboutOf, type Carried, revisionOf, type Verified, verifyBundle } from './verify.ts';

/** Posts named one by one before a bundle is taken in. */
const SHOWN = 30;

/** What is in a bundle, before anything of it is taken in. @throws AppError as `verifyBundle`. */
export async function lookIntoBundle(desk: Desk, path: string, passphrase: string | null): Promise<BundleLook> {
  return lookOf(desk, await verifyBundle(desk, path, passphrase));
}

export interface TakeBundle {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  readonly path: string;
  readonly passphrase: string | null;
  /** Names the draft made from text that lost a race. */
  readonly titleOfCopy: (original: string) => string;
}

/** What taking a bundle in came to. */
export interface Taken {
  /** Mutations that were not here before. */
  readonly mutations: number;
  readonly boxes: number;
  readonly pictures: number;
  readonly posts: readonly string[];
}

/**
 * Takes a bundle in, after it was checked whole. Other people's mutations are held as waiting, under their own
 * signatures, and go to the portal with the next sync; receipts decide what waits here. Taken in again, or after a newer
 * one, it changes nothing.
 *
 * @throws AppError as `verifyBundle`: then nothing was taken in.
 */
export async function takeBundle({ desk, shelf, path, passphrase, titleOfCopy }: TakeBundle): Promise<Taken> {
  const { db } = desk;
  const verified = await verifyBundle(desk, path, passphrase);
  const makers = new Map(verified.carried.map((one) => [one.mutation.id, one]));
  // A draft's way is its author's own business: a box holds it, and whatever else names one is passed over.
  const open = verified.carried.filter(({ mutation }) => !isDraftAct(mutation.name));
  const named = new Set(open.map(({ mutation }) => aboutOf(mutation).revision));
  const touched = new Set<string>();
  const receipts: Receipt[] = [];
  let mutations = 0;
  let boxes = 0;
  let pictures = 0;
  for await (const read of readBundle(path, passphrase, desk.portal)) {
    if (read.kind === 'picture') {
      if (takePicture(shelf, read.hash, read.data)) pictures += 1;
      continue;
    }
    if (read.kind === 'manifest') {
      noteDevices(db, [read.manifest.maker]);
      continue;
    }
    db.transaction(() => {
      for (const item of read.items) {
        if (item.kind === 'device') noteDevices(db, [item.certificate]);
        else if (item.kind === 'hidden') noteHiddenUnlessHere(desk, item.mutation);
        else if (item.kind === 'receipt') receipts.push(item.receipt);
        else if (item.kind === 'sealed' && !isHere(desk, item.mutation)) {
          if (noteSealed(db, { mutation: item.mutation, box: item.box })) boxes += 1;
          noteCarried(db, item.mutation);
        } else if (item.kind === 'revision' && named.has(item.id)) {
          // Only what a mutation names: a text that nobody submitted is nobody's to show.
          touched.add(revisionOf(item, desk.portal.unit.id).post);
          addRevision(db, revisionOf(item, desk.portal.unit.id));
        } else if (item.kind === 'mutation') {
          const maker = makers.get(item.mutation.id);
          const post = maker === undefined ? null : takeMutation(desk, maker, item.contributors);
          if (post !== null) {
            mutations += 1;
            touched.add(post);
          }
        }
      }
    })();
  }
  const decided = finish(desk, verified, { touched, receipts, titleOfCopy });
  const posts = [...new Set([...touched, ...decided])];
  if (posts.length > 0 || pictures > 0) desk.tell('posts.changed', { posts: posts.length > 100 ? null : posts });
  return { mutations, boxes, pictures, posts };
}

/** Puts the posts in order and takes in what the portal has decided. Returns the posts that decisions were about. */
function finish(
  desk: Desk,
  { manifest, carried }: Verified,
  {
    touched,
    receipts,
    titleOfCopy,
  }: {
    touched: ReadonlySet<string>;
    receipts: readonly Receipt[];
    titleOfCopy: (original: string) => string;
  },
): string[] {
  const { db } = desk;
  const unseen = unseenVerdicts(desk).length;
  const decided = db.transaction(() => {
    noteNames(desk, carried);
    owePictures(desk, carried, manifest.entries);
    for (const post of touched) projectPost(desk, post);
    const verdicts = receipts.flatMap((receipt) => takeReceipt(desk, receipt) ?? []);
    db.prepare(`INSERT INTO bundle_taken (id, maker, taken_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING`).run(
      manifest.id,
      manifest.maker.person,
      desk.now().toISOString(),
    );
    const { posts } = applyVerdicts(desk, verdicts, titleOfCopy);
    dropPublishedPictures(db);
    return posts;
  })();
  const unseenNow = unseenVerdicts(desk).length;
  if (unseenNow !== unseen) desk.tell('inbox.changed', { unseen: unseenNow });
  return decided;
}

/**
 * Holds an open mutation as waiting. One that is here already stays as it is, unless it was turned down for its number
 * alone and comes again under another line of its maker.
 *
 * @returns its post, or `null` when nothing changed.
 */
function takeMutation(desk: Desk, { mutation, person }: Carried, contributors: readonly string[]): string | null {
  const { db } = desk;
  const { post, revision } = aboutOf(mutation);
  if (post === null || isDraftAct(mutation.name)) return null;
  const words = JSON.stringify(mutation);
  const known = db
    .prepare<[string], { device: string; code: string | null; outcome: string }>(
      'SELECT device, code, outcome FROM mutation WHERE id = ?',
    )
    .get(mutation.id);
  const row = {
    ...{ id: mutation.id, post, device: mutation.device, seq: mutation.seq, words },
    sum: checksum(mutation.id, post, words),
  };
  if (known !== undefined) {
    const isForked = known.code === 'known_number' && known.outcome !== 'accepted' && known.device !== mutation.device;
    if (!isForked || person === desk.me().id) return null;
    db.prepare(
      `UPDATE mutation SET device = @device, seq = @seq, words = @words, sum = @sum, outcome = 'pending', code = NULL,
       received_at = NULL WHERE id = @id AND post = @post`,
    ).run(row);
    return post;
  }
  const own =
    mutation.name === 'post.submit' && revision !== null
      ? [...contributorsOf(db, revision, answeredIn(mutationsOfPost(db, post))), ...(person === null ? [] : [person])]
      : [];
  db.prepare(
    `INSERT INTO mutation (id, post, device, seq, name, words, sum, person, contributors, at, outcome)
     VALUES (@id, @post, @device, @seq, @name, @words, @sum, @person, @contributors, @at, 'pending')`,
  ).run({
    ...row,
    name: mutation.name,
    person,
    contributors: JSON.stringify([...new Set([...own, ...contributors])].sort()),
    at: mutation.at,
  });
  if (person !== null && person !== desk.me().id) noteCarried(db, mutation.id);
  return post;
}

/** A receipt decides what is here, and is kept to be passed on. */
function takeReceipt(desk: Desk, receipt: Receipt): Verdict | null {
  const { db } = desk;
  // One of before the portal was restored, or after: the next sync tells what holds.
  if (receipt.epoch !== readCursor(desk)?.epoch) return null;
  const row = db
    .prepare<[string], { id: string; post: string; words: string; sum: number }>(
      'SELECT id, post, words, sum FROM mutation WHERE id = ?',
    )
    .get(receipt.mutation);
  if (row !== undefined && actHash(wordsOf(row)) !== receipt.act) return null;
  keepReceipt(db, receipt);
  const { mutation, outcome, code, receivedAt, number, contributors } = receipt;
  return { mutation, outcome, code, receivedAt, ...(number === null ? {} : { number, contributors }) };
}

function isHere({ db }: Desk, mutation: string): boolean {
  return db.prepare('SELECT 1 FROM mutation WHERE id = ?').get(mutation) !== undefined;
}

function noteHiddenUnlessHere(desk: Desk, mutation: string): void {
  if (!isHere(desk, mutation) && hiddenAmong(desk.db, [mutation]).length === 0) noteHidden(desk.db, mutation);
}

/** A colleague this computer has never been told of gets the name on their certificate, and no role. */
function noteNames({ db }: Desk, carried: readonly Carried[]): void {
  const insert = db.prepare(
    "INSERT INTO member (id, name, title, roles) VALUES (?, ?, '', '[]') ON CONFLICT (id) DO NOTHING",
  );
  for (const { person, name } of carried) if (person !== null) insert.run(person, name);
}

/** Pictures of what others submitted and the portal has not decided are brought to it with the next sync. */
function owePictures(desk: Desk, carried: readonly Carried[], entries: readonly { name: string }[]): void {
  const { db } = desk;
  const came = new Set(entries.flatMap(({ name }) => (name.startsWith('media/') ? [name.slice('media/'.length)] : [])));
  const isWaiting = db.prepare("SELECT 1 FROM mutation WHERE id = ? AND outcome IN ('pending', 'sent')");
  for (const { mutation, person } of carried) {
    const { revision } = aboutOf(mutation);
    if (revision === null || person === desk.me().id || isWaiting.get(mutation.id) === undefined) continue;
    const media = (readRevision(db, revision)?.media ?? []).map(({ hash }) => hash).filter((hash) => came.has(hash));
    if (media.length > 0) noteCarriedPictures(db, { revision, media });
  }
}

/** Returns whether the picture was not here. One that no text here shows is left. */
function takePicture(shelf: MediaShelf, hash: string, data: Buffer): boolean {
  const reference = shelf.reference(hash);
  if (reference === null || shelf.path(hash) !== null) return false;
  shelf.put(reference, data);
  return true;
}

function lookOf(desk: Desk, verified: Verified): BundleLook {
  const { db } = desk;
  const { manifest, carried, titles, boxes, receipts, pictures } = verified;
  const people = carried.filter(({ person }) => person !== null);
  const posts = new Map<string, { title: string; people: Set<string> }>();
  for (const { mutation, name } of people) {
    const { post, revision } = aboutOf(mutation);
    if (post === null) continue;
    const shown = posts.get(post) ?? { title: '', people: new Set() };
    shown.title = titles.get(revision ?? '') ?? shown.title;
    shown.people.add(name);
    posts.set(post, shown);
  }
  const taken = db
    .prepare<[string], { taken_at: string }>('SELECT taken_at FROM bundle_taken WHERE id = ?')
    .get(manifest.id);
  const times = people.map(({ mutation }) => mutation.at).sort();
  return {
    makerName: manifest.maker.name,
    at: manifest.at,
    isOwn: manifest.maker.device === desk.device.id,
    takenAt: taken?.taken_at ?? null,
    posts: [...posts].slice(0, SHOWN).map(([post, { title, people: names }]) => ({
      post,
      title: title === '' ? titleHere(desk, post) : title,
      people: [...names],
    })),
    postCount: posts.size,
    actions: people.length,
    newActions: people.filter(({ mutation }) => !isHere(desk, mutation.id)).length,
    drafts: boxes,
    receipts,
    pictures,
    from: times[0] ?? null,
    to: times.at(-1) ?? null,
  };
}

function titleHere({ db }: Desk, post: string): string {
  return db.prepare<[string], { title: string }>('SELECT title FROM post WHERE id = ?').get(post)?.title ?? '';
}
