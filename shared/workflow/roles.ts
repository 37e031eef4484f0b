import { z } from 'zod';

/**
 * What a person may be in a unit's board. One person may hold several roles. `approver`: decides as the head does, but
 * takes nothing down and changes no rules; `clerk` (văn thư): sets times; `administrator`: rules, roles and devices only.
 */
export const ROLES = ['author', 'reviewer', 'approver', 'head', 'clerk', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** A role held for another person from one day to another, both counted, by the calendar of Vietnam. */
export const deputySchema = z.strictObject({
  role: z.enum(ROLES),
  from: z.iso.date(),
  to: z.iso.date(),
  /** The person stood in for. */
  for: z.string().min(1).max(64),
});
export type Deputy = z.infer<typeof deputySchema>;

/** The roles a person holds on a day (ISO date in Vietnam): their own and those they stand in for. */
export function rolesOn(
  member: { readonly roles: readonly Role[]; readonly deputies?: readonly Deputy[] | undefined } | null,
  day: string,
): Role[] {
  const lent = (member?.deputies ?? []).filter(({ from, to }) => from <= day && day <= to).map(({ role }) => role);
  const held = new Set([...(member?.roles ?? []), ...lent]);
  return ROLES.filter((role) => held.has(role));
}
