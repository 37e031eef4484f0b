import { expect, test } from 'vitest';
import type { Client } from '../../shared/contract/index.ts';
import { createJournal } from '../editor/index.ts';
import { createOpenJournals } from './open-journals.ts';

const POST = '01890000-0000-7000-8000-000000000001';
const OTHER = '01890000-0000-7000-8000-000000000002';

/** A backend that keeps the order of its calls and answers a write only when told to. */
function backend() {
  const calls: string[] = [];
  const held: (() => void)[] = [];
  const call = (name: string, input: { post: string }): Promise<unknown> => {
    calls.push(`${name} ${input.post.at(-1)}`);
    if (name !== 'draft.write') return Promise.resolve(null);
    return new Promise((resolve) => held.push(() => resolve({ journalNumber: calls.length, base: null })));
  };
  const client = { call, on: () => () => undefined } as unknown as Client;
  const letGo = (): void => {
    for (const resolve of held.splice(0)) resolve();
  };
  return { client, calls, letGo };
}

test('leaving a post waits for its last word before its revision is minted', async () => {
  const { client, calls, letGo } = backend();
  const journals = createOpenJournals(client, createJournal);
  journals.of(POST, null).writeFields({ title: 'Tin' });
  const left = journals.leave(POST);
  expect(calls).toEqual(['draft.write 1']);
  expect(journals.isAllSaved()).toBe(false);
  letGo();
  await left;
  expect(calls).toEqual(['draft.write 1', 'posts.leave 1']);
  expect(journals.isAllSaved()).toBe(true);
});

test('a post that is still being left is not read again before it is left', async () => {
  const { client, letGo } = backend();
  const journals = createOpenJournals(client, createJournal);
  journals.of(POST, null).writeFields({ title: 'Tin' });
  void journals.leave(POST);
  let isFree = false;
  const free = journals.whenLeft(POST).then(() => {
    isFree = true;
  });
  await journals.whenLeft(OTHER);
  expect(isFree).toBe(false);
  letGo();
  await free;
  expect(isFree).toBe(true);
});

test('leaving everything waits for posts on their way out too', async () => {
  const { client, calls, letGo } = backend();
  const journals = createOpenJournals(client, createJournal);
  journals.of(POST, null).writeFields({ title: 'Một' });
  void journals.leave(POST);
  journals.of(OTHER, null).writeFields({ title: 'Hai' });
  const all = journals.leaveAll();
  letGo();
  await all;
  expect(calls.filter((call) => call.startsWith('posts.leave'))).toHaveLength(2);
});

test('a post that nobody wrote in is left at once', async () => {
  const { client, calls } = backend();
  await createOpenJournals(client, createJournal).leave(POST);
  expect(calls).toEqual([]);
});

test('tells of words that have become durable, of one post alone, and no longer than asked', async () => {
  const { client, letGo } = backend();
  const journals = createOpenJournals(client, createJournal);
  let told = 0;
  const stop = journals.onWritten(POST, () => {
    told += 1;
  });
  const write = async (post: string): Promise<void> => {
    journals.of(post, null).writeFields({ title: 'Tin' });
    const durable = journals.flush(post);
    letGo();
    await durable;
  };
  await write(OTHER);
  expect(told).toBe(0);
  await write(POST);
  expect(told).toBe(1);
  stop();
  await write(POST);
  expect(told).toBe(1);
});
