import { type CategoryRule, categoriesOf } from './taxonomy.ts';

/** A duty to renew what a category holds, as dated data. */
export interface RenewalRule {
  readonly category: string;
  /** `yearly`: something new each calendar year, before a day of it. `days`: something new within so many days. */
  readonly every:
    | { readonly kind: 'yearly'; readonly before: string }
    | { readonly kind: 'days'; readonly days: number };
  /** Document and article. */
  readonly basis: string;
  /** False where the source was not read itself. */
  readonly verified: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const DISCLOSURE = 'Thông tư 09/2024/TT-BGDĐT, Điều 15 khoản 1 điểm a';
const MONTHLY = 'Tiêu chí của kế hoạch trang thông tin điện tử: mỗi tháng có ít nhất một tin, bài';

/**
 * Duties that this program knows. TT 09/2024 (from 19 July 2024) wants a school's public disclosure before 30 June of each
 * year; read in a legal database, not in the gazette. The month of news is what the yearly plans of offices ask for.
 */
export const RENEWALS: readonly RenewalRule[] = [
  {
    category: 'B7',
    every: { kind: 'yearly', before: '06-30' },
    ...{ basis: DISCLOSURE, verified: true, validFrom: '2024-07-19', validTo: null },
  },
  ...(['A3', 'B2'] as const).map(
    (category): RenewalRule => ({
      category,
      every: { kind: 'days', days: 31 },
      ...{ basis: MONTHLY, verified: false, validFrom: '2020-11-20', validTo: null },
    }),
  ),
];

/** What readers find in a category now. */
export interface CategoryContent {
  readonly category: string;
  readonly count: number;
  /** Day (ISO, in Vietnam) on which its newest page became public. */
  readonly newest: string;
}

/** How a category stands. `due`: the last day to renew it, when there is one. */
export interface CategoryCoverage {
  readonly code: string;
  readonly name: CategoryRule['name'];
  readonly state: 'empty' | 'late' | 'due' | 'fine';
  readonly count: number;
  readonly newest: string | null;
  readonly due: string | null;
  readonly basis: string;
  readonly verified: boolean;
}

/** Days before the last one from which a duty is shown: a month for what comes once a year, a week for what comes each month. */
const AHEAD_DAYS = { yearly: 30, days: 7 } as const;

/**
 * Which of the categories that a unit must keep are empty or late, worst first, in the order of their codes.
 *
 * @param today ISO day in Vietnam.
 */
export function coverageOf(
  level: CategoryRule['level'],
  today: string,
  contents: readonly CategoryContent[],
): readonly CategoryCoverage[] {
  const rows = categoriesOf(level, today)
    .filter(({ obligation }) => obligation === 'must')
    .map((category): CategoryCoverage => {
      const { code, name } = category;
      const content = contents.find((one) => one.category === code);
      const [count, newest] = [content?.count ?? 0, content?.newest ?? null];
      const rule = RENEWALS.find(
        (one) => one.category === code && one.validFrom <= today && (one.validTo === null || today <= one.validTo),
      );
      const { basis, verified } = rule ?? category;
      const due = rule === undefined ? null : lastDay(rule, newest, today);
      const isDone = due === null || (rule?.every.kind === 'yearly' && (newest ?? '') >= `${due.slice(0, 4)}-01-01`);
      const state = stateOf(count, isDone ? null : due, AHEAD_DAYS[rule?.every.kind ?? 'days'], today);
      return { code, name, count, newest, due, basis, verified, state };
    });
  return [...rows].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

const ORDER: readonly CategoryCoverage['state'][] = ['empty', 'late', 'due', 'fine'];

function stateOf(count: number, due: string | null, ahead: number, today: string): CategoryCoverage['state'] {
  if (count === 0) return 'empty';
  if (due === null) return 'fine';
  if (due < today) return 'late';
  return due <= addDays(today, ahead) ? 'due' : 'fine';
}

function lastDay({ every }: RenewalRule, newest: string | null, today: string): string {
  if (every.kind === 'yearly') return `${today.slice(0, 4)}-${every.before}`;
  return addDays(newest ?? today, every.days);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
