import { foldForSearch } from '../vietnamese/index.ts';
import { lostZerosIn } from './lost-zero.ts';
import { isPupilHeading, privacyIn } from './privacy.ts';
import { readableOf } from './readable.ts';
import { type CheckRule, LIST_ROWS } from './rules.ts';
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
/** Lines after a heading line in which pupils are looked for. */
const LIST_LINES = 200;

const NO_PHONES: ReadonlySet<string> = new Set();
/** A name, and a number of the row or a mark beside it. */
const PUPIL_ROW = /(?:^|[^\p{L}])\p{Lu}\p{L}*(?:[\s\t]+\p{Lu}\p{L}*){1,5}/u;
/** A line of a form that waits to be filled in is no heading of a list. */
const FORM = /:|\.{3}|…|_{3}/;
/** "MẬT" as a word of its own in capitals; without marks only where nothing else is meant by it. */
const STAMPED_NAME =
  /(?:^|[^\p{L}\p{M}])(?:TUYỆT[\s_-]*MẬT|TỐI[\s_-]*MẬT|MẬT|TUYET[\s_-]*MAT|TOI[\s_-]*MAT)(?![\p{L}\p{M}])/u;
/** What is no stamp though it holds the word. */
const NO_STAMP = /(?:BÍ|SỰ|ONG|ĐƯỜNG)[\s_-]*MẬT|MẬT[\s_-]*(?:ONG|KHẨU|ĐỘ|MÃ|THƯ|VỤ)/u;

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
  if (STAMPED_NAME.test(title) && !NO_STAMP.test(title)) add('state_secret', name);
  for (const { rule, start, end } of privacyIn(title.replaceAll('_', ' '), NO_PHONES))
    add(rule, title.slice(start, end));

  const { text } = readableOf(words);
  const alone = text.replaceAll('\t', '\n').replaceAll(CELL_LINE, '\n');
  for (const { rule, start, end } of stampsIn(alone)) add(rule, alone.slice(start, end));
  const rows = text.replaceAll(CELL_LINE, ' ').split('\n');
  const list = pupilListIn(rows);
  if (list !== null) add('score_list', list);
  const privacy = privacyIn(alone, NO_PHONES);
  for (const { rule, start, end } of privacy.filter(({ rule }) => rule === 'national_id').slice(0, MOST))
    add(rule, alone.slice(start, end));
  for (const number of lostZerosIn(rows).slice(0, MOST_LOST)) add('lost_zero', number);
  for (const { rule, start, end } of privacy.slice(0, MOST)) add(rule, alone.slice(start, end));
  return found.slice(0, MOST);
}

/** The heading line of a list of pupils, or `null`: names beside classes or marks, and enough rows with a name and a number. */
function pupilListIn(lines: readonly string[]): string | null {
  for (const [at, line] of lines.entries()) {
    if (line.length > 500 || FORM.test(line)) continue;
    const cells = line.split('\t').map((cell) => foldForSearch(cell));
    if (!isPupilHeading(cells.length > 1 ? cells : splitHeading(cells[0] ?? ''))) continue;
    const rows = lines.slice(at + 1, at + 1 + LIST_LINES).filter((row) => /\d/.test(row) && PUPIL_ROW.test(row));
    if (rows.length >= LIST_ROWS) return line;
  }
  return null;
}

/** A heading line whose cells were lost (PDF): the name's heading, and the rest. */
function splitHeading(line: string): string[] {
  const [, before = '', name = '', after = ''] = /^(.*?)\b(ho va ten|ho ten|ten hoc sinh)\b(.*)$/.exec(line) ?? [];
  return name === '' ? [line] : [before, name, after];
}
