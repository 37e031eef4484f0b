import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeFileSafely } from '../store/index.ts';

const noticeSchema = z.object({
  at: z.iso.datetime(),
  /**
   * `copied`: the folder lies elsewhere than its line began. `restored`: it holds less than was sent from here. `twice`: the
   * portal knows this line from a second folder.
   */
  why: z.enum(['copied', 'restored', 'twice']),
});

/** That a new device line was started by itself, and why, for the person to read once. */
export type LineNotice = z.infer<typeof noticeSchema>;

export function noteNewLine(folder: string, notice: LineNotice): void {
  writeFileSafely(pathIn(folder), JSON.stringify(notice));
}

/** The last new line the person has not been told of. */
export function readNewLine(folder: string): LineNotice | null {
  return noticeSchema.safeParse(readJsonFile(pathIn(folder))).data ?? null;
}

/** The person has read it, or knows of it anyway. */
export function forgetNewLine(folder: string): void {
  rmSync(pathIn(folder), { force: true });
}

function pathIn(folder: string): string {
  return join(folder, 'new-line.json');
}
