/** The declarations of an element: those of its class in the page's own style sheet, then its own. */
export interface StyleSheet {
  of(element: Element): string;
}

/** Style sheets longer than this are a whole site's: nothing in them is about a copied text. */
const LONGEST_SHEET = 300_000;
const BRACE = /([^{}]*)([{}])/g;

/**
 * Word and Excel say a paragraph's font in a style sheet beside the text (`p.MsoNormal {font-family:".VnTime"}`), and
 * the font alone tells an old encoding. Only selectors of one tag or one class are read: those are all they write.
 */
export function readStyleSheet(page: Document): StyleSheet {
  const rules = new Map<string, string>();
  const sheets = [...page.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n');
  for (const [selectors, body] of rulesIn(sheets.slice(0, LONGEST_SHEET))) {
    for (const selector of selectors.replace(/<!--|-->|\/\*[\s\S]*?\*\//g, '').split(',')) {
      const name = selector.trim().toLowerCase();
      if (/^[\w.-]+$/.test(name)) rules.set(name, `${rules.get(name) ?? ''};${body}`);
    }
  }
  return {
    of: (element) => {
      const tag = element.localName;
      const classes = (element.getAttribute('class') ?? '').toLowerCase().split(/\s+/);
      const shared = classes.flatMap((name) =>
        name === '' ? [] : [rules.get(`.${name}`), rules.get(`${tag}.${name}`)],
      );
      return [rules.get(tag), ...shared, element.getAttribute('style')].filter(Boolean).join(';');
    },
  };
}

/**
 * The rules of a sheet: selectors and declarations. Those within another (`@media print`) hold elsewhere than on the
 * screen in front of the reader, if at all: what they hide is there to be read.
 */
function* rulesIn(sheet: string): Generator<readonly [selectors: string, body: string]> {
  const open: string[] = [];
  for (const [, words = '', brace] of sheet.matchAll(BRACE)) {
    if (brace === '{') {
      open.push(words);
      continue;
    }
    const selectors = open.pop();
    if (selectors !== undefined && open.length === 0) yield [selectors, words];
  }
}

/** The last value of a property in a list of declarations, in lower case but for a font's name; `''` when unsaid. */
export function declared(declarations: string, property: string): string {
  if (!declarations.includes(property)) return '';
  const all = [...declarations.matchAll(new RegExp(`(?:^|[;\\s{])${property}\\s*:\\s*([^;]*)`, 'gi'))];
  return (all.at(-1)?.[1] ?? '').trim();
}
