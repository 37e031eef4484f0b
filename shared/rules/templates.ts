/**
 * How posts of a kind usually begin: headings, and sentences whose blanks in brackets the checks remind of until they are
 * filled. Dated data, like the categories they belong to.
 */
export interface PostTemplate {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  /** Codes of the categories it is offered for first. */
  readonly categories: readonly string[];
  /** Law it follows, or who made it; shown with the template. */
  readonly source: PostTemplate['name'];
  /** First day it is offered, ISO date. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Vietnamese: the posts it is for are. */
  readonly parts: readonly TemplatePart[];
}

export type TemplatePart =
  | { readonly type: 'paragraph' | 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  /** The first row is the heading. */
  | { readonly type: 'table'; readonly caption: string; readonly rows: readonly (readonly string[])[] };

const OWN = { vi: 'Bản Thảo tự soạn', en: 'Bản Thảo’s own' };
const FROM = '2026-11-01';
const BLANK = '[...]';

export const TEMPLATES: readonly PostTemplate[] = [
  {
    id: 'event-news',
    name: { vi: 'Tin hoạt động', en: 'News of an event' },
    categories: ['B2', 'A3'],
    source: OWN,
    validFrom: FROM,
    validTo: null,
    parts: [
      { type: 'paragraph', text: `Ngày ${BLANK}, tại ${BLANK}, ${BLANK} đã tổ chức ${BLANK}.` },
      { type: 'paragraph', text: `Tham dự có ${BLANK}.` },
      { type: 'heading', text: 'Nội dung chính' },
      { type: 'paragraph', text: BLANK },
      { type: 'heading', text: 'Kết quả' },
      { type: 'paragraph', text: BLANK },
    ],
  },
  {
    id: 'notice',
    name: { vi: 'Thông báo', en: 'Notice' },
    categories: ['B2', 'A3', 'A7'],
    source: OWN,
    validFrom: FROM,
    validTo: null,
    parts: [
      { type: 'paragraph', text: `${BLANK} thông báo về việc ${BLANK} như sau:` },
      {
        type: 'list',
        items: [`Thời gian: ${BLANK}`, `Địa điểm: ${BLANK}`, `Đối tượng: ${BLANK}`, `Cần chuẩn bị: ${BLANK}`],
      },
      { type: 'paragraph', text: `Mọi thắc mắc xin liên hệ ${BLANK}.` },
    ],
  },
  {
    id: 'admission',
    name: { vi: 'Thông báo tuyển sinh', en: 'Admission notice' },
    categories: ['B8', 'B4'],
    source: OWN,
    validFrom: FROM,
    validTo: null,
    parts: [
      { type: 'heading', text: 'Đối tượng và chỉ tiêu' },
      { type: 'list', items: [`Đối tượng: ${BLANK}`, `Địa bàn: ${BLANK}`, `Chỉ tiêu: ${BLANK}`] },
      { type: 'heading', text: 'Hồ sơ' },
      { type: 'list', items: [BLANK] },
      { type: 'heading', text: 'Thời gian và cách nộp' },
      {
        type: 'table',
        caption: 'Lịch tuyển sinh',
        rows: [
          ['Việc', 'Thời gian', 'Nơi thực hiện'],
          ['Nộp hồ sơ', BLANK, BLANK],
          ['Công bố kết quả', BLANK, BLANK],
          ['Nhập học', BLANK, BLANK],
        ],
      },
    ],
  },
  {
    id: 'plan',
    name: { vi: 'Kế hoạch', en: 'Plan' },
    categories: ['B9', 'A9', 'A7'],
    source: OWN,
    validFrom: FROM,
    validTo: null,
    parts: [
      { type: 'heading', text: 'Mục đích, yêu cầu' },
      { type: 'paragraph', text: BLANK },
      { type: 'heading', text: 'Nội dung và thời gian' },
      {
        type: 'table',
        caption: 'Công việc theo thời gian',
        rows: [
          ['Thời gian', 'Việc', 'Người phụ trách'],
          [BLANK, BLANK, BLANK],
        ],
      },
      { type: 'heading', text: 'Tổ chức thực hiện' },
      { type: 'paragraph', text: BLANK },
    ],
  },
  {
    id: 'document-introduced',
    name: { vi: 'Giới thiệu văn bản', en: 'A document introduced' },
    categories: ['B3', 'A4', 'A8'],
    source: OWN,
    validFrom: FROM,
    validTo: null,
    parts: [
      { type: 'paragraph', text: `Ngày ${BLANK}, ${BLANK} ban hành ${BLANK} về việc ${BLANK}.` },
      { type: 'heading', text: 'Điểm chính' },
      { type: 'list', items: [BLANK] },
      { type: 'paragraph', text: `Văn bản có hiệu lực từ ngày ${BLANK}.` },
    ],
  },
  {
    id: 'consultation',
    name: { vi: 'Lấy ý kiến góp ý', en: 'Consultation' },
    categories: ['B5', 'A6'],
    source: OWN,
    validFrom: FROM,
    validTo: null,
    parts: [
      { type: 'paragraph', text: `${BLANK} lấy ý kiến về dự thảo ${BLANK}.` },
      {
        type: 'list',
        items: [`Nội dung cần góp ý: ${BLANK}`, `Gửi ý kiến tới: ${BLANK}`, `Hạn nhận ý kiến: ${BLANK}`],
      },
    ],
  },
];

/** The templates offered on a day (ISO date), those for the first of the categories first. */
export function templatesFor(categories: readonly string[], day: string): PostTemplate[] {
  const rank = (template: PostTemplate): number => {
    const at = categories.findIndex((code) => template.categories.includes(code));
    return at === -1 ? categories.length : at;
  };
  return TEMPLATES.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)).sort(
    (one, other) => rank(one) - rank(other),
  );
}
