import { canonicalJson, hashText } from '../../shared/content/index.ts';
import {
  type AuditLine,
  isApprovalSealedBy,
  isMutationSignedBy,
  type Mutation,
  mutationSchema,
} from '../../shared/sync/index.ts';
import { isRemarkAct, parseAction } from '../../shared/workflow/index.ts';
import { mutationEntry } from '../audit/index.ts';
import { isSignedNatively } from '../signatures.ts';
import { ERASED_TEXT, isErased, type Store } from '../store/index.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { Registry } from './registry.ts';

/** Who the portal is, as far as proving its signatures goes. */
export interface PortalKey {
  readonly id: string;
  /** The one it has and, by the log, those it had. */
  readonly keys: readonly string[];
}

const WHAT = 'mutation';

/**
 * Every decided mutation against its line, with every signature: the device's over its words, the person's over an
 * approval, the portal's over a publication. Keys are those the log says were registered, whatever the tables say now.
 */
export async function checkMutations(
  store: Store,
  unit: string,
  portal: PortalKey,
  registry: Registry,
): Promise<Finding[]> {
  const findings: Finding[] = registry.repeated.map((id) => ({ kind: 'replayed', what: WHAT, id }));
  const rows = await store.selectFrom('mutation').selectAll().where('unit', '=', unit).execute();
  const stored = new Set(rows.map(({ id }) => id));
  for (const row of rows) {
    const found = new Set<FindingKind>();
    const line = registry.mutations.get(row.id);
    const at = new Date(row.received_at);
    // What was said about an erased text went with it: of its words, the log's hash is left.
    const isErasedRemark =
      row.canonical === ERASED_TEXT && isRemarkAct(row.name) && (await isErased(store, unit, row.revision ?? ''));
    const words = isErasedRemark ? line?.details.words : hashText(row.canonical);
    if (line === undefined) found.add('unlogged');
    else if (!isAsLogged(line, { ...mutationEntry(row, at).details, words: words ?? null }, row))
      found.add('row_changed');
    const mutation = isErasedRemark ? 'erased' : parseMutation(row.canonical);
    if (mutation === null) found.add('row_changed');
    else if (mutation !== 'erased') {
      if (mutation.id !== row.id) found.add('replayed');
      for (const kind of signatureFindings(mutation, row, portal, registry)) found.add(kind);
    }
    findings.push(...[...found].map((kind) => ({ kind, what: WHAT, id: row.id })));
  }
  for (const id of registry.mutations.keys())
    if (!stored.has(id)) findings.push({ kind: 'row_missing', what: WHAT, id });
  return findings;
}

/** A row as it is stored: the columns that the line does not name must follow from it. */
interface Row {
  readonly device: string;
  readonly person: string | null;
  readonly outcome: string;
  readonly received_at: string;
}

function isAsLogged(line: AuditLine, details: AuditLine['details'], row: Row): boolean {
  return (
    canonicalJson(line.details) === canonicalJson(details) &&
    line.person === row.person &&
    line.device === row.device &&
    line.at === row.received_at
  );
}

function signatureFindings(mutation: Mutation, row: Row, portal: PortalKey, registry: Registry): FindingKind[] {
  if (row.person === null)
    return mutation.device === portal.id &&
      portal.keys.some((key) => isMutationSignedBy(mutation, key, isSignedNatively))
      ? []
      : ['bad_signature'];
  const device = registry.devices.get(mutation.device);
  if (device === undefined || device.person !== row.person) return ['forged_device'];
  const found: FindingKind[] = isMutationSignedBy(mutation, device.publicKey, isSignedNatively)
    ? []
    : ['bad_signature'];
  if (device.endedAt !== null && device.endedAt < row.received_at && row.outcome === 'accepted')
    found.push('after_revocation');
  const action = parseAction(mutation.name, mutation.args);
  const isSealed = action?.name === 'post.approve' || action?.name === 'post.urgent';
  if (!isSealed || row.outcome !== 'accepted') return found;
  const { statement, seal } = action.args;
  const key = registry.keys.get(action.args.key);
  const isOwn = key?.person === row.person && linesOf(registry, mutation.device).includes(key.device ?? '');
  const isInForce = key !== undefined && (key.endedAt === null || key.endedAt >= row.received_at);
  if (!isOwn || !isInForce || !isApprovalSealedBy(statement, seal, key.publicKey, isSignedNatively))
    found.push('bad_seal');
  return found;
}

/** A device and the lines it was started from, by the log: a key of any of them is its own. */
function linesOf({ devices }: Registry, device: string): string[] {
  const lines: string[] = [];
  let at: string | null = device;
  while (at !== null && !lines.includes(at)) {
    lines.push(at);
    const from: unknown = devices.get(at)?.details.startedFrom;
    at = typeof from === 'string' ? from : null;
  }
  return lines;
}

function parseMutation(text: string): Mutation | null {
  try {
    const parsed = mutationSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
