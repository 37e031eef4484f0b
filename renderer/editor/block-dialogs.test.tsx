// @vitest-environment happy-dom
import { LexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createNodeSelection, $getRoot, $setSelection, UNDO_COMMAND } from 'lexical';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import { type Block, LIMITS } from '../../shared/content/index.ts';
import { type MessageKey, type MessageParams, translate } from '../../shared/i18n/index.ts';
import { DesignRoot } from '../design/index.ts';
import { BlockEditingContext } from './block-editing.ts';
import { FigureDialog } from './figure-dialog.tsx';
import { GalleryDialog } from './gallery-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { addToGallery } from './pictures.ts';
import { TableDialog } from './table-dialog.tsx';
import { fittedWidths } from './table-editing.ts';
import { openBody } from './testing/open-body.ts';

const say = (key: MessageKey, params?: MessageParams): string => translate('vi', key, params);
const hash = (letter: string): string => letter.repeat(64);

/** The dialog of a body's first block. `cut` ends the cutting of a picture that was asked for. */
async function openDialog(block: Block, dialog: (key: string) => ReactNode) {
  const body = openBody([block]);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
    body.close();
  });
  const key = body.editor.read(() => $getRoot().getFirstChildOrThrow().getKey());
  let cut: (hash: string) => void = () => undefined;
  const crop = (): Promise<string> =>
    new Promise((resolve) => {
      cut = resolve;
    });
  const editing = { edit: () => undefined, aboutFile: async () => null, saveFile: () => undefined, crop };
  root.render(
    <DesignRoot closeLabel={say('window.close')}>
      <BlockEditingContext value={editing}>
        <LexicalComposerContext value={[body.editor, { getTheme: () => null }]}>{dialog(key)}</LexicalComposerContext>
      </BlockEditingContext>
    </DesignRoot>,
  );
  type Box = HTMLTextAreaElement | HTMLInputElement;
  const boxes = (): Box[] => {
    const areas = [...document.querySelectorAll('textarea')];
    return areas.length > 0 ? areas : [...document.querySelectorAll<HTMLInputElement>('input:not([type])')];
  };
  await expect.poll(boxes).not.toEqual([]);
  const write = (box: Box | undefined, text: string): void => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, text);
    box?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const press = async (label: string): Promise<void> => {
    const found = (): HTMLElement | undefined =>
      [...document.querySelectorAll<HTMLElement>('button')].find((button) => button.textContent.trim() === label);
    await expect.poll(found).toBeDefined();
    found()?.click();
  };
  return { body, key, boxes, write, press, cut: (to: string) => cut(to) };
}

test('words written about a gallery’s pictures while more are coming take none of those away', async () => {
  const gallery: Block = { id: 'g', type: 'gallery', items: [{ id: 'a', media: hash('a'), alt: '' }] };
  const { body, key, boxes, write } = await openDialog(gallery, (nodeKey) => (
    <GalleryDialog nodeKey={nodeKey} onAdd={() => undefined} onClose={() => undefined} />
  ));
  const reference = { hash: hash('b'), name: 'b.jpg', mime: 'image/webp', width: 1, height: 1, bytes: 1 } as const;
  addToGallery(body.editor, reference, key);
  await expect.poll(() => boxes().length).toBe(4);
  write(boxes()[0], 'Cổng trường');
  expect(body.held()).toMatchObject([
    {
      items: [
        { media: hash('a'), alt: 'Cổng trường' },
        { media: hash('b'), alt: '' },
      ],
    },
  ]);
});

test('a cut that was given up is not made after all, over words that were written since', async () => {
  const figure: Block = { id: 'f', type: 'figure', media: hash('a'), alt: '' };
  const { body, boxes, write, press, cut } = await openDialog(figure, (nodeKey) => (
    <FigureDialog nodeKey={nodeKey} onClose={() => undefined} />
  ));
  await press(say('picture.frame.open'));
  await expect.poll(() => document.querySelectorAll('input[type="range"]').length).toBeGreaterThan(0);
  const edge = document.querySelector<HTMLInputElement>('input[type="range"]');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(edge, '20');
  edge?.dispatchEvent(new Event('input', { bubbles: true }));
  await press(say('picture.frame.done'));
  await press(say('editor.cancel'));
  await expect.poll(() => boxes().length).toBe(2);
  write(boxes()[0], 'Học sinh trồng cây');
  cut(hash('b'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(body.held()).toMatchObject([{ media: hash('a'), alt: 'Học sinh trồng cây' }]);
});

test('a table’s name is one step to undo, however many letters it has', async () => {
  const table = { id: 't', type: 'table', headerRow: true, headerColumn: false } as const;
  const rows = [{ id: 'r', cells: [{ children: [{ type: 'text' as const, text: 'Lớp' }] }] }];
  const { body, boxes, write } = await openDialog({ ...table, rows }, (nodeKey) => (
    <TableDialog nodeKey={nodeKey} onClose={() => undefined} />
  ));
  for (const caption of ['L', 'Lị', 'Lịc', 'Lịch']) write(boxes()[0], caption);
  await expect.poll(() => body.held()).toMatchObject([{ caption: 'Lịch' }]);
  body.command(UNDO_COMMAND);
  expect(body.held()).toEqual([{ ...table, rows }]);
});

/** The dialog of a table of one row, its columns as wide as said in thousandths. */
async function openWidths(widths: number[]) {
  const rows = [{ id: 'r', cells: widths.map(() => ({ children: [] })) }];
  const table: Block = { id: 't', type: 'table', headerRow: true, headerColumn: false, widths, rows };
  let hasClosed = false;
  const onClose = (): void => {
    hasClosed = true;
  };
  const opened = await openDialog(table, (nodeKey) => <TableDialog nodeKey={nodeKey} onClose={onClose} />);
  return { ...opened, table, isClosed: () => hasClosed };
}

test('the width of a column can be emptied while it is typed, and is spoken of once its field is left', async () => {
  const { body, boxes, write, press, isClosed } = await openWidths([300, 700]);
  const wrong = (): boolean => document.body.textContent.includes(say('editor.table.width.wrong'));
  write(boxes()[1], '');
  await expect.poll(() => boxes()[1]?.value).toBe('');
  expect([wrong(), body.held()]).toMatchObject([false, [{ widths: [300, 700] }]]);
  await press(say('editor.done'));
  await expect.poll(wrong).toBe(true);
  expect(isClosed()).toBe(false);
  write(boxes()[1], '25');
  await expect.poll(() => body.held()).toMatchObject([{ widths: [250, 700] }]);
  expect(wrong()).toBe(false);
  await press(say('editor.done'));
  await expect.poll(isClosed).toBe(true);
});

test('columns wider than the table together are not taken, and Done says so until one is made smaller', async () => {
  const { body, boxes, write, press, isClosed } = await openWidths([300, 700]);
  const says = (total: number): boolean =>
    document.body.textContent.includes(say('editor.table.width.over', { total }));
  write(boxes()[1], '45');
  write(boxes()[0], 'Lịch');
  await expect.poll(() => body.held()).toMatchObject([{ caption: 'Lịch', widths: [300, 700] }]);
  await press(say('editor.done'));
  await expect.poll(() => says(115)).toBe(true);
  expect(isClosed()).toBe(false);
  write(boxes()[2], '55');
  await expect.poll(() => body.held()).toMatchObject([{ caption: 'Lịch', widths: [450, 550] }]);
  expect(says(115)).toBe(false);
  await press(say('editor.done'));
  await expect.poll(isClosed).toBe(true);
});

test('a table from before that is wider than itself opens value for value, and closes untouched', async () => {
  const { table, body, press, isClosed } = await openWidths([600, 600]);
  await press(say('editor.done'));
  await expect.poll(isClosed).toBe(true);
  expect(body.held()).toEqual([table]);
});

test('even widths, and widths of any measure, add up to the whole table', () => {
  for (let columns = 1; columns <= LIMITS.tableColumns; columns += 1) {
    const even = fittedWidths(Array.from({ length: columns }, () => 1));
    expect(even.reduce((all, width) => all + width, 0)).toBe(1_000);
    expect(Math.max(...even) - Math.min(...even)).toBeLessThanOrEqual(1);
  }
  expect(fittedWidths([1, 99_999, 1])).toEqual([1, 998, 1]);
});

test('a link that has no place among words says so, and keeps what was typed', async () => {
  let isClosed = false;
  const onClose = (): void => {
    isClosed = true;
  };
  const figure: Block = { id: 'f', type: 'figure', media: hash('a'), alt: 'Cổng trường' };
  const { body, write, press } = await openDialog(figure, () => <LinkDialog onClose={onClose} />);
  body.update(() => {
    const selection = $createNodeSelection();
    selection.add(body.$at(0).getKey());
    $setSelection(selection);
  });
  const [address] = document.querySelectorAll('input');
  write(address, 'https://sgd.vn');
  await press(say('editor.link.set'));
  await expect.poll(() => document.body.textContent).toContain(say('editor.link.noPlace'));
  expect(address?.value).toBe('https://sgd.vn');
  expect(isClosed).toBe(false);
});
