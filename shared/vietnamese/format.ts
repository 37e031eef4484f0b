/** How dates and numbers are written for a Vietnamese reader; ISO is for data (domain 6.6). */
const pad = (number: number): string => String(number).padStart(2, '0');

/** A day in Vietnam's own time (UTC+7, no summer time), whatever the computer's zone. */
function inVietnam(iso: string): Date {
  return new Date(Date.parse(iso) + 7 * 3_600_000);
}

/** `23/11/2026`. The input is ISO 8601. */
export function formatDate(iso: string): string {
  const day = inVietnam(iso);
  return `${pad(day.getUTCDate())}/${pad(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`;
}

/** `23/11/2026 14:05`. The input is ISO 8601. */
export function formatDateTime(iso: string): string {
  const day = inVietnam(iso);
  return `${formatDate(iso)} ${pad(day.getUTCHours())}:${pad(day.getUTCMinutes())}`;
}

/** `1.234.567`. */
export function formatNumber(value: number): string {
  return Math.trunc(value)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}
