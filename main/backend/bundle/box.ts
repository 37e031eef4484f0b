import { createCipheriv, createHmac } from 'node:crypto';
import { type BoxContent, boxKey, type SealedMutation } from '../../../shared/sync/index.ts';
import type { Desk } from '../posts/index.ts';
import { pack } from '../sync/index.ts';

/** Each box has a key of its own. */
const NO_NONCE = Buffer.alloc(12);

/**
 * Seals a mutation and its text to the portal's key, so that whoever carries it sees neither. Its one-time key follows
 * from the device's secret and the bytes sealed: the same mutation gives the same box each time, a carrier keeps one, and
 * no key ever seals two things.
 */
export function sealToPortal({ portal, device }: Desk, content: BoxContent): SealedMutation {
  const packed = pack(content);
  const oneTime = createHmac('sha256', Buffer.from(device.secretKey, 'hex'))
    .update(`banthao-box-1\n${portal.publicKey}\n`)
    .update(packed)
    .digest();
  const { key, oneTimePublic } = boxKey.ofSender(portal.publicKey, oneTime);
  const cipher = createCipheriv('aes-256-gcm', key, NO_NONCE);
  const sealed = [cipher.update(packed), cipher.final(), cipher.getAuthTag()];
  return { mutation: content.mutation.id, box: Buffer.concat([oneTimePublic, ...sealed]).toString('base64') };
}
