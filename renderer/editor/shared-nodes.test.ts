// @vitest-environment happy-dom
import { $getSelection, UNDO_COMMAND } from 'lexical';
import { afterEach, expect, it } from 'vitest';
import type { Block } from '../../shared/content/index.ts';
import { $placeCursor, type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => body.close());

it('copies no map of all nodes for a letter', () => {
  const paragraphs = Array.from({ length: 250 }, (_, at): Block => {
    return { id: `p${at}`, type: 'paragraph', children: [{ type: 'text', text: `đoạn ${at}` }] };
  });
  body = openBody(paragraphs);
  const heldByMap = () => Reflect.get(body.editor.getEditorState()._nodeMap, '_old') as unknown;
  const type = (letter: string) => (): void => {
    $placeCursor(body.$at(120), 4);
    $getSelection()?.insertText(letter);
  };
  body.update(type('a'));
  const shared = heldByMap();
  expect(shared).toBeInstanceOf(Map);
  body.update(type('b'));
  expect(heldByMap()).toBe(shared);

  body.command(UNDO_COMMAND);
  body.command(UNDO_COMMAND);
  expect(body.held()).toEqual(paragraphs);
});
