// @vitest-environment happy-dom
import { UNDO_COMMAND } from 'lexical';
import { afterEach, expect, test } from 'vitest';
import { textOfBlocks } from '../../shared/content/index.ts';
import { TEMPLATES } from '../../shared/rules/index.ts';
import { insertTemplate } from './insert-template.ts';
import { $placeCursor, type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => body.close());
let made = 0;
const newId = (): string => `t${made++}`;

test.each(TEMPLATES)('“$id” fills an empty body, is reported whole, and goes with one undo', ({ parts }) => {
  body = openBody([]);
  insertTemplate(body.editor, parts, newId);
  expect(body.held().map(({ type }) => type)).toEqual(parts.map(({ type }) => type));
  expect(body.heard()).toEqual(body.held());
  body.command(UNDO_COMMAND);
  expect(textOfBlocks(body.held())).toBe('');
});

test('what is written stays, and the template comes below the cursor', () => {
  const words = (id: string, text: string) => ({ id, type: 'paragraph', children: [{ type: 'text', text }] }) as const;
  body = openBody([words('a', 'một'), words('b', 'hai')].map((block) => ({ ...block, children: [...block.children] })));
  body.update(() => $placeCursor(body.$at(0), 1));
  insertTemplate(body.editor, [{ type: 'heading', text: 'Mẫu' }], newId);
  expect(textOfBlocks(body.held())).toBe('một\nMẫu\nhai');
});
