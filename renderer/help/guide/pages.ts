import { lexer, type Token } from 'marked';

/** One page of the user guide, read from its Markdown. */
export interface GuidePage {
  /** The file's name without number and ending: what `data-help` names. */
  readonly id: string;
  readonly title: string;
  readonly sections: readonly GuideSection[];
}

/** What stands under one heading; the first section of a page has none. */
export interface GuideSection {
  readonly heading: string | null;
  readonly tokens: readonly Token[];
}

/** The pages of the guide, in the order of their files' numbers. They are part of the build: no network, no disk. */
export function readGuide(): readonly GuidePage[] {
  const files = import.meta.glob<string>('../../../docs/huong-dan/*.md', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  return Object.keys(files)
    .sort()
    .map((path) => readPage(idOf(path), files[path] ?? ''));
}

/** The page that a file or a link between pages names. */
export function idOf(path: string): string {
  return /(?:\d+-)?([a-z0-9-]+)\.md$/.exec(path)?.[1] ?? '';
}

/** The words of tokens, without marks. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(textOfToken).join(' ').replace(/\s+/g, ' ').trim();
}

function textOfToken(token: Token): string {
  if (token.type === 'list') return token.items.map((item: Token) => textOfToken(item)).join(' ');
  // Inline parts join without a space: a word may be half bold.
  if ('tokens' in token && token.tokens !== undefined)
    return token.tokens.map(textOfToken).join(token.type === 'list_item' ? ' ' : '');
  return 'text' in token ? String(token.text) : '';
}

function readPage(id: string, markdown: string): GuidePage {
  let title = '';
  const sections: { heading: string | null; tokens: Token[] }[] = [{ heading: null, tokens: [] }];
  for (const token of lexer(markdown.normalize('NFC'))) {
    if (token.type === 'heading' && token.depth === 1) title = textOfToken(token);
    else if (token.type === 'heading' && token.depth === 2) sections.push({ heading: textOfToken(token), tokens: [] });
    else if (token.type !== 'space') sections.at(-1)?.tokens.push(token);
  }
  return { id, title, sections: sections.filter(({ heading, tokens }) => heading !== null || tokens.length > 0) };
}
