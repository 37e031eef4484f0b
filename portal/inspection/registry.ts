import type { AuditLine } from '../../shared/sync/index.ts';

/** A device or key as the log says it was registered, and from when on it no longer counted. */
interface Registered {
  readonly person: string | null;
  readonly device: string | null;
  /** With the name it was given last. */
  details: AuditLine['details'];
  readonly publicKey: string;
  endedAt: string | null;
}

/** What the log alone says: who has which keys, and which mutations there are. */
export interface Registry {
  readonly devices: ReadonlyMap<string, Registered>;
  readonly keys: ReadonlyMap<string, Registered>;
  /** The newest line of each member. */
  readonly members: ReadonlyMap<string, AuditLine>;
  /** Each version of the regulation. */
  readonly rules: ReadonlyMap<string, AuditLine>;
  /** The newest line of the site's settings. */
  readonly site: AuditLine | null;
  /** The portal's own keys: those it was taken from, and the one it was given last (`null`: it still has its first). */
  readonly formerKeys: readonly string[];
  readonly portalKey: string | null;
  readonly mutations: ReadonlyMap<string, AuditLine>;
  /** Mutations that have more than one line. */
  readonly repeated: readonly string[];
}

export function registryOf(lines: readonly AuditLine[]): Registry {
  const devices = new Map<string, Registered>();
  const keys = new Map<string, Registered>();
  const members = new Map<string, AuditLine>();
  const rules = new Map<string, AuditLine>();
  let site: AuditLine | null = null;
  const formerKeys: string[] = [];
  let portalKey: string | null = null;
  const mutations = new Map<string, AuditLine>();
  const repeated: string[] = [];
  for (const line of lines) {
    const { kind, subject, at } = line;
    const ended = kind === 'device.revoked' ? devices.get(subject) : kind === 'key.ended' ? keys.get(subject) : null;
    if (ended) ended.endedAt ??= at;
    if (kind === 'device.registered') devices.set(subject, registered(line));
    const called = kind === 'device.named' ? devices.get(subject) : undefined;
    if (called) called.details = { ...called.details, name: String(line.details.to) };
    if (kind === 'key.registered') keys.set(subject, registered(line));
    if (kind === 'member.set') members.set(subject, line);
    if (kind === 'rules.set') rules.set(subject, line);
    if (kind === 'site.set') site = line;
    if (kind === 'portal.key_changed') {
      formerKeys.push(String(line.details.from));
      portalKey = String(line.details.to);
    }
    if (kind !== 'mutation') continue;
    if (mutations.has(subject)) repeated.push(subject);
    else mutations.set(subject, line);
  }
  return { devices, keys, members, rules, site, formerKeys, portalKey, mutations, repeated };
}

function registered({ person, device, details }: AuditLine): Registered {
  return { person, device, details, publicKey: String(details.publicKey), endedAt: null };
}
