import { addRevision, type Desk, projectPost } from '../../main/backend/posts/index.ts';
import { checksum } from '../../main/backend/store/index.ts';
import { newBlockId, newId, normaliseRevision, type Revision } from '../../shared/content/index.ts';

/** Words of school news: enough of them that searches differ, few enough that they repeat as in life. */
const WORDS =
  'trường học sinh giáo viên khai giảng năm mới lớp tuyển sinh thông báo kế hoạch giáo dục hội khỏe Phù Đổng Quảng Ngãi thư viện sách đọc ngày nhà giáo Việt Nam phòng chống bão lũ đuối nước an toàn giao thông công khai tài chính thực đơn bán trú chuyển đổi số môn Toán Ngữ văn thí nghiệm robot sân chơi vườn rau phụ huynh họp lịch thi kết quả khen thưởng tập huấn đường Đắk Hà Sông Trà'.split(
    ' ',
  );
const CATEGORIES = ['B1', 'B2', 'B2', 'B2', 'B3', 'B7', 'B8', 'B9', 'B10'];

/** Confirmed mutations are not verified again, so the bench spares 100,000 signatures. */
const NO_SIGNATURE = '0'.repeat(128);

/** A small seeded generator (mulberry32): the same posts in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function words(count: number, random: () => number): string {
  return Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
}

/** Fills a desk with confirmed posts of about 3 KB, as a sync would, in large transactions. Returns their ids. */
export function fillDesk(desk: Desk, count: number, random: () => number): string[] {
  const posts: string[] = [];
  const insert = desk.db.prepare(
    `INSERT INTO mutation (id, post, device, seq, name, words, sum, person, contributors, at, outcome, code, number, received_at)
     VALUES (?, ?, ?, ?, 'post.save', ?, ?, ?, '[]', ?, 'accepted', 'ok', ?, ?)`,
  );
  for (let from = 0; from < count; from += 1_000)
    desk.db.transaction(() => {
      for (let index = from; index < Math.min(from + 1_000, count); index += 1) {
        const post = newId();
        const at = new Date(Date.parse('2020-01-01T00:00:00Z') + index * 600_000).toISOString();
        const revision = addRevision(desk.db, makeRevision(desk, post, at, random));
        const mutation = {
          id: newId(),
          device: desk.device.id,
          seq: index + 1,
          name: 'post.save',
          args: { post, revision, base: null },
          after: [],
          at,
          signature: NO_SIGNATURE,
        };
        const signed = JSON.stringify(mutation);
        insert.run(
          mutation.id,
          post,
          mutation.device,
          mutation.seq,
          signed,
          checksum(mutation.id, post, signed),
          desk.me().id,
          at,
          index + 1,
          at,
        );
        projectPost(desk, post);
        posts.push(post);
      }
    })();
  return posts;
}

function makeRevision(desk: Desk, post: string, at: string, random: () => number): Revision {
  return normaliseRevision({
    format: 1,
    post,
    unit: desk.portal.unit.id,
    kind: 'news',
    language: 'vi',
    translates: null,
    title: words(9, random),
    summary: words(25, random),
    categories: [CATEGORIES[Math.floor(random() * CATEGORIES.length)] ?? 'B2'],
    tags: [],
    cover: null,
    byline: '',
    blocks: Array.from({ length: 8 }, () => ({
      id: newBlockId(),
      type: 'paragraph' as const,
      children: [{ type: 'text' as const, text: words(55, random) }],
    })),
    media: [],
    parents: [],
    author: desk.me().id,
    device: desk.device.id,
    createdAt: at,
    note: '',
  });
}
