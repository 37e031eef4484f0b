import { createServer, request as passOn } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { approveThrough, type Board, type BoardMember, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { htmlHash, renderArticle } from '../../../shared/content/index.ts';
import type { Proof } from '../../../shared/contract/index.ts';
import { API, newKeyPair, sealApproval, signMutation } from '../../../shared/sync/index.ts';
import type { ApprovalStatement } from '../../../shared/workflow/index.ts';
import { certificateOf, deviceNameOf, keyCertificateOf } from '../carried/index.ts';
import { type MutationRow, mutationsOfPost, openPost, readRevision, wordsOf } from '../posts/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { checksum } from '../store/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { noteSeen, provePost, readBefore } from './index.ts';

let board: Board;
let here: Profile;
let author: BoardMember;
let head: BoardMember;
let post: string;

beforeEach(async () => {
  board = await startBoard({ on: 'sqlite' });
  author = await board.signIn('author');
  const reviewer = await board.signIn('reviewer');
  head = await board.signIn('head');
  ({ post } = await author.save());
  await approveThrough({ author, reviewer, head }, post);
  here = await signIn(
    {
      ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => new Date(), random: () => 0.5 },
      ...{ tell: () => undefined, titleOfCopy: (title) => title },
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account: 'other', password: passwordOf('other'), deviceName: ' Máy phòng Hành chính ' },
  );
  await here.sync.now();
});
afterEach(async () => {
  await here.close();
  await board.close();
});

const rowOf = (name: string): MutationRow => {
  const row = mutationsOfPost(here.desk.db, post).find((one) => one.name === name);
  if (row === undefined) throw new Error(name);
  return row;
};
const proofOf = (name: string): Proof | undefined =>
  provePost(here.desk, post).proofs.find(({ mutation }) => mutation === rowOf(name).id)?.proof;
/** Puts other words in place of an act's, as somebody with this computer's database could. */
const forge = (name: string, change: (words: ReturnType<typeof wordsOf>) => object): void => {
  const row = rowOf(name);
  const words = JSON.stringify(change(wordsOf(row)));
  here.desk.db
    .prepare('UPDATE mutation SET words = ?, sum = ? WHERE id = ?')
    .run(words, checksum(row.id, post, words), row.id);
};

const statementOf = ({ args }: { args: object }): ApprovalStatement =>
  (args as { statement: ApprovalStatement }).statement;

describe('the signatures behind a post', () => {
  it('are proven by any member with no network: who approved which words, and that the portal published them', async () => {
    await board.close();
    const { proofs } = provePost(here.desk, post);
    expect(proofs.map(({ proof }) => proof)).toEqual(['proven', 'proven', 'proven', 'proven']);
    expect(rowOf('post.approve').received_at).not.toBeNull();
    expect(wordsOf(rowOf('post.approve')).at).toMatch(/^2026/);
  });

  it('are proven for a page approved as an older version drew it, and not for a page that no version draws', () => {
    const sealed = (drawn: string): void =>
      forge('post.approve', ({ signature: _, ...words }) => {
        const statement = { ...statementOf(words), htmlHash: htmlHash(drawn) };
        const args = { ...words.args, statement, ...head.seal(statement) };
        return signMutation({ ...words, args }, head.device.secretKey);
      });
    const { revision } = wordsOf(rowOf('post.approve')).args as { revision: string };
    const text = readRevision(here.desk.db, revision);
    if (text === null) throw new Error('no text');
    sealed(renderArticle(text, 1));
    expect(proofOf('post.approve')).toBe('proven');
    sealed('<p>Trang khác</p>');
    expect(proofOf('post.approve')).toBe('other_text');
  });

  it('are not proven for words that were changed, for another’s key, or for a text that is not the one approved', () => {
    forge('post.appraise', (words) => ({ ...words, at: '2026-01-01T00:00:00.000Z' }));
    expect(proofOf('post.appraise')).toBe('bad_signature');
    forge('post.submit', ({ signature: _, ...words }) => signMutation(words, newKeyPair().secretKey));
    expect(proofOf('post.submit')).toBe('bad_signature');
    forge('post.publish', (words) => ({ ...words, seq: words.seq + 1 }));
    expect(proofOf('post.publish')).toBe('bad_signature');
    here.desk.db.prepare('DELETE FROM revision').run();
    expect(proofOf('post.approve')).toBe('no_text');
    here.desk.db.prepare('DELETE FROM device_certificate').run();
    expect(proofOf('post.approve')).toBe('unknown_device');
  });

  it('are not proven for an approval by whoever had the computer but not the PIN', () => {
    expect(proofOf('post.approve')).toBe('proven');
    const other = newKeyPair();
    forge('post.approve', ({ signature: _, ...words }) => {
      const args = { ...words.args, seal: sealApproval(statementOf(words), other.secretKey) };
      return signMutation({ ...words, args }, head.device.secretKey);
    });
    expect(proofOf('post.approve')).toBe('bad_seal');
    // Another's key under the same name, as somebody with this computer's database could put it there.
    const { key } = wordsOf(rowOf('post.approve')).args as { key: string };
    const words = { ...keyCertificateOf(here.desk.db, key), publicKey: other.publicKey };
    here.desk.db.prepare('UPDATE approval_key_certificate SET words = ?').run(JSON.stringify(words));
    expect(proofOf('post.approve')).toBe('bad_seal');
    here.desk.db.exec('DELETE FROM approval_key_certificate');
    expect(proofOf('post.approve')).toBe('unknown_key');
  });

  it('are proven for a key that was made anew later, and for the one before it', async () => {
    await head.registerKey();
    const reviewer = await board.signIn('reviewer');
    const again = await author.save();
    await approveThrough({ author, reviewer, head }, again.post);
    await here.sync.now();
    for (const each of [post, again.post])
      expect(new Set(provePost(here.desk, each).proofs.map(({ proof }) => proof))).toEqual(new Set(['proven']));
  });
});

it('remembers which text was looked at last, and which one readers see', () => {
  const live = rowOf('post.publish');
  const { revision } = wordsOf(live).args as { revision: string };
  expect(readBefore(here.desk, post)).toEqual({ seen: null, live: revision });
  noteSeen(here.desk, post, revision);
  noteSeen(here.desk, post, 'b'.repeat(64));
  expect(readBefore(here.desk, post)).toEqual({ seen: 'b'.repeat(64), live: revision });
});

describe('the computer that something was done on', () => {
  const named = (name: string) =>
    openPost(here.desk, post).timeline.find((entry) => entry.name === name)?.device ?? null;

  it('is told by the name its person gave it, offline too; this one is this one', async () => {
    await board.close();
    expect(named('post.approve')).toEqual({ id: head.device.id, isThis: false, name: 'Máy thử' });
    expect(deviceNameOf(here.desk.db, here.desk.device.id)).toBe('Máy phòng Hành chính');
    // The portal itself is no computer of the board.
    expect(named('post.publish')).toBeNull();
  });

  it('is told by the end of its id where the portal knows no names, and syncing goes on', async () => {
    here.desk.db.exec('DELETE FROM device_name; DELETE FROM device_certificate');
    const older = await portalWithout(board.url, API.deviceNames);
    here.setAddress(older);
    expect(await here.sync.now()).toMatchObject({ state: 'idle', problem: null });
    // One such list is missing, the other is read all the same.
    expect(proofOf('post.approve')).toBe('proven');
    expect(certificateOf(here.desk.db, head.device.id)).not.toBeNull();
    expect(named('post.approve')).toEqual({ id: head.device.id, isThis: false, name: null });
  });
});

/** The portal as if it were from before a path was there. */
async function portalWithout(address: string, path: string): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith(path) === true) {
      response.writeHead(404, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ type: 'about:blank', title: 'Not Found', status: 404, code: 'not_found' }));
      return;
    }
    const { method, url, headers } = request;
    const onward = passOn(`${address}${url}`, { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
