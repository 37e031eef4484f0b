import { asKnownBlock, type Block, textOfBlock } from '../content/index.ts';
import { foldForSearch } from '../vietnamese/index.ts';
import type { Match } from './finding.ts';
import { LIST_ROWS } from './rules.ts';

/** Digits in a row with at most one space, dot or dash between two; a slash makes a date or a document number. */
const NUMBER = /(?<![\d/]|\d[.,])\+?\d(?:[ .-]?\d){5,19}(?![\d/]|[.,]\d)/g;
const BIRTH =
  /(?:(?<!học\s{1,3})sinh\s+ngày|ngày\s+sinh|\bsn\b\.?)[\s:]{0,3}(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19[3-9]\d|20\d\d))/giu;
const OLD_ID = /\b(?:CMND|CMT|chứng minh nhân dân|giấy chứng minh)\b[^\d\n]{0,20}$/iu;
const BANK =
  /(?:\bSTK\b|số tài khoản|tài khoản|Vietcombank|Agribank|BIDV|VietinBank|Techcombank|Sacombank|MB ?Bank|VPBank|ACB\b)[^\d\n]{0,40}$/iu;
/** Characters before a number that may say what it is. */
const CONTEXT = 60;
const CHILD = /(?<!\p{L}|[Cc]húng )(?:em|cháu|bé|học sinh)\s+(?:\p{Lu}\p{Ll}*\s+){1,4}\p{Lu}\p{Ll}+/gu;

/** Personal numbers, birth dates and pupils' full names in a text (domain 5.3). Linear in the text's length. */
export function privacyIn(text: string, phones: ReadonlySet<string>): Match[] {
  const found: Match[] = [];
  for (const { 0: words, index } of text.matchAll(NUMBER)) {
    const rule = ruleOfNumber(
      words,
      text.slice(Math.max(0, index - CONTEXT), index),
      text.slice(index + words.length),
      phones,
    );
    if (rule !== null) found.push({ rule, start: index, end: index + words.length });
  }
  for (const { 0: words, index } of text.matchAll(BIRTH))
    found.push({ rule: 'birth_date', start: index, end: index + words.length });
  for (const { 0: words, index } of text.matchAll(CHILD))
    found.push({ rule: 'child_name', start: index, end: index + words.length });
  return found;
}

function ruleOfNumber(words: string, before: string, after: string, phones: ReadonlySet<string>): Match['rule'] | null {
  const digits = words.replace(/\D/g, '');
  if (isNationalId(digits)) return 'national_id';
  if (digits.length === 9 && OLD_ID.test(before)) return 'old_id';
  const isMoney = /^\s{0,2}(?:đồng|đ\b|vnđ|vnd|₫)/iu.test(after) || /^\d{1,3}(?:\.\d{3})+$/.test(words);
  if (digits.length >= 6 && !isMoney && BANK.test(before)) return 'bank_account';
  const local = words.startsWith('+84')
    ? `0${digits.slice(2)}`
    : /^84\d{9}$/.test(digits)
      ? `0${digits.slice(2)}`
      : digits;
  if (isPhone(local) && !phones.has(local)) return 'phone';
  return null;
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

/** Whether headings (folded) are those of a list of pupils: a name beside a class, a mark, a birth date or hardship. */
export function isPupilHeading(headings: readonly string[]): boolean {
  return (
    headings.some((text) => NAME_HEADING.test(text)) &&
    headings.some((text) => !NAME_HEADING.test(text) && PUPIL_HEADING.test(text))
  );
}

/** Whether the words beside a picture say that a child is on it. */
export function speaksOfChildren(words: string): boolean {
  return /(?<!\p{L})(?:học sinh|các em|em bé|trẻ|bé|cháu|thiếu nhi|đội viên)(?!\p{L})/iu.test(words);
}
