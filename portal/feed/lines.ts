import { canonicalJson } from '../../shared/content/index.ts';
import type { SiteLook } from '../../shared/site/index.ts';
import type { Crest, Erasure, Member } from '../../shared/sync/index.ts';
import type { RegulationVersion } from '../../shared/workflow/index.ts';
import { type Acting, appendAudit, memberEntry } from '../audit/index.ts';
import type { LineKind, Store } from '../store/index.ts';

/** Who a line of the feed is for: every member of the unit, or one person. */
export type Audience = { readonly everyone: true } | { readonly person: string };
export const EVERYONE: Audience = { everyone: true };

/**
 * Locks a unit's feed until the transaction ends: from here on nobody else takes a number or moves a post of the unit.
 * An update that changes nothing takes the row lock on PostgreSQL and the write lock on SQLite.
 */
export async function lockFeed(tx: Store, unit: string): Promise<void> {
  await tx
    .updateTable('unit')
    .set((eb) => ({ last_number: eb.ref('last_number') }))
    .where('id', '=', unit)
    .execute();
}

/** Writes the line of an accepted mutation and returns its number. */
export function writeMutationLine(
  tx: Store,
  unit: string,
  audience: Audience,
  line: { mutation: string; post: string },
): Promise<number> {
  return write(tx, unit, audience, { kind: 'mutation', post: line.post, object: line.mutation, payload: null });
}

/** Writes a revision's line, unless that audience was given it before. */
export async function writeRevisionLine(
  tx: Store,
  unit: string,
  audience: Audience,
  line: { revision: string; post: string },
): Promise<void> {
  if (await hasRevisionLine(tx, unit, audience, line.revision)) return;
  await write(tx, unit, audience, { kind: 'revision', post: line.post, object: line.revision, payload: null });
}

/** Whether that audience was given a revision before. */
export async function hasRevisionLine(tx: Store, unit: string, audience: Audience, revision: string): Promise<boolean> {
  const person = 'person' in audience ? audience.person : null;
  const given = await tx
    .selectFrom('change')
    .select('number')
    .where('object', '=', revision)
    .where('kind', '=', 'revision')
    .where('unit', '=', unit)
    .where((eb) =>
      person === null ? eb('audience', 'is', null) : eb.or([eb('audience', 'is', null), eb('audience', '=', person)]),
    )
    .executeTakeFirst();
  return given !== undefined;
}

/** Writes the line of a text that waits beside its post's head, with the text itself, for its author alone. */
export async function writeHeadLine(
  tx: Store,
  unit: string,
  author: string,
  line: { revision: string; post: string },
): Promise<void> {
  const audience = { person: author };
  await writeRevisionLine(tx, unit, audience, line);
  await write(tx, unit, audience, { kind: 'head', post: line.post, object: line.revision, payload: null });
}

/** Writes a member's line: name, title and roles as they are from now on. The audit log gets its own. */
export async function writeMemberLine(tx: Store, unit: string, member: Member, at: Date, by?: Acting): Promise<void> {
  await appendAudit(tx, memberEntry(unit, member, at, by));
  await write(tx, unit, EVERYONE, { kind: 'member', post: null, object: member.id, payload: JSON.stringify(member) });
}

/** Writes the line of a text of a revoked device, for its person. */
export async function writeSetAsideLine(
  tx: Store,
  unit: string,
  audience: Audience,
  line: { revision: string; post: string },
): Promise<void> {
  await write(tx, unit, audience, { kind: 'set_aside', post: line.post, object: line.revision, payload: null });
}

/** Writes the line of a version of the regulation and returns its number. */
export function writeRulesLine(tx: Store, unit: string, rules: RegulationVersion): Promise<number> {
  const payload = canonicalJson(rules);
  return write(tx, unit, EVERYONE, { kind: 'rules', post: null, object: rules.version, payload });
}

/** Writes how the site looks from now on, in place of what was told of it before: nobody needs to know how it looked. */
export async function writeSiteLine(tx: Store, unit: string, look: SiteLook): Promise<void> {
  await writeOnly(tx, unit, 'site', look);
}

/** Writes the crest that the look names, in place of the one before. */
export async function writeCrestLine(tx: Store, unit: string, crest: Crest): Promise<void> {
  await writeOnly(tx, unit, 'crest', crest);
}

async function writeOnly(tx: Store, unit: string, kind: 'site' | 'crest', value: SiteLook | Crest): Promise<void> {
  await tx.deleteFrom('change').where('unit', '=', unit).where('kind', '=', kind).where('object', '=', unit).execute();
  await write(tx, unit, EVERYONE, { kind, post: null, object: unit, payload: canonicalJson(value) });
}

/** Tells one person's computers to drop a post, their own text excepted. */
export async function writeHideLine(tx: Store, unit: string, person: string, post: string): Promise<void> {
  await write(tx, unit, { person }, { kind: 'hide', post, object: post, payload: null });
}

/** A line that one person gets once more, because they may see it again. */
export async function writeLineAgain(
  tx: Store,
  unit: string,
  person: string,
  line: { kind: LineKind; post: string; object: string },
): Promise<void> {
  await write(tx, unit, { person }, { ...line, payload: null });
}

/** Tells everybody that a text or a file was erased. */
export async function writeErasedLine(tx: Store, unit: string, erasure: Erasure): Promise<void> {
  await write(tx, unit, EVERYONE, {
    ...{ kind: 'erased', post: null, object: erasure.hash },
    payload: JSON.stringify(erasure),
  });
}

/** The newest number of a unit's feed. */
export async function lastNumber(tx: Store, unit: string): Promise<number> {
  const row = await tx.selectFrom('unit').select('last_number').where('id', '=', unit).executeTakeFirstOrThrow();
  return row.last_number;
}

async function write(
  tx: Store,
  unit: string,
  audience: Audience,
  line: { kind: LineKind; post: string | null; object: string; payload: string | null },
): Promise<number> {
  const { last_number: number } = await tx
    .updateTable('unit')
    .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
    .where('id', '=', unit)
    .returning('last_number')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('change')
    .values({ unit, number, audience: 'person' in audience ? audience.person : null, ...line })
    .execute();
  return number;
}
