import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countOf, summary } from './report.ts';

function reportOf(testResults: readonly object[], counts: { passed: number; failed: number }): string {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'report.json');
  const numbers = { numPassedTests: counts.passed, numFailedTests: counts.failed, numPendingTests: 0, numTodoTests: 0 };
  writeFileSync(file, JSON.stringify({ ...numbers, testResults }));
  return file;
}

test('the end of a run names what failed and what passed only when tried again', () => {
  const file = reportOf(
    [
      {
        name: '/house/portal/a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { status: 'passed', fullName: 'keeps the text', failureMessages: [] },
          { status: 'passed', fullName: 'answers', failureMessages: ['Error: line cut\n    at somewhere'] },
          { status: 'failed', fullName: 'signs', failureMessages: ['AssertionError: expected 1'] },
        ],
      },
      { name: '/house/main/b.test.ts', status: 'failed', message: 'SyntaxError: no\nmore', assertionResults: [] },
    ],
    { passed: 2, failed: 1 },
  );
  const count = countOf(file, '/house');
  expect(count && summary(count).split('\n')).toEqual([
    '✗ main/b.test.ts: SyntaxError: no',
    '~ portal/a.test.ts > answers: Error: line cut',
    '✗ portal/a.test.ts > signs: AssertionError: expected 1',
    '2 passed, 2 failed',
  ]);
});

test('a run that left no report is no run', () => {
  expect(countOf('/nowhere/report.json', '/')).toBeNull();
});
