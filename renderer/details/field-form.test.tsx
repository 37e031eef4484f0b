// @vitest-environment happy-dom
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import type { PostFields } from '../../shared/content/index.ts';
import type { AppState, Client } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
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
  const call = (name: string, input: { fields: Partial<PostFields> }): Promise<unknown> => {
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
  return { draw, tags, remove, answer, writes };
}

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
