import { $getRoot, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { fromLegacy, guessLegacyEncoding } from '../../shared/vietnamese/index.ts';

/** A plain text that seems to be in an old encoding: what it would become, to be asked about. */
export interface OldText {
  readonly lines: ReadonlyMap<string, string>;
  readonly before: string;
  readonly after: string;
}

const SHOWN = 80;

export function oldTextOf(text: string): OldText | null {
  const encoding = guessLegacyEncoding(text);
  if (encoding === null) return null;
  const lines = new Map(
    text
      .split(/[\r\n]+/)
      .filter((line) => line.trim() !== '')
      .map((line) => [line, fromLegacy(line, encoding)]),
  );
  const [before = '', after = ''] = [...lines].find(([old, unicode]) => old !== unicode) ?? [];
  return before === '' ? null : { lines, before: before.slice(0, SHOWN), after: after.slice(0, SHOWN) };
}

/** Converts those lines wherever they still stand in the body: the person may have gone on writing. */
export function convertOldText(editor: LexicalEditor, { lines }: OldText): void {
  editor.update(
    () => {
      for (const node of $getRoot().getAllTextNodes()) {
        let text = node.getTextContent();
        for (const [before, after] of lines) text = text.replaceAll(before, after);
        if (text !== node.getTextContent()) node.setTextContent(text);
      }
    },
    { tag: HISTORY_PUSH_TAG },
  );
}
