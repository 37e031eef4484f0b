import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { lookIntoBundle } from '../../main/backend/bundle/index.ts';
import { openTestDesk, temporaryFolder } from '../../main/backend/testing/folder.ts';
import { openBoxes } from '../../portal/bundle/index.ts';
import { type Revision, revisionId } from '../../shared/content/index.ts';
import {
  actHash,
  certificateSchema,
  isCertificateSignedBy,
  isReceiptSignedBy,
  mutationSchema,
  receiptSchema,
} from '../../shared/sync/index.ts';

/** `docs/spec/vectors/bundle.json`: what was written once must be read for ever. */
const vector = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../docs/spec/vectors/bundle.json'), 'utf8'));
const { portal, unit } = vector;

it('the published certificate, receipt and act are signed and hashed as the page says', () => {
  expect(isCertificateSignedBy(certificateSchema.parse(vector.certificate), portal.publicKey)).toBe(true);
  expect(isReceiptSignedBy(receiptSchema.parse(vector.receipt), portal.publicKey)).toBe(true);
  expect(actHash(mutationSchema.parse(vector.act.mutation))).toBe(vector.act.hash);
  expect(vector.receipt.act).toBe(vector.act.hash);
});

it('the published box opens with the portal’s key', () => {
  const identity = { portal: portal.id, publicKey: portal.publicKey, secretKey: portal.secretKey };
  const { contents, unopened } = openBoxes(identity, [vector.box]);
  expect(unopened).toEqual([]);
  expect(contents[0]?.mutation).toEqual(vector.box.content.mutation);
  const revision = JSON.parse(contents[0]?.revision?.data ?? '') as Revision;
  expect(revisionId(revision)).toBe(vector.box.content.revision);
});

it('the published file is read by a computer of that portal', async () => {
  const { desk } = openTestDesk();
  const info = { ...desk.portal, portal: portal.id, publicKey: portal.publicKey, unit };
  const path = join(temporaryFolder(), 'tep.banthao');
  writeFileSync(path, Buffer.from(vector.file.bytes, 'base64'));
  const reader = Object.create(desk, { portal: { value: info } });
  expect(await lookIntoBundle(reader, path, null)).toMatchObject({
    ...{ makerName: 'Trần Thu Hà', actions: 1, drafts: 1 },
    posts: [{ post: vector.file.post, title: vector.file.title }],
  });
});
