import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../shared/content/index.ts';
import { API } from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { type Board, type BoardMember, makePicture, paragraph, startBoard, verdictOf } from '../testing/index.ts';
import { spend } from './index.ts';

let board: Board;
let author: BoardMember;
beforeEach(async () => {
  board = await startBoard();
  author = await board.signIn('author');
});
afterEach(() => board.close());

/** What the author is to have sent today already. */
async function hasSent(bytes: { readonly text?: number; readonly files?: number }): Promise<void> {
  const row = {
    ...{ unit: author.portal.unit.id, person: author.member.id, day: dayInVietnam(board.clock.time.toISOString()) },
    ...{ text_bytes: bytes.text ?? 0, file_bytes: bytes.files ?? 0 },
  };
  await board.inStore(async (store) => {
    await store.deleteFrom('sent_today').execute();
    await store.insertInto('sent_today').values(row).execute();
  });
}

function beginUpload(member: BoardMember, hash: string, bytes: number): Promise<Response> {
  const headers = {
    ...{ 'tus-resumable': '1.0.0', 'upload-length': String(bytes) },
    'upload-metadata': `hash ${Buffer.from(hash).toString('base64')}`,
  };
  return member.request(API.uploads, { method: 'POST', headers });
}

describe('what a member may send on a day', () => {
  it('lets texts past it wait without a verdict, and takes them when they are offered again the next day', async () => {
    const { post, id, mutation } = await author.save({ title: 'Còn vừa' });
    await hasSent({ text: LIMITS.dailyTextBytes - 100 });
    const next = author.mint(post, { parents: [id], title: 'Không vừa nữa', blocks: [paragraph('Chữ còn ở máy.')] });
    const save = author.mutate('post.save', { post, revision: next.id, base: id }, [mutation]);
    const sent = { revisions: [next], mutations: [save] };
    const reply = await author.send(sent);
    expect(reply.verdicts).toEqual([]);
    expect(reply.waiting).toEqual([{ mutation: save.id, missing: [next.id] }]);
    expect(reply.quota).toMatchObject({ isOver: true, text: { most: LIMITS.dailyTextBytes } });
    // Only theirs: others go on.
    expect((await (await board.signIn('other')).save()).verdict.code).toBe('ok');
    board.clock.time = new Date(board.clock.time.getTime() + 24 * 3_600_000);
    await author.renew();
    const again = await author.send(sent);
    expect(verdictOf(again, save).code).toBe('ok');
    expect(again.quota).toBeUndefined();
  });

  it('is told before it bites', async () => {
    await hasSent({ text: LIMITS.dailyTextBytes * 0.7, files: LIMITS.dailyFileBytes * 0.7 });
    expect((await author.send({})).quota).toBeUndefined();
    await hasSent({ files: LIMITS.dailyFileBytes * 0.9 });
    expect((await author.send({})).quota).toMatchObject({
      ...{ isOver: false, text: { used: 0 } },
      files: { used: LIMITS.dailyFileBytes * 0.9, most: LIMITS.dailyFileBytes },
    });
  });

  it('stops a picture before a byte of it is sent, and no text', async () => {
    const { reference } = await makePicture('teal');
    await hasSent({ files: LIMITS.dailyFileBytes - reference.bytes });
    expect((await beginUpload(author, reference.hash, reference.bytes)).status).toBe(201);
    await expect(beginUpload(author, 'a'.repeat(64), 1)).rejects.toMatchObject({ status: 429, code: 'quota_reached' });
    expect((await author.save()).verdict.code).toBe('ok');
  });

  it('counts each of many that come at once', async () => {
    const sender = { unit: author.portal.unit.id, person: author.member.id };
    await board.inStore(async (store) => {
      const at = board.clock.time;
      const part = LIMITS.dailyFileBytes / 4;
      const taken = await Promise.all(Array.from({ length: 8 }, () => spend(store, sender, 'files', part, at)));
      expect(taken.filter((isTaken) => isTaken)).toHaveLength(4);
    });
  });
});
