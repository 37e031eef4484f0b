import { type Block, textOfBlock } from '../content/index.ts';
import type { Match } from './finding.ts';
import { readableOf } from './readable.ts';

/** A stamp stands alone on its line, in capitals; or the text names its own degree. "Bí mật" and "mật ong" are no stamps. */
const STAMP = /^[\s[(<|*"“]*((?:T\s*U\s*Y\s*Ệ\s*T|T\s*Ố\s*I)\s+M\s*Ậ\s*T|M\s*Ậ\s*T)[\s\])>|*"”.!]*$/u;
const DEGREE = /(?:độ mật|mức độ mật)\s*:\s*(?:tuyệt mật|tối mật|mật)(?!\p{L})/iu;
/** A line longer than this is prose, not a stamp. */
const LONGEST_STAMP = 60;

/** State-secret stamps in a text: TUYỆT MẬT, TỐI MẬT, MẬT (Luật 29/2018/QH14, Điều 8 and Điều 5). */
export function stampsIn(text: string): Match[] {
  const found: Match[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const composed = line.normalize('NFC');
    if ((line.length <= LONGEST_STAMP && STAMP.test(composed)) || DEGREE.test(composed))
      found.push({ rule: 'state_secret', start, end: start + line.length });
    start += line.length + 1;
  }
  return found;
}

/** Whether a post bears a stamp anywhere a reader could see it: such a text must not leave this computer. */
export function isStamped(post: {
  readonly title: string;
  readonly summary: string;
  readonly cover: { readonly alt: string } | null;
  readonly blocks: readonly Block[];
}): boolean {
  return [post.title, post.summary, post.cover?.alt ?? '', ...post.blocks.map(textOfBlock)].some(
    (text) => stampsIn(readableOf(text).text).length > 0,
  );
}
