import { createPrivateKey, createPublicKey, sign as signBytes, verify } from 'node:crypto';
import { isSignedBy } from '../shared/sync/index.ts';

/** What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410): of a secret one, and of a public one. */
const SECRET_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** As `sign` in `shared/sync`, to the byte, in a fiftieth of the time: each sync is answered with a signed head. */
export function signNatively(text: string, secretKey: string): string {
  const der = Buffer.concat([SECRET_PREFIX, Buffer.from(secretKey, 'hex')]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return signBytes(null, Buffer.from(text, 'utf8'), key).toString('hex');
}

/**
 * As `isSignedBy` in `shared/sync`, with the same answer, and quick where it is yes. OpenSSL takes fewer signatures (no
 * unusual encodings of points), so its no is asked again: portal and computers must not differ in what they take.
 */
export function isSignedNatively(text: string, signature: string, publicKey: string): boolean {
  return isTakenByOpenssl(text, signature, publicKey) || isSignedBy(text, signature, publicKey);
}

function isTakenByOpenssl(text: string, signature: string, publicKey: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature) || !/^[0-9a-f]{64}$/.test(publicKey)) return false;
  try {
    const der = Buffer.concat([PUBLIC_PREFIX, Buffer.from(publicKey, 'hex')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}
