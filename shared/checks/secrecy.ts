import { type Block, textOfBlock } from '../content/index.ts';
import type { Match } from './finding.ts';
import { readableOf } from './readable.ts';

/** The word of a stamp; in the codes of TCVN3 and VNI too, as old documents hold it. */
const MAT = 'M\\s*(?:Ậ|Ë|AÄ)\\s*T|mËt';
const GRAVER = '(?:T\\s*U\\s*Y\\s*(?:Ệ|Ö|EÄ)\\s*T|tuyÖt|T\\s*(?:Ố|OÁ)\\s*I|[Tt]èi|TÈI)[\\s-]+';
/** A stamp stands alone, in capitals; or the text names its own degree. "Bí mật" and "mật ong" are no stamps. */
const STAMP = new RegExp(`^[\\s[(<|*"“_/–—-]*(?:DẤU\\s+)?((?:${GRAVER})?(?:${MAT}))[\\s\\])>|*"”.!_/–—-]*$`, 'u');
/** Beside other words it is set off from them by a sign; or it tells of what kind the paper is. */
const BESIDE = new RegExp(
  `^\\P{Ll}*[–—:|(\\[/-]\\s*(?:${GRAVER})?(?:MẬT)\\s*[)\\]]?$|[–—:|(\\[/-]\\s*(?:TUYỆT|TỐI)\\s+MẬT\\s*[)\\]]?$|^(?:TUYỆT|TỐI)\\s+MẬT\\s*[–—:|/-]|` +
    '^(?:TÀI LIỆU|VĂN BẢN|CÔNG VĂN|ĐỀ THI|ĐÁP ÁN)\\s+(?:(?:TUYỆT|TỐI)\\s+)?MẬT$',
  'u',
);
const DEGREE = /(?:độ\s+mật\s*:|^(?:mức |dấu chỉ )?độ\s+mật\s*[–-])\s*(?:tuyệt\s+mật|tối\s+mật|mật)(?!\p{L})/iu;
/** A line longer than this is prose, not a stamp. */
const LONGEST_STAMP = 60;
/** What stands apart on one line, by tabs or spaces: a number on the left, a stamp on the right. */
const PART = /[^\s](?:[^\t \u00a0]|[ \u00a0]{1,2}(?![ \u00a0]))*/gu;

/** State-secret stamps in a text: TUYỆT MẬT, TỐI MẬT, MẬT (Luật 29/2018/QH14, Điều 8 and Điều 5). */
export function stampsIn(text: string): Match[] {
  const found: Match[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (isStamp(line)) found.push({ rule: 'state_secret', start, end });
    else
      for (const { 0: part, index } of line.matchAll(PART))
        if (isStamp(part)) found.push({ rule: 'state_secret', start: start + index, end: start + index + part.length });
    start = end + 1;
  }
  return found;
}

function isStamp(line: string): boolean {
  const composed = line.normalize('NFC').trim();
  return (composed.length <= LONGEST_STAMP && (STAMP.test(composed) || BESIDE.test(composed))) || DEGREE.test(composed);
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
