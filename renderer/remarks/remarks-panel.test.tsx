// @vitest-environment happy-dom
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Anchor } from '../../shared/content/index.ts';
import { AppError, type Client, type Input, type PostDetails, type RemarksView } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { ConnectionProvider } from '../connection/index.ts';
import { DesignRoot } from '../design/index.ts';
import { RemarkPlacesProvider, RemarksPanel, useRemarkPlaces } from './index.ts';

const POST = '01890000-0000-7000-8000-000000000001';
const [FIRST, SECOND] = ['a'.repeat(64), 'b'.repeat(64)] as const;
const TEXT = 'Sáng 5/9, các em được tặng hoa.';
const details = {
  post: POST,
  fields: { title: 'Khai giảng', summary: '' },
  blocks: [{ id: 'a', type: 'paragraph', children: [{ type: 'text', text: TEXT }] }],
} as unknown as PostDetails;
const on = (words: string): Anchor => ({
  of: 'a',
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});

/** A computer that keeps what it is told to, as the backend does. */
let kept: Map<string, Input<'remarks.keep'>['words']>;
let added: Input<'remarks.add'>[];
let isFull: boolean;
let leave: () => void;

beforeEach(() => {
  [kept, added, isFull, leave] = [new Map(), [], false, () => undefined];
});
afterEach(() => leave());

const client = {
  on: () => () => undefined,
  call: async (name: string, input: unknown): Promise<unknown> => {
    if (name === 'remarks.keep') {
      if (isFull) throw new AppError('disk_full');
      const { place, words } = input as Input<'remarks.keep'>;
      kept.set(place, words);
    }
    if (name === 'remarks.add') added.push(input as Input<'remarks.add'>);
    if (name !== 'remarks.list') return null;
    const view: RemarksView = {
      ...{ threads: [], isMine: false, people: [], revision: (input as Input<'remarks.list'>).revision },
      kept: [...kept].flatMap(([place, words]) =>
        words === null ? [] : [{ place, ...words, about: words.about && { ...words.about, quote: 'được tặng hoa' } }],
      ),
    };
    return view;
  },
} as unknown as Client;

let places: ReturnType<typeof useRemarkPlaces>;
function Places(): null {
  places = useRemarkPlaces();
  return null;
}

function open() {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const draw = (revision: string): void =>
    root.render(
      <ConnectionProvider connection={{ client, state: () => 'up', subscribe: () => () => {} }}>
        <DesignRoot closeLabel="Đóng">
          <RemarkPlacesProvider>
            <Places />
            <RemarksPanel details={details} journal={null} revision={revision} />
          </RemarkPlacesProvider>
        </DesignRoot>
      </ConnectionProvider>,
    );
  leave = () => {
    root.unmount();
    place.remove();
    leave = () => undefined;
  };
  const boxes = (): HTMLTextAreaElement[] => [...place.querySelectorAll('textarea')];
  const press = async (key: Parameters<typeof translate>[1]): Promise<void> => {
    const find = () => [...place.querySelectorAll('button')].find((one) => one.textContent === translate('vi', key));
    await expect.poll(find).toBeDefined();
    find()?.click();
  };
  const type = async (at: number, words: string): Promise<void> => {
    await expect.poll(() => boxes().length).toBeGreaterThan(at);
    const box = boxes()[at];
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, words);
    box?.dispatchEvent(new Event('input', { bubbles: true }));
    await expect.poll(() => boxes()[at]?.value).toBe(words);
  };
  const select = (words: string | null): void => places.setSelected(words === null ? null : on(words));
  draw(FIRST);
  return { draw, boxes, press, type, select, words: () => boxes().map(({ value }) => value), place };
}

it('a remark being written stays when its author sends the post anew, and is about the text that was read', async () => {
  const { draw, press, type, select, words } = open();
  await press('remarks.add');
  select('được tặng hoa');
  await type(0, 'Em nào được tặng?');
  draw(SECOND);
  await expect.poll(() => kept.get('new')).toMatchObject({ text: 'Em nào được tặng?' });
  expect(words()).toEqual(['Em nào được tặng?']);
  await press('remarks.send');
  await expect.poll(() => added).toMatchObject([{ revision: FIRST, anchor: on('được tặng hoa') }]);
  await expect.poll(() => kept.get('new')).toBeNull();
});

it('words proposed for a place stay with that place, whatever is clicked or selected in the text', async () => {
  const { press, type, select, words } = open();
  await expect.poll(() => places).toBeDefined();
  await press('remarks.add');
  select('được tặng hoa');
  await press('remarks.propose');
  await type(1, 'được\ntặng sách');
  select(null);
  select('các em');
  await type(0, 'Đúng hơn.');
  expect(words()).toEqual(['Đúng hơn.', 'được\ntặng sách']);
  await press('remarks.send');
  await expect.poll(() => added).toMatchObject([{ wording: 'được tặng sách', anchor: on('được tặng hoa') }]);
});

it('words proposed for a place that is given up are said in the remark', async () => {
  const { press, type, select, words } = open();
  await press('remarks.add');
  select('được tặng hoa');
  await press('remarks.propose');
  await type(1, 'được tặng sách');
  await press('remarks.dropSelection');
  await expect.poll(words).toEqual(['được tặng sách']);
});

it('is there again when its panel was closed, until it is given up', async () => {
  const before = open();
  await before.press('remarks.add');
  before.select('được tặng hoa');
  await before.press('remarks.propose');
  await before.type(1, 'được tặng sách');
  await expect.poll(() => kept.get('new')).toMatchObject({ wording: 'được tặng sách' });
  leave();
  const after = open();
  await expect.poll(after.words).toEqual(['', 'được tặng sách']);
  // Nobody asked for it now: the focus stays where it was.
  expect(document.activeElement).toBe(document.body);
  await after.press('window.cancel');
  await expect.poll(after.words).toEqual([]);
  await expect.poll(() => kept.get('new')).toBeNull();
});

it('the window asks before it closes on words that the disk had no room for, until it has', async () => {
  const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const { press, type } = open();
  await press('remarks.add');
  isFull = true;
  await type(0, 'Em nào được tặng?');
  expect(asks()).toBe(true);
  isFull = false;
  await expect.poll(() => kept.get('new'), { timeout: 5_000 }).toMatchObject({ text: 'Em nào được tặng?' });
  await expect.poll(asks).toBe(false);
});
