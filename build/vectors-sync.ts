import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeRevision, pack } from '../main/backend/sync/index.ts';
import { publicationId } from '../portal/workflow/index.ts';
import { canonicalJson, mergeRevisions, quoteAt, type Revision, revisionId } from '../shared/content/index.ts';
import { exampleRevision } from '../shared/content/testing.ts';
import { signErasure, signMutation, type UnsignedMutation } from '../shared/sync/index.ts';

/** A key for the vectors alone: 32 bytes of 07. */
const SECRET = '07'.repeat(32);
const ID = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a01';
const AT = '2026-09-05T01:30:00.000Z';

const base = exampleRevision();
const next = exampleRevision({ parents: [revisionId(base)], title: 'Lễ khai giảng năm học mới' });
const words = {
  ...{ id: ID, device: '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a02', seq: 7, name: 'post.save' },
  args: { post: base.post, revision: revisionId(next), base: revisionId(base) },
  ...{ after: ['0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a03'], at: AT },
};
const remark = {
  ...{ id: '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a04', device: words.device, seq: 8, name: 'post.comment' },
  args: {
    ...{ post: base.post, revision: revisionId(next), text: 'Nhờ cô @Trần Thu Hà xem giờ.', mentions: ['person-1'] },
    ...{ anchor: { of: 'b1', start: 5, end: 10 }, wording: '7 giờ 30' },
  },
  ...{ after: [ID], at: AT },
};
const resolution = {
  ...{ id: '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a05', device: words.device, seq: 9, name: 'post.resolveComment' },
  args: { post: base.post, revision: revisionId(next), thread: remark.id, isResolved: true, answer: 'taken' },
  ...{ after: [remark.id], at: AT },
};
const signed = (of: typeof words | typeof remark | typeof resolution) => ({
  words: of,
  canonical: canonicalJson(of),
  signed: signMutation(of as UnsignedMutation, SECRET),
});
const erasure = { portal: 'portal-1', unit: base.unit, what: 'media' as const, hash: 'a'.repeat(64), at: AT };
const reply = {
  now: AT,
  verdicts: [{ mutation: ID, outcome: 'accepted', code: 'ok', receivedAt: AT, number: 12, contributors: ['person-1'] }],
  ...{ waiting: [], wantedMedia: [], changes: [], cursor: { epoch: 'epoch-1', number: 12 }, more: false },
};
const mine = exampleRevision({ parents: [revisionId(base)], device: 'device-1', blocks: base.blocks.slice(1) });
const theirs = exampleRevision({ parents: [revisionId(base)], device: 'device-2', summary: 'Tóm tắt mới.' });
const merged = mergeRevisions(base, mine, theirs).revision as Revision;

/** Rewrites the vectors of the protocol. Run only when its version changes: old vectors are a promise. */
const held = { id: revisionId(base), canonical: canonicalJson(base) };
const vectors = {
  mutation: { secretKey: SECRET, words, canonical: canonicalJson(words), signed: signMutation(words, SECRET) },
  remarks: { secretKey: SECRET, quote: quoteAt(next, remark.args.anchor), list: [signed(remark), signed(resolution)] },
  revision: {
    base: held,
    ...{ id: revisionId(next), canonical: canonicalJson(next) },
    zstd: encodeRevision(revisionId(next), canonicalJson(next), held, 'zstd'),
    deflate: encodeRevision(revisionId(next), canonicalJson(next), held, 'deflate'),
  },
  reply: {
    message: reply,
    zstd: pack(reply, 'zstd').toString('base64'),
    deflate: pack(reply, 'deflate').toString('base64'),
  },
  erasure: { secretKey: SECRET, words: erasure, signed: signErasure(erasure, SECRET) },
  publication: { portal: 'portal-1', approval: ID, id: publicationId('portal-1', ID) },
  merge: { base, mine, theirs, merged, id: revisionId(merged) },
};
const file = join(import.meta.dirname, '../docs/spec/vectors/sync.json');
writeFileSync(file, `${JSON.stringify(vectors, null, 2)}\n`);
console.log(file);
