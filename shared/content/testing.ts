import type { Revision } from './revision.ts';

export { EXAMPLE_BLOCKS, EXAMPLE_FILE } from './testing-blocks.ts';

/** A small, complete revision for tests and vectors. */
export function exampleRevision(changes: Partial<Revision> = {}): Revision {
  return {
    format: 1,
    post: '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
    unit: 'thcs-song-tra',
    kind: 'news',
    language: 'vi',
    translates: null,
    title: 'Lễ khai giảng năm học 2026-2027',
    summary: 'Sáng 5/9, thầy và trò cùng chào năm học mới.',
    categories: ['B2'],
    tags: ['khai giảng', 'năm học mới'],
    cover: { media: 'a'.repeat(64), alt: 'Sân trường có cờ và hàng cây' },
    byline: 'Tổ Ngữ văn',
    blocks: [
      {
        id: 'b1',
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Đúng 7 giờ, ' },
          { type: 'text', text: 'trống trường', format: 1 },
          { type: 'text', text: ' vang lên.' },
        ],
      },
      { id: 'b2', type: 'heading', level: 2, children: [{ type: 'text', text: 'Chương trình' }] },
      {
        id: 'b3',
        type: 'list',
        ordered: true,
        items: [
          {
            id: 'i1',
            children: [{ type: 'text', text: 'Đón học sinh lớp 6' }],
            nested: { ordered: false, items: [{ id: 'i2', children: [{ type: 'text', text: 'Tặng hoa' }] }] },
          },
          {
            id: 'i3',
            children: [{ type: 'link', url: 'https://moet.gov.vn/', children: [{ type: 'text', text: 'Thư của Bộ' }] }],
          },
        ],
      },
      {
        id: 'b4',
        type: 'figure',
        media: 'b'.repeat(64),
        alt: 'Học sinh cầm hoa',
        caption: 'Lớp 6 vào trường',
        credit: 'Ảnh: nhà trường',
      },
      { id: 'b5', type: 'quote', children: [{ type: 'text', text: 'Học đi đôi với hành.' }] },
      { id: 'b6', type: 'rule' },
    ],
    media: [
      { hash: 'a'.repeat(64), name: 'san-truong.webp', mime: 'image/webp', width: 1600, height: 1000, bytes: 81234 },
      { hash: 'b'.repeat(64), name: 'lop-6.webp', mime: 'image/webp', width: 1200, height: 800, bytes: 60321 },
    ],
    parents: [],
    author: 'person-1',
    device: 'device-1',
    createdAt: '2026-09-05T01:30:00.000Z',
    note: '',
    ...changes,
  };
}
