import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../shared/content/index.ts';
import {
  type AuditHead,
  type AuditLine,
  type AuditProof,
  isAuditContinued,
  newKeyPair,
  signMutation,
} from '../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  relog,
  rewriteLog,
  setWords,
  signInMember,
  startBoard,
  wordsOf,
} from '../testing/index.ts';
import { type Finding, inspect } from './index.ts';

const UNIT = 'thcs-song-tra';
let board: Board;
let author: BoardMember;
let head: BoardMember;
let post: string;
let save: string;

/** A board with one published post. */
beforeEach(async () => {
  board = await startBoard();
  author = await board.signIn('author');
  const reviewer = await board.signIn('reviewer');
  head = await board.signIn('head');
  ({ post, mutation: save } = await author.save());
  await approveThrough({ author, reviewer, head }, post);
});
afterEach(() => board.close());

/** What an inspection finds once somebody has been at the database, as `kind what id` with ids left out where unknown. */
async function found(tamper: (store: Store) => Promise<unknown>, heads: readonly AuditHead[] = []) {
  return board.inStore(async (store) => {
    await tamper(store);
    return (await inspect(store, UNIT, heads)).findings;
  });
}
const named = (findings: readonly Finding[]) => findings.map(({ kind, what, id }) => `${kind} ${what} ${id}`);

const keptHead = async (): Promise<AuditHead> => {
  const { audit } = await author.pull();
  if (audit === undefined) throw new Error('no head');
  return audit.head;
};

describe('an inspection', () => {
  it('finds nothing on a portal that nobody has touched, with the heads its clients kept', async () => {
    const heads = [await keptHead()];
    await board.restart();
    await expect(signInMember(board.url, { account: 'author', password: 'sai' })).rejects.toThrow('wrong_password');
    await expect(signInMember(board.url, { account: 'không ai', password: 'sai' })).rejects.toThrow('wrong_password');
    await head.registerKey();
    await head.act('post.withdraw', post, { reason: 'outdated', explanation: '' });
    heads.push(await keptHead());
    expect(await found(async () => undefined, heads)).toEqual([]);
  });

  it('shows who did what in the log: sign-ins good and bad, devices, keys, members, every decision', async () => {
    await expect(signInMember(board.url, { account: 'author', password: 'sai' })).rejects.toThrow();
    const kinds = await board.inStore(async (store) => {
      const rows = await store.selectFrom('audit').select('line').orderBy('number').execute();
      return rows.map(({ line }) => JSON.parse(line) as AuditLine).map((line) => line.details.name ?? line.kind);
    });
    expect(new Set(kinds)).toEqual(
      new Set([
        ...['log.started', 'Trần Thu Hà', 'Lê Văn Tám', 'Phạm Đình Khôi', 'Nguyễn Thị Hoài An', 'Máy thử'],
        ...['session.opened', 'session.refused', 'key.registered'],
        ...['post.save', 'post.submit', 'post.appraise', 'post.approve', 'post.publish'],
      ]),
    );
  });

  it('names an edited row of each table', async () => {
    const edits: [string, (store: Store) => Promise<unknown>][] = [
      [
        'row_changed mutation',
        (store) => store.updateTable('mutation').set({ code: 'no' }).where('id', '=', save).execute(),
      ],
      ['row_changed revision', (store) => store.updateTable('revision').set({ canonical: '{}' }).execute()],
      ['row_changed approval', (store) => store.updateTable('approval').set({ html: '<p>khác</p>' }).execute()],
      ['row_changed publication', (store) => store.updateTable('publication').set({ title: 'Khác' }).execute()],
      ['row_changed post', (store) => store.updateTable('post').set({ status: '{}' }).execute()],
      [
        'row_changed device',
        (store) => store.updateTable('device').set({ revoked_at: '2026-11-20T00:00:00.000Z' }).execute(),
      ],
      [
        'row_changed approval_key',
        (store) =>
          store
            .updateTable('approval_key')
            .set({ public_key: 'a'.repeat(64) })
            .execute(),
      ],
      ['row_changed membership', (store) => store.updateTable('membership').set({ roles: '["head"]' }).execute()],
      [
        'line_changed line',
        (store) => store.updateTable('audit').set({ line: '{}' }).where('number', '=', 3).execute(),
      ],
    ];
    const seen = await board.inStore(async (store) => {
      const results: string[][] = [];
      for (const [, edit] of edits) {
        const undo = new Error('undo');
        await store
          .transaction()
          .execute(async (tx) => {
            await edit(tx);
            results.push(named((await inspect(tx, UNIT)).findings));
            throw undo;
          })
          .catch((error: unknown) => {
            if (error !== undo) throw error;
          });
      }
      return results;
    });
    for (const [index, [wanted]] of edits.entries())
      expect(seen[index]?.filter((name) => name.startsWith(wanted)).length, wanted).toBeGreaterThan(0);
  });

  it('names a swapped signature, even when the log was written anew to fit it', async () => {
    const swap = async (store: Store): Promise<void> => {
      const mutation = await wordsOf(store, save);
      const { signature: _, ...words } = mutation;
      await setWords(store, save, signMutation(words, newKeyPair().secretKey));
    };
    expect(named(await found(swap))).toEqual([`row_changed mutation ${save}`, `bad_signature mutation ${save}`]);
    expect(named(await found((store) => relog(store, UNIT, save)))).toEqual([`bad_signature mutation ${save}`]);
  });

  it('names a remark whose words were taken out as if its text had been erased', async () => {
    await author.pull();
    const { submitted } = author.status(post);
    const remark = author.mutate('post.comment', { post, revision: submitted, text: 'Xin xem lại.' });
    expect((await author.send({ mutations: [remark] })).verdicts).toMatchObject([{ outcome: 'accepted' }]);
    expect(await found(async () => undefined)).toEqual([]);
    const empty = (store: Store) =>
      store.updateTable('mutation').set({ canonical: '{}' }).where('id', '=', remark.id).execute();
    expect(named(await found(empty))).toEqual([`row_changed mutation ${remark.id}`]);
  });

  it('names a replayed mutation: the same words under another id, or a second line for one', async () => {
    const copy = newId();
    const replay = async (store: Store): Promise<void> => {
      const row = await store.selectFrom('mutation').selectAll().where('id', '=', save).executeTakeFirstOrThrow();
      await store
        .insertInto('mutation')
        .values({ ...row, id: copy, post: null, number: null })
        .execute();
    };
    expect(named(await found(replay))).toEqual([`unlogged mutation ${copy}`, `replayed mutation ${copy}`]);
    const second = (store: Store) =>
      rewriteLog(store, UNIT, (lines) => [...lines, ...lines.filter(({ subject }) => subject === save)]);
    expect(named(await found(second))).toContain(`replayed mutation ${save}`);
  });

  it('names a forged device and what was put in its name', async () => {
    const [device, keys] = [newId(), newKeyPair()];
    const forge = async (store: Store): Promise<void> => {
      const row = { unit: UNIT, person: head.member.id, public_key: keys.publicKey, name: 'Máy lạ' };
      const at = '2026-11-20T01:00:00.000Z';
      await store
        .insertInto('device')
        .values({ ...row, id: device, registered_at: at, revoked_at: null })
        .execute();
      const { signature: _, ...words } = await wordsOf(store, save);
      await setWords(store, save, signMutation({ ...words, device }, keys.secretKey));
    };
    expect(named(await found(forge))).toEqual([
      `unlogged device ${device}`,
      `row_changed mutation ${save}`,
      `forged_device mutation ${save}`,
    ]);
  });

  it('names a publication whose approval is another’s or is gone', async () => {
    const names = named(
      await found((store) =>
        store.updateTable('mutation').set({ outcome: 'refused' }).where('name', '=', 'post.approve').execute(),
      ),
    );
    expect(names.some((name) => name.startsWith('not_approved publication'))).toBe(true);
  });

  it('names a withdrawn page that was opened again, and everything else that readers are shown', async () => {
    await head.act('post.withdraw', post, { reason: 'wrong_content', explanation: '', publicNote: 'Sai ngày.' });
    expect(await found(async () => undefined)).toEqual([]);
    const { mutation } = await board.inStore((store) =>
      store.selectFrom('publication').select('mutation').executeTakeFirstOrThrow(),
    );
    const set = (change: Record<string, string | null>) => (store: Store) =>
      store.updateTable('publication').set(change).execute();
    const edits: ((store: Store) => Promise<unknown>)[] = [
      set({ ended_at: null, withdrawn_reason: null, public_note: null }),
      ...[{ withdrawn_reason: 'outdated' }, { public_note: 'Khác' }, { published_at: '2020-01-01T00:00:00.000Z' }],
      ...[{ first_at: '2020-01-01T00:00:00.000Z' }, { kind: 'page' }, { language: 'en' }, { cover_alt: 'Khác' }],
      { change_note: 'Đã sửa' },
    ].map((edit) => (typeof edit === 'function' ? edit : set(edit)));
    edits.push(
      (store) =>
        store
          .insertInto('publication_media')
          .values({ publication: mutation, media: 'a'.repeat(64) })
          .execute(),
      (store) => store.updateTable('publication_category').set({ category: 'B1' }).execute(),
      (store) =>
        store
          .insertInto('publication_file')
          .values({ publication: mutation, place: 0, reference: '{}', title: 'x' })
          .execute(),
    );
    for (const edit of edits) {
      const undo = new Error('undo');
      const names: string[] = [];
      await board.inStore((store) =>
        store
          .transaction()
          .execute(async (tx) => {
            await edit(tx);
            names.push(...named((await inspect(tx, UNIT)).findings));
            throw undo;
          })
          .catch((error: unknown) => {
            if (error !== undo) throw error;
          }),
      );
      expect(names).toEqual([`row_changed publication ${mutation}`]);
    }
  });

  it('names a cut log: without heads by what is left over, with them by the head itself', async () => {
    const kept = await keptHead();
    const last = kept.number;
    const cut = (store: Store) =>
      store
        .deleteFrom('audit')
        .where('number', '>', last - 1)
        .execute();
    const names = named(await found(cut, [kept]));
    expect(names).toContain(`head_missing head ${last}`);
    expect(names.some((name) => name.startsWith('unlogged mutation'))).toBe(true);
    expect(named(await found((store) => store.deleteFrom('audit').where('number', '=', 2).execute()))).toContain(
      'line_missing line 2',
    );
  });

  it('names a log written anew from end to end, which nothing but a kept head can tell', async () => {
    const kept = await keptHead();
    const forget = (store: Store) =>
      rewriteLog(store, UNIT, (lines) => lines.filter(({ kind }) => kind !== 'session.opened'));
    expect(named(await found(forget))).toEqual([]);
    expect(named(await found(async () => undefined, [kept]))).toEqual([`head_missing head ${kept.number}`]);
    const forged = { ...kept, hash: 'a'.repeat(64) };
    expect(named(await found(async () => undefined, [forged]))).toEqual([`head_forged head ${kept.number}`]);
  });
});

describe('the proof in a reply', () => {
  it('leads from any line a client holds to the newest, and from none that the log does not hold', async () => {
    const proofFrom = async (place?: { epoch: string; number: number; hash: string }): Promise<AuditProof> => {
      const body = { protocol: 1, cursor: null, revisions: [], mutations: [], ...(place ? { audit: place } : {}) };
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return ((await (await author.request('/api/v1/sync', init)).json()) as { audit: AuditProof }).audit;
    };
    const newest = await proofFrom();
    const { epoch } = newest.head;
    const rows = await board.inStore((store) => store.selectFrom('audit').selectAll().orderBy('number').execute());
    for (const { number, hash } of rows) {
      const proof = await proofFrom({ epoch, number, hash });
      expect(isAuditContinued({ epoch, number, hash }, proof, author.portal)).toBe(true);
      expect(proof.head).toEqual(newest.head);
    }
    for (const [number, hash] of [
      [1, 'a'.repeat(64)],
      [rows.length + 1, newest.head.hash],
    ] as const) {
      const proof = await proofFrom({ epoch, number, hash });
      expect(proof.links).toBeNull();
      expect(isAuditContinued({ epoch, number, hash }, proof, author.portal)).toBe(false);
    }
    const { publicKey } = newKeyPair();
    expect(isAuditContinued(null, newest, { ...author.portal, publicKey })).toBe(false);
  });
});
