// @vitest-environment happy-dom
import { HISTORY_PUSH_TAG, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { afterEach, expect, test } from 'vitest';
import { textOfBlocks } from '../../shared/content/index.ts';
import type { WritingFields } from './find-fields.ts';
import { $findInBody, $replaceInBody } from './find-places.ts';
import { joinUndo, textsOf } from './find-undo.ts';
import { type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => body.close());
const box = (text: string) => {
  const field = document.createElement('textarea');
  field.value = text;
  return { current: field };
};

test('undo and redo of the body take the text boxes with them, unless those were written in since', () => {
  body = openBody([{ id: 'a', type: 'paragraph', children: [{ type: 'text', text: 'đường' }] }]);
  const fields: WritingFields = { title: box('đường'), summary: box('đường') };
  const { join, stop } = joinUndo(body.editor, fields);
  const before = textsOf(fields);
  body.editor.update(
    () => {
      $replaceInBody(
        $findInBody('đường', { isAccentBlind: false, isCaseExact: false, isWholeWord: false }).found,
        'lối',
      );
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  for (const field of Object.values(fields)) if (field.current) field.current.value = 'lối';
  join(before, textsOf(fields));
  const all = () => [...Object.values(textsOf(fields)), textOfBlocks(body.held())];

  body.command(UNDO_COMMAND);
  expect(all()).toEqual(['đường', 'đường', 'đường']);
  body.command(REDO_COMMAND);
  expect(all()).toEqual(['lối', 'lối', 'lối']);
  if (fields.summary.current) fields.summary.current.value = 'lối đi';
  body.command(UNDO_COMMAND);
  expect(all()).toEqual(['đường', 'lối đi', 'đường']);
  stop();
});
