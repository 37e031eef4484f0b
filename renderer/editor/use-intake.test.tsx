// @vitest-environment happy-dom
import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import type { Client } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { DesignRoot } from '../design/index.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { openBody } from './testing/open-body.ts';
import { type Intake, useIntake } from './use-intake.ts';

const REFERENCE = { hash: 'a'.repeat(64), name: 'a.pdf', mime: 'application/pdf', bytes: 5 };

interface Shown {
  now: Intake | null;
}
interface HookProps {
  readonly editor: LexicalEditor;
  readonly client: Client;
  readonly mirror: Mirror;
  readonly shown: Shown;
}

function Hook({ editor, client, mirror, shown }: HookProps) {
  const intake = useIntake(editor, client, mirror, askNothing);
  useEffect(() => {
    shown.now = intake;
  });
  return null;
}
const askNothing = (): void => undefined;

/** A body that takes files in from a backend that answers when told to. */
async function open() {
  const body = openBody([]);
  const mirror = createMirror({ title: '', summary: '', blocks: [] });
  const held = new Map<string, (answer: unknown) => void>();
  const call = (name: string): Promise<unknown> => {
    if (name !== 'media.keep' && name !== 'media.add') return Promise.resolve(null);
    return new Promise((resolve) => held.set(name, resolve));
  };
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
  return { body, held, now: () => shown.now as Intake, leave: () => draw(false) };
}

test('a file given up while its words are looked at does not come into the post after all', async () => {
  const { body, held, now } = await open();
  now().attachFiles([new File(['%PDF-'], 'a.pdf')]);
  await expect.poll(() => held.has('media.keep')).toBe(true);
  now().cancel();
  held.get('media.keep')?.(REFERENCE);
  now().attachFiles([new File(['%PDF-'], 'b.pdf')]);
  held.delete('media.keep');
  await expect.poll(() => held.has('media.keep')).toBe(true);
  held.get('media.keep')?.({ ...REFERENCE, hash: 'b'.repeat(64) });
  await expect.poll(() => body.held().filter(({ type }) => type === 'file')).toMatchObject([{ media: 'b'.repeat(64) }]);
});

test('a post that is left while pictures are coming says how many are not in', async () => {
  const { held, now, leave } = await open();
  now().addPictures([new File(['1'], '1.jpg'), new File(['2'], '2.jpg'), new File(['3'], '3.jpg')]);
  await expect.poll(() => held.has('media.add')).toBe(true);
  held.get('media.add')?.({ hash: 'a'.repeat(64), name: '1.jpg', mime: 'image/webp', width: 1, height: 1, bytes: 1 });
  await expect.poll(() => now().news.jobs.map(({ name }) => name)).toEqual(['2.jpg', '3.jpg']);
  leave();
  await expect.poll(() => document.body.textContent).toContain(translate('vi', 'editor.intake.left', { count: 2 }));
});

test('the window asks before it closes while files are coming, and no longer', async () => {
  const { held, now } = await open();
  const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(asks()).toBe(false);
  now().attachFiles([new File(['%PDF-'], 'a.pdf')]);
  await expect.poll(() => held.has('media.keep')).toBe(true);
  await expect.poll(asks).toBe(true);
  held.get('media.keep')?.(REFERENCE);
  await expect.poll(asks).toBe(false);
});

test('a picture that became too narrow to read when it was shrunk is named, one as tall as a telephone is not', async () => {
  const { body, held, now } = await open();
  const add = async (name: string, width: number, height: number): Promise<void> => {
    held.delete('media.add');
    now().addPictures([new File([name], name)]);
    await expect.poll(() => held.has('media.add')).toBe(true);
    held.get('media.add')?.({ hash: name[0]?.repeat(64), name, mime: 'image/webp', width, height, bytes: 1 });
    await expect.poll(() => now().news.jobs).toEqual([]);
  };
  await add('a.png', 86, 1_600);
  expect(now().news.narrow).toEqual(['a.png']);
  await add('b.png', 720, 1_600);
  expect(now().news.narrow).toEqual([]);
  await add('c.png', 100, 400);
  expect(now().news.narrow).toEqual([]);
  expect(body.held().filter(({ type }) => type === 'figure')).toHaveLength(3);
});
