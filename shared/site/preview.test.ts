import { expect, test } from 'vitest';
import { DEFAULT_COLOUR } from './colour.ts';
import { previewDocument, previewStyle } from './preview.ts';

const around = { language: 'vi', title: 'Xem', unit: 'Trường THCS', category: 'B2', look: null, crest: null } as const;

test("the article's HTML is in the document byte for byte", () => {
  const html = '<article class="post" lang="vi">\n<h1>a &amp; b $& $1</h1>\n</article>';
  expect(previewDocument(html, around)).toContain(`\n${html}\n</main>`);
});

test('no name can bring in an element', () => {
  const name = '</title><script>';
  const whole = previewDocument('', { ...around, language: 'en', title: name, unit: name, category: name });
  expect(whole).not.toContain('<script>');
});

test("the unit's own English name, slogan and names of categories stand where the site has them", () => {
  const categories = [{ code: 'B2', name: 'Chuyện trường', nameEn: 'School news' }];
  const look = { nameEn: 'Song Tra School', slogan: 'Học để làm người', colour: DEFAULT_COLOUR, categories };
  const own = previewDocument('', { ...around, look, crest: 'data:image/png;base64,AA==' });
  expect(own).toContain('<img src="data:image/png;base64,AA==" alt=""');
  expect(own).toContain('>Trường THCS</span> <span class="slogan" lang="vi">Học để làm người</span>');
  expect(own).toContain('<li><a>Chuyện trường</a></li>');
  const english = previewDocument('', { ...around, language: 'en', look });
  expect(english).toContain('<span class="name" lang="en">Song Tra School</span>');
  expect(english).toContain('<li><a>School news</a></li>');
});

test('a colour of its own comes after the style, and the plain one changes nothing', () => {
  const look = { nameEn: '', slogan: '', colour: '#7a1f1f', categories: [] };
  expect(previewStyle(look)).toContain(':root{--link:#7a1f1f');
  expect(previewStyle({ ...look, colour: DEFAULT_COLOUR })).toBe(previewStyle(null));
});
