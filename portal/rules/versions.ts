import { canonicalJson, hashText } from '../../shared/content/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import {
  DEFAULT_REGULATION,
  DEFAULT_RULES,
  type Exemption,
  type RegulationText,
  type RegulationVersion,
  type Rules,
  regulationVersionSchema,
  rulesInForce,
  versionInForce,
  versionsToCome,
} from '../../shared/workflow/index.ts';
import { type Acting, appendAudit, rulesEntry } from '../audit/index.ts';
import { lockFeed, writeRulesLine } from '../feed/index.ts';
import type { Store } from '../store/index.ts';

/** Every version of a unit's regulation, in the order they were set. None: the default rules. */
export async function readVersions(store: Store, unit: string): Promise<RegulationVersion[]> {
  const rows = await store
    .selectFrom('regulation')
    .select('words')
    .where('unit', '=', unit)
    .orderBy('number')
    .execute();
  return rows.map(({ words }) => regulationVersionSchema.parse(JSON.parse(words)));
}

/** The rules in force at that moment, by the calendar of Vietnam. */
export async function currentRules(store: Store, unit: string, at: Date): Promise<Rules> {
  return rulesInForce(await readVersions(store, unit), dayInVietnam(at.toISOString()));
}

/** `rules_moved`: somebody set other rules meanwhile. `rules_past`: they would have been in force before they were set. */
export type RulesRefusal = { readonly refused: 'rules_moved' | 'rules_past' };

interface WantedRules {
  readonly text: RegulationText;
  readonly base: string;
  readonly replaces?: string | undefined;
}

/**
 * Sets a new version. What was done under the ones before stays as it is: each act is judged by the version in force
 * when it is received (design 5). Versions that are still to come stay: each begins on its day, whatever is set for the
 * time before it, unless this one takes its place.
 *
 * @param wanted `base`: the version it was written over: the one set last, or the default's. `replaces`: one to come.
 */
export async function setRules(
  tx: Store,
  unit: string,
  { text, base, replaces }: WantedRules,
  by: Acting,
  at: Date,
): Promise<RegulationVersion | RulesRefusal> {
  await lockFeed(tx, unit);
  const versions = await readVersions(tx, unit);
  const today = dayInVietnam(at.toISOString());
  if ((versions.at(-1)?.version ?? DEFAULT_RULES.version) !== base) return { refused: 'rules_moved' };
  if (text.validFrom < today) return { refused: 'rules_past' };
  const coming = versionsToCome(versions, today);
  const replaced = coming.find(({ version }) => version === replaces);
  if (replaces !== undefined && replaced === undefined) return { refused: 'rules_moved' };
  const kept = coming.filter((one) => one !== replaced && one.text.validFrom !== text.validFrom).map((one) => one.text);
  // One that is put off leaves its old day to what was in force before it.
  const first = replaced?.text.validFrom ?? text.validFrom;
  const before = kept.findLast(({ validFrom }) => validFrom < first) ?? versionInForce(versions, today)?.text;
  const gap = first < text.validFrom ? [{ ...(before ?? DEFAULT_REGULATION), validFrom: first }] : [];
  // The one set last counts from its first day on: what is to begin after the first of these is set again.
  const from = gap[0]?.validFrom ?? text.validFrom;
  const texts = [...gap, text, ...kept.filter(({ validFrom }) => validFrom > from)];
  texts.sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  let made: RegulationVersion | undefined;
  for (const one of texts) {
    const set = await addVersion(tx, unit, { text: one }, by, at);
    if (one === text) made = set;
  }
  if (made === undefined) throw new Error('a version that was not set');
  return made;
}

/** Adds a version after all others. `exemptions`: those of the version before unless given: the unit itself cannot grant any. */
async function addVersion(
  tx: Store,
  unit: string,
  { text, exemptions }: { readonly text: RegulationText; readonly exemptions?: readonly Exemption[] },
  by: Acting,
  at: Date,
): Promise<RegulationVersion> {
  const last = (await readVersions(tx, unit)).at(-1) ?? null;
  const words = {
    text,
    exemptions: [...(exemptions ?? last?.exemptions ?? [])],
    ...{ setBy: by.person, setAt: at.toISOString() },
  };
  // Named by its words: a portal restored from a backup never gives one name to two texts.
  const after = last?.version ?? DEFAULT_RULES.version;
  const version = hashText(canonicalJson({ ...words, after })).slice(0, 16);
  const rules = regulationVersionSchema.parse({ version, ...words });
  const number = await writeRulesLine(tx, unit, rules);
  await tx
    .insertInto('regulation')
    .values({ version, unit, number, words: canonicalJson(rules) })
    .execute();
  await appendAudit(tx, rulesEntry(unit, rules, by, at));
  return rules;
}

/**
 * Writes down what the parent unit lets the unit do from now on, as a version of its own: the text in force stays. Only the
 * portal's operator calls this, for the parent unit.
 */
export async function regrant(tx: Store, unit: string, exemptions: readonly Exemption[], at: Date): Promise<void> {
  await lockFeed(tx, unit);
  const versions = await readVersions(tx, unit);
  const day = dayInVietnam(at.toISOString());
  const now = versionInForce(versions, day)?.text ?? DEFAULT_REGULATION;
  // A version that is to come keeps its day, and holds the same grants then.
  const texts = [now, ...versionsToCome(versions, day).map(({ text }) => text)];
  for (const text of texts) await addVersion(tx, unit, { text, exemptions }, { person: null, device: null }, at);
}
