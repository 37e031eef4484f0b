import { expect, test } from 'vitest';
import { articleDocument } from './article-document.ts';

test("the article's HTML is in the document byte for byte", () => {
  const html = '<article class="post" lang="vi">\n<h1>a &amp; b $& $1</h1>\n</article>';
  expect(articleDocument(html, 'vi', 'Xem', 'http://127.0.0.1/a.css')).toContain(`<main>${html}</main>`);
});

test('nothing from outside can leave the head', () => {
  const whole = articleDocument('', 'en', '</title><script>', '"><script>');
  expect(whole).not.toContain('<script>');
});
