import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, postPath } from '../shared/content/index.ts';
import { API, newKeyPair } from '../shared/sync/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  type PersonKey,
  type Processes,
  passwordOf,
  signInMember,
  startBoard,
  startProcesses,
} from './testing/index.ts';
import { foldedStatus } from './workflow/index.ts';

let board: Board;
let processes: Processes;
let urls: readonly [string, string];

beforeAll(async () => {
  board = await startBoard();
  processes = await startProcesses(board, 2);
  urls = processes.urls as [string, string];
});
afterAll(async () => {
  await processes.stop();
  await board.close();
});

/** Two computers of one person, each talking to another process. */
function signInOnBoth(key: PersonKey): Promise<[BoardMember, BoardMember]> {
  const credentials = { account: key, password: passwordOf(key) };
  return Promise.all([signInMember(urls[0], credentials), signInMember(urls[1], credentials)]);
}

describe('two processes on one database', () => {
  it('give every accepted line one number, without a gap, under load from both sides', async () => {
    const authors = (await Promise.all([signInOnBoth('author'), signInOnBoth('other')])).flat();
    const reader = await signInMember(urls[0], { account: 'author', password: passwordOf('author') });
    let isOver = false;
    const watching = (async () => {
      while (!isOver) await reader.pull();
    })();
    const saving = Promise.all(
      authors.map(async (author, index) => {
        const posts: string[] = [];
        for (let count = 0; count < 12; count += 1) {
          const { post, verdict } = await author.save({ title: `Bài ${index}.${count}` });
          expect(verdict.code).toBe('ok');
          posts.push(post);
        }
        return posts;
      }),
    ).finally(() => {
      isOver = true;
    });
    const [saved] = await Promise.all([saving, watching]);
    await reader.pull();
    // What a reader saw while others wrote: each line once and in order, and nothing left out.
    const numbers = reader.feed.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    const again = await signInMember(urls[1], { account: 'author', password: passwordOf('author') });
    await again.pull();
    expect(reader.feed).toEqual(again.feed);
    await board.inStore(async (store) => {
      const lines = await store.selectFrom('change').select('number').orderBy('number').execute();
      expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
      for (const post of saved.flat()) {
        const row = await store.selectFrom('post').select('status').where('id', '=', post).executeTakeFirstOrThrow();
        expect(JSON.parse(row.status)).toEqual(await foldedStatus(store, post));
      }
    });
  });

  it('let one of two saves over the same text win, and answer a mutation sent to both alike', async () => {
    const [here, there] = await signInOnBoth('author');
    for (let round = 0; round < 6; round += 1) {
      const first = await here.save();
      const rivals = [here, there].map((side, index) => {
        const minted = side.mint(first.post, { parents: [first.id], title: `Bên ${index}` });
        const args = { post: first.post, revision: minted.id, base: first.id };
        return { side, sent: { revisions: [minted], mutations: [side.mutate('post.save', args, [first.mutation])] } };
      });
      const replies = await Promise.all(rivals.map(({ side, sent }) => side.send(sent)));
      const codes = replies.map((reply) => reply.verdicts[0]?.code);
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
      // A cut connection makes a program send again, and the second process may get it.
      const winner = rivals[codes.indexOf('ok')];
      if (winner === undefined) throw new Error('nobody won');
      const twice = await Promise.all([here.send(winner.sent), there.send(winner.sent)]);
      expect(twice.map((reply) => reply.verdicts[0])).toEqual(
        [0, 1].map(() => replies[codes.indexOf('ok')]?.verdicts[0]),
      );
    }
  });

  it('show a page published through one on the other at once, and take it down on both', async () => {
    const [author, reviewer] = [(await signInOnBoth('author'))[0], (await signInOnBoth('reviewer'))[1]];
    const head = (await signInOnBoth('head'))[0];
    await head.registerKey();
    const { post, revision } = await author.save({ title: 'Hai máy chủ' });
    await approveThrough({ author, reviewer, head }, post);
    const statuses = async (): Promise<number[]> =>
      Promise.all(urls.map(async (url) => (await fetch(`${url}${postPath(post, revision.title)}`)).status));
    expect(await statuses()).toEqual([200, 200]);
    await head.act('post.withdraw', post, { reason: 'wrong_content', explanation: '' });
    expect(await statuses()).toEqual([410, 410]);
  });

  it('count one person’s wrong passwords together, and nobody else’s with them', async () => {
    const signIn = async (process: number, account: PersonKey, password: string, address: string): Promise<number> => {
      const device = { id: newId(), publicKey: newKeyPair().publicKey, name: '' };
      // As nginx says whom it asks for.
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
      const body = JSON.stringify({ account, password, device });
      return (await fetch(`${urls[process % 2]}${API.session}`, { method: 'POST', headers, body })).status;
    };
    const tries = Array.from({ length: 14 }, (_, index) => signIn(index, 'other', 'đoán mò', '203.0.113.9'));
    const statuses = await Promise.all(tries);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    for (const process of [0, 1]) {
      expect(await signIn(process, 'other', passwordOf('other'), '203.0.113.9')).toBe(429);
      expect(await signIn(process, 'other', passwordOf('other'), '203.0.113.10')).toBe(200);
      expect(await signIn(process, 'author', passwordOf('author'), '203.0.113.9')).toBe(200);
    }
  });
});
