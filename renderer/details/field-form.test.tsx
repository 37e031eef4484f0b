// @vitest-environment happy-dom
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import type { PostFields } from '../../shared/content/index.ts';
import type { AppState, Client } from '../../shared/contract/index.ts';
import { type MessageKey, translate } from '../../shared/i18n/index.ts';
import { ConnectionProvider } from '../connection/index.ts';
import { createJournal } from '../editor/index.ts';
import { SessionProvider } from '../session/index.ts';
import { FieldForm } from './field-form.tsx';

const POST = '01890000-0000-7000-8000-000000000001';
const FIELDS: PostFields = {
  title: '',
  summary: '',
  categories: ['B2'],
  tags: ['khai giảng'],
  cover: null,
  byline: '',
};

/** The form over a journal whose writes the test sees, and answers when told to. */
function show() {
  const writes: Partial<PostFields>[] = [];
  const held: (() => void)[] = [];
  let pictureIsIn: (hash: string) => void = () => undefined;
  const call = (name: string, input: { fields: Partial<PostFields> }): Promise<unknown> => {
    if (name === 'media.add')
      return new Promise((resolve) => {
        pictureIsIn = (hash) => resolve({ hash });
      });
    if (name !== 'draft.write') return new Promise(() => undefined);
    writes.push(input.fields);
    return new Promise((resolve) => held.push(() => resolve({ journalNumber: writes.length, base: null })));
  };
  const client = { call, on: () => () => undefined } as unknown as Client;
  const journal = createJournal(client, POST, null);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  const draw = (start: PostFields): void =>
    root.render(
      <ConnectionProvider connection={{ client, state: () => 'up', subscribe: () => () => {} }}>
        <SessionProvider session={{ app: { language: 'vi' } as AppState, refresh: () => undefined }}>
          <FieldForm start={start} journal={journal} />
        </SessionProvider>
      </ConnectionProvider>,
    );
  draw(FIELDS);
  const tags = (): string[] => [...place.querySelectorAll('li')].map(({ textContent }) => textContent);
  const remove = (tag: string): void =>
    place
      .querySelector<HTMLElement>(`button[aria-label="${translate('vi', 'window.field.remove', { name: tag })}"]`)
      ?.click();
  const answer = async (): Promise<void> => {
    for (const resolve of held.splice(0)) resolve();
    await journal.flush();
  };
  const write = (label: MessageKey, text: string): void => {
    const input = [...place.querySelectorAll('label')].find(({ textContent }) => textContent === say(label));
    const box = input?.control ?? document.getElementById(input?.htmlFor ?? '');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text);
    box?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const chooseCover = (): void => {
    const input = place.querySelector<HTMLInputElement>('[data-testid="cover-file"]');
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'bìa.jpg')], configurable: true });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const inPicture = (hash: string) => pictureIsIn(hash);
  return { draw, tags, remove, answer, writes, write, chooseCover, inPicture, leave: () => root.render(null) };
}
const say = (key: MessageKey): string => translate('vi', key);

it('tags that another computer has added are shown, and are not taken away with the next change here', async () => {
  const { draw, tags, remove, writes } = show();
  await expect.poll(tags).toEqual(['khai giảng']);
  draw({ ...FIELDS, tags: ['khai giảng', 'đội tuyển'], byline: 'Thu Hà' });
  await expect.poll(tags).toEqual(['khai giảng', 'đội tuyển']);
  remove('khai giảng');
  await expect.poll(() => writes).toEqual([{ tags: ['đội tuyển'] }]);
});

it('what is being written here stands, though the post is read again meanwhile', async () => {
  const { draw, tags, remove, answer } = show();
  draw({ ...FIELDS, tags: ['một', 'hai'] });
  await expect.poll(tags).toEqual(['một', 'hai']);
  remove('một');
  await expect.poll(tags).toEqual(['hai']);
  draw({ ...FIELDS, tags: ['một', 'hai', 'ba'] });
  await answer();
  draw({ ...FIELDS, tags: ['hai'], byline: 'Thu Hà' });
  await expect.poll(() => document.querySelectorAll('input').length).toBeGreaterThan(1);
  await expect.poll(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Thu Hà')).toBe(true);
  expect(tags()).toEqual(['hai']);
});

it('a tag that is half typed when the post is left by keys alone is one of the post’s', async () => {
  const { tags, write, leave, writes } = show();
  await expect.poll(tags).toEqual(['khai giảng']);
  write('window.field.tags', 'trại hè');
  leave();
  await expect.poll(() => writes).toEqual([{ tags: ['khai giảng', 'trại hè'] }]);
});

it('a description written while the new cover is still coming is that of the new cover', async () => {
  const { draw, writes, write, chooseCover, inPicture } = show();
  const cover = (letter: string, alt: string) => ({ media: letter.repeat(64), alt });
  draw({ ...FIELDS, cover: cover('a', 'Cổng cũ') });
  await expect.poll(() => document.querySelector('img')).not.toBeNull();
  chooseCover();
  write('window.field.coverAlt', 'Cổng mới');
  await expect.poll(() => writes).toEqual([{ cover: cover('a', 'Cổng mới') }]);
  await expect
    .poll(() => {
      inPicture('b'.repeat(64));
      return document.querySelector('img')?.getAttribute('src');
    })
    .toContain('b'.repeat(64));
  expect([...document.querySelectorAll('input')].map(({ value }) => value)).toContain('Cổng mới');
});
