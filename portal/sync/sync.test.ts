import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../shared/content/index.ts';
import { PROTOCOL, type SyncRequest } from '../../shared/sync/index.ts';
import { problemOfDisk } from '../problem.ts';
import { openStore } from '../store/index.ts';
import {
  type Board,
  type BoardMember,
  encode,
  fillDisk,
  paragraph,
  plantBug,
  startBoard,
  verdictOf,
} from '../testing/index.ts';
import type { Context } from '../workflow/index.ts';
import { sync } from './index.ts';

let board: Board;
let author: BoardMember;

beforeEach(async () => {
  board = await startBoard();
  author = await board.signIn('author');
});
afterEach(() => board.close());

describe('a mutation that meets a bug', () => {
  it('waits and is told to the log, while all others of the request are decided', async () => {
    const [broken, whole] = [await author.save(), await author.save()];
    const statusOf = (status: string) =>
      board.inStore((store) => store.updateTable('post').set({ status }).where('id', '=', broken.post).execute());
    const { status } = await board.inStore((store) =>
      store.selectFrom('post').select('status').where('id', '=', broken.post).executeTakeFirstOrThrow(),
    );
    await statusOf('hỏng');

    const submit = ({ post, id, mutation }: typeof broken) =>
      author.mutate('post.submit', { post, revision: id }, [mutation]);
    const [first, second] = [submit(broken), submit(whole)];
    const onFirst = author.mutate('post.recall', { post: broken.post, revision: broken.id }, [first.id]);
    const reply = await author.send({ mutations: [first, onFirst, second] });
    expect(reply.waiting).toEqual([
      { mutation: first.id, missing: [] },
      { mutation: onFirst.id, missing: [first.id] },
    ]);
    expect(verdictOf(reply, second).code).toBe('ok');
    expect(board.log).toHaveLength(1);
    expect(board.log[0]).toContain(first.id);

    await statusOf(status);
    const again = await author.send({ mutations: [first, onFirst] });
    expect(again.verdicts.map((verdict) => verdict.code)).toEqual(['ok', 'ok']);
  });

  it('keeps nothing of itself', async () => {
    const { post, id, mutation } = await author.save();
    await board.inStore((store) => plantBug(store, { table: 'post', on: 'update' }));
    const { number } = (await author.pull()).cursor;
    const submit = author.mutate('post.submit', { post, revision: id }, [mutation]);
    expect((await author.send({ mutations: [submit] })).waiting).toEqual([{ mutation: submit.id, missing: [] }]);
    expect((await author.pull()).cursor.number).toBe(number);
  });
});

describe('a text that meets a bug', () => {
  it('makes what names it wait, and no other', async () => {
    const [broken, whole] = [author.mint(newId()), author.mint(newId())];
    await board.inStore((store) => plantBug(store, { table: 'revision', on: 'insert', id: broken.id }));
    const [first, second] = [broken, whole].map(({ id, revision: { post } }) =>
      author.mutate('post.save', { post, revision: id, base: null }),
    );
    const mutations = [first, second].filter((mutation) => mutation !== undefined);
    const reply = await author.send({ revisions: [broken, whole], mutations });
    expect(reply.waiting).toEqual([{ mutation: first?.id, missing: [broken.id] }]);
    expect(reply.verdicts).toMatchObject([{ mutation: second?.id, code: 'ok' }]);
    expect(board.log[0]).toContain(broken.id);
  });
});

it('ends the request when the disk is full: that is no fault of one mutation', async () => {
  await board.portal.close();
  const store = await openStore(board.folder, board.database);
  const { id, public_key, secret_key } = await store.selectFrom('portal').selectAll().executeTakeFirstOrThrow();
  const reported: unknown[] = [];
  const context: Context = {
    ...{ store, now: () => board.clock.time, report: (error) => void reported.push(error) },
    identity: { portal: id, publicKey: public_key, secretKey: secret_key },
  };
  const caller = { unit: author.portal.unit.id, person: author.member.id, device: author.device.id };
  await fillDisk(store);
  const long = author.mint(newId(), { blocks: [paragraph('Đầy đĩa. '.repeat(20_000))] });
  const save = author.mutate('post.save', { post: long.revision.post, revision: long.id, base: null });
  const request = {
    protocol: PROTOCOL,
    cursor: null,
    revisions: [encode(long)],
    mutations: [save],
  } satisfies SyncRequest;
  await expect(sync(context, caller, request)).rejects.toSatisfy((error) => problemOfDisk(error)?.code === 'disk_full');
  expect(reported).toEqual([]);
  await store.destroy();
  await board.restart();
});
