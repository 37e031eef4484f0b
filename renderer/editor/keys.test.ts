// @vitest-environment happy-dom
import { $getRoot, $isElementNode } from 'lexical';
import { afterEach, expect, test } from 'vitest';
import type { Block } from '../../shared/content/index.ts';
import { SHORTCUT_NAMES, SHORTCUTS, type ShortcutName } from '../keyboard/index.ts';
import { registerKeys } from './keys.ts';
import { type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => body.close());

const asked: string[] = [];
const words = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });

/** The window's own, which no editor hears: `renderer/help/shortcuts.test.ts` and the end-to-end tests are about them. */
const OF_THE_WINDOW: readonly ShortcutName[] = ['find', 'replace', 'findNext', 'findPrevious', 'outline', 'focus'];

/** Lexical's own: no input method takes these keys. */
const OF_LEXICAL: readonly ShortcutName[] = ['undo', 'redo', 'bold', 'italic', 'underline'];

/** What the key does to two paragraphs, the second of them selected. */
const DOES: Partial<Record<ShortcutName, string>> = {
  undo: 'undone',
  redo: 'redone',
  bold: 'format 1',
  italic: 'format 2',
  underline: 'format 8',
  strikethrough: 'format 4',
  subscript: 'format 32',
  superscript: 'format 64',
  h2: 'heading 2',
  h3: 'heading 3',
  h4: 'heading 4',
  bullet: 'list false',
  number: 'list true',
  quote: 'quote',
  link: 'link',
  moveUp: 'b a',
  moveDown: 'b a',
  toolbar: 'toolbar',
};

test.each(SHORTCUT_NAMES.filter((name) => SHORTCUTS[name].place === 'writing' && !OF_THE_WINDOW.includes(name)))(
  'the key of “%s” does what the sheet says, and not while an input method works',
  (name) => {
    if (!OF_LEXICAL.includes(name)) {
      expect(press(name, true)).toBe('nothing');
      body.close();
    }
    expect(press(name)).toBe(DOES[name]);
  },
);

/** Presses the keys in a fresh body, and says what came of it. */
function press(name: ShortcutName, isComposing = false): string {
  body = openBody([words('a', 'một'), words('b', 'hai')]);
  asked.length = 0;
  registerKeys(body.editor, {
    editBlock: () => asked.push('block'),
    openLink: () => asked.push('link'),
    focusToolbar: () => asked.push('toolbar'),
  });
  if (name === 'undo' || name === 'redo') write();
  if (name === 'redo') keys('undo');
  body.update(() => {
    const block = body.$at(name === 'moveDown' ? 0 : 1);
    if ($isElementNode(block)) block.select(0, block.getChildrenSize());
  });
  keys(name, isComposing);
  body.update(() => undefined);
  return outcome(name);
}

function write(): void {
  body.update(() => {
    $getRoot().selectEnd().insertText('!');
  });
}

function keys(name: ShortcutName, isComposing = false): void {
  const parts = SHORTCUTS[name].keys.split('+');
  const key = parts.at(-1) ?? '';
  const code = /^\d$/.test(key)
    ? `Digit${key}`
    : key === ','
      ? 'Comma'
      : key === '.'
        ? 'Period'
        : key.length === 1
          ? `Key${key}`
          : key;
  const event = new KeyboardEvent('keydown', {
    // So do input methods hide which key it was.
    key: isComposing ? 'Process' : key.length === 1 ? key.toLowerCase() : key,
    code,
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    bubbles: true,
    cancelable: true,
    ...(isComposing ? { keyCode: 229 } : {}),
  });
  body.editor.getRootElement()?.dispatchEvent(event);
}

function outcome(name: ShortcutName): string {
  const [first, second] = body.held();
  if (asked[0] !== undefined) return asked[0];
  if (first?.id === 'b') return 'b a';
  if (second === undefined) return 'gone';
  if (name === 'undo' || name === 'redo') {
    const isThere = JSON.stringify(second).includes('hai!');
    return name === 'undo' ? (isThere ? 'nothing' : 'undone') : isThere ? 'redone' : 'nothing';
  }
  if (second.type === 'heading') return `heading ${second.level}`;
  if (second.type === 'list') return `list ${second.ordered}`;
  if (second.type === 'quote') return 'quote';
  const [text] = second.type === 'paragraph' && Array.isArray(second.children) ? second.children : [];
  const format = (text as { format?: number } | undefined)?.format;
  return format === undefined ? 'nothing' : `format ${format}`;
}
