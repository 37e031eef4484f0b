import { articleWithHash, contentHash } from '../../../shared/content/index.ts';
import type { Output, Proof } from '../../../shared/contract/index.ts';
import {
  isApprovalSealedBy,
  isCertificateSignedBy,
  isKeyCertificateSignedBy,
  isMutationSignedBy,
  isOfPortal,
  isTrustedOfPortal,
} from '../../../shared/sync/index.ts';
import { parseAction } from '../../../shared/workflow/index.ts';
import { certificateOf, keyCertificateOf } from '../carried/index.ts';
import { type Desk, type MutationRow, mutationsOfPost, readRevision, wordsOf } from '../posts/index.ts';

/** Proves what happened to a post from what is on this computer: no network, and nobody's word but the portal's key. */
export function provePost(desk: Desk, post: string): Output<'review.prove'> {
  const proofs = mutationsOfPost(desk.db, post).map((row) => ({ mutation: row.id, proof: proofOf(desk, row) }));
  return { proofs };
}

function proofOf(desk: Desk, row: MutationRow): Proof {
  const { db, device, portal } = desk;
  const mutation = wordsOf(row);
  if (row.person === null)
    return isOfPortal(portal, (key) => isMutationSignedBy(mutation, key)) ? 'proven' : 'bad_signature';
  const certificate = certificateOf(db, mutation.device);
  const isOwn = mutation.device === device.id && row.person === desk.me().id;
  if (!isOwn) {
    if (certificate === null) return 'unknown_device';
    const isGood =
      isTrustedOfPortal(portal, (key) => isCertificateSignedBy(certificate, key)) && certificate.person === row.person;
    if (!isGood) return 'bad_signature';
  }
  const publicKey = isOwn ? device.publicKey : (certificate?.publicKey ?? '');
  if (!isMutationSignedBy(mutation, publicKey)) return 'bad_signature';
  const action = parseAction(mutation.name, mutation.args);
  if (action?.name !== 'post.approve' && action?.name !== 'post.urgent') return 'proven';
  const { statement, key, seal } = action.args;
  const sealer = keyCertificateOf(db, key);
  if (sealer === null) return 'unknown_key';
  // The PIN opened this very person's key: the device's signature alone says no more than whose computer it was.
  const isSealed =
    isTrustedOfPortal(portal, (trusted) => isKeyCertificateSignedBy(sealer, trusted)) &&
    sealer.person === row.person &&
    isApprovalSealedBy(statement, seal, sealer.publicKey);
  if (!isSealed) return 'bad_seal';
  const text = readRevision(db, statement.revision);
  if (text === null) return 'no_text';
  const isThis =
    statement.portal === portal.portal &&
    statement.post === row.post &&
    action.args.revision === statement.revision &&
    contentHash(text) === statement.contentHash &&
    articleWithHash(text, statement.htmlHash) !== null;
  return isThis ? 'proven' : 'other_text';
}
