import { setImmediate } from 'node:timers/promises';
import { hashText, parseRevision, type Revision } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import {
  type BundleItem,
  type BundleManifest,
  type Certificate,
  isCertificateSignedBy,
  isMutationSignedBy,
  isOfPortal,
  isReceiptSignedBy,
  isTrustedOfPortal,
  type Mutation,
} from '../../../shared/sync/index.ts';
import { parseAction } from '../../../shared/workflow/index.ts';
import { certificateOf } from '../carried/index.ts';
import type { Desk } from '../posts/index.ts';
import { readBundle } from './read.ts';

/** An open mutation of a bundle, its signature checked. `person` `null`: the portal itself. */
export interface Carried {
  readonly mutation: Mutation;
  readonly person: string | null;
  readonly name: string;
}

/** What a whole, genuine bundle turned out to hold. */
export interface Verified {
  readonly manifest: BundleManifest;
  readonly carried: readonly Carried[];
  /** Titles of the texts in it by revision. */
  readonly titles: ReadonlyMap<string, string>;
  readonly boxes: number;
  readonly receipts: number;
  readonly pictures: number;
}

/** Signatures checked before other work gets its turn: each takes about a millisecond. */
const AT_ONCE = 20;

/**
 * Reads a bundle to its end and checks all of it: nothing is taken in from one that is not whole and genuine.
 * @throws AppError as `readBundle`.
 */
export async function verifyBundle(desk: Desk, path: string, passphrase: string | null): Promise<Verified> {
  const { portal } = desk;
  const certificates = new Map<string, Certificate>();
  const carried: Carried[] = [];
  const titles = new Map<string, string>();
  const counts = { boxes: 0, receipts: 0, pictures: 0, checked: 0 };
  let manifest: BundleManifest | null = null;
  const check = async (item: BundleItem): Promise<void> => {
    switch (item.kind) {
      case 'device': {
        const { certificate } = item;
        const isOurs = certificate.portal === portal.portal && certificate.unit === portal.unit.id;
        if (!isOurs || !isTrustedOfPortal(portal, (key) => isCertificateSignedBy(certificate, key)))
          throw new AppError('bundle_damaged');
        certificates.set(certificate.device, certificate);
        return;
      }
      case 'revision':
        titles.set(item.id, revisionOf(item, portal.unit.id).title);
        return;
      case 'mutation': {
        counts.checked += 1;
        if (counts.checked % AT_ONCE === 0) await setImmediate();
        const { device } = item.mutation;
        const certificate = certificates.get(device) ?? certificateOf(desk.db, device);
        carried.push(makerOf(item.mutation, certificate, portal));
        return;
      }
      case 'sealed':
        counts.boxes += 1;
        return;
      case 'receipt':
        counts.receipts += 1;
        if (!isTrustedOfPortal(portal, (key) => isReceiptSignedBy(item.receipt, key)))
          throw new AppError('bundle_damaged');
        return;
      case 'hidden':
        return;
    }
  };
  for await (const read of readBundle(path, passphrase, portal)) {
    if (read.kind === 'manifest') ({ manifest } = read);
    else if (read.kind === 'picture') counts.pictures += 1;
    else for (const item of read.items) await check(item);
  }
  if (manifest === null) throw new AppError('bundle_damaged');
  return { manifest, carried, titles, ...counts };
}

/** The revision in an item. @throws AppError `bundle_newer` for a later form, `bundle_damaged`. */
export function revisionOf({ id, canonical }: { id: string; canonical: string }, unit: string): Revision {
  const value: unknown = hashText(canonical) === id ? JSON.parse(canonical) : null;
  const parsed = parseRevision(value);
  if (parsed.ok && parsed.revision.unit === unit && parsed.canonical === canonical) return parsed.revision;
  const isNewer = typeof value === 'object' && value !== null && 'format' in value && Number(value.format) > 1;
  throw new AppError(isNewer ? 'bundle_newer' : 'bundle_damaged');
}

function makerOf(mutation: Mutation, certificate: Certificate | null, portal: Desk['portal']): Carried {
  if (mutation.device === portal.portal && isOfPortal(portal, (key) => isMutationSignedBy(mutation, key)))
    return { mutation, person: null, name: portal.unit.name };
  if (certificate === null || !isMutationSignedBy(mutation, certificate.publicKey))
    throw new AppError('bundle_damaged');
  return { mutation, person: certificate.person, name: certificate.name };
}

/** The post and the revision a mutation names, as far as this program knows its kind. */
export function aboutOf({ name, args }: Mutation): { post: string | null; revision: string | null } {
  const action = parseAction(name, args);
  if (action !== null) return action.args;
  return { post: typeof args.post === 'string' ? args.post : null, revision: null };
}
