import { childrenIn } from './children.ts';
import type { Match } from './finding.ts';

/**
 * Digits in a row with at most one space, dot or dash of any kind between two, or the bracket after a dialling code; the look
 * at what stands beside them comes after.
 */
const NUMBER = /(?<!\d)\+?\d(?:(?:[ \u00a0.\u2010-\u2013-]|\)[ \u00a0.-]?)?\d){5,25}(?!\d)/g;
/** A date, or two school years: no part of a number, though the same signs stand between its digits. */
const DATE =
  /(?<![\d.-])(?:(?:0?[1-9]|[12]\d|3[01])([.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|20\d\d[-–]20\d\d)(?![.-]?\d)/g;
/** A slash makes a date or a document number of it, a comma or point a fraction; telephones stand before and after them too. */
const FRACTION = /\d[.,]$/;
const PART_AFTER = /^(?:\/|[.,]\d)/;
/** Words before "sinh" that make another word of it: "tổng vệ sinh ngày 20/11". */
const NO_BIRTH =
  'học|vệ|tuyển|thí|tân|giáo|môn|thư|nữ|nam|tú|sĩ|sơ|khai|dự|tái|phát|nảy|hi|hy|mưu|an|dân|nhân|kháng|dưỡng|phục|sản|cứu|lưu|du|hộ|tập|thực|song|y|quốc|sái';
const BIRTH = new RegExp(
  `(?:(?<!(?<!\\p{L})(?:${NO_BIRTH})\\s{1,3})sinh(?:\\s+vào)?\\s+ngày|ngày\\s+sinh(?:\\s+của\\s+\\p{L}{1,7})?(?:\\s+là)?|` +
    'ngày,?\\s+tháng,?\\s+năm\\s+sinh|(?<=\\(\\s?)sinh|(?<!\\p{L})(?:sn|n\\.?s)\\b\\.?)[\\s:]{0,3}' +
    '(?:\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?|(?:mồng\\s|mùng\\s)?\\d{1,2}\\s{1,2}tháng\\s{1,2}\\d{1,2},?\\s{1,2}(?:năm\\s{1,2})?)' +
    '(?:19[3-9]\\d|20\\d\\d|\\d\\d(?!\\d))',
  'giu',
);
const OLD_ID =
  /\b(?:CMND|CMTND|CMT|chứng minh nhân dân|chứng minh thư(?: nhân dân)?|giấy chứng minh)(?!\p{L})[^\d\n]{0,20}$/iu;
const BANK =
  /(?:\bS?TK\b|tài khoản|(?:Vietcom|Agri|Vietin|Techcom|Sacom|MB ?|VP|TP|HD|SeA|LP|LienVietPost|Exim|Nam A ?|Bac A ?|Viet ?)Bank|\b(?:BIDV|ACB|SHB|VIB|MSB|OCB)\b)[^\d\n]{0,40}$/iu;
/** What comes straight after these is an account, whatever its digits look like. */
const ACCOUNT = /(?:\bS?TK\b|tài khoản)(?:\s+(?:số|ngân hàng))?[^\p{L}\d\n]{0,5}$/iu;
/** The number of a firm or a school at the tax office has ten digits too. */
const TAX = /(?:mã số thuế|mã số doanh nghiệp|(?<!\p{L})MST)[^\p{L}\d\n]{0,10}$/iu;
/** Characters before a number that may say what it is. */
const CONTEXT = 60;
/** Personal numbers, birth dates and pupils' full names in a text (domain 5.3). Linear in the text's length. */
export function privacyIn(text: string, phones: ReadonlySet<string>): Match[] {
  const found: Match[] = [];
  const undated = text.replace(DATE, (date) => '#'.repeat(date.length));
  for (const { 0: words, index } of undated.matchAll(NUMBER)) {
    const before = text.slice(Math.max(0, index - CONTEXT), index);
    const after = text.slice(index + words.length, index + words.length + CONTEXT);
    if (FRACTION.test(before) && found.at(-1)?.end !== index - 1) continue;
    const isPart = before.endsWith('/') || PART_AFTER.test(after);
    const rule = isPart ? ruleOfDigits(words, before, phones) : ruleOfNumber(words, before, after, phones);
    // The bracket of "(0255) 3822 123" begins it.
    const start = /^[^(]*\)/.test(words) && before.endsWith('(') ? index - 1 : index;
    if (rule !== null) found.push({ rule, start, end: index + words.length });
    else if (!isPart) found.push(...withinNumber(words, index, before, phones));
  }
  for (const { 0: words, index } of text.matchAll(BIRTH))
    found.push({ rule: 'birth_date', start: index, end: index + words.length });
  return [...found, ...childrenIn(text)];
}

function ruleOfNumber(words: string, before: string, after: string, phones: ReadonlySet<string>): Match['rule'] | null {
  const digits = words.replace(/\D/g, '');
  const isMoney = /^\s{0,2}(?:đồng|triệu|tỷ|tỉ|đ\b|vnđ|vnd|₫)/iu.test(after);
  if (digits.length >= 6 && !isMoney && ACCOUNT.test(before)) return 'bank_account';
  if (isNationalId(digits)) return 'national_id';
  if (digits.length === 9 && OLD_ID.test(before)) return 'old_id';
  const isCount = isMoney || /^\d{1,3}(?:[. \u00a0]\d{3})+$/.test(words);
  if (digits.length >= 6 && !isCount && BANK.test(before) && !TAX.test(before)) return 'bank_account';
  return ruleOfDigits(words, before, phones);
}

/** What the digits say by themselves. */
function ruleOfDigits(words: string, before: string, phones: ReadonlySet<string>): 'national_id' | 'phone' | null {
  const digits = words.replace(/\D/g, '');
  if (isNationalId(digits)) return 'national_id';
  const local = localNumber(words);
  return isPhone(local) && !phones.has(local) && !TAX.test(before) ? 'phone' : null;
}

/** Numbers that others stand beside with a space only, or a dash: "lớp 10 0912 345 678", a row of a PDF, two phones. */
function withinNumber(words: string, at: number, before: string, phones: ReadonlySet<string>): Match[] {
  const found: Match[] = [];
  for (const { index } of words.matchAll(/[-–]/g)) {
    const two = [
      { start: 0, end: index },
      { start: index + 1, end: words.length },
    ];
    if (!two.every(({ start, end }) => isPhone(localNumber(words.slice(start, end))))) continue;
    return two.flatMap(({ start, end }) =>
      ruleOfDigits(words.slice(start, end), before, phones) === 'phone'
        ? [{ rule: 'phone' as const, start: at + start, end: at + end }]
        : [],
    );
  }
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

/** A phone number as digits from 0 on, as numbers are compared. */
export function localNumber(words: string): string {
  return words.replace(/\D/g, '').replace(/^(?:00)?84(?=\d{9,10}$)/, '0');
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
