// @vitest-environment happy-dom
import { $getRoot, type LexicalEditor, PASTE_COMMAND } from 'lexical';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type Block, textOfBlock } from '../../shared/content/index.ts';
import type { Client } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { DesignRoot } from '../design/index.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { openBody } from './testing/open-body.ts';
import { type Pasting, usePaste } from './use-paste.ts';

const BLOCKS: Block[] = [{ id: 'a', type: 'paragraph', children: [{ type: 'text', text: 'Kính gửi' }] }];

// A document without a screen has no idle times.
beforeAll(() => vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run)));
afterAll(() => vi.unstubAllGlobals());

interface Shown {
  now: Pasting | null;
}
interface HookProps {
  readonly editor: LexicalEditor;
  readonly client: Client;
  readonly mirror: Mirror;
  readonly shown: Shown;
}

function Hook({ editor, client, mirror, shown }: HookProps) {
  const pasting = usePaste(editor, client, mirror);
  useEffect(() => {
    shown.now = pasting;
  });
  return null;
}

/** A body that can be pasted into; `read` ends the reading of the Word file that was asked for. */
async function open() {
  const body = openBody(BLOCKS);
  const mirror = createMirror({ title: '', summary: '', blocks: BLOCKS });
  let read: (answer: { html: string }) => void = () => undefined;
  const call = (name: string): Promise<unknown> =>
    name === 'import.docx' ? new Promise((resolve) => (read = resolve)) : Promise.resolve(null);
  const client = { call, on: () => () => undefined } as unknown as Client;
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
    body.close();
  });
  const shown: Shown = { now: null };
  const draw = (isOpen: boolean): void =>
    root.render(
      <DesignRoot closeLabel="Đóng">
        {isOpen && <Hook {...{ editor: body.editor, client, mirror, shown }} />}
      </DesignRoot>,
    );
  draw(true);
  await expect.poll(() => shown.now).not.toBeNull();
  const now = (): Pasting => shown.now as Pasting;
  const paste = (html: string, lexical = ''): void => {
    const carried = new Map([
      ['text/html', html],
      ['application/x-lexical-editor', lexical],
    ]);
    const clipboardData = { types: [...carried.keys()], files: [], getData: (type: string) => carried.get(type) ?? '' };
    body.editor.dispatchCommand(PASTE_COMMAND, { clipboardData, preventDefault: () => undefined } as never);
  };
  return { body, now, paste, read: (html: string) => read({ html }), leave: () => draw(false) };
}
const file = (name: string, text = 'Kế hoạch'): File => new File([text], name);

test('of several documents dropped at once, one that cannot be read is named and the others are shown', async () => {
  const { now } = await open();
  now().openDocuments([file('cũ.doc'), file('kế hoạch.txt')]);
  await expect.poll(() => now().preview?.name).toBe('kế hoạch.txt');
  expect(now().news.problems).toMatchObject([{ name: 'cũ.doc', reason: { code: 'document_kind' } }]);
  now().insertPreview();
  await expect.poll(() => now().preview).toBeNull();
  // It came up behind the dialog: it is there to read after it.
  await expect.poll(() => now().news.reading).toBeNull();
  expect(now().news.problems).toHaveLength(1);
});

test('a document dropped while another is read takes its turn, and not the other’s place', async () => {
  const { now, read } = await open();
  now().openDocuments([file('thư.docx')]);
  await expect.poll(() => now().news.reading).toBe('thư.docx');
  now().openDocuments([file('lịch.txt')]);
  // The Word file is asked for once its bytes are read.
  await expect
    .poll(() => {
      read('<p>Thư mời</p>');
      return now().preview?.name;
    })
    .toBe('thư.docx');
  now().closePreview();
  await expect.poll(() => now().preview?.name).toBe('lịch.txt');
});

test('what was pasted can be taken out again with a button until something else is written, which would go instead', async () => {
  const { body, now, paste } = await open();
  body.update(() => void $getRoot().selectEnd());
  paste('<p>các thầy cô</p><script>1</script>');
  await expect.poll(() => now().news.changes.length).toBe(1);
  await expect.poll(() => now().undo).not.toBeNull();
  body.update(() => void $getRoot().selectEnd().insertText(' giáo'));
  await expect.poll(() => now().undo).toBeNull();
  expect(now().news.changes).toHaveLength(1);
  expect(body.held().map(textOfBlock).join(' ')).toContain('các thầy cô giáo');
});

test('words from a page that is built on the same editor are cleaned like those of any page', async () => {
  const { body, now, paste } = await open();
  body.update(() => void $getRoot().selectEnd());
  paste('<p style="font-family: .VnTime">c¸c thÇy c«</p>', JSON.stringify({ namespace: 'chat', nodes: [] }));
  await expect.poll(() => now().news.changes.map(({ kind }) => kind)).toEqual(['legacy']);
  expect(body.held().map(textOfBlock).join(' ')).toContain('các thầy cô');
});

test('a post that is closed before all was in says so', async () => {
  const { now, leave } = await open();
  now().openDocuments([file('thư.docx')]);
  await expect.poll(() => now().news.reading).toBe('thư.docx');
  leave();
  await expect.poll(() => document.body.textContent).toContain(translate('vi', 'import.left'));
});
