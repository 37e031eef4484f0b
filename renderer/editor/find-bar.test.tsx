// @vitest-environment happy-dom
import { LexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { createRoot } from 'react-dom/client';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { Block } from '../../shared/content/index.ts';
import { type MessageKey, translate } from '../../shared/i18n/index.ts';
import { DesignRoot } from '../design/index.ts';
import { FindBar } from './find-bar.tsx';
import { openBody } from './testing/open-body.ts';

const say = (key: MessageKey, params?: Record<string, number>): string => translate('vi', key, params);
const LONG = 'm'.repeat(200);
const figure = (id: string, caption: string): Block => ({
  ...{ id, type: 'figure', media: 'a'.repeat(64), alt: 'Cổng' },
  caption,
});
/** A caption with room for a longer word, and one that it would bring past its limit. */
const BLOCKS = [figure('a', 'Sân mới'), figure('b', `Sân mới ${'x'.repeat(480)}`)];

// A document without a screen has no idle times.
beforeAll(() => {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
  vi.stubGlobal('cancelIdleCallback', (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer));
});
afterAll(() => vi.unstubAllGlobals());

/** The bar over a body, ready to replace `mới` by {@link LONG}. */
async function openBar(blocks: Block[]) {
  const body = openBody(blocks);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
    body.close();
  });
  const fields = { title: { current: null }, summary: { current: null } };
  root.render(
    <DesignRoot closeLabel={say('window.close')}>
      <LexicalComposerContext value={[body.editor, { getTheme: () => null }]}>
        <FindBar
          asked={{ mode: 'replace', number: 1 }}
          fields={fields}
          onReplaceAsked={() => undefined}
          onClose={() => undefined}
        />
      </LexicalComposerContext>
    </DesignRoot>,
  );
  const box = (label: MessageKey): HTMLInputElement | null => place.querySelector(`input[placeholder="${say(label)}"]`);
  await expect.poll(() => box('find.words')).not.toBeNull();
  const write = (label: MessageKey, text: string): void => {
    const input = box(label) as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  // Two boxes of the bar have the same label: the first is the one to look for.
  write('find.query', 'mới');
  write('find.words', LONG);
  const press = async (label: MessageKey): Promise<void> => {
    const button = (): HTMLButtonElement | undefined =>
      [...place.querySelectorAll('button')].find(({ textContent }) => textContent === say(label));
    await expect.poll(() => button()?.disabled).toBe(false);
    button()?.click();
  };
  const told = (): string => document.body.textContent ?? '';
  return { body, press, told };
}

test('says how many places it left as they were, and how many it replaced', async () => {
  const { body, press, told } = await openBar(BLOCKS);
  await press('find.replaceAll');
  await expect.poll(told).toContain(say('find.replaced', { count: 1 }));
  await expect.poll(told).toContain(say('find.left', { count: 1 }));
  expect(body.held()).toEqual([figure('a', `Sân ${LONG}`), BLOCKS[1]]);
});

test('says so for a single place too, and never that nothing was replaced', async () => {
  const { body, press, told } = await openBar(BLOCKS.slice(1));
  await press('find.replace');
  await expect.poll(told).toContain(say('find.left', { count: 1 }));
  await press('find.replaceAll');
  expect(told()).not.toContain(say('find.replaced', { count: 0 }));
  expect(body.held()).toEqual(BLOCKS.slice(1));
});

test('says nothing of places left where all were replaced', async () => {
  const { press, told } = await openBar(BLOCKS.slice(0, 1));
  await press('find.replaceAll');
  await expect.poll(told).toContain(say('find.replaced', { count: 1 }));
  expect(told()).not.toContain(say('find.left', { count: 0 }));
});
