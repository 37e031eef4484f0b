import { asKnownBlock, type Block, textOfBlock } from '../content/index.ts';
import { foldForSearch } from '../vietnamese/index.ts';
import type { Match } from './finding.ts';
import { LIST_ROWS } from './rules.ts';

/**
 * Digits in a row with at most one space, dot or dash of any kind between two, or the bracket after a dialling code; the look
 * at what stands beside them comes after.
 */
const NUMBER = /(?<!\d)\+?\d(?:(?:[ \u00a0.\u2010-\u2013-]|\)[ \u00a0.-]?)?\d){5,25}(?!\d)/g;
/** A slash makes a date or a document number of it, a comma or point a fraction; telephones stand before and after them too. */
const FRACTION = /\d[.,]$/;
const PART_AFTER = /^(?:\/|[.,]\d)/;
/** Words before "sinh" that make another word of it: "tổng vệ sinh ngày 20/11". */
const NO_BIRTH =
  'học|vệ|tuyển|thí|tân|giáo|môn|thư|nữ|nam|tú|sĩ|sơ|khai|dự|tái|phát|nảy|hi|hy|mưu|an|dân|nhân|kháng|dưỡng|phục|sản|cứu|lưu|du|hộ|tập|thực|song|y|quốc|sái';
const BIRTH = new RegExp(
  `(?:(?<!(?<!\\p{L})(?:${NO_BIRTH})\\s{1,3})sinh\\s+ngày|ngày\\s+sinh|\\bsn\\b\\.?)[\\s:]{0,3}` +
    '(?:\\d{1,2}[/.-]\\d{1,2}[/.-]|\\d{1,2}\\s{1,2}tháng\\s{1,2}\\d{1,2},?\\s{1,2}(?:năm\\s{1,2})?)(?:19[3-9]\\d|20\\d\\d)',
  'giu',
);
const OLD_ID = /\b(?:CMND|CMT|chứng minh nhân dân|giấy chứng minh)\b[^\d\n]{0,20}$/iu;
const BANK =
  /(?:\bS?TK\b|số tài khoản|tài khoản|Vietcombank|Agribank|BIDV|VietinBank|Techcombank|Sacombank|MB ?Bank|VPBank|ACB\b)[^\d\n]{0,40}$/iu;
/** The number of a firm or a school at the tax office has ten digits too. */
const TAX = /(?:mã số thuế|mã số doanh nghiệp|(?<!\p{L})MST)[^\p{L}\d\n]{0,10}$/iu;
/** Characters before a number that may say what it is. */
const CONTEXT = 60;
const CHILD =
  /(?<!\p{L}|[Cc]húng )(?:[Ee]m|[Cc]háu|[Bb]é|[Hh]ọc sinh(?:\s+lớp\s+[\p{L}\d./]{1,6},?)?)\s+((?:\p{Lu}\p{L}*\s+){1,4}\p{Lu}\p{L}+)/gu;
/** Family names of the Kinh and of others; a few are the beginning of a place too. */
const FAMILY = new Set(
  (
    'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý lí đinh đoàn lâm mai trịnh đào cao hà tô lương ' +
    'trương tạ châu quách thái la vương kiều phùng tống lưu từ chu văn tôn nghiêm khuất mạc thạch sơn kim danh triệu nông hứa ' +
    'vi lò lường quàng cà vàng giàng sùng thào mùa lầu tẩn chảo a y siu ksor rcom kpă rơ rah nay rmah puih alăng zơ ating bríu ' +
    'phùng doãn bạch tăng viên ông thân lục giáp âu diệp đàm đồng hình khổng la lại lã nhữ ninh phí quản quan thiều tiêu trang ưng'
  ).split(' '),
);
const PLACE =
  /^(?:Hà (?:Nội|Giang|Nam|Tĩnh|Tây)|Thái (?:Nguyên|Bình|Lan)|Sơn (?:La|Hà|Tịnh|Tây)|Lâm Đồng|Cao Bằng)(?!\p{L})/u;

/** Personal numbers, birth dates and pupils' full names in a text (domain 5.3). Linear in the text's length. */
export function privacyIn(text: string, phones: ReadonlySet<string>): Match[] {
  const found: Match[] = [];
  for (const { 0: words, index } of text.matchAll(NUMBER)) {
    const before = text.slice(Math.max(0, index - CONTEXT), index);
    const after = text.slice(index + words.length, index + words.length + CONTEXT);
    if (FRACTION.test(before) && found.at(-1)?.end !== index - 1) continue;
    const isPart = before.endsWith('/') || PART_AFTER.test(after);
    const rule = isPart ? ruleOfDigits(words, before, phones) : ruleOfNumber(words, before, after, phones);
    if (rule !== null) found.push({ rule, start: index, end: index + words.length });
    else if (!isPart) found.push(...withinNumber(words, index, before, phones));
  }
  for (const { 0: words, index } of text.matchAll(BIRTH))
    found.push({ rule: 'birth_date', start: index, end: index + words.length });
  for (const { 0: words, 1: name = '', index } of text.matchAll(CHILD))
    if (isName(name)) found.push({ rule: 'child_name', start: index, end: index + words.length });
  return found;
}

function ruleOfNumber(words: string, before: string, after: string, phones: ReadonlySet<string>): Match['rule'] | null {
  const digits = words.replace(/\D/g, '');
  if (isNationalId(digits)) return 'national_id';
  if (digits.length === 9 && OLD_ID.test(before)) return 'old_id';
  const isMoney = /^\s{0,2}(?:đồng|đ\b|vnđ|vnd|₫)/iu.test(after) || /^\d{1,3}(?:\.\d{3})+$/.test(words);
  if (digits.length >= 6 && !isMoney && BANK.test(before)) return 'bank_account';
  return ruleOfDigits(words, before, phones);
}

/** What the digits say by themselves. */
function ruleOfDigits(words: string, before: string, phones: ReadonlySet<string>): 'national_id' | 'phone' | null {
  const digits = words.replace(/\D/g, '');
  if (isNationalId(digits)) return 'national_id';
  const local = words.startsWith('+84') || /^84\d{9,10}$/.test(digits) ? `0${digits.slice(2)}` : digits;
  return isPhone(local) && !phones.has(local) && !TAX.test(before) ? 'phone' : null;
}

/** Numbers that others stand beside with a space only: "lớp 10 0912 345 678", a row of a PDF. */
function withinNumber(words: string, at: number, before: string, phones: ReadonlySet<string>): Match[] {
  const found: Match[] = [];
  const parts = [...words.matchAll(/[^ \u00a0]+/g)].map(({ 0: part, index }) => ({
    start: index,
    end: index + part.length,
  }));
  for (let first = 0; first < parts.length; first += 1) {
    const start = parts[first]?.start ?? 0;
    for (let last = parts.length - 1; last >= first; last -= 1) {
      const end = parts[last]?.end ?? 0;
      if ((parts[first]?.end ?? 0) - start < 2) break;
      const rule = ruleOfDigits(words.slice(start, end), first === 0 ? before : '', phones);
      if (rule === null) continue;
      found.push({ rule, start: at + start, end: at + end });
      first = last;
      break;
    }
  }
  return found;
}

/** Whether words with capitals are a person's: they begin with a family name, or have one in their middle that only names have. */
function isName(words: string): boolean {
  const [first = '', ...others] = words.split(/\s+/);
  if (PLACE.test(words)) return false;
  return FAMILY.has(first.toLowerCase()) || (others.length > 1 && /^(?:thị|văn)$/i.test(others[0] ?? ''));
}

/** Digits of a mobile or a fixed line within the country. */
export function isPhone(digits: string): boolean {
  return /^0[35789]\d{8}$|^02\d{9}$/.test(digits);
}

/** 12 digits: province, century and sex, year of birth (Nghị định 70/2024/NĐ-CP); nobody was born in a year to come. */
export function isNationalId(digits: string): boolean {
  if (!/^0\d{2}[0-3]\d{8}$/.test(digits) || Number(digits.slice(1, 3)) > 96 || digits.startsWith('000')) return false;
  return Number(digits[3]) < 2 || Number(digits.slice(4, 6)) <= 40;
}

const NAME_HEADING = /\b(ho va ten|ho ten|ten hoc sinh)\b/;
const PUPIL_HEADING = /\b(ngay sinh|lop|diem|dtb|xep loai|hanh kiem|hoc luc|dan toc|ho ngheo|khuyet tat)\b/;

/** Whether a block is a table of pupils: names beside classes, marks, birth dates or hardship, five rows or more. */
export function isPupilList(block: Block): boolean {
  const known = asKnownBlock(block);
  if (known?.type !== 'table' || known.rows.length <= LIST_ROWS) return false;
  return known.rows.slice(0, 3).some(({ cells }) => {
    const headings = cells.map((cell) =>
      foldForSearch(textOfBlock({ id: '-', type: 'paragraph', children: cell.children })),
    );
    return isPupilHeading(headings);
  });
}

/** What is said of teachers and staff only: whose names they are, the class they lead, the post they hold. */
const STAFF_NAME = /\b(giao vien|gv|gvcn|can bo|nhan vien|vien chuc|dang vien)\b/;
const STAFF_CLASS = /\b(chu nhiem|day|giang day|phu trach|kiem nhiem)\b/;
const STAFF_POST = /\b(chuc vu|chuc danh|trinh do|chuyen mon|don vi cong tac)\b/;
/** What is asked of staff too. */
const OF_ANYBODY = /\b(ngay sinh|dan toc)\b/;

/**
 * Whether headings (folded) are those of a list of pupils: a name beside a class, a mark, a birth date or hardship. A list of
 * teachers and their classes, or of staff and their posts, is none.
 */
export function isPupilHeading(headings: readonly string[]): boolean {
  const name = headings.find((text) => NAME_HEADING.test(text));
  if (name === undefined || STAFF_NAME.test(name)) return false;
  const isStaff = headings.some((text) => STAFF_POST.test(text));
  return headings.some(
    (text) =>
      !NAME_HEADING.test(text) &&
      PUPIL_HEADING.test(text) &&
      !STAFF_CLASS.test(text) &&
      !(isStaff && OF_ANYBODY.test(text)),
  );
}

/** Whether the words beside a picture say that a child is on it. */
export function speaksOfChildren(words: string): boolean {
  return /(?<!\p{L})(?:học sinh|các em|em bé|trẻ|bé|cháu|thiếu nhi|đội viên)(?!\p{L})/iu.test(words.normalize('NFC'));
}
