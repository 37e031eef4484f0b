import { z } from 'zod';
import { canonicalJson } from '../content/index.ts';
import { ROLES } from './roles.ts';
import { type Rules, TRANSITION_NAMES, TRANSITIONS } from './transitions.ts';

const id = z.string().regex(/^[a-z0-9-]{1,40}$/);
const words = (most: number) => z.string().trim().min(1).max(most);
/** Working days of a term, at most. */
export const MOST_DAYS = 60;
const workingDays = z.int().min(1).max(MOST_DAYS);

/** A review stage before the decision: its own name, who passes it, and in how many working days. */
const stageSchema = z.strictObject({
  id,
  name: words(100),
  roles: z
    .array(z.enum(ROLES))
    .min(1)
    .refine((roles) => roles.every((role) => ['reviewer', 'approver', 'head'].includes(role))),
  days: workingDays,
});
export type Stage = z.infer<typeof stageSchema>;

/** `block`: the act waits until it is ticked; `warn`: asked again and noted when it is not; `remind`: shown. */
export const CHECK_LEVELS = ['block', 'warn', 'remind'] as const;
const checkSchema = z.strictObject({ id, text: words(300), level: z.enum(CHECK_LEVELS) });
export type Check = z.infer<typeof checkSchema>;

/** Transitions that a checklist may stand before. */
export const CHECKED_TRANSITIONS = ['submit', 'appraise', 'return', 'approve', 'urgent', 'review', 'withdraw'] as const;

/** What the parent unit allows a tiny unit to do without a second person. Only the portal's operator enters it. */
export const exemptionSchema = z.strictObject({
  id,
  /** `null`: anybody of the board. */
  person: z.string().min(1).max(64).nullable(),
  transitions: z.array(z.enum(['appraise', 'approve', 'review'])).min(1),
  from: z.iso.date(),
  to: z.iso.date(),
  /** The parent unit, and the number and date of its decision. */
  grantedBy: words(300),
  decision: words(200),
});
export type Exemption = z.infer<typeof exemptionSchema>;

const regulationShape = {
  /** Number and date of the unit's own decision that puts it into force. */
  basis: z.string().trim().max(500),
  /** First day in force, ISO date in Vietnam. */
  validFrom: z.iso.date(),
  stages: z.array(stageSchema).min(1).max(3),
  /** Categories that need only some of the stages; any other needs all. A post in several needs those of each. */
  categories: z.array(z.strictObject({ code: z.string().min(1).max(16), stages: z.array(id).min(1) })).max(100),
  /** Working days for the decision, for a post that came back, and for the second look at an urgent one. */
  days: z.strictObject({ decision: workingDays, returned: workingDays, unreviewed: workingDays }),
  checklists: z
    .array(z.strictObject({ transition: z.enum(CHECKED_TRANSITIONS), items: z.array(checkSchema).min(1).max(30) }))
    .max(TRANSITION_NAMES.length),
  /** Whether a post may be published before it is reviewed. */
  isUrgentAllowed: z.boolean(),
};

/** A unit's regulation (Quy chế) as the unit writes it: what is in it fits together. */
export const regulationTextSchema = z.strictObject(regulationShape).superRefine((text, context) => {
  const fault = (message: string, path: string): void => context.addIssue({ code: 'custom', message, path: [path] });
  const stages = text.stages.map((stage) => stage.id);
  const isTwice = (values: readonly string[]): boolean => new Set(values).size !== values.length;
  if (isTwice(stages)) fault('a stage twice', 'stages');
  if (isTwice(text.categories.map(({ code }) => code))) fault('a category twice', 'categories');
  if (text.categories.some((category) => category.stages.some((stage) => !stages.includes(stage))))
    fault('a stage that is not there', 'categories');
  if (isTwice(text.checklists.map(({ transition }) => transition))) fault('a checklist twice', 'checklists');
  if (isTwice(text.checklists.flatMap(({ items }) => items.map((item) => item.id))))
    fault('a check twice', 'checklists');
});
export type RegulationText = z.infer<typeof regulationTextSchema>;

/** The regulation with what the parent unit granted beside it. */
export interface Regulation extends RegulationText {
  readonly exemptions: readonly Exemption[];
}

/** One version, as the portal keeps and sends it. `number` is its place in the unit's feed. */
export const regulationVersionSchema = z.strictObject({
  version: z.string().min(1).max(64),
  text: regulationTextSchema,
  exemptions: z.array(exemptionSchema).max(50),
  /** Who put it there, `null` for the portal's operator, and when by the portal's clock. */
  setBy: z.string().nullable(),
  setAt: z.iso.datetime(),
});
export type RegulationVersion = z.infer<typeof regulationVersionSchema>;

/** The only stage of the default rules, and the one an appraisal means that names none. */
export const FIRST_STAGE = 'review';

/** The regulation of a unit that has written none: one review stage and the head's decision. */
export const DEFAULT_REGULATION: RegulationText = {
  basis: 'Nghị định 224/2026/NĐ-CP; Quy chế mẫu của Bản Thảo',
  validFrom: '2026-07-01',
  stages: [{ id: FIRST_STAGE, name: 'Thẩm định', roles: ['reviewer', 'head'], days: 2 }],
  categories: [],
  // With the stage's two, the five working days the law gives a unit's information (Luật Tiếp cận thông tin, Điều 18).
  days: { decision: 1, returned: 2, unreviewed: 1 },
  checklists: [],
  isUrgentAllowed: true,
};

/** The rules a version stands for. */
export function rulesOf({
  version,
  text,
  exemptions,
}: Pick<RegulationVersion, 'version' | 'text' | 'exemptions'>): Rules {
  return { ...text, version, exemptions, transitions: text.isUrgentAllowed ? TRANSITIONS : WITHOUT_URGENT };
}

const WITHOUT_URGENT = TRANSITIONS.filter(({ name }) => name !== 'urgent');

export const DEFAULT_RULES: Rules = rulesOf({ version: 'default-1', text: DEFAULT_REGULATION, exemptions: [] });

/**
 * The rules in force on a day (ISO date in Vietnam): of the versions whose first day has come, the one set last.
 * `versions` are in the order they were set.
 */
export function rulesInForce(versions: readonly RegulationVersion[], day: string): Rules {
  const found = versionInForce(versions, day);
  return found === undefined ? DEFAULT_RULES : rulesOf(found);
}

/** The version behind {@link rulesInForce}; `undefined`: the default. */
export function versionInForce(versions: readonly RegulationVersion[], day: string): RegulationVersion | undefined {
  return versions.findLast(({ text }) => text.validFrom <= day);
}

/**
 * The versions that will come into force after a day, by their first day: those that nothing set later overtakes, and
 * that change anything.
 */
export function versionsToCome(versions: readonly RegulationVersion[], day: string): RegulationVersion[] {
  const days = new Set(versions.map(({ text }) => text.validFrom).filter((first) => first > day));
  const coming: RegulationVersion[] = [];
  for (const first of [...days].sort()) {
    const then = versionInForce(versions, first);
    const before = coming.at(-1) ?? versionInForce(versions, day);
    if (then?.text.validFrom === first && !saysSame(then.text, before?.text ?? DEFAULT_REGULATION)) coming.push(then);
  }
  return coming;
}

function saysSame(one: RegulationText, other: RegulationText): boolean {
  return canonicalJson({ ...one, validFrom: '' }) === canonicalJson({ ...other, validFrom: '' });
}

/** The rules of that name, in force or not; `null` when there are none. */
export function rulesNamed(versions: readonly RegulationVersion[], version: string): Rules | null {
  if (version === DEFAULT_RULES.version) return DEFAULT_RULES;
  const found = versions.find((one) => one.version === version);
  return found === undefined ? null : rulesOf(found);
}
