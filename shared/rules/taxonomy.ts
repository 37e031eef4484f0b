/**
 * The categories an education portal keeps, as dated data. Where a source was read only second-hand, or not at all,
 * `verified` is false and the screens should say so rather than present it as settled law.
 */

/** One category of a unit's portal, with its legal source. Codes are never reused. */
export interface CategoryRule {
  /** 'A1'..'A18' for an office, 'B1'..'B11' for a school. */
  readonly code: string;
  /** A = cơ quan quản lý giáo dục, B = cơ sở giáo dục. */
  readonly level: 'office' | 'school';
  /** Short menu name, teacher-friendly. */
  readonly name: { readonly vi: string; readonly en: string };
  readonly obligation: 'must' | 'may';
  /** Document and article, e.g. 'Thông tư 37/2020/TT-BGDĐT, Điều 9'. */
  readonly basis: string;
  /** False where the source's article was not read, or is known from memory only. */
  readonly verified: boolean;
  /** First day in force, ISO date. */
  readonly validFrom: string;
  /** Last day in force, ISO date; null while in force. */
  readonly validTo: string | null;
}

/** Thông tư 37/2020/TT-BGDĐT takes effect. */
const TT37_FROM = '2020-11-20';
const OFFICE = 'Thông tư 37/2020/TT-BGDĐT, Điều 8';
const SCHOOL = 'Thông tư 37/2020/TT-BGDĐT, Điều 9';

/** All categories, in the order of their codes. */
export const TAXONOMY: readonly CategoryRule[] = [
  {
    code: 'A1',
    level: 'office',
    name: { vi: 'Giới thiệu', en: 'About us' },
    obligation: 'must',
    basis: `${OFFICE}; Nghị định 224/2026/NĐ-CP, Điều 9`,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A2',
    level: 'office',
    name: { vi: 'Liên hệ – Hỏi đáp', en: 'Contact and questions' },
    obligation: 'must',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A3',
    level: 'office',
    name: { vi: 'Tin tức – Sự kiện', en: 'News and events' },
    obligation: 'must',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A4',
    level: 'office',
    name: { vi: 'Văn bản', en: 'Documents' },
    obligation: 'must',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A5',
    level: 'office',
    name: { vi: 'Thủ tục hành chính, dịch vụ công', en: 'Procedures and public services' },
    obligation: 'must',
    basis: `${OFFICE}; Nghị định 224/2026/NĐ-CP, Điều 9`,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A6',
    level: 'office',
    name: { vi: 'Lấy ý kiến góp ý', en: 'Consultations' },
    obligation: 'must',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A7',
    level: 'office',
    name: { vi: 'Chỉ đạo, điều hành', en: 'Directions' },
    obligation: 'must',
    basis: 'Nghị định 43/2011/NĐ-CP, Điều 10 (đã hết hiệu lực; căn cứ hiện hành chưa xác minh)',
    verified: false,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A8',
    level: 'office',
    name: { vi: 'Phổ biến pháp luật, chính sách', en: 'Law and policy explained' },
    obligation: 'must',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A9',
    level: 'office',
    name: { vi: 'Chiến lược, quy hoạch, kế hoạch', en: 'Strategies and plans' },
    obligation: 'must',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A10',
    level: 'office',
    name: { vi: 'Dự án, đấu thầu, mua sắm công', en: 'Projects and procurement' },
    obligation: 'must',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A11',
    level: 'office',
    name: { vi: 'Thống kê, báo cáo', en: 'Statistics and reports' },
    obligation: 'must',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A12',
    level: 'office',
    name: { vi: 'Đề tài khoa học', en: 'Research projects' },
    obligation: 'must',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A13',
    level: 'office',
    name: { vi: 'Danh bạ cán bộ có thẩm quyền', en: 'Responsible officials' },
    obligation: 'must',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A14',
    level: 'office',
    name: { vi: 'Thông tin tiếng nước ngoài', en: 'Foreign-language pages' },
    obligation: 'may',
    basis: OFFICE,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A15',
    level: 'office',
    name: { vi: 'Đánh giá, xếp hạng cổng thông tin', en: 'Portal inspection and ranking' },
    obligation: 'must',
    basis: 'Kế hoạch ngành giáo dục tỉnh Quảng Ngãi 2021-2025 về thư điện tử và cổng thông tin, mục II.8',
    verified: false,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A16',
    level: 'office',
    name: { vi: 'Danh mục thông tin phải công khai', en: 'List of information to be disclosed' },
    obligation: 'must',
    basis: 'Luật Tiếp cận thông tin 104/2016/QH13, Điều 17 và Điều 19',
    verified: true,
    validFrom: '2018-07-01',
    validTo: null,
  },
  {
    code: 'A17',
    level: 'office',
    name: { vi: 'Tra cứu và ứng dụng tích hợp', en: 'Look-ups and linked services' },
    obligation: 'may',
    basis: 'Kế hoạch ngành giáo dục tỉnh Quảng Ngãi 2021-2025 về thư điện tử và cổng thông tin, mục I.2',
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'A18',
    level: 'office',
    name: { vi: 'Dữ liệu đặc tả', en: 'Metadata' },
    obligation: 'must',
    basis: 'Thông tư 24/2011/TT-BTTTT',
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B1',
    level: 'school',
    name: { vi: 'Giới thiệu', en: 'About us' },
    obligation: 'must',
    basis: SCHOOL,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B2',
    level: 'school',
    name: { vi: 'Tin tức – Sự kiện', en: 'News and events' },
    obligation: 'must',
    basis: SCHOOL,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B3',
    level: 'school',
    name: { vi: 'Văn bản', en: 'Documents' },
    obligation: 'must',
    basis: SCHOOL,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B4',
    level: 'school',
    name: { vi: 'Đăng ký tuyển sinh trực tuyến', en: 'Online admission' },
    obligation: 'must',
    basis: SCHOOL,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B5',
    level: 'school',
    name: { vi: 'Lấy ý kiến góp ý', en: 'Consultations' },
    obligation: 'must',
    basis: SCHOOL,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B6',
    level: 'school',
    name: { vi: 'Dữ liệu đặc tả', en: 'Metadata' },
    obligation: 'must',
    basis: SCHOOL,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B7',
    level: 'school',
    name: { vi: 'Công khai', en: 'Public disclosure' },
    obligation: 'must',
    basis: `${SCHOOL}; nội dung và thời hạn theo Thông tư 09/2024/TT-BGDĐT (từ 19/07/2024)`,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B8',
    level: 'school',
    name: { vi: 'Tuyển sinh', en: 'Admission' },
    obligation: 'must',
    basis: SCHOOL,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B9',
    level: 'school',
    name: { vi: 'Kế hoạch giáo dục', en: 'Teaching plans and timetables' },
    obligation: 'must',
    basis: SCHOOL,
    verified: false,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B10',
    level: 'school',
    name: { vi: 'Học liệu', en: 'Learning materials' },
    obligation: 'may',
    basis: SCHOOL,
    verified: false,
    validFrom: TT37_FROM,
    validTo: null,
  },
  {
    code: 'B11',
    level: 'school',
    name: { vi: 'Quản lý trường học trực tuyến', en: 'Online school management' },
    obligation: 'may',
    basis: SCHOOL,
    verified: true,
    validFrom: TT37_FROM,
    validTo: null,
  },
];

/**
 * The categories in force for one level of unit on a day, in the order of their codes.
 *
 * @param onDate ISO date (`YYYY-MM-DD`); the first and the last day in force both count.
 */
export function categoriesOf(level: CategoryRule['level'], onDate: string): readonly CategoryRule[] {
  return TAXONOMY.filter(
    (rule) => rule.level === level && rule.validFrom <= onDate && (rule.validTo === null || onDate <= rule.validTo),
  );
}

/** The category's menu name; the code itself when no rule, past or present, has it. */
export function categoryName(code: string, language: 'vi' | 'en'): string {
  return TAXONOMY.find((rule) => rule.code === code)?.name[language] ?? code;
}
