import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Token } from 'marked';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from '../../../shared/i18n/index.ts';
import { type GuidePage, idOf, readGuide } from './pages.ts';
import { searchGuide } from './search.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'docs/huong-dan');
const pages = readGuide();
const tokensOf = (page: GuidePage): readonly Token[] => page.sections.flatMap(({ tokens }) => tokens);

/** Every token of a page, those inside others too. */
function allTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [
    token,
    ...allTokens('tokens' in token && token.tokens ? token.tokens : []),
    ...allTokens(token.type === 'list' ? token.items : []),
  ]);
}

describe('the user guide', () => {
  it('has each page of its folder, in order, with a title', () => {
    expect(pages.map(({ id }) => id)).toEqual(readdirSync(FOLDER).sort().map(idOf));
    expect(pages.length).toBeGreaterThanOrEqual(8);
    expect(pages.filter(({ title }) => title === '')).toEqual([]);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  });

  it('uses only the marks that are drawn', () => {
    const known = ['paragraph', 'list', 'list_item', 'strong', 'em', 'codespan', 'link', 'text', 'space'];
    const odd = pages.flatMap((page) =>
      allTokens(tokensOf(page)).flatMap(({ type, raw }) => (known.includes(type) ? [] : [`${page.id}: ${raw}`])),
    );
    expect(odd).toEqual([]);
  });

  it('links only to pages that are there', () => {
    const links = pages.flatMap((page) =>
      allTokens(tokensOf(page)).flatMap((token) => (token.type === 'link' ? [idOf(String(token.href))] : [])),
    );
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((id) => !pages.some((page) => page.id === id))).toEqual([]);
  });

  it('is what the window refers to wherever it marks its parts', () => {
    const marked = globSync('renderer/**/*.tsx', { cwd: ROOT }).flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/data-help=(?:"([^"]+)"|\{([^}]+)\})/g)].flatMap((match) =>
        match[1] === undefined ? [...(match[2] ?? '').matchAll(/[?:] '([a-z-]+)'/g)].map(([, id]) => id) : [match[1]],
      ),
    );
    expect(marked.length).toBeGreaterThan(8);
    expect(marked.filter((id) => !pages.some((page) => page.id === id))).toEqual([]);
  });

  /** Bold is for the words on the screen: a guide that names a button which is not there sends people searching. */
  it('calls things by the words that are on the screen', () => {
    const said = Object.values(MESSAGES.vi).map((text) => text.toLowerCase());
    const unknown = pages.flatMap((page) =>
      allTokens(tokensOf(page)).flatMap((token) => {
        if (token.type !== 'strong') return [];
        const words = String(token.text).toLowerCase();
        return said.some((text) => text === words || text.startsWith(`${words}:`)) ? [] : [`${page.id}: ${token.text}`];
      }),
    );
    expect(unknown).toEqual([]);
  });
});

describe('searching the guide', () => {
  const found = (query: string): string[] =>
    searchGuide(pages, query).map(({ page, section }) => page.sections[section]?.heading ?? page.title);

  it.each(['mã pin là gì', 'ma pin la gi', 'MA PIN GI'])('finds with and without accents: %s', (query) => {
    expect(found(query)[0]).toBe('Mã PIN là gì?');
  });

  it('shows the words around what it found, as they are written', () => {
    const [hit] = searchGuide(pages, 'heic');
    expect(hit?.excerpt).toMatch(/HEIC của iPhone/);
    expect(hit?.excerpt.length).toBeLessThan(200);
  });

  it('finds nothing for nothing, and for what is not there', () => {
    expect(found('  ')).toEqual([]);
    expect(found('kỹ thuật lượng tử')).toEqual([]);
  });
});

describe('drawing the guide', () => {
  it('makes no element that the source asks for in HTML', async () => {
    const { lexer } = await import('marked');
    const { Markdown } = await import('./markdown.tsx');
    const tokens = lexer('Chào <b onclick="x()">bạn</b> ![a](b.png)\n\n<script>alert(1)</script>\n\n**đậm** `Ctrl+N`');
    const html = renderToStaticMarkup(Markdown({ tokens, onOpen: () => {} }));
    expect(html).not.toMatch(/<(b|script|img)[\s>]/);
    expect(html).toContain('<strong>đậm</strong>');
    expect(html).toMatch(/<kbd[^>]*>Ctrl\+N<\/kbd>/);
  });
});
