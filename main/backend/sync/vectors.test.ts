import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBoard } from '../../../portal/testing/index.ts';
import { publicationId } from '../../../portal/workflow/publish.ts';
import {
  canonicalJson,
  mergeRevisions,
  newId,
  parseRevision,
  quoteAt,
  type Revision,
  revisionId,
} from '../../../shared/content/index.ts';
import {
  API,
  erasureSchema,
  isErasureSignedBy,
  isMutationSignedBy,
  mutationSchema,
  PACKED_METHODS,
  PACKED_TYPE,
  signErasure,
  signMutation,
  syncReplySchema,
  type UnsignedMutation,
} from '../../../shared/sync/index.ts';
import { foldThreads, parseAction } from '../../../shared/workflow/index.ts';
import { decodeRevision, encodeRevision } from './codec.ts';
import { pack, unpack } from './packed.ts';

type Encoded = Parameters<typeof decodeRevision>[0];
interface Vectors {
  readonly mutation: {
    readonly secretKey: string;
    readonly words: UnsignedMutation;
    readonly canonical: string;
    readonly signed: unknown;
  };
  readonly remarks: {
    readonly secretKey: string;
    readonly quote: string;
    readonly list: readonly { words: UnsignedMutation; canonical: string; signed: unknown }[];
  };
  readonly revision: {
    readonly base: { readonly id: string; readonly canonical: string };
    readonly id: string;
    readonly canonical: string;
    readonly zstd: Encoded;
    readonly deflate: Encoded;
  };
  readonly reply: { readonly message: unknown; readonly zstd: string; readonly deflate: string };
  readonly erasure: {
    readonly secretKey: string;
    readonly words: Parameters<typeof signErasure>[0];
    readonly signed: unknown;
  };
  readonly publication: { readonly portal: string; readonly approval: string; readonly id: string };
  readonly merge: {
    readonly base: Revision;
    readonly mine: Revision;
    readonly theirs: Revision;
    readonly merged: Revision;
    readonly id: string;
  };
}

const vectors = JSON.parse(
  readFileSync(new URL('../../../docs/spec/vectors/sync.json', import.meta.url), 'utf8'),
) as Vectors;

describe('the published vectors of the protocol', () => {
  it('sign a mutation over its canonical form', () => {
    const { secretKey, words, canonical, signed } = vectors.mutation;
    expect(canonicalJson(words)).toBe(canonical);
    expect(signMutation(words, secretKey)).toEqual(signed);
    // The public key of 32 bytes of 07 (RFC 8032).
    const publicKey = 'ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c';
    expect(isMutationSignedBy(mutationSchema.parse(signed), publicKey)).toBe(true);
    expect(isMutationSignedBy({ ...mutationSchema.parse(signed), seq: 8 }, publicKey)).toBe(false);
    const erasure = vectors.erasure;
    expect(signErasure(erasure.words, erasure.secretKey)).toEqual(erasure.signed);
    expect(isErasureSignedBy(erasureSchema.parse(erasure.signed), publicKey)).toBe(true);
  });

  it('sign what is said about a text, name its words by their place in it, and make one thread of it', () => {
    const { secretKey, quote, list } = vectors.remarks;
    const events = list.map(({ words, canonical, signed }) => {
      expect(canonicalJson(words)).toBe(canonical);
      expect(signMutation(words, secretKey)).toEqual(signed);
      const action = parseAction(words.name, words.args);
      if (action === null) throw new Error(words.name);
      return { id: words.id, action, person: 'person-1', contributors: [] };
    });
    const [thread] = foldThreads(events);
    const text = JSON.parse(vectors.revision.canonical) as Revision;
    expect(thread?.revision).toBe(vectors.revision.id);
    expect(thread?.anchor && quoteAt(text, thread.anchor)).toBe(quote);
    expect(thread?.resolved?.answer).toBe('taken');
  });

  it('pack a revision with its base as dictionary, in either way', () => {
    const { base, id, canonical, zstd, deflate } = vectors.revision;
    for (const encoded of [zstd, deflate]) {
      const revision = decodeRevision(encoded, (asked) => (asked === base.id ? base.canonical : null));
      if (revision === null || revision === 'no_base') throw new Error(encoded.codec);
      expect([revisionId(revision), canonicalJson(revision)]).toEqual([id, canonical]);
      expect(decodeRevision(encoded, () => null)).toBe('no_base');
      expect(encoded.data.length).toBeLessThan(canonical.length / 4);
    }
  });

  it('pack a reply with the dictionary of protocol 1, in either way', () => {
    const { message, zstd, deflate } = vectors.reply;
    for (const packed of [zstd, deflate])
      expect(syncReplySchema.parse(JSON.parse(unpack(Buffer.from(packed, 'base64'))))).toEqual(message);
  });

  it('name a publication and a merge of nobody', () => {
    const { portal, approval, id } = vectors.publication;
    expect(publicationId(portal, approval)).toBe(id);
    const merge = vectors.merge;
    const { revision } = mergeRevisions(merge.base, merge.mine, merge.theirs);
    expect(revision).toEqual(merge.merged);
    expect(revision?.note).toBe('merge-1');
    expect(parseRevision(revision).ok && revision !== null && revisionId(revision)).toBe(merge.id);
  });
});

it('a runtime without zstd is spoken to in deflate alone, texts against a base too', async () => {
  const board = await startBoard({ on: 'sqlite' });
  onTestFinished(() => board.close());
  const author = await board.signIn('author');
  const ask = async (body: object): Promise<ReturnType<typeof syncReplySchema.parse>> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': PACKED_TYPE },
      body: new Uint8Array(pack(body, 'deflate')),
    };
    const bytes = Buffer.from(await (await author.request(API.sync, init)).arrayBuffer());
    expect(bytes[0]).toBe(PACKED_METHODS.deflate);
    return syncReplySchema.parse(JSON.parse(unpack(bytes)));
  };
  const request = { protocol: 1, cursor: null, revisions: [], mutations: [] };
  const post = newId();
  const first = author.mint(post);
  const second = author.mint(post, { parents: [first.id], title: 'Tên khác' });
  const [one, two] = [first, second].map(({ id, revision }) => ({ id, canonical: canonicalJson(revision) }));
  if (one === undefined || two === undefined) throw new Error('two texts');
  const save = author.mutate('post.save', { post, revision: first.id, base: null });
  const again = author.mutate('post.save', { post, revision: second.id, base: first.id }, [save.id]);
  const revisions = [
    encodeRevision(one.id, one.canonical, null, 'deflate'),
    encodeRevision(two.id, two.canonical, one, 'deflate'),
  ];
  expect(revisions.map(({ codec }) => codec)).toEqual(['json', 'deflate']);
  const sent = await ask({ ...request, revisions, mutations: [save, again] });
  expect(sent.verdicts.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  const { changes } = await ask(request);
  const texts = (changes as { revision?: { id: string; codec: string; base?: string } }[]).flatMap(
    ({ revision }) => revision ?? [],
  );
  expect(texts.map(({ id, codec, base }) => [id, codec, base])).toEqual([
    [one.id, 'json', undefined],
    [two.id, 'deflate', one.id],
  ]);
});
