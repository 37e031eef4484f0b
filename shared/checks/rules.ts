/**
 * What is looked for in a text before others read it: each rule with its level and where it comes from. `block`: the post
 * cannot be submitted so. `warn`: most likely wrong. `remind`: worth a look. Sentences are in i18n under `checks.RULE`.
 */
export type CheckLevel = 'block' | 'warn' | 'remind';

interface Rule {
  readonly level: CheckLevel;
  /** Law, standard or book; shown with the finding. */
  readonly source: string;
}

const WCAG = 'WCAG 2.2';
/** The source of what this program asks for by itself. */
export const HOUSE = 'Bản Thảo';

export const CHECK_RULES = {
  state_secret: {
    level: 'block',
    source: 'Luật Bảo vệ bí mật nhà nước 29/2018/QH14, Điều 5; thay bằng Luật 117/2025/QH15',
  },
  national_id: { level: 'block', source: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 356/2025/NĐ-CP' },
  score_list: { level: 'block', source: 'Nghị định 56/2017/NĐ-CP, Điều 33 và 36; Luật 91/2025/QH15, Điều 24' },
  missing_alt: { level: 'block', source: `${WCAG}, 1.1.1` },
  old_id: { level: 'warn', source: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 356/2025/NĐ-CP' },
  phone: { level: 'warn', source: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 356/2025/NĐ-CP' },
  lost_zero: { level: 'warn', source: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 356/2025/NĐ-CP' },
  bank_account: { level: 'warn', source: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15' },
  birth_date: { level: 'warn', source: 'Nghị định 56/2017/NĐ-CP, Điều 33; Nghị định 356/2025/NĐ-CP' },
  child_name: { level: 'remind', source: 'Nghị định 56/2017/NĐ-CP, Điều 33 và 36; Luật 91/2025/QH15, Điều 24' },
  child_face: { level: 'remind', source: 'Nghị định 56/2017/NĐ-CP, Điều 33 và 36' },
  no_summary: { level: 'warn', source: 'Thông tư 22/2023/TT-BTTTT' },
  no_cover: { level: 'remind', source: HOUSE },
  heading_order: { level: 'warn', source: `${WCAG}, 1.3.1` },
  empty_link: { level: 'warn', source: `${WCAG}, 2.4.4` },
  vague_link: { level: 'warn', source: `${WCAG}, 2.4.4` },
  table_header: { level: 'warn', source: `${WCAG}, 1.3.1` },
  title_long: { level: 'warn', source: HOUSE },
  title_capitals: { level: 'warn', source: HOUSE },
  placeholder: { level: 'warn', source: HOUSE },
  eth: { level: 'warn', source: 'Unicode, U+00D0 và U+0110' },
  decomposed: { level: 'remind', source: 'TCVN 6909:2001' },
  double_space: { level: 'remind', source: HOUSE },
  space_before_punctuation: { level: 'remind', source: HOUSE },
  mixed_tone_placement: { level: 'remind', source: 'Quyết định 240/QĐ, 05/3/1984' },
  spelling: { level: 'remind', source: 'Quyết định 240/QĐ, 05/3/1984; Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977)' },
} as const satisfies Record<string, Rule>;

export type CheckRule = keyof typeof CHECK_RULES;

/** Title length from which on it is cut in lists and search results. In characters. */
export const LONG_TITLE = 120;
/** Rows from which on a table of names and marks is a list of pupils (domain 5.3). */
export const LIST_ROWS = 5;
/** Findings kept of one post, at most: nobody reads more, and a hostile text cannot fill the memory. */
export const MOST_FINDINGS = 300;
