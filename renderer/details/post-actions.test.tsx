// @vitest-environment happy-dom
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError, type AppState, type Client, type Input, type PostDetails } from '../../shared/contract/index.ts';
import { type MessageKey, translate } from '../../shared/i18n/index.ts';
import { ConnectionProvider } from '../connection/index.ts';
import { DesignRoot } from '../design/index.ts';
import { SessionProvider } from '../session/index.ts';
import { PostActions } from './post-actions.tsx';

const POST = '01890000-0000-7000-8000-000000000001';
const [READ, NEWER] = ['a'.repeat(64), 'b'.repeat(64)] as const;
const may = (name: 'approve' | 'return') => ({
  ...{ name, allowed: true, code: null, checks: [], stage: null, exemption: null },
});
const detailsOf = (revision: string, mode: 'read' | 'edit'): PostDetails =>
  ({
    ...{ post: POST, revision, language: 'vi', state: 'submitted', isLive: false, mode },
    ...{ fields: { title: 'Khai giảng', categories: ['B2'] }, decision: { scheduledAt: null } },
    actions: [may('approve'), may('return')],
  }) as unknown as PostDetails;

let acts: Input<'posts.act'>[];
/** What is under review by now, as the backend has it: any other text is refused. */
let submitted: string;
let place: HTMLElement;
let draw: (revision: string, mode?: 'read' | 'edit') => void;
let leave: () => void;

beforeEach(() => {
  [acts, submitted] = [[], READ];
  const call = async (name: string, input: unknown): Promise<unknown> => {
    if (name === 'posts.preview') {
      const { revision } = input as Input<'posts.preview'>;
      return { html: `<p>${revision}</p>`, htmlHash: revision, missingMedia: [] };
    }
    if (name !== 'posts.act') return null;
    const wanted = input as Input<'posts.act'>;
    if (wanted.revision !== submitted) throw new AppError('changed_meanwhile');
    acts.push(wanted);
    return null;
  };
  const client = { call, on: () => () => undefined } as unknown as Client;
  place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const app = { language: 'vi', approvalKey: 'open', demoPin: null, unit: null, site: null } as unknown as AppState;
  draw = (revision, mode = 'read') => {
    submitted = revision;
    const shown = (
      <ConnectionProvider connection={{ client, state: () => 'up', subscribe: () => () => {} }}>
        <SessionProvider session={{ app, refresh: () => undefined }}>
          <DesignRoot closeLabel="Đóng">
            <PostActions details={detailsOf(revision, mode)} journal={null} onDone={async () => undefined} />
          </DesignRoot>
        </SessionProvider>
      </ConnectionProvider>
    );
    flushSync(() => root.render(shown));
  };
  leave = () => {
    root.unmount();
    place.remove();
  };
  draw(READ);
});
afterEach(() => leave());

/** Presses the last button with those words: the dialog's, while there is one. */
async function press(key: MessageKey): Promise<void> {
  const find = (): HTMLButtonElement | undefined =>
    [...document.querySelectorAll('button')].findLast((one) => one.textContent === translate('vi', key));
  await expect.poll(() => find()?.disabled).toBe(false);
  find()?.click();
}
const box = (): HTMLTextAreaElement | null => document.querySelector('textarea');
const isTold = (): boolean => document.body.textContent.includes(translate('vi', 'error.changed_meanwhile'));
async function write(words: string): Promise<void> {
  await expect.poll(box).not.toBeNull();
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box(), words);
  box()?.dispatchEvent(new Event('input', { bubbles: true }));
}

it('a text that its author sends anew while its approval is open is not signed in place of the one that was read', async () => {
  await press('action.approve');
  await expect.poll(() => document.querySelector('iframe')?.srcdoc).toContain(READ);
  draw(NEWER);
  await expect.poll(isTold).toBe(true);
  expect(document.querySelector('iframe')?.srcdoc).toContain(READ);
  await press('action.approve');
  await expect.poll(isTold).toBe(true);
  expect(acts).toEqual([]);

  await press('window.cancel');
  await press('action.approve');
  await expect.poll(() => document.querySelector('iframe')?.srcdoc).toContain(NEWER);
  await press('action.approve');
  await expect.poll(() => acts).toMatchObject([{ action: 'approve', revision: NEWER, htmlHash: NEWER }]);
});

it('nor returned, and the reason that was written is there for the one that is read then', async () => {
  await press('action.return');
  await write('Thiếu tên người chụp ảnh.');
  draw(NEWER);
  await expect.poll(isTold).toBe(true);
  await press('window.cancel');
  await press('action.return');
  await expect.poll(() => box()?.value).toBe('Thiếu tên người chụp ảnh.');
  await press('action.return');
  await expect.poll(() => acts).toMatchObject([{ revision: NEWER, reason: 'Thiếu tên người chụp ảnh.' }]);
  await expect.poll(box).toBeNull();
});

it('what is asked about one’s own post goes with its words, which are saved while one is asked', async () => {
  draw(READ, 'edit');
  await press('action.return');
  await write('Viết tiếp.');
  draw(NEWER, 'edit');
  await press('action.return');
  await expect.poll(() => acts).toMatchObject([{ revision: NEWER }]);
  expect(isTold()).toBe(false);
});
