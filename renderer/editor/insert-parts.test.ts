// @vitest-environment happy-dom
import { $createNodeSelection, $getRoot, $getSelection, $isRangeSelection, $setSelection, UNDO_COMMAND } from 'lexical';
import { afterEach, describe, expect, it } from 'vitest';
import { type Block, textOfBlock } from '../../shared/content/index.ts';
import { type Inserting, insertParts } from './insert-parts.ts';
import { type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => body.close());

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const page = (length: number) => Array.from({ length }, (_, at) => ({ block: paragraph(`n${at}`, `t${at}`) }));
const quietly = (more: Partial<Inserting> = {}): Inserting => ({
  signal: new AbortController().signal,
  onProgress: () => undefined,
  takePicture: () => Promise.reject(new Error('no picture')),
  onPictureProblem: () => undefined,
  ...more,
});
const REFERENCE = { hash: 'a'.repeat(64), name: 'a', mime: 'image/webp', width: 1, height: 1, bytes: 1 } as const;
const words = (): string[] => body.held().map(textOfBlock);

describe('a long page', () => {
  it('goes below the picture or rule that is selected, and is one step to undo', async () => {
    body = openBody([paragraph('a', 'một'), { id: 'r', type: 'rule' }, paragraph('b', 'hai')]);
    body.update(() => {
      const selection = $createNodeSelection();
      selection.add(body.$at(1).getKey());
      $setSelection(selection);
    });
    await insertParts(body.editor, page(70), quietly());
    expect(words().slice(0, 4)).toEqual(['một', '', 't0', 't1']);
    expect(words().slice(-2)).toEqual(['t69', 'hai']);
    body.command(UNDO_COMMAND);
    expect(words()).toEqual(['một', '', 'hai']);
  });

  it('is a step of its own, apart from the words written before it', async () => {
    body = openBody([paragraph('a', 'một'), paragraph('b', 'hai')]);
    const write = (text: string): void =>
      body.update(() => {
        const selection = $getRoot().getFirstChild()?.selectEnd();
        selection?.insertText(text);
      });
    write(' đã viết');
    await insertParts(body.editor, page(70), quietly());
    expect(words()).toHaveLength(72);
    body.command(UNDO_COMMAND);
    expect(words()).toEqual(['một đã viết', 'hai']);
  });

  it('with pictures is one step as well', async () => {
    body = openBody([paragraph('a', 'một')]);
    body.update(() => void $getRoot().selectEnd());
    const picture = { picture: { source: 'data:image/png;base64,', alt: 'Cổng' } };
    const takePicture = () => Promise.resolve(REFERENCE);
    for (const parts of [
      [picture, ...page(2), picture, ...page(1)],
      [...page(1), picture],
    ]) {
      await insertParts(body.editor, parts, quietly({ takePicture }));
      expect(body.held().filter(({ type }) => type === 'figure').length).toBeGreaterThan(0);
      body.command(UNDO_COMMAND);
      expect(words()).toEqual(['một']);
    }
  });

  it('that is stopped is taken out again, but for what was written in it meanwhile', async () => {
    body = openBody([paragraph('a', 'một')]);
    body.update(() => void $getRoot().selectEnd());
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done < 120) return;
      body.update(() => {
        $getRoot().getAllTextNodes()[3]?.selectEnd();
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(' và thêm');
      });
      stop.abort();
    };
    expect(await insertParts(body.editor, page(200), quietly({ signal: stop.signal, onProgress }))).toBe(false);
    expect(words()).toEqual(['một', 't2 và thêm']);
  });

  it('that is undone while its pictures are still coming is not put in any further', async () => {
    body = openBody([paragraph('a', 'một')]);
    body.update(() => void $getRoot().selectEnd());
    const picture = { picture: { source: 'data:image/png;base64,', alt: 'Cổng' } };
    const takePicture = () => {
      body.command(UNDO_COMMAND);
      return Promise.resolve(REFERENCE);
    };
    const parts = [...page(3), picture, ...page(3)];
    expect(await insertParts(body.editor, parts, quietly({ takePicture }))).toBe(false);
    expect(words()).toEqual(['một']);
  });
});
