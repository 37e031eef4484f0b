import { z } from 'zod';
import type { FileFinding, SecrecyProblem } from '../../../shared/checks/index.ts';
import { type Block, fileOfBlock } from '../../../shared/content/index.ts';
import { fileFindingSchema } from '../../../shared/contract/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';
import { inspectFile } from './read.ts';

/** Raised when the detectors change: files are then looked at again. */
const VERSION = 4;
const keptSchema = z.object({ version: z.int(), findings: z.array(fileFindingSchema) });

const keyOf = (hash: string): string => `attachment ${hash}`;

/** What was found in an attached file when it was last looked at on this computer; `null` before. */
function lookedAt(db: Store, hash: string): z.infer<typeof keptSchema> | null {
  return readSetting(db, keyOf(hash), keptSchema);
}

/** Remembers what was found: a file named by its hash never changes. */
export function keepFindings(db: Store, hash: string, findings: readonly FileFinding[]): void {
  writeSetting(db, keyOf(hash), { version: VERSION, findings });
}

/** What is found in an attached file, looked at now if it has not been; nothing for one that is not here. */
export async function findingsOf(db: Store, shelf: MediaShelf, hash: string): Promise<readonly FileFinding[]> {
  const kept = lookedAt(db, hash);
  if (kept?.version === VERSION) return kept.findings;
  const [reference, path] = [shelf.reference(hash), shelf.path(hash)];
  if (reference === null || path === null || reference.mime === 'image/webp') return [];
  const findings = await inspectFile(path, reference);
  keepFindings(db, hash, findings);
  return findings;
}

/** Looks at every attached file that is here and was not looked at: one that came from another computer, say. */
export async function lookAtFiles(db: Store, shelf: MediaShelf, blocks: readonly Block[]): Promise<void> {
  for (const block of blocks) {
    const hash = fileOfBlock(block);
    if (hash !== null) await findingsOf(db, shelf, hash);
  }
}

/** Why a post must not be handed on because of what it has attached, or `null`; what older detectors found counts too. */
export function attachmentProblem(db: Store, blocks: readonly Block[]): SecrecyProblem | null {
  const rules = new Set(
    blocks.flatMap((block) => {
      const hash = fileOfBlock(block);
      return hash === null ? [] : (lookedAt(db, hash)?.findings ?? []).map(({ rule }) => rule);
    }),
  );
  if (rules.has('state_secret')) return 'state_secret';
  if (rules.has('score_list')) return 'pupil_list';
  return rules.has('national_id') ? 'national_id' : null;
}
