// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { AppError, type Client } from '../../shared/contract/index.ts';
import { reportBugs } from './report-bugs.ts';

it('tells of bugs and not of answers, and not without end', () => {
  const told: unknown[] = [];
  const call = (async (name: string, input: unknown) => {
    told.push([name, input]);
    throw new AppError('backend_down');
  }) as unknown as Client['call'];
  const report = reportBugs({ call }, window);
  report(new AppError('disk_full'));
  report('thrown words');
  expect(told).toEqual([]);
  report(new TypeError('x is not a function'));
  expect(told).toEqual([
    ['report.windowBug', { name: 'TypeError', stack: expect.stringContaining('report-bugs.test') }],
  ]);
  for (let count = 0; count < 100; count += 1) report(new Error('again'));
  expect(told.length).toBe(20);
});
