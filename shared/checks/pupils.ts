import { asKnownBlock, type Block, textOfBlock } from '../content/index.ts';
import { foldForSearch } from '../vietnamese/index.ts';
import { LIST_ROWS } from './rules.ts';

/** Headings of columns of names, folded. */
const NAME = /\b(ho va ten|ho ten|ho, ten|ho & ten|ho dem|ho va dem|ten hoc sinh|ten hs|ten thi sinh|ten tre)\b/;
/** A column of names that says itself that they are pupils'. */
const PUPILS_NAME = /^(?:ho(?: va|,)? )?(?:ten )?(?:hoc sinh|hs|thi sinh|tre|em)$/;
const PUPIL_HEADING =
  /\b(ngay sinh|nam sinh|lop|(?<!dia |thoi |dac |quan |trong )diem(?! truong| den| don| truc| cau)|dtb|tbm|tbhk|xep loai|hanh kiem|hoc luc|ren luyen|dan toc|ho ngheo|khuyet tat|sbd|so bao danh|ma hoc sinh|ma hs|phu huynh|cha me|ten cha|ten me|ten bo)\b/;
/** What a column of pupils' names stands beside in a list of honours. */
const HONOUR = /\b(giai|thanh tich|huy chuong|ket qua|truong)\b/;
/** Two columns of these are marks. */
const SUBJECT =
  /^(?:toan|(?:ngu )?van|tieng viet|tv|(?:tieng )?anh|(?:vat )?l[yi]|hoa(?: hoc)?|sinh(?: hoc)?|(?:lich )?su|dia(?: l[yi])?|gdcd|tin(?: hoc)?|khtn|cong nghe|tb)$/;

/** What is said of grown people only: whose names they are, the class they lead, the post they hold, the lessons they give. */
const ADULT_NAME = /\b(giao vien|gv|gvcn|can bo|nhan vien|vien chuc|dang vien|phu huynh|phhs|cha me)\b/;
const STAFF_CLASS = /\b(chu nhiem|cn|day|giang day|phu trach|kiem nhiem|tap huan|boi duong)\b/;
const STAFF_POST = /\b(chuc vu|chuc danh|trinh do|chuyen mon|don vi cong tac)\b/;
const TEACHING = /\b(day mon|mon day|giang day|so tiet|chuyen mon|ca truc|lich truc)\b/;
/** What is asked of staff too. */
const OF_ANYBODY = /\b(ngay sinh|nam sinh|dan toc|xep loai|sbd|so bao danh)\b/;

/** Lines after a heading line in which pupils are looked for. */
const LIST_LINES = 200;
/** A name, and a number of the row or a mark beside it. */
const PUPIL_ROW = /(?:^|[^\p{L}])\p{Lu}\p{L}*(?:[\s\t]+\p{Lu}\p{L}*){1,5}/u;
/** A line of a form that waits to be filled in is no heading of a list. */
const FORM = /:|\.{3}|…|_{3}/;
/** Rows among which the heading is: titles may stand above it. */
const HEADING_ROWS = 6;
/** Two words or more with capitals. */
const PERSON = /^[^\p{L}\d]*\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*)+[^\p{L}\d]*$/u;

/** Whether a block is a table of pupils: names beside classes, marks, birth dates or hardship, five rows or more. */
export function isPupilList(block: Block): boolean {
  const known = asKnownBlock(block);
  if (known?.type !== 'table' || known.rows.length <= LIST_ROWS) return false;
  const rows = known.rows.map(({ cells }) =>
    cells.map(({ children }) => textOfBlock({ id: '-', type: 'paragraph', children }).trim()),
  );
  return rows.slice(0, HEADING_ROWS).some((cells, at) => {
    const isPupil = pupilRows(cells.map(foldForSearch));
    return isPupil !== null && rows.slice(at + 1).filter(isPupil).length >= LIST_ROWS;
  });
}

/**
 * Which line heads a list of pupils, or `null`: names beside classes or marks, cells parted by tabs, and enough rows with a
 * name and a number. A PDF has no tabs; there the cells may have run together.
 */
export function pupilListIn(lines: readonly string[], mayBeRunTogether = true): number | null {
  for (const [at, line] of lines.entries()) {
    if (line.length > 500 || FORM.test(line) || !(mayBeRunTogether || line.includes('\t'))) continue;
    const cells = line.split('\t').map((cell) => foldForSearch(cell).trim());
    const isPupil = pupilRows(cells.length > 1 ? cells : splitHeading(cells[0] ?? ''));
    if (isPupil === null) continue;
    const rows = lines
      .slice(at + 1, at + 1 + LIST_LINES)
      .filter(
        (row) =>
          /\d/.test(row) &&
          PUPIL_ROW.test(row) &&
          (cells.length === 1 || !row.includes('\t') || isPupil(row.split('\t'))),
      );
    if (rows.length >= LIST_ROWS) return at;
  }
  return null;
}

/** A heading line whose cells were lost (PDF): the name's heading, and the rest. */
function splitHeading(line: string): string[] {
  const [, before = '', name = '', after = ''] = /^(.*?)\b(ho va ten|ho ten|ten hoc sinh)\b(.*)$/.exec(line) ?? [];
  return name === '' ? [line] : [before, name, after];
}

/**
 * If headings (folded) are those of a list of pupils, which of the rows below them are about one; else `null`. The rows of
 * a form to fill in have nothing but their number. “Học sinh” alone heads a column of names, or one of counts.
 */
function pupilRows(headings: readonly string[]): ((cells: readonly string[]) => boolean) | null {
  if (!isPupilHeading(headings)) return null;
  if (headings.some((text) => NAME.test(text))) return (cells) => cells.filter((cell) => cell.trim() !== '').length > 1;
  const column = headings.findIndex((text) => PUPILS_NAME.test(text));
  return (cells) => PERSON.test(cells[column] ?? '');
}

/**
 * Whether headings (folded) are those of a list of pupils: a name beside a class, a mark, a birth date or hardship. A list of
 * teachers and their classes, of parents, or of staff and their posts, is none.
 */
function isPupilHeading(headings: readonly string[]): boolean {
  const names = headings.filter((text) => (NAME.test(text) || PUPILS_NAME.test(text)) && !ADULT_NAME.test(text));
  if (names.length === 0 || headings.some((text) => TEACHING.test(text))) return false;
  const others = headings.filter((text) => !names.includes(text));
  if (others.filter((text) => SUBJECT.test(text)).length > 1) return true;
  if (names.some((text) => PUPILS_NAME.test(text)) && others.some((text) => HONOUR.test(text))) return true;
  const isStaff = headings.some((text) => STAFF_POST.test(text));
  return others.some(
    (text) => PUPIL_HEADING.test(text) && !STAFF_CLASS.test(text) && !(isStaff && OF_ANYBODY.test(text)),
  );
}
