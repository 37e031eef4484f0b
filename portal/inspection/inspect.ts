import type { AuditHead } from '../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';
import { checkHeads, readLog } from './chain.ts';
import type { Finding } from './finding.ts';
import { checkMutations } from './mutations.ts';
import { checkPeople } from './people.ts';
import { checkPublic, checkRegulation, checkSettings } from './public.ts';
import { type Registry, registryOf } from './registry.ts';

/** What an inspection went through, and what it found. */
export interface Inspection {
  readonly lines: number;
  readonly signatures: number;
  readonly heads: number;
  readonly findings: readonly Finding[];
}

/**
 * Proves a unit's log from the data and the heads that clients kept, alone: the chain, every signature, and that what is
 * stored and published is what the log tells of. The portal's own key is its public one; nothing secret is read.
 */
export async function inspect(store: Store, unit: string, heads: readonly AuditHead[] = []): Promise<Inspection> {
  const row = await store.selectFrom('portal').select(['id', 'public_key']).executeTakeFirstOrThrow();
  const log = await readLog(store, unit);
  const registry = registryOf(log.lines);
  const portal = { id: row.id, keys: [row.public_key, ...registry.formerKeys] };
  const findings = [
    ...log.findings,
    ...checkHeads(log, heads, { ...portal, unit }),
    ...keyFindings(registry, row.public_key),
    ...(await checkPeople(store, unit, registry)),
    ...(await checkMutations(store, unit, portal, registry)),
    ...(await checkPublic(store, unit)),
    ...(await checkRegulation(store, unit, registry)),
    ...(await checkSettings(store, unit, registry)),
  ];
  return { lines: log.hashes.size, signatures: registry.mutations.size, heads: heads.length, findings };
}

/** The key the portal has is the one the log says it was given last, if it was ever given another. */
function keyFindings({ portalKey }: Registry, publicKey: string): Finding[] {
  return portalKey === null || portalKey === publicKey
    ? []
    : [{ kind: 'row_changed', what: 'portal_key', id: publicKey.slice(0, 16) }];
}
