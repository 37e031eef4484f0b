import { FILE_TYPES } from './file-types.ts';
import type { Block } from './node.ts';
import type { FileReference } from './revision.ts';

/** A file to download, and what a revision says of it. */
export const EXAMPLE_FILE = {
  block: { id: 'f1', type: 'file', media: 'f'.repeat(64), title: 'Kế hoạch năm học' },
  reference: { hash: 'f'.repeat(64), name: 'ke-hoach.docx', mime: FILE_TYPES.docx.mime, bytes: 1_234_567 },
} as const satisfies { block: Block; reference: FileReference };

/** One of each block that is more than words: a call-out, a table with everything a table may have, a gallery, a video. */
export const EXAMPLE_BLOCKS: readonly Block[] = [
  { id: 'c1', type: 'callout', tone: 'important', children: [{ type: 'text', text: 'Nghỉ học ngày mai', format: 1 }] },
  {
    id: 't1',
    type: 'table',
    caption: 'Lịch thi học kỳ I',
    headerRow: true,
    headerColumn: true,
    widths: [250, 375, 375],
    rows: [
      {
        id: 'r1',
        cells: [
          { children: [] },
          { children: [{ type: 'text', text: 'Sáng' }] },
          { children: [{ type: 'text', text: 'Chiều' }] },
        ],
      },
      {
        id: 'r2',
        cells: [
          { children: [{ type: 'text', text: 'Thứ hai' }], rowspan: 2 },
          {
            children: [{ type: 'text', text: 'Ngữ văn' }, { type: 'linebreak' }, { type: 'text', text: '90 phút' }],
            colspan: 2,
          },
        ],
      },
      {
        id: 'r3',
        cells: [{ children: [{ type: 'text', text: 'Toán' }] }, { children: [{ type: 'text', text: 'Lịch sử' }] }],
      },
      {
        id: 'r4',
        cells: [
          { children: [{ type: 'text', text: 'Thứ ba' }] },
          { children: [{ type: 'text', text: 'Hóa' }] },
          {
            children: [
              { type: 'text', text: 'H' },
              { type: 'text', text: '2', format: 32 },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'g1',
    type: 'gallery',
    caption: 'Hội trại 26/3',
    items: [
      { id: 'p1', media: 'b'.repeat(64), alt: 'Dựng trại', caption: 'Lớp 8A' },
      { id: 'p2', media: 'a'.repeat(64), alt: '', decorative: true },
    ],
  },
  { id: 'v1', type: 'video', url: 'https://www.youtube.com/watch?v=abc&t=1', title: 'Văn nghệ chào mừng' },
];
