import { join } from 'node:path';
import { z } from 'zod';
import { signedUpdateSchema } from '../../../shared/sync/index.ts';
import { readJsonFile, writeFileSafely } from '../store/index.ts';

const announcedSchema = z.object({
  /** When the portal was last asked, whatever came of it. */
  askedAt: z.iso.datetime().nullable(),
  signed: signedUpdateSchema.nullable(),
  /** The installer on this computer: of which version, where. */
  saved: z.object({ version: z.string(), path: z.string() }).nullable(),
});

/** What is remembered of announcements between starts. */
export type Announced = z.infer<typeof announcedSchema>;

/** What was remembered; a damaged file counts as nothing remembered. */
export function readAnnounced(folder: string): Announced {
  const nothing = { askedAt: null, signed: null, saved: null };
  return announcedSchema.safeParse(readJsonFile(fileIn(folder))).data ?? nothing;
}

export function writeAnnounced(folder: string, announced: Announced): void {
  writeFileSafely(fileIn(folder), JSON.stringify(announced));
}

function fileIn(folder: string): string {
  return join(folder, 'announced.json');
}
