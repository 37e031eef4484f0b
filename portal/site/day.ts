/** The day in Vietnam, as `2026-11-24`: it keeps UTC+7 all year. */
export function dayInVietnam(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
