import { expect, test } from 'vitest';
import type { Client } from '../../shared/contract/index.ts';
import { createReadAhead } from './read-ahead.ts';

/** A backend whose posts have one stand at a time; a post without one cannot be read. */
function backend(stands: Record<string, string>) {
  const calls: string[] = [];
  const call = async (name: string, { post }: { post: string }): Promise<unknown> => {
    calls.push(`${name} ${post}`);
    const stand = stands[post];
    if (stand === undefined) throw new Error('post_not_found');
    return { post, stand };
  };
  let tell: (data: { posts: string[] }) => void = () => undefined;
  const on = (_: string, listener: typeof tell): void => {
    tell = listener;
  };
  return { client: { call, on } as unknown as Client, calls, changed: (post: string) => tell({ posts: [post] }) };
}

test('what was read ahead holds as long as nothing was written, and is taken once', async () => {
  const { client, calls } = backend({ một: '1' });
  const ahead = createReadAhead(client);
  ahead.begin('một');
  ahead.begin('một');
  expect(await ahead.take('một')).toEqual({ post: 'một', stand: '1' });
  expect(calls).toEqual(['posts.open một', 'posts.stand một']);
  expect(await ahead.take('một')).toBeNull();
});

test('a word written by another window in between is not missed', async () => {
  const stands = { một: '1' };
  const ahead = createReadAhead(backend(stands).client);
  ahead.begin('một');
  stands.một = '2';
  expect(await ahead.take('một')).toBeNull();
});

test('a post of which something else has changed is read again', async () => {
  const { client, changed } = backend({ một: '1' });
  const ahead = createReadAhead(client);
  ahead.begin('một');
  changed('hai');
  expect(await ahead.take('một')).not.toBeNull();
  ahead.begin('một');
  changed('một');
  expect(await ahead.take('một')).toBeNull();
});

test('another post, an old reading and one that failed are none', async () => {
  let time = 0;
  const ahead = createReadAhead(backend({ một: '1', hai: '1' }).client, () => time);
  ahead.begin('một');
  expect(await ahead.take('hai')).toBeNull();
  ahead.begin('một');
  time = 2_000;
  expect(await ahead.take('một')).toBeNull();
  ahead.begin('ba');
  await expect(ahead.take('ba')).rejects.toThrow('post_not_found');
});
