import { declared } from './style-sheet.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** Nothing in these is to be read. */
export const DROPPED_TAGS = set('style title head meta link template noscript svg colgroup xml rp');
/** What runs or loads. */
export const ACTIVE_TAGS = set(
  'script iframe frame object embed applet input select textarea button video audio canvas base',
);
const BLOCK_TAGS = set(
  'address article aside body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup html legend li main menu nav p pre search section summary tr td th tbody thead tfoot',
);
const BLOCK_DISPLAY = /^(?:block|flex|grid|table|table-row|table-caption|list-item|flow-root)(?![\w-])/i;

/** Whether what stands in an element stands on lines of its own. */
export function isBlock(element: Element, declarations: string): boolean {
  return BLOCK_TAGS.has(element.localName) || BLOCK_DISPLAY.test(declared(declarations, 'display'));
}

/** Whether the parts of an element stand apart without a space between them: the words of two are not one. */
export function areApart(declarations: string): boolean {
  return /^(?:inline-)?(?:flex|grid)\b|^table-row\b/i.test(declared(declarations, 'display'));
}

/** The level of a heading by its tag, its role (Word Online) or its name (the title of a document of Word); `null` for others. */
export function headingOf(element: Element): number | null {
  const tag = element.localName;
  if (/^h[1-6]$/.test(tag)) return Number(tag[1]);
  if (element.getAttribute('role') === 'heading') return Number(element.getAttribute('aria-level')) || 2;
  return tag === 'p' && element.classList.contains('MsoTitle') ? 1 : null;
}

/**
 * The words for what is drawn without any: a box that is ticked or not (a list of tasks, a form), a smiley that is a
 * picture. `null` for other elements.
 */
export function wordsDrawn(element: Element): string | null {
  const tag = element.localName;
  if (tag === 'input') {
    const type = (element.getAttribute('type') ?? '').toLowerCase();
    if (type === 'checkbox' || type === 'radio') return element.hasAttribute('checked') ? '☑ ' : '☐ ';
  }
  return tag === 'img' ? smileyOf(element) : null;
}

/** The box before a task in a list of Google Docs; '' for other items. */
export function boxOf(item: Element): string {
  if (item.getAttribute('role') !== 'checkbox') return '';
  return item.getAttribute('aria-checked') === 'true' ? '☑ ' : '☐ ';
}

/** Whether a picture draws the box of {@link boxOf}. */
export function isBox(picture: Element): boolean {
  return picture.getAttribute('aria-roledescription') === 'checkbox';
}

const SMILEY = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3)+$/u;
const LONGEST_SMILEY = 20;

function smileyOf(picture: Element): string | null {
  const said = (picture.getAttribute('alt') ?? '').trim();
  if (said === '' || said.length > LONGEST_SMILEY) return null;
  const isNamed = /emoji|emoticon|smiley/i.test(`${picture.getAttribute('class')} ${picture.getAttribute('src')}`);
  return SMILEY.test(said) || (isNamed && !/\s/.test(said)) ? said : null;
}
