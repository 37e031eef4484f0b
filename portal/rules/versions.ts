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

/**
 * Sets a new version. What was done under the ones before stays as it is: each act is judged by the version in force
 * when it is received (design 5).
 *
 * @param base the version it was written over: the one set last, or the default's.
 * @param exemptions those of the version before unless given: the unit itself cannot grant any.
 */
export async function setRules(
  tx: Store,
  unit: string,
  wanted: { readonly text: RegulationText; readonly base: string; readonly exemptions?: readonly Exemption[] },
  by: Acting,
  at: Date,
): Promise<RegulationVersion | RulesRefusal> {
  await lockFeed(tx, unit);
  const last = (await readVersions(tx, unit)).at(-1) ?? null;
  if ((last?.version ?? DEFAULT_RULES.version) !== wanted.base) return { refused: 'rules_moved' };
  const setAt = at.toISOString();
  if (wanted.exemptions === undefined && wanted.text.validFrom < dayInVietnam(setAt)) return { refused: 'rules_past' };
  const words = {
    text: wanted.text,
    exemptions: [...(wanted.exemptions ?? last?.exemptions ?? [])],
    ...{ setBy: by.person, setAt },
  };
  // Named by its words: a portal restored from a backup never gives one name to two texts.
  const version = hashText(canonicalJson({ ...words, after: wanted.base })).slice(0, 16);
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
  const inForce = versions.findLastIndex(({ text }) => text.validFrom <= day);
  // A version that is to come keeps its day, and holds the same grants then.
  const texts = [versions[inForce]?.text ?? DEFAULT_REGULATION, ...versions.slice(inForce + 1).map((one) => one.text)];
  for (const text of texts) {
    const base = (await readVersions(tx, unit)).at(-1)?.version ?? DEFAULT_RULES.version;
    const set = await setRules(tx, unit, { text, base, exemptions }, { person: null, device: null }, at);
    if ('refused' in set) throw new Error(set.refused);
  }
}
