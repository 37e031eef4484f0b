import { AppError } from '../../../shared/contract/index.ts';
import { allWorking, type Desk, mint, quietWorking } from '../posts/index.ts';
import { inWords } from './failure.ts';

/** A working copy nobody has touched for this long is minted before a timed sync. */
const QUIET_MS = 30_000;

/**
 * Everything by hand; by timer only what nobody is typing in. A post that cannot be minted (a limit bites, the disk is
 * full) keeps its words here and stops neither the others nor the program. A new post may be open and still empty.
 *
 * @returns what the disk said, when words found no room.
 */
export function mintWaiting(desk: Desk, which: 'all' | 'quiet', onBug: (error: unknown) => void): AppError | null {
  const now = desk.now();
  const quietSince = new Date(now.getTime() - QUIET_MS);
  let unminted: AppError | null = null;
  for (const post of which === 'all' ? allWorking(desk.db) : quietWorking(desk.db, quietSince, now)) {
    try {
      mint(desk, post, 'keep');
    } catch (error) {
      const known = inWords(desk, error);
      if (!(known instanceof AppError)) onBug(known);
      else if (!(error instanceof AppError)) unminted = known;
    }
  }
  return unminted;
}
