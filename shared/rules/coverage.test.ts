import { describe, expect, it } from 'vitest';
import { categoriesOf, coverageOf, RENEWALS } from './index.ts';

const stateOf = (today: string, code: string, newest: string | null) => {
  const contents = newest === null ? [] : [{ category: code, count: 1, newest }];
  return coverageOf('school', today, contents).find((row) => row.code === code)?.state;
};

describe('the coverage of mandatory categories', () => {
  it('names every category the unit must keep, and none that it may', () => {
    const codes = coverageOf('school', '2026-11-20', []).map(({ code }) => code);
    const must = categoriesOf('school', '2026-11-20').filter(({ obligation }) => obligation === 'must');
    expect([...codes].sort()).toEqual(must.map(({ code }) => code).sort());
    expect(codes).not.toContain('B11');
    expect(coverageOf('office', '2026-11-20', []).every(({ code }) => code.startsWith('A'))).toBe(true);
  });

  it('calls a category without a page empty, whatever the date', () => {
    expect(stateOf('2026-01-01', 'B7', null)).toBe('empty');
    expect(stateOf('2026-12-31', 'B1', null)).toBe('empty');
    expect(stateOf('2026-12-31', 'B1', '2021-01-01')).toBe('fine');
  });

  it('wants the public disclosure anew each year before the end of June', () => {
    expect(stateOf('2026-05-30', 'B7', '2025-06-01')).toBe('fine');
    expect(stateOf('2026-05-31', 'B7', '2025-06-01')).toBe('due');
    expect(stateOf('2026-06-30', 'B7', '2025-06-01')).toBe('due');
    expect(stateOf('2026-07-01', 'B7', '2025-06-01')).toBe('late');
    expect(stateOf('2026-07-01', 'B7', '2026-01-01')).toBe('fine');
  });

  it('wants news each month', () => {
    expect(stateOf('2026-11-20', 'B2', '2026-11-10')).toBe('fine');
    expect(stateOf('2026-11-20', 'B2', '2026-10-23')).toBe('due');
    expect(stateOf('2026-11-20', 'B2', '2026-10-19')).toBe('late');
  });

  it('puts the worst first', () => {
    const contents = [
      { category: 'B2', count: 3, newest: '2026-01-01' },
      { category: 'B1', count: 1, newest: '2026-01-01' },
    ];
    const states = coverageOf('school', '2026-11-20', contents).map(({ state }) => state);
    expect(states).toEqual(
      [...states].sort(
        (a, b) => ['empty', 'late', 'due', 'fine'].indexOf(a) - ['empty', 'late', 'due', 'fine'].indexOf(b),
      ),
    );
    expect(new Set(states)).toEqual(new Set(['empty', 'late', 'fine']));
  });

  it('names the source of every duty', () => {
    for (const { basis, validFrom } of RENEWALS)
      expect([basis.length > 10, validFrom]).toEqual([true, expect.stringMatching(/^\d{4}/)]);
  });
});
