import { createCipheriv, randomBytes } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../shared/content/index.ts';
import {
  API,
  actHash,
  boxKey,
  carriedMediaReplySchema,
  devicesReplySchema,
  isCertificateSignedBy,
  isReceiptSignedBy,
  type Mutation,
  newKeyPair,
  PACKED_DICTIONARY,
  PACKED_METHODS,
  PROTOCOL,
  receiptsReplySchema,
  type SealedMutation,
  type SyncReply,
  syncReplySchema,
} from '../../shared/sync/index.ts';
import {
  type Board,
  type BoardMember,
  encode,
  type Minted,
  makePicture,
  paragraph,
  startBoard,
  upload,
} from '../testing/index.ts';

let board: Board;
let author: BoardMember;
let other: BoardMember;
let head: BoardMember;
beforeAll(async () => {
  board = await startBoard();
  [author, other, head] = [await board.signIn('author'), await board.signIn('other'), await board.signIn('head')];
});
afterAll(() => board.close());

/** A mutation and its text, sealed to a portal's key as a client does it. */
function seal(mutation: Mutation, minted: Minted | null, portalKey = author.portal.publicKey) {
  const { key, oneTimePublic } = boxKey.ofSender(portalKey, randomBytes(32));
  const json = JSON.stringify({ mutation, revision: minted === null ? null : encode(minted) });
  const packed = zstdCompressSync(json, { dictionary: Buffer.from(PACKED_DICTIONARY) });
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12));
  const sealed = [cipher.update(Buffer.concat([Buffer.of(PACKED_METHODS.zstd), packed])), cipher.final()];
  const box = Buffer.concat([oneTimePublic, ...sealed, cipher.getAuthTag()]).toString('base64');
  return { mutation: mutation.id, box };
}

async function carry(
  by: BoardMember,
  sealed: readonly SealedMutation[],
  mutations: Mutation[] = [],
): Promise<SyncReply> {
  return ask(
    by,
    API.sync,
    { protocol: PROTOCOL, cursor: null, revisions: [], mutations, sealed },
    syncReplySchema.parse,
  );
}

async function ask<Reply>(
  by: BoardMember,
  path: string,
  body: unknown,
  parse: (value: unknown) => Reply,
): Promise<Reply> {
  const headers = { 'content-type': 'application/json' };
  return parse(await (await by.request(path, { method: 'POST', headers, body: JSON.stringify(body) })).json());
}

/** A post its author never sent: the text, its save and its submission. */
function written(draft = {}): { post: string; minted: Minted; save: Mutation; submit: Mutation } {
  const post = newId();
  const minted = author.mint(post, draft);
  const save = author.mutate('post.save', { post, revision: minted.id, base: null });
  const submit = author.mutate('post.submit', { post, revision: minted.id }, [save.id]);
  return { post, minted, save, submit };
}

const outcomes = ({ verdicts }: SyncReply) => verdicts.map(({ mutation, outcome }) => [mutation, outcome]);

describe('mutations that somebody else carries', () => {
  it('take effect under their own person when their text comes in a box, and only once', async () => {
    const { post, minted, save, submit } = written();
    const sealed = [seal(save, minted)];
    const accepted = [
      [save.id, 'accepted'],
      [submit.id, 'accepted'],
    ];
    expect(outcomes(await carry(other, sealed, [submit]))).toEqual(accepted);
    expect(outcomes(await carry(head, sealed, [submit]))).toEqual(accepted);
    await author.pull();
    expect(author.status(post)).toMatchObject({ state: 'submitted', owner: author.member.id, head: minted.id });
    const mine = author.feed.flatMap((change) =>
      change.kind === 'mutation' && change.post === post ? [change.person] : [],
    );
    expect(mine).toEqual([author.member.id, author.member.id]);
  });

  it('stay unread in a box that was altered, is for another portal or has another name on it', async () => {
    const { minted, save } = written();
    const good = seal(save, minted);
    const bytes = Buffer.from(good.box, 'base64');
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    const reply = await carry(other, [
      { ...good, box: bytes.toString('base64') },
      seal(save, minted, newKeyPair().publicKey),
      { ...good, mutation: newId() },
      { ...good, box: Buffer.alloc(64).toString('base64') },
    ]);
    expect(reply).toMatchObject({ unopened: [0, 1, 2, 3], verdicts: [], waiting: [] });
    await author.pull();
    expect(author.received(minted.id)).toBeNull();
  });

  it('show the carrier nothing of a draft that they brought', async () => {
    const { minted, save } = written({ blocks: [paragraph('câu nháp bí mật')] });
    await carry(other, [seal(save, minted)]);
    await other.pull();
    expect(other.received(minted.id)).toBeNull();
    expect(JSON.stringify(other.feed)).not.toContain(minted.id);
  });
});

describe('what the portal signs for those without a line', () => {
  it('names the person of each device of the unit', async () => {
    const { devices } = devicesReplySchema.parse(await (await other.request(API.devices)).json());
    const of = devices.find(({ device }) => device === author.device.id);
    expect(of).toMatchObject({
      person: author.member.id,
      name: author.member.name,
      publicKey: author.device.publicKey,
    });
    for (const certificate of devices) {
      expect(isCertificateSignedBy(certificate, author.portal.publicKey)).toBe(true);
      expect(isCertificateSignedBy({ ...certificate, person: 'x' }, author.portal.publicKey)).toBe(false);
    }
  });

  it('tells the verdict of each mutation that it has decided', async () => {
    const { save, submit, minted } = written();
    const late = { ...author.mutate('post.recall', { post: newId(), revision: minted.id }), id: newId() };
    await carry(other, [seal(save, minted)], [submit]);
    const mutations = [save.id, submit.id, late.id];
    const { receipts } = await ask(other, API.receipts, { mutations }, receiptsReplySchema.parse);
    expect(receipts.map(({ mutation, outcome }) => [mutation, outcome]).sort()).toEqual(
      [
        [save.id, 'accepted'],
        [submit.id, 'accepted'],
      ].sort(),
    );
    const [receipt] = receipts.filter(({ mutation }) => mutation === submit.id);
    expect(receipt).toMatchObject({ act: actHash(submit), number: expect.any(Number) });
    for (const one of receipts) expect(isReceiptSignedBy(one, author.portal.publicKey)).toBe(true);
    for (const change of [{ outcome: 'refused' }, { number: 1 }, { act: 'a'.repeat(64) }] as const)
      expect(receipt && isReceiptSignedBy({ ...receipt, ...change }, author.portal.publicKey)).toBe(false);
  });
});

describe('a picture that somebody else carries', () => {
  const showing = ({ reference }: Awaited<ReturnType<typeof makePicture>>) => ({
    cover: { media: reference.hash, alt: 'Sân trường' },
    media: [reference],
  });
  const bring = (by: BoardMember, revision: string, media: string[]) =>
    ask(by, API.carriedMedia, { revision, media }, carriedMediaReplySchema.parse);

  it('counts as its author’s once the carrier has uploaded it, and publishes what waited for it', async () => {
    const picture = await makePicture('teal');
    const { post, minted, save, submit } = written(showing(picture));
    await carry(head, [seal(save, minted)], [submit]);
    const reviewer = await board.signIn('reviewer');
    await reviewer.act('post.appraise', post);
    await head.act('post.approve', post);
    expect(await bring(head, minted.id, [picture.reference.hash])).toEqual({ wanted: [picture.reference.hash] });
    await upload(head, picture.bytes, picture.reference.hash);
    await author.pull();
    expect(author.status(post).state).toBe('approved');
    expect(await bring(head, minted.id, [picture.reference.hash])).toEqual({ wanted: [] });
    await author.pull();
    expect(author.status(post)).toMatchObject({ state: 'published', live: minted.id });
    expect((await author.pull()).wantedMedia).toEqual([]);
  });

  it('is not given to who names it in a draft, nor brought for a text the carrier may not see', async () => {
    const picture = await makePicture('maroon');
    const stolen = await other.save(showing(picture));
    await author.save(showing(picture));
    await upload(author, picture.bytes, picture.reference.hash);
    await expect(bring(author, stolen.id, [picture.reference.hash])).rejects.toMatchObject({ code: 'not_found' });
    await expect(other.request(`${API.media}/${picture.reference.hash}`)).rejects.toMatchObject({ code: 'not_found' });
  });
});
