import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** How many tests of one suite went which way. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, and what passed only when tried again: a line each, for the end of a long output. */
  readonly notes: readonly string[];
}

/**
 * Reads vitest's JSON report; names of files in its notes are relative to `root`. A file that could not even be loaded
 * has no tests in it, so it counts as one failed. `null`: there is no report, so the run itself broke.
 */
export function countOf(file: string, root: string): Count | null {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const broken = report.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
      notes: [
        ...broken.map((suite) => `✗ ${relative(root, suite.name)}: ${firstLine(suite.message)}`),
        ...report.testResults.flatMap((suite) => notesOf(suite, root)),
      ],
    };
  } catch {
    return null;
  }
}

/** A test that failed, and one that passed after it had failed: a fault that comes and goes is still a fault. */
function notesOf(suite: Suite, root: string): string[] {
  return suite.assertionResults
    .filter(({ failureMessages }) => failureMessages.length > 0)
    .map(
      ({ status, fullName, failureMessages }) =>
        `${status === 'passed' ? '~' : '✗'} ${relative(root, suite.name)} > ${fullName}: ${firstLine(failureMessages[0] ?? '')}`,
    );
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.slice(0, 200) ?? '';
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly Suite[];
}

interface Suite {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

/** The last lines of `npm test`. */
export function summary({ passed, failed, skipped, notes }: Count): string {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return [...notes, counts].join('\n');
}

export function add(a: Count, b: Count): Count {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    notes: [...a.notes, ...b.notes],
  };
}
