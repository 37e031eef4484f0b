import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../workflow/index.ts';
import { isApprovalSealedBy, isMutationSignedBy, newKeyPair, sealApproval, signMutation } from './index.ts';

const mutation = {
  id: '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
  device: 'device-1',
  seq: 1,
  name: 'post.submit',
  args: { post: 'p', revision: 'r' },
  after: [],
  at: '2026-11-23T02:00:00.000Z',
};
const statement = {
  portal: 'portal-1',
  unit: 'thcs-song-tra',
  post: '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
  revision: 'a'.repeat(64),
  contentHash: 'b'.repeat(64),
  htmlHash: 'c'.repeat(64),
  rules: DEFAULT_RULES.version,
  previous: '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c',
};

describe('a signature', () => {
  it('is that of the key that made it, over every word of the mutation', () => {
    const { secretKey, publicKey } = newKeyPair();
    const signed = signMutation(mutation, secretKey);
    expect(isMutationSignedBy(signed, publicKey)).toBe(true);
    expect(isMutationSignedBy(signed, newKeyPair().publicKey)).toBe(false);
    for (const change of [
      { name: 'post.recall' },
      { args: { post: 'q' } },
      { after: [mutation.id] },
      { seq: 2 },
      { at: '2027-01-01T00:00:00.000Z' },
    ])
      expect(isMutationSignedBy({ ...signed, ...change }, publicKey)).toBe(false);
  });

  it('on an approval binds each field of the statement', () => {
    const { secretKey, publicKey } = newKeyPair();
    const seal = sealApproval(statement, secretKey);
    expect(isApprovalSealedBy(statement, seal, publicKey)).toBe(true);
    for (const field of Object.keys(statement))
      expect(isApprovalSealedBy({ ...statement, [field]: 'other' }, seal, publicKey)).toBe(false);
    expect(isApprovalSealedBy(statement, 'not hex', publicKey)).toBe(false);
  });
});
