import type { Match } from './finding.ts';

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

/** Whose names schools bear: "học sinh Lê Quý Đôn" are those of a school. Folded to lower case. */
const OF_SCHOOLS = new Set(
  (
    'trần hưng đạo,nguyễn trãi,lê quý đôn,nguyễn nghiêm,võ nguyên giáp,phạm văn đồng,chu văn an,lê lợi,quang trung,nguyễn huệ,' +
    'trần phú,lê hồng phong,võ thị sáu,kim đồng,nguyễn du,lương thế vinh,lê thánh tông,trương định,lê trung đình,lê duẩn,' +
    'huỳnh thúc kháng,phan bội châu,phan châu trinh,phan chu trinh,hoàng hoa thám,hoàng văn thụ,ngô quyền,đinh tiên hoàng,' +
    'lý thường kiệt,lý tự trọng,nguyễn bỉnh khiêm,nguyễn chánh,trần quốc toản,trần quang diệu,bùi thị xuân,ngô gia tự,' +
    'nguyễn thị minh khai,tôn đức thắng,nguyễn văn trỗi,nguyễn viết xuân,phan đình phùng,trần văn ơn,nguyễn bá ngọc,' +
    'nguyễn tất thành,nguyễn đình chiểu,hồ chí minh,đặng thùy trâm,đặng thuỳ trâm,lê văn tám,phạm ngũ lão,nguyễn công trứ'
  ).split(','),
);

/** A line end is no part of a name: what stands below "cho các em" is another item or cell. */
const GAP = '[ \\t\\u00a0]';
const NAME = `(?:\\p{Lu}\\p{L}*${GAP}+){1,4}\\p{Lu}\\p{L}+`;
const CLASS = `(?:lớp${GAP}+)?\\d{1,2}[\\p{L}\\d./]{0,4}`;
const CHILD = new RegExp(
  `(?<!\\p{L}|[Cc]húng )(?:[Ee]m|[Cc]háu|[Bb]é|[Bb]ạn|[Tt]hí sinh|[Đđ]ội viên|HS|[Hh]ọc sinh)(?:${GAP}+${CLASS},?)?:?${GAP}+(${NAME})`,
  'gu',
);
/** Another child named after the first: "em An (9A), Bình và Chi". */
const ANOTHER = new RegExp(
  `(?:${GAP}*\\(?${CLASS}\\)?)?(?:,|;|${GAP}+(?:và|cùng))${GAP}+(?:(?:em|cháu|bé|bạn)${GAP}+)?(${NAME})`,
  'uy',
);
/** A name with a class beside it: "Nguyễn Văn An (lớp 9A)". */
const IN_CLASS = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(?:Giải|Nhất|Nhì|Ba|Bạn|Em)${GAP}+)*(${NAME})(?=${GAP}{0,2}[,(–:-]?${GAP}{0,2}(?:(?:học sinh|HS|em)${GAP})?[Ll]ớp${GAP}{1,2}\\d)`,
  'gu',
);
/** A teacher's class, or a school's: words before the name. */
const NO_CHILD =
  /(?<!\p{L})(?:thầy|cô|ông|bà|anh|chị|chú|bác|gv|gvcn|giáo viên|chủ nhiệm|phụ huynh|trường|thcs)[\s:]{1,3}(?:giáo\s)?$/iu;

/** Pupils' full names in a text: after a word for a child, one after the other, or with a class. Linear in its length. */
export function childrenIn(text: string): Match[] {
  const found: Match[] = [];
  const seen = new Set<number>();
  const note = (start: number, end: number): void => {
    seen.add(end);
    found.push({ rule: 'child_name', start, end });
  };
  for (const { 0: words, 1: name = '', index } of text.matchAll(CHILD)) {
    if (!isName(name) || OF_SCHOOLS.has(name.toLowerCase())) continue;
    note(index, index + words.length);
    ANOTHER.lastIndex = index + words.length;
    for (let other = ANOTHER.exec(text); other !== null; other = ANOTHER.exec(text)) {
      const [, next = ''] = other;
      const end = other.index + other[0].length;
      if (!isName(next) || seen.has(end)) break;
      note(end - next.length, end);
    }
  }
  for (const { 0: words, 1: name = '', index } of text.matchAll(IN_CLASS)) {
    const end = index + words.length;
    if (seen.has(end) || !isName(name) || OF_SCHOOLS.has(name.toLowerCase())) continue;
    if (!NO_CHILD.test(text.slice(Math.max(0, index - 20), index))) note(end - name.length, end);
  }
  return found;
}

/** Whether words with capitals are a person's: they begin with a family name, or have one in their middle that only names have. */
function isName(words: string): boolean {
  const [first = '', ...others] = words.split(/\s+/);
  if (PLACE.test(words)) return false;
  return FAMILY.has(first.toLowerCase()) || (others.length > 1 && /^(?:thị|văn)$/i.test(others[0] ?? ''));
}

const PICTURED =
  /(?<!\p{L})(?:học sinh|học trò|(?<!(?:anh|chị) )em|trẻ em|trẻ|(?<!nhỏ )bé(?! nhỏ)|cháu|thiếu nhi|thiếu niên|nhi đồng|đội viên|thí sinh|(?:cô|thầy)(?: và)? trò|lớp \d{1,2}\p{L}?\d?)(?!\p{L})/iu;
/** Young, and no child. */
const YOUNG = /(?<!\p{L})(?:tuổi|sức|giáo viên|cán bộ|bạn|thầy cô|trí thức) trẻ(?! em)/giu;

/** Whether the words beside a picture say that a child is on it. */
export function speaksOfChildren(words: string): boolean {
  return PICTURED.test(words.normalize('NFC').replace(YOUNG, ''));
}
