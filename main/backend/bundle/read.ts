import { createHash } from 'node:crypto';
import { inflateRawSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { LIMITS } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import {
  BUNDLE_FORMAT,
  BUNDLE_LIMITS,
  type BundleItem,
  type BundleManifest,
  bundleItemSchema,
  bundleManifestSchema,
  isCertificateSignedBy,
  isSignedBy,
  isTrustedOfPortal,
  manifestText,
  PACKED_METHODS,
  type PortalInfo,
} from '../../../shared/sync/index.ts';
import { type ReadEntry, readEntries } from './entries.ts';
import { readOuter } from './outer.ts';

/** One thing of a bundle as it is read: first its manifest, then items, part by part, then pictures. */
export type Read =
  | { readonly kind: 'manifest'; readonly manifest: BundleManifest }
  | { readonly kind: 'items'; readonly items: readonly BundleItem[] }
  | { readonly kind: 'picture'; readonly hash: string; readonly data: Buffer };

const NAMES = /^(content\/\d{4}|media\/[0-9a-f]{64})$/;
/** Parts of one bundle, at most: what their texts may fill together. */
const MOST_PARTS = 256;
const KNOWN_KINDS: ReadonlySet<string> = new Set(bundleItemSchema.options.map(({ shape }) => shape.kind.value));

/**
 * Reads a bundle through, each thing checked against the manifest its maker signed. Only at its end is it known to be
 * whole: read it once to see that, and again to take it in.
 *
 * @throws AppError `bundle_damaged` for whatever was cut, added or altered, or could not be of this program;
 * `bundle_newer`, `bundle_other_portal`, `bundle_other_unit`, and what `readOuter` throws.
 */
export async function* readBundle(path: string, passphrase: string | null, portal: PortalInfo): AsyncGenerator<Read> {
  const entries = readEntries(readOuter(path, passphrase), 'bundle_damaged');
  const head = await small(await entries.next(), 'manifest.json', BUNDLE_LIMITS.manifestBytes);
  const signature = await small(await entries.next(), 'signature', 200);
  const manifest = manifestOf(head, signature.toString('latin1'), portal);
  yield { kind: 'manifest', manifest };
  for (const expected of manifest.entries) {
    const next = await entries.next();
    if (next.done === true) throw damaged();
    const { name, bytes, data } = next.value;
    if (name !== expected.name || bytes !== expected.bytes) throw damaged();
    const most = name.startsWith('content/') ? BUNDLE_LIMITS.partBytes : LIMITS.fileBytes;
    if (bytes > most) throw damaged();
    const whole = await bytesOf(data, expected.sha256);
    if (name.startsWith('content/')) yield { kind: 'items', items: itemsOf(whole) };
    else yield { kind: 'picture', hash: expected.sha256, data: whole };
  }
  if ((await entries.next()).done !== true) throw damaged();
}

function manifestOf(head: Buffer, signature: string, portal: PortalInfo): BundleManifest {
  const json = parseJson(head.toString('utf8'));
  const form = z.looseObject({ format: z.int() }).safeParse(json);
  if (form.success && form.data.format > BUNDLE_FORMAT) throw new AppError('bundle_newer');
  const parsed = bundleManifestSchema.safeParse(json);
  if (!parsed.success) throw damaged();
  const manifest = parsed.data;
  const { maker, entries } = manifest;
  if (manifest.portal !== portal.portal)
    throw manifest.unit.id === portal.unit.id
      ? new AppError('bundle_other_portal')
      : new AppError('bundle_other_unit', { theirs: manifest.unit.name, ours: portal.unit.name });
  if (manifest.unit.id !== portal.unit.id)
    throw new AppError('bundle_other_unit', { theirs: manifest.unit.name, ours: portal.unit.name });
  const isOurs = maker.portal === portal.portal && maker.unit === portal.unit.id;
  const isMade = isSignedBy(manifestText(sha256(head)), signature, maker.publicKey);
  if (!isOurs || !isMade || !isTrustedOfPortal(portal, (key) => isCertificateSignedBy(maker, key))) throw damaged();
  const names = entries.map(({ name }) => name);
  const isListed = names.every((name) => NAMES.test(name)) && new Set(names).size === names.length;
  const isNamed = entries.every(({ name, sha256: hash }) => !name.startsWith('media/') || name === `media/${hash}`);
  const parts = names.filter((name) => name.startsWith('content/')).length;
  if (!isListed || !isNamed || parts > MOST_PARTS) throw damaged();
  return manifest;
}

/** Items of kinds that this program does not know are passed over; a known one that is malformed is damage. */
function itemsOf(packed: Buffer): BundleItem[] {
  const list = z
    .array(z.unknown())
    .max(BUNDLE_LIMITS.itemsOfPart)
    .safeParse(parseJson(unpacked(packed)));
  if (!list.success) throw damaged();
  return list.data.flatMap((value) => {
    const kind = typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : '';
    if (kind !== '' && !KNOWN_KINDS.has(kind)) return [];
    const item = bundleItemSchema.safeParse(value);
    if (!item.success) throw damaged();
    return [item.data];
  });
}

/** Unpacking stops at the limit of a part, so that a few bytes cannot fill the memory. */
function unpacked(packed: Buffer): string {
  const options = { maxOutputLength: BUNDLE_LIMITS.partBytes };
  try {
    if (packed[0] === PACKED_METHODS.zstd) return zstdDecompressSync(packed.subarray(1), options).toString('utf8');
    if (packed[0] === PACKED_METHODS.deflate) return inflateRawSync(packed.subarray(1), options).toString('utf8');
  } catch (error) {
    throw damaged(error);
  }
  throw damaged();
}

async function small(next: IteratorResult<ReadEntry>, name: string, most: number): Promise<Buffer> {
  if (next.done === true || next.value.name !== name || next.value.bytes > most) throw damaged();
  return bytesOf(next.value.data, null);
}

async function bytesOf(data: AsyncIterable<Buffer>, hash: string | null): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of data) parts.push(part);
  const whole = Buffer.concat(parts);
  if (hash !== null && sha256(whole) !== hash) throw damaged();
  return whole;
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(cause?: unknown): AppError {
  return new AppError('bundle_damaged', {}, cause === undefined ? undefined : { cause });
}
