import { type Audience, EVERYONE, writeLineAgain, writeMutationLine } from '../feed/index.ts';
import type { Store } from '../store/index.ts';

/**
 * Writes the lines by which a post comes into its new owner's sight, its drafts first, and is told to whom it was. A post
 * that the board has seen is told to the board.
 */
export async function writeHandOverLines(
  tx: Store,
  unit: string,
  { mutation, post, from, to, isKnownToAll }: HandOverLine,
): Promise<number> {
  const lines = await tx
    .selectFrom('change')
    .select(['kind', 'object'])
    .where('unit', '=', unit)
    .where('post', '=', post)
    .where('kind', 'in', ['revision', 'mutation'])
    .where('audience', '=', from)
    .orderBy('number')
    .execute();
  const seen = new Set<string>();
  for (const { kind, object } of lines) {
    if (seen.has(`${kind} ${object}`)) continue;
    seen.add(`${kind} ${object}`);
    await writeLineAgain(tx, unit, to, { kind, post, object });
  }
  const audiences: Audience[] = isKnownToAll ? [EVERYONE] : [{ person: from }, { person: to }];
  let number = 0;
  for (const audience of audiences) number = await writeMutationLine(tx, unit, audience, { mutation, post });
  return number;
}

interface HandOverLine {
  readonly mutation: string;
  readonly post: string;
  readonly from: string;
  readonly to: string;
  readonly isKnownToAll: boolean;
}
