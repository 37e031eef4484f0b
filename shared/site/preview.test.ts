import { expect, test } from 'vitest';
import { previewDocument } from './preview.ts';

const around = { language: 'vi', title: 'Xem', unit: 'Trường THCS', category: 'Tin tức' } as const;

test("the article's HTML is in the document byte for byte", () => {
  const html = '<article class="post" lang="vi">\n<h1>a &amp; b $& $1</h1>\n</article>';
  expect(previewDocument(html, around)).toContain(`\n${html}\n</main>`);
});

test('no name can bring in an element', () => {
  const name = '</title><script>';
  const whole = previewDocument('', { language: 'en', title: name, unit: name, category: name });
  expect(whole).not.toContain('<script>');
});
