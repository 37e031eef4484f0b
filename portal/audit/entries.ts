import { canonicalJson, hashText } from '../../shared/content/index.ts';
import type { Member } from '../../shared/sync/index.ts';
import type { RegulationVersion } from '../../shared/workflow/index.ts';
import type { AuditEntry } from './append.ts';

/** A row of `device`, as the log tells of it. */
export interface DeviceFacts {
  readonly id: string;
  readonly unit: string;
  readonly person: string;
  readonly public_key: string;
  readonly name: string;
  /** The line it was started from, or `null`. */
  readonly started_from: string | null;
}

/** A row of `approval_key`, as the log tells of it. */
export interface KeyFacts {
  readonly id: string;
  readonly person: string;
  readonly device: string;
  readonly public_key: string;
}

/** A row of `mutation`, as the log tells of it. */
export interface MutationFacts {
  readonly id: string;
  readonly unit: string;
  readonly device: string;
  readonly name: string;
  readonly person: string | null;
  readonly post: string | null;
  readonly revision: string | null;
  readonly canonical: string;
  readonly contributors: string;
  readonly outcome: string;
  readonly code: string;
  readonly number: number | null;
}

export function deviceEntry(device: DeviceFacts, at: Date): AuditEntry {
  const { id, unit, person, public_key: publicKey, name, started_from: startedFrom } = device;
  const details = { publicKey, name, startedFrom };
  return { unit, at, kind: 'device.registered', person, device: id, subject: id, details };
}

export function keyEntry(unit: string, key: KeyFacts, at: Date): AuditEntry {
  const { id, person, device, public_key: publicKey } = key;
  return { unit, at, kind: 'key.registered', person, device, subject: id, details: { publicKey } };
}

export function keyEndedEntry(unit: string, key: Omit<KeyFacts, 'public_key'>, at: Date): AuditEntry {
  return { unit, at, kind: 'key.ended', person: key.person, device: key.device, subject: key.id, details: {} };
}

const OPERATOR: Acting = { person: null, device: null };

export function memberEntry(unit: string, member: Member, at: Date, by: Acting = OPERATOR): AuditEntry {
  const { id, name, title, roles, deputies } = member;
  return {
    ...{ unit, at, kind: 'member.set' as const, person: by.person, device: by.device, subject: id },
    details: { name, title, roles: [...roles], ...(deputies === undefined ? {} : { deputies: [...deputies] }) },
  };
}

/** Names a version of the regulation by the hash of its words: the version itself is stored beside the log. */
export function rulesEntry(unit: string, rules: RegulationVersion, by: Acting, at: Date): AuditEntry {
  const details = { validFrom: rules.text.validFrom, words: hashText(canonicalJson(rules)) };
  const { person, device } = by;
  return { unit, at, kind: 'rules.set', person, device, subject: rules.version, details };
}

/** Names the settings of the site by the hash of their words; they are stored beside the log. */
export function siteEntry(unit: string, version: number, words: string, by: Acting, at: Date): AuditEntry {
  const { person, device } = by;
  const details = { words: hashText(words) };
  return { unit, at, kind: 'site.set', person, device, subject: String(version), details };
}

/** `from` is the number of the last line that is trusted, `startedFrom` the device that was meant. */
export function deviceRevokedEntry(
  unit: string,
  device: string,
  about: { readonly from: number | null; readonly reason: string; readonly startedFrom: string | null },
  { person, device: on }: Acting,
  at: Date,
): AuditEntry {
  return { unit, at, kind: 'device.revoked', person, device: on, subject: device, details: { ...about } };
}

/** Who acted, on which device; both `null` for the portal's operator. */
export interface Acting {
  readonly person: string | null;
  readonly device: string | null;
}

/** Names the mutation's words by their hash: the log proves them, and tells nobody what a draft says. */
export function mutationEntry(row: MutationFacts, at: Date): AuditEntry {
  const { name, post, revision, outcome, code, number, contributors } = row;
  return {
    ...{ unit: row.unit, at, kind: 'mutation' as const, person: row.person, device: row.device, subject: row.id },
    details: {
      ...{ name, post, revision, outcome, code, number, words: hashText(row.canonical) },
      contributors: hashText(canonicalJson(JSON.parse(contributors))),
    },
  };
}
