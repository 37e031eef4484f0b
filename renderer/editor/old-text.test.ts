// @vitest-environment happy-dom
import { $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import { afterEach, describe, expect, it } from 'vitest';
import { textOfBlocks } from '../../shared/content/index.ts';
import { convertOldText, oldTextOf } from './old-text.ts';
import { type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => body.close());

const pasteWords = (text: string): void =>
  body.update(() => {
    const selection = $getRoot().selectEnd();
    if ($isRangeSelection(selection)) selection.insertRawText(text);
  });
const convert = (text: string): void => {
  const old = oldTextOf(text);
  if (old !== null) convertOldText(body.editor, old);
  // The update is heard once the editor is asked.
  body.update(() => undefined);
};

describe('converting words of an old encoding', () => {
  it('takes lines with tabs, and leaves a word of another text that reads the same', () => {
    body = openBody([{ id: 'a', type: 'paragraph', children: [{ type: 'text', text: 'Em bé ngoan' }] }]);
    const old = 'Hä vµ tªn\tLíp\nTr­êng TiÓu häc\nbé';
    pasteWords(`\n${old}`);
    convert(old);
    expect(textOfBlocks(body.held()).split('\n')).toEqual(['Em bé ngoan', 'Họ và tên\tLớp', 'Trường Tiểu học', 'bộ']);
  });

  it('leaves the cursor within the words, where writing goes on', () => {
    body = openBody([]);
    const old = 'Tröôøng Tieåu hoïc';
    pasteWords(old);
    convert(old);
    body.update(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) throw new Error('no cursor');
      expect(selection.anchor.offset).toBe('Trường Tiểu học'.length);
      selection.insertText('!');
    });
    expect(textOfBlocks(body.held())).toBe('Trường Tiểu học!');
  });
});
