import { expect, test, vi } from 'vitest';
import type { PostRow } from '../../shared/contract/index.ts';
import { createPostPages, PAGE_ROWS, rowAt } from './post-pages.ts';

/** A backend with so many posts, whose answers wait until they are let go. */
function slowBackend(total: number) {
  const asked: number[] = [];
  const held: (() => void)[] = [];
  let edition = 1;
  const load = (offset: number, limit: number): Promise<{ total: number; rows: PostRow[] }> => {
    asked.push(offset);
    const answered = edition;
    const rows = Array.from({ length: Math.min(limit, total - offset) }, (_, place) =>
      rowOf(`${offset + place}.${answered}`),
    );
    return new Promise((resolve) => held.push(() => resolve({ total, rows })));
  };
  const answerAll = async (): Promise<void> => {
    for (const letGo of held.splice(0)) letGo();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { load, asked, answerAll, change: () => edition++ };
}

function rowOf(title: string): PostRow {
  return {
    post: title,
    title,
    category: null,
    state: 'draft',
    language: 'vi',
    isLive: false,
    word: 'saved_here',
    ownerName: '',
    isMine: true,
    changedAt: '2026-11-23T00:00:00.000Z',
    cover: null,
    worker: null,
    kind: 'news',
  };
}

test('ten thousand posts cost one page until someone scrolls', async () => {
  const backend = slowBackend(10_000);
  const pages = createPostPages(backend.load);
  pages.show(0, 8);
  await backend.answerAll();
  expect(backend.asked).toEqual([0]);
  expect(pages.state().total).toBe(10_000);
  expect(rowAt(pages.state(), 8)?.title).toBe('8.1');
  expect(rowAt(pages.state(), PAGE_ROWS)).toBeUndefined();
});

test('a jump to the end reads the pages in sight, each once', async () => {
  const backend = slowBackend(10_000);
  const pages = createPostPages(backend.load);
  pages.show(0, 8);
  await backend.answerAll();
  pages.show(9_890, 9_905);
  pages.show(9_891, 9_906);
  await backend.answerAll();
  expect(backend.asked).toEqual([0, 9_800, 9_900]);
  expect(rowAt(pages.state(), 9_906)?.title).toBe('9906.1');
});

test('a refresh keeps what is in sight on the screen until the new rows are there', async () => {
  const backend = slowBackend(500);
  const pages = createPostPages(backend.load);
  pages.show(0, 8);
  await backend.answerAll();
  backend.change();
  pages.refresh();
  expect(rowAt(pages.state(), 3)?.title).toBe('3.1');
  await backend.answerAll();
  expect(rowAt(pages.state(), 3)?.title).toBe('3.2');
});

test('a change during a read is not lost behind the older answer', async () => {
  const backend = slowBackend(50);
  const pages = createPostPages(backend.load);
  pages.show(0, 8);
  backend.change();
  pages.refresh();
  await backend.answerAll();
  await backend.answerAll();
  expect(rowAt(pages.state(), 0)?.title).toBe('0.2');
});

test('a failed read is told, and the next success clears it', async () => {
  const load = vi
    .fn()
    .mockRejectedValueOnce(new Error('down'))
    .mockResolvedValue({ total: 1, rows: [rowOf('a')] });
  const pages = createPostPages(load);
  pages.show(0, 0);
  await vi.waitFor(() => expect(pages.state().error).toBeInstanceOf(Error));
  pages.refresh();
  await vi.waitFor(() => expect(pages.state()).toMatchObject({ total: 1, error: null }));
});
