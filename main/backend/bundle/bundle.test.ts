import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePicture } from '../../../portal/testing/index.ts';
import { newId, type Revision, revisionId } from '../../../shared/content/index.ts';
import {
  actHash,
  BUNDLE_LIMITS,
  type BundleItem,
  type BundleManifest,
  type Member,
  type Mutation,
  manifestText,
  newKeyPair,
  sign,
  signCertificate,
  signMutation,
  signReceipt,
} from '../../../shared/sync/index.ts';
import type { TransitionName } from '../../../shared/workflow/index.ts';
import { certificateOf, countSealed, noteDevices } from '../carried/index.ts';
import { type MediaShelf, openMediaShelf } from '../media/index.ts';
import {
  act,
  countOutbox,
  createPost,
  type Desk,
  listPosts,
  mint,
  openPost,
  readRevision,
  statusOf,
  unseenVerdicts,
  writeDraft,
} from '../posts/index.ts';
import { writeSetting } from '../store/index.ts';
import { openTestDesk, temporaryFolder } from '../testing/folder.ts';
import { entryHead } from './entries.ts';
import { lookIntoBundle, makeBundle, measureBundle, takeBundle } from './index.ts';

const PORTAL = { id: newId(), ...newKeyPair() };
const UNIT = { id: 'thcs-song-tra', name: 'Trường THCS Sông Trà', level: 'school' } as const;
const EPOCH = 'epoch-1';

interface Computer {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
}

/** A computer of a member of one board, whose device the portal has certified; nobody is ever online here. */
function computerOf(
  person: string,
  roles: Member['roles'],
  portal = PORTAL,
  unit: Desk['portal']['unit'] = UNIT,
): Computer {
  const { desk: own, folder } = openTestDesk({ member: { id: person, name: `Cô ${person}`, roles } });
  const info = { ...own.portal, portal: portal.id, publicKey: portal.publicKey, unit };
  const desk: Desk = Object.create(own, { portal: { value: info } });
  noteDevices(desk.db, [certificateFor(desk, portal)]);
  writeSetting(desk.db, 'cursor', { epoch: EPOCH, number: 1 });
  return { desk, shelf: openMediaShelf(desk.db, join(folder, 'media')) };
}

function certificateFor({ device, portal, me }: Desk, signer = PORTAL) {
  const { id, name } = me();
  const words = { portal: portal.portal, unit: portal.unit.id, device: device.id, publicKey: device.publicKey };
  return signCertificate({ ...words, person: id, name, at: '2026-11-01T00:00:00.000Z' }, signer.secretKey);
}

/** A board of three. */
const board = () => ({
  author: computerOf('ha', ['author']),
  reviewer: computerOf('khoi', ['author', 'reviewer']),
  head: computerOf('an', ['author', 'head']),
});

function write({ desk }: Computer, text: string, post = createPost(desk), more = {}): string {
  writeDraft(desk, {
    post,
    fields: { title: `Bài ${text}`.slice(0, 100), categories: ['B2'], ...more },
    order: ['a'],
    blocks: [{ id: 'a', type: 'paragraph', children: [{ type: 'text', text }] }],
  });
  mint(desk, post);
  return post;
}

function decide({ desk }: Computer, post: string, action: TransitionName, reason = ''): void {
  const revision = action === 'submit' ? null : openPost(desk, post).revision;
  const checks =
    openPost(desk, post)
      .actions.find(({ name }) => name === action)
      ?.checks.map(({ id }) => id) ?? [];
  act(desk, { post, revision, action, reason, listedReason: null, htmlHash: null, checks });
}

async function save({ desk, shelf }: Computer, more: Partial<Parameters<typeof makeBundle>[0]> = {}): Promise<string> {
  const target = join(temporaryFolder(), 'tep.banthao');
  await makeBundle({ desk, shelf, target, since: null, passphrase: null, withPictures: true, ...more });
  return target;
}

const take = ({ desk, shelf }: Computer, path: string, passphrase: string | null = null) =>
  takeBundle({ desk, shelf, path, passphrase, titleOfCopy: (title) => title });

/** Everything a computer holds that a bundle could change. */
const held = ({ desk: { db } }: Computer): unknown =>
  ['mutation', 'revision', 'post', 'sealed', 'receipt', 'carried', 'carried_media', 'media', 'device_certificate'].map(
    (table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all(),
  );

const titles = ({ desk }: Computer): string[] =>
  listPosts(desk, { filter: 'all', category: null, query: '', offset: 0, limit: 50 }).rows.map(({ title }) => title);

/** A file of any content, rightly signed by a member's device: what a hostile colleague could make. */
function forged(
  { desk }: Computer,
  parts: readonly (Buffer | readonly unknown[])[],
  change: (manifest: BundleManifest) => object = (manifest) => manifest,
): string {
  const contents = parts.map((part) =>
    Buffer.isBuffer(part) ? part : Buffer.concat([Buffer.of(1), zstdCompressSync(JSON.stringify(part))]),
  );
  const entries = contents.map((data, place) => ({
    name: `content/${String(place + 1).padStart(4, '0')}`,
    bytes: data.length,
    sha256: sha256(data),
  }));
  const maker = certificateOf(desk.db, desk.device.id);
  if (maker === null) throw new Error('no certificate');
  const { portal, unit } = desk.portal;
  const words = { format: 1, id: newId(), portal, unit, maker, at: '2026-11-20T00:00:00.000Z', cursor: null, entries };
  const head = Buffer.from(JSON.stringify(change(words as BundleManifest)));
  const signature = Buffer.from(sign(manifestText(sha256(head)), desk.device.secretKey));
  const path = join(temporaryFolder(), 'tep.banthao');
  const pieces = [
    ...[entryHead('manifest.json', head.length), head, entryHead('signature', signature.length), signature],
    ...contents.flatMap((data, place) => [entryHead(entries[place]?.name ?? '', data.length), data]),
  ];
  writeFileSync(path, Buffer.concat([Buffer.from('BTBND1-\n'), ...pieces]));
  return path;
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

const deviceItem = (computer: Computer): BundleItem => ({ kind: 'device', certificate: certificateFor(computer.desk) });

/** The items that one computer would export of a post, as they lie in its database. */
function itemsOf({ desk }: Computer, post: string): { text: BundleItem; acts: Map<string, BundleItem> } {
  const rows = desk.db
    .prepare<[string], { name: string; words: string; contributors: string }>(
      "SELECT name, words, contributors FROM mutation WHERE post = ? AND name <> 'post.save' ORDER BY place",
    )
    .all(post);
  const acts = rows.map(({ name, words, contributors }): [string, BundleItem] => [
    name,
    { kind: 'mutation', mutation: JSON.parse(words) as Mutation, contributors: JSON.parse(contributors) as string[] },
  ]);
  const id = statusOf(desk, post).submitted ?? '';
  const { canonical } = desk.db
    .prepare<[string], { canonical: string }>('SELECT canonical FROM revision WHERE id = ?')
    .get(id) as { canonical: string };
  return { text: { kind: 'revision', id, canonical }, acts: new Map(acts) };
}

describe('a bundle', () => {
  it('lets the board go on with a post, by the rules that hold online', async () => {
    const { author, reviewer, head } = board();
    const post = write(author, 'một');
    decide(author, post, 'submit');
    await take(reviewer, await save(author));
    expect(openPost(reviewer.desk, post)).toMatchObject({ state: 'submitted', ownerName: 'Cô ha', word: 'saved_here' });
    decide(reviewer, post, 'appraise');
    await take(head, await save(reviewer));
    expect(openPost(head.desk, post)).toMatchObject({ state: 'appraised' });
    expect(countOutbox(head.desk.db)).toBe(2);
    expect(countSealed(head.desk.db)).toBe(1);
  });

  it('keeps duties apart where nobody is online: who wrote a word of it may not appraise it', async () => {
    const author = computerOf('ha', ['author', 'reviewer']);
    const { reviewer } = board();
    const post = write(author, 'một');
    decide(author, post, 'submit');
    await take(reviewer, await save(author));
    decide(reviewer, post, 'return', 'Thiếu tên lớp.');
    await take(author, await save(reviewer));
    write(author, 'hai', post);
    decide(author, post, 'submit');
    const other = computerOf('ha', ['author', 'reviewer']);
    await take(other, await save(author));
    const may = openPost(other.desk, post).actions.find(({ name }) => name === 'appraise');
    expect(may).toMatchObject({ allowed: false, code: 'wrote_it' });
  });

  it('lets nobody approve without the pictures, until they came', async () => {
    const { author, reviewer, head } = board();
    const picture = await makePicture('teal');
    author.shelf.put(picture.reference, picture.bytes);
    const post = write(author, 'một', undefined, { cover: { media: picture.reference.hash, alt: 'Sân' } });
    decide(author, post, 'submit');
    await take(reviewer, await save(author));
    decide(reviewer, post, 'appraise');
    const approve = () => openPost(head.desk, post).actions.find(({ name }) => name === 'approve');
    await take(head, await save(reviewer, { withPictures: false }));
    expect(approve()).toMatchObject({ allowed: false, code: 'missing_pictures' });
    expect(await take(head, await save(reviewer))).toMatchObject({ mutations: 0, pictures: 1 });
    expect(approve()).toMatchObject({ allowed: true });
  });

  it('says what is in it before it is taken in', async () => {
    const { author, reviewer } = board();
    const post = write(author, 'một');
    decide(author, post, 'submit');
    write(author, 'nháp');
    const file = await save(author);
    const before = held(reviewer);
    expect(await lookIntoBundle(reviewer.desk, file, null)).toMatchObject({
      ...{ makerName: 'Cô ha', isOwn: false, takenAt: null, postCount: 1, actions: 1, newActions: 1, drafts: 2 },
      posts: [{ post, title: 'Bài một', people: ['Cô ha'] }],
    });
    expect(held(reviewer)).toEqual(before);
    await take(reviewer, file);
    const again = await lookIntoBundle(reviewer.desk, file, null);
    expect(again).toMatchObject({ takenAt: expect.any(String), newActions: 0 });
    expect(await lookIntoBundle(author.desk, file, null)).toMatchObject({ isOwn: true });
  });

  it('shows no word of a draft to whoever carries it, in the file or after it was taken in', async () => {
    const { author, reviewer } = board();
    const post = write(author, 'câu nháp bí mật');
    const file = await save(author);
    expect(readFileSync(file).includes('bí mật')).toBe(false);
    expect(await take(reviewer, file)).toMatchObject({ mutations: 0, boxes: 1, posts: [] });
    expect(JSON.stringify(held(reviewer))).not.toContain('bí mật');
    expect(readRevision(reviewer.desk.db, statusOf(author.desk, post).head ?? '')).toBeNull();
    // Passed on as it is, and once, however often it is exported.
    await take(reviewer, await save(author));
    expect(countSealed(reviewer.desk.db)).toBe(1);
  });

  it('changes nothing when it is taken in twice, by its maker, or after a newer one', async () => {
    const { author, reviewer } = board();
    const post = write(author, 'một');
    decide(author, post, 'submit');
    const older = await save(author);
    await take(reviewer, older);
    decide(reviewer, post, 'return', 'Thiếu tên lớp.');
    await take(author, await save(reviewer));
    write(author, 'hai', post);
    decide(author, post, 'submit');
    const newer = await save(author);
    await take(reviewer, newer);
    for (const [computer, file] of [
      [reviewer, older],
      [reviewer, newer],
      [author, older],
      [author, newer],
    ] as const) {
      const before = held(computer);
      expect(await take(computer, file)).toMatchObject({ mutations: 0, boxes: 0, pictures: 0 });
      expect(held(computer)).toEqual(before);
    }
    expect(openPost(reviewer.desk, post)).toMatchObject({ state: 'submitted', fields: { title: 'Bài hai' } });
  });

  it('waits with what builds on something that has not come, and goes on when it has', async () => {
    const { author, reviewer, head } = board();
    const post = write(author, 'một');
    decide(author, post, 'submit');
    await take(reviewer, await save(author));
    decide(reviewer, post, 'appraise');
    const { text, acts } = itemsOf(reviewer, post);
    const of = (name: string) => acts.get(name) as BundleItem;
    const devices = [deviceItem(author), deviceItem(reviewer)];
    await take(head, forged(reviewer, [[...devices, text, of('post.appraise')]]));
    expect(titles(head)).toEqual([]);
    await take(head, forged(reviewer, [[...devices, text, of('post.submit')]]));
    // The save it builds on is its author's own: without being told that there is one, it waits for it.
    expect(titles(head)).toEqual([]);
    const save_ = (of('post.submit') as { mutation: Mutation }).mutation.after[0] ?? '';
    await take(head, forged(reviewer, [[{ kind: 'hidden', mutation: save_ }, ...devices, text, of('post.submit')]]));
    expect(openPost(head.desk, post)).toMatchObject({ state: 'appraised' });
  });

  it('gives verdicts to those who wait for them, signed by the portal and by nobody else', async () => {
    const { author, reviewer } = board();
    const post = write(author, 'một');
    decide(author, post, 'submit');
    await take(reviewer, await save(author));
    const { acts } = itemsOf(author, post);
    const { mutation } = acts.get('post.submit') as { mutation: Mutation };
    const words = {
      ...{ portal: PORTAL.id, unit: UNIT.id, epoch: EPOCH, mutation: mutation.id, act: actHash(mutation) },
      ...{ outcome: 'refused' as const, code: 'wrong_role', receivedAt: '2026-11-21T00:00:00.000Z', number: null },
      contributors: [],
    };
    const receipt = signReceipt(words, PORTAL.secretKey);
    const lie = signReceipt(words, newKeyPair().secretKey);
    await expect(take(author, forged(reviewer, [[{ kind: 'receipt', receipt: lie }]]))).rejects.toMatchObject({
      code: 'bundle_damaged',
    });
    const stale = signReceipt({ ...words, epoch: 'before the restore' }, PORTAL.secretKey);
    await take(author, forged(reviewer, [[{ kind: 'receipt', receipt: stale }]]));
    expect(openPost(author.desk, post).state).toBe('submitted');
    await take(author, forged(reviewer, [[{ kind: 'receipt', receipt }]]));
    expect(openPost(author.desk, post)).toMatchObject({ state: 'draft', word: 'look_again' });
    expect(unseenVerdicts(author.desk)).toMatchObject([{ mutation: mutation.id, code: 'wrong_role' }]);
    // The carrier passes it on, and does not show the post any more.
    await take(reviewer, await save(author, { since: '' }));
    expect(titles(reviewer)).toEqual([]);
  });
});

describe('a file that is not whole or not of this board', () => {
  it('is refused whole with a reason when it was cut, added to or altered anywhere', async () => {
    const { author, reviewer } = board();
    const picture = await makePicture('navy');
    author.shelf.put(picture.reference, picture.bytes);
    const post = write(author, 'một', undefined, { cover: { media: picture.reference.hash, alt: 'Sân' } });
    decide(author, post, 'submit');
    const before = held(reviewer);
    for (const passphrase of [null, 'bốn con trâu đi bừa']) {
      const whole = readFileSync(await save(author, { passphrase }));
      const flip = (at: number): Buffer => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        return bytes;
      };
      // Each try at a passphrase takes a third of a second, on purpose.
      const tries = passphrase === null ? 24 : 3;
      const step = (whole.length - 61) / (tries - 1);
      const places = Array.from({ length: tries }, (_, index) => 60 + Math.floor(step * index));
      const cases = [
        ...places.map(flip),
        ...[whole.length >> 1, whole.length - 1].map((end) => whole.subarray(0, end)),
        Buffer.concat([whole, entryHead('content/0009', 0)]),
      ];
      for (const [index, bytes] of cases.entries()) {
        const file = join(temporaryFolder(), 'tep.banthao');
        writeFileSync(file, bytes);
        await expect([index, await take(reviewer, file, passphrase).catch((error) => error.code)]).toEqual([
          index,
          expect.stringMatching(/^bundle_(damaged|passphrase|other_unit|other_portal)$/),
        ]);
      }
    }
    expect(held(reviewer)).toEqual(before);
  });

  it('is refused for what it is: another kind of file, another portal, another unit, a newer program', async () => {
    const { author, reviewer } = board();
    write(author, 'một');
    const reasonOf = (file: string, passphrase: string | null = null): Promise<string> =>
      take(reviewer, file, passphrase).then(
        () => 'taken',
        (error) => error.code,
      );
    const file = join(temporaryFolder(), 'x.banthao');
    for (const [bytes, reason] of [
      ['', 'bundle_not_file'],
      ['BTMOVE1\n and so on', 'bundle_not_file'],
      ['BTBND2-\n and so on', 'bundle_newer'],
      ['BTBND1-\n', 'bundle_damaged'],
    ] as const) {
      writeFileSync(file, bytes);
      expect([bytes, await reasonOf(file)]).toEqual([bytes, reason]);
    }
    expect(await reasonOf(join(temporaryFolder(), 'gone.banthao'))).toBe('bundle_not_file');
    expect(await reasonOf(forged(author, [[]], (manifest) => ({ ...manifest, format: 2, more: 1 })))).toBe(
      'bundle_newer',
    );
    const elsewhere = computerOf('xa', ['author'], { id: newId(), ...newKeyPair() });
    write(elsewhere, 'ở nơi khác');
    expect(await reasonOf(await save(elsewhere))).toBe('bundle_other_portal');
    const school = { id: 'thcs-khac', name: 'Trường khác', level: 'school' } as const;
    const other = computerOf('la', ['author'], PORTAL, school);
    write(other, 'của trường khác');
    await expect(take(reviewer, await save(other))).rejects.toMatchObject({
      code: 'bundle_other_unit',
      params: { theirs: 'Trường khác', ours: UNIT.name },
    });
    const locked = await save(author, { passphrase: 'bốn con trâu đi bừa' });
    expect(await reasonOf(locked)).toBe('bundle_passphrase_needed');
    expect(await reasonOf(locked, 'bốn con trâu đi cày')).toBe('bundle_passphrase');
    expect(await reasonOf(locked, 'bốn con trâu đi bừa'.normalize('NFD'))).toBe('taken');
  });

  it('is refused when a colleague made up whose words or whose computer it is', async () => {
    const { author, reviewer, head } = board();
    const post = write(author, 'một');
    decide(author, post, 'submit');
    const { text, acts } = itemsOf(author, post);
    const item = acts.get('post.submit') as Extract<BundleItem, { kind: 'mutation' }>;
    const { signature: _, ...words } = item.mutation;
    const device = deviceItem(author) as Extract<BundleItem, { kind: 'device' }>;
    const mine = signMutation({ ...words, device: author.desk.device.id }, reviewer.desk.device.secretKey);
    const before = held(head);
    for (const items of [
      // Signed by another key than the device's.
      [device, text, { ...item, mutation: mine }],
      // A certificate for a stolen name.
      [{ ...device, certificate: { ...device.certificate, person: 'an' } }, text, item],
      // Nobody knows the device.
      [text, { ...item, mutation: { ...item.mutation, device: newId() } }],
      // Another text under the revision's id.
      [device, { ...text, canonical: (text as { canonical: string }).canonical.replace('một', 'hai') }, item],
      // A known kind, malformed.
      [device, text, { ...item, contributors: 'x' }],
    ])
      await expect(take(head, forged(reviewer, [items as unknown[]]))).rejects.toMatchObject({
        code: 'bundle_damaged',
      });
    expect(held(head)).toEqual(before);
  });

  it('brings in no text that nobody submitted, and passes over kinds of a later version', async () => {
    const { author, reviewer, head } = board();
    const post = write(author, 'nháp');
    const revision = readRevision(author.desk.db, statusOf(author.desk, post).head ?? '') as Revision;
    const row = author.desk.db.prepare<[], { canonical: string }>('SELECT canonical FROM revision').get() as {
      canonical: string;
    };
    const text = { kind: 'revision', id: revisionId(revision), canonical: row.canonical };
    const save_ = author.desk.db.prepare<[], { words: string }>('SELECT words FROM mutation').get() as {
      words: string;
    };
    const open = { kind: 'mutation', mutation: JSON.parse(save_.words), contributors: [] };
    await take(head, forged(reviewer, [[deviceItem(author), text, open, { kind: 'of later', any: 1 }]]));
    expect([titles(head), countOutbox(head.desk.db)]).toEqual([[], 0]);
  });

  it('cannot fill memory or disk: sizes are looked at before anything is unpacked', async () => {
    const { author, reviewer } = board();
    const bomb = Buffer.concat([Buffer.of(1), zstdCompressSync(Buffer.alloc(BUNDLE_LIMITS.partBytes + 1))]);
    const many = zstdCompressSync(`[${'0,'.repeat(BUNDLE_LIMITS.itemsOfPart)}0]`);
    const big = (manifest: BundleManifest): object => ({
      ...manifest,
      entries: manifest.entries.map((entry) => ({ ...entry, bytes: BUNDLE_LIMITS.partBytes + 1 })),
    });
    const twice = (manifest: BundleManifest): object => ({
      ...manifest,
      entries: [...manifest.entries, ...manifest.entries],
    });
    const outside = (manifest: BundleManifest): object => ({
      ...manifest,
      entries: manifest.entries.map((entry) => ({ ...entry, name: '../../x' })),
    });
    for (const file of [
      forged(author, [bomb]),
      forged(author, [Buffer.concat([Buffer.of(1), many])]),
      forged(author, [[]], big),
      forged(author, [[]], twice),
      forged(author, [[]], outside),
      forged(author, [Buffer.from('neither')]),
      forged(author, [[]], (manifest) => ({ ...manifest, more: 'x'.repeat(BUNDLE_LIMITS.manifestBytes) })),
    ])
      await expect(take(reviewer, file)).rejects.toMatchObject({ code: 'bundle_damaged' });
  });
});

describe('saving a bundle', () => {
  it('measures it before it is written, with and without pictures', async () => {
    const { author } = board();
    const picture = await makePicture('teal');
    author.shelf.put(picture.reference, picture.bytes);
    const post = write(author, 'một '.repeat(2_000), undefined, {
      cover: { media: picture.reference.hash, alt: 'Sân' },
    });
    decide(author, post, 'submit');
    const size = measureBundle(author.desk, author.shelf, { since: null });
    expect(size).toMatchObject({ posts: 1, mutations: 2, pictures: 1, pictureBytes: picture.bytes.length });
    for (const withPictures of [true, false]) {
      const real = statSync(await save(author, { withPictures })).size;
      const said = size.bytes + (withPictures ? size.pictureBytes : 0);
      expect(said).toBeGreaterThan(real / 2);
      expect(said).toBeLessThan(real * 3 + 10_000);
    }
  });

  it('leaves nothing behind when it is given up, when there is no room, or nothing to carry', async () => {
    const { author } = board();
    const folder = temporaryFolder();
    const target = join(folder, 'tep.banthao');
    await expect(save(author, { target })).rejects.toMatchObject({ code: 'bundle_nothing' });
    write(author, 'một');
    const giveUp = new AbortController();
    giveUp.abort();
    await expect(save(author, { target, signal: giveUp.signal })).rejects.toMatchObject({ code: 'bundle_cancelled' });
    const onProgress = () => giveUp.abort();
    await expect(save(author, { target, signal: giveUp.signal, onProgress })).rejects.toMatchObject({
      code: 'bundle_cancelled',
    });
    await expect(save(author, { target, freeBytes: () => 1_000 })).rejects.toMatchObject({ code: 'bundle_no_room' });
    await expect(save(author, { target, passphrase: 'ngắn' })).rejects.toMatchObject({ code: 'bad_input' });
    author.desk.db.prepare('DELETE FROM device_certificate').run();
    await expect(save(author, { target })).rejects.toMatchObject({ code: 'bundle_no_certificate' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves a picture out that the disk has spoiled, so that the rest still goes', async () => {
    const { author, reviewer } = board();
    const picture = await makePicture('teal');
    author.shelf.put(picture.reference, picture.bytes);
    const post = write(author, 'một', undefined, { cover: { media: picture.reference.hash, alt: 'Sân' } });
    decide(author, post, 'submit');
    writeFileSync(author.shelf.path(picture.reference.hash) ?? '', 'spoiled');
    expect(await take(reviewer, await save(author))).toMatchObject({ mutations: 1, pictures: 0 });
  });
});
