import type { BrowserContext, Page } from 'playwright-core';

/** What went wrong unseen: errors on the console (broken security policies among them), uncaught errors, crashes. */
export interface Complaints {
  readonly lines: readonly string[];
  /** A complaint that the test means to cause. */
  expect(pattern: RegExp): void;
  add(line: string): void;
  /** The complaints nobody expected. */
  unexpected(): readonly string[];
}

export function newComplaints(): Complaints {
  const lines: string[] = [];
  const expected: RegExp[] = [];
  return {
    lines,
    expect: (pattern) => void expected.push(pattern),
    add: (line) => void lines.push(line),
    unexpected: () => lines.filter((line) => !expected.some((pattern) => pattern.test(line))),
  };
}

/** Listens to every page of a context, those that open later too. */
export function listen(context: BrowserContext, complaints: Complaints): void {
  const watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.add(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => complaints.add(`uncaught: ${error.stack ?? error.message}`));
    page.on('crash', () => complaints.add('the page crashed'));
  };
  context.pages().forEach(watch);
  context.on('page', watch);
}
