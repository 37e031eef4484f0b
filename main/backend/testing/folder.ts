import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeDesk, type TestDeskOptions } from './desk.ts';

/** A temporary folder that is gone when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ban-thao-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A desk in a folder of its own, or in one that another desk has written. */
export function openTestDesk(
  options: TestDeskOptions & { readonly folder?: string } = {},
): ReturnType<typeof makeDesk> & { folder: string } {
  const folder = options.folder ?? temporaryFolder();
  return { ...makeDesk(folder, options), folder };
}
