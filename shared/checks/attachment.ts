import { lostZerosIn } from './lost-zero.ts';
import { privacyIn } from './privacy.ts';
import { pupilListIn } from './pupils.ts';
import { readableOf } from './readable.ts';
import type { CheckRule } from './rules.ts';
import { stampsIn } from './secrecy.ts';

/** What a file says: its words by lines; cells of a table parted by tabs, lines within a cell by {@link CELL_LINE}. */
export type FileWords = string;

/** Parts two lines of one cell. */
export const CELL_LINE = '\u2028';

/** What was found in an attached file. It has no place that could be shown, so its words are all there is to go by. */
export interface FileFinding {
  readonly rule: CheckRule;
  readonly words: string;
}

/** Findings kept of one file. */
const MOST = 30;
/** Of numbers that lost their 0: one is enough to look at the column. */
const MOST_LOST = 5;
/** Characters of a finding that are shown. */
const SHOWN = 60;
const NO_PHONES: ReadonlySet<string> = new Set();
/** "MẬT" as a word of its own in capitals; without marks only where nothing else is meant by it. */
const STAMPED_NAME =
  /(?:^|[^\p{L}\p{M}])(?:TUYỆT[\s_-]*MẬT|TỐI[\s_-]*MẬT|MẬT|TUYET[\s_-]*MAT|TOI[\s_-]*MAT)(?![\p{L}\p{M}])/u;
/** What is no stamp though it holds the word. */
const NO_STAMP =
  /(?:BÍ|BẢO|SỰ|ONG|ĐƯỜNG|TÚI|TRĂNG|BÁNH|KẸO|DỊCH)[\s_-]*MẬT|MẬT[\s_-]*(?:ONG|KHẨU|ĐỘ|MÃ|THƯ|VỤ|THIẾT|MÍA|DANH|PHIẾU)(?!\p{L})/gu;

/**
 * What must not, or should not, be published with a file: secrecy stamps, lists of pupils, personal numbers, birth dates
 * (domain 5.2, 5.3). Its name is looked at too. Linear in the length of the words; the gravest are not cut off.
 */
export function checkAttachment(name: string, words: FileWords): FileFinding[] {
  const found: FileFinding[] = [];
  const add = (rule: CheckRule, text: string): void => {
    const shown = text.replace(/\s+/g, ' ').trim().slice(0, SHOWN);
    if (!found.some((finding) => finding.rule === rule && finding.words === shown)) found.push({ rule, words: shown });
  };
  const title = readableOf(name).text;
  if (STAMPED_NAME.test(title.replace(NO_STAMP, ''))) add('state_secret', name);
  for (const { rule, start, end } of privacyIn(title.replaceAll('_', ' '), NO_PHONES))
    add(rule, title.slice(start, end));

  const { text } = readableOf(words);
  const alone = text.replaceAll('\t', '\n').replaceAll(CELL_LINE, '\n');
  for (const { rule, start, end } of stampsIn(alone)) add(rule, alone.slice(start, end));
  const rows = text.replaceAll(CELL_LINE, ' ').split('\n');
  const list = pupilListIn(rows);
  if (list !== null) add('score_list', rows[list] ?? '');
  const privacy = privacyIn(alone, NO_PHONES);
  for (const { rule, start, end } of privacy.filter(({ rule }) => rule === 'national_id').slice(0, MOST))
    add(rule, alone.slice(start, end));
  for (const number of lostZerosIn(rows).slice(0, MOST_LOST)) add('lost_zero', number);
  for (const { rule, start, end } of privacy.slice(0, MOST)) add(rule, alone.slice(start, end));
  return found.slice(0, MOST);
}
