import type { PostStatus } from './fold.ts';
import type { Exemption, Stage } from './regulation.ts';
import type { Rules, State } from './transitions.ts';

/**
 * The review stages that a post in those categories needs, in their order. A category the rules do not name needs them
 * all, and so does a post whose categories are not known (`null`) or which has none.
 */
export function stagesFor(rules: Rules, categories: readonly string[] | null): readonly Stage[] {
  if (categories === null || categories.length === 0) return rules.stages;
  const named = categories.map((code) => rules.categories.find((category) => category.code === code)?.stages ?? null);
  return rules.stages.filter(({ id }) => named.some((stages) => stages === null || stages.includes(id)));
}

/** The stages that a post under review still has to pass under those rules. */
export function stagesLeft(rules: Rules, status: PostStatus): readonly Stage[] {
  return stagesFor(rules, status.categories).filter(({ id }) => !status.passed.some(({ stage }) => stage === id));
}

/** Holds that only a new decision ends; missing pictures come by themselves. */
function isDecisionVoid({ held }: PostStatus): boolean {
  return held !== null && held !== 'missing_pictures';
}

/**
 * Where a post stands under the rules in force: `submitted` while a stage is left, `appraised` when it waits for the
 * decision. New rules with more stages put a post that waits for its decision back to its review; the past stays.
 */
export function stateUnder(rules: Rules, status: PostStatus): State {
  const { state } = status;
  const isApproved = state === 'approved' || state === 'scheduled';
  if (state !== 'submitted' && state !== 'appraised' && !(isApproved && isDecisionVoid(status))) return state;
  return stagesLeft(rules, status).length > 0 ? 'submitted' : 'appraised';
}

/** Working days in which a post that stands there is to be dealt with, or `null` where there is no term. */
export function daysFor(rules: Rules, status: PostStatus): number | null {
  switch (stateUnder(rules, status)) {
    case 'submitted':
      return stagesLeft(rules, status)[0]?.days ?? null;
    case 'appraised':
      return rules.days.decision;
    case 'returned':
      return rules.days.returned;
    case 'published_unreviewed':
      return rules.days.unreviewed;
    default:
      return null;
  }
}

/** The exemption that lets that person do it on that day (ISO date in Vietnam) to what they wrote, or `null`. */
export function exemptionFor(rules: Rules, transition: string, person: string, day: string): Exemption | null {
  const isFor = (one: Exemption): boolean =>
    (one.person === null || one.person === person) &&
    (one.transitions as readonly string[]).includes(transition) &&
    one.from <= day &&
    day <= one.to;
  return rules.exemptions.find(isFor) ?? null;
}
