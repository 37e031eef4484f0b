import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postPath } from '../shared/content/index.ts';
import { API } from '../shared/sync/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  makePicture,
  type PersonKey,
  type Processes,
  passwordOf,
  runCommand,
  signInMember,
  startBoard,
  startProcesses,
  upload,
} from './testing/index.ts';

let board: Board;
let processes: Processes;
let author: BoardMember;
let reviewer: BoardMember;
/** One head, at a computer that talks to the first process and at one that talks to the second. */
let heads: readonly [BoardMember, BoardMember];

beforeAll(async () => {
  // With an address of its own: pages are kept as files, which both processes write and read.
  board = await startBoard({ origin: 'https://songtra.example' });
  processes = await startProcesses(board, 2);
  const [here = '', there = ''] = processes.urls;
  const at = (url: string, key: PersonKey) => signInMember(url, { account: key, password: passwordOf(key) });
  author = await at(here, 'author');
  reviewer = await at(there, 'reviewer');
  heads = [await at(here, 'head'), await at(there, 'head')];
  for (const head of heads) await head.registerKey();
});
afterAll(async () => {
  await processes.stop();
  await board.close();
});

const publish = (post: string, head = heads[0]): Promise<void> => approveThrough({ author, reviewer, head }, post);

/** What each process answers. */
function onBoth(path: string): Promise<{ status: number; text: string }[]> {
  return Promise.all(
    processes.urls.map(async (url) => {
      const reply = await fetch(`${url}${path}`, { redirect: 'manual' });
      return { status: reply.status, text: await reply.text() };
    }),
  );
}

async function expectSiteWhole(): Promise<void> {
  const { code, out } = await runCommand(board, 'verify-site');
  expect([code, code === 0 ? '' : out]).toEqual([0, '']);
}

const LISTS = ['/', '/atom.xml', '/luu-tru', '/chuyen-muc/B3'] as const;

/**
 * A reader at both processes who reads on until told to stop. What a reply shows is held against what its publisher had
 * been told before the reader asked.
 */
function readOn(paths: () => readonly string[]): {
  readonly shown: Set<string>;
  readonly gone: Set<string>;
  stop(): Promise<{ readonly reads: number; readonly wrong: readonly string[] }>;
} {
  const [shown, gone] = [new Set<string>(), new Set<string>()];
  const wrong: string[] = [];
  let reads = 0;
  let isOver = false;
  const reader = async (url: string): Promise<void> => {
    while (!isOver)
      for (const path of paths()) {
        const [must, mustNot] = [path === '/' ? [...shown] : [], [...gone]];
        const reply = await fetch(`${url}${path}`, { redirect: 'manual' });
        const text = await reply.text();
        reads += 1;
        for (const word of must) if (!text.includes(word)) wrong.push(`${url}${path} lacks ${word}`);
        for (const word of mustNot) if (text.includes(word)) wrong.push(`${url}${path} shows ${word}`);
        if (reply.status >= 500) wrong.push(`${url}${path} ${reply.status}`);
      }
  };
  const reading = Promise.all(processes.urls.map(reader));
  return {
    shown,
    gone,
    stop: async () => {
      isOver = true;
      await reading;
      return { reads, wrong };
    },
  };
}

describe('two processes of one portal, at the same time', () => {
  it('take a page down and publish its correction: one of the two is done, and both show which', async () => {
    const won = { withdrawn: 0, corrected: 0 };
    for (let round = 0; round < 4; round += 1) {
      const first = await author.save({ title: `Lịch thi vòng ${round}` });
      await publish(first.post);
      const second = await author.save({ title: `Lịch thi đã sửa ${round}` }, first.post);
      expect((await author.act('post.submit', first.post)).code).toBe('ok');
      expect((await reviewer.act('post.appraise', first.post)).code).toBe('ok');
      const [one, other] = round % 2 === 0 ? heads : [heads[1], heads[0]];
      await Promise.all([one.pull(), other.pull()]);
      const [down, up] = await Promise.all([
        one.act('post.withdraw', first.post, { reason: 'wrong_content', explanation: '' }),
        other.act('post.approve', first.post),
      ]);
      expect([down.outcome, up.outcome].filter((outcome) => outcome === 'accepted')).toHaveLength(1);
      const isUp = up.outcome === 'accepted';
      won[isUp ? 'corrected' : 'withdrawn'] += 1;
      for (const { status, text } of await onBoth(postPath(first.post, second.revision.title)))
        expect([status, text.includes(second.revision.title)]).toEqual(isUp ? [200, true] : [410, false]);
      for (const { text } of await onBoth('/')) {
        expect(text).not.toContain(first.revision.title);
        expect(text.includes(second.revision.title)).toBe(isUp);
      }
    }
    expect(won.withdrawn + won.corrected).toBe(4);
    await expectSiteWhole();
  });

  it('publish through one and withdraw through the other: no reader of either gets what was before a reply', async () => {
    const withdrawn = [];
    for (let index = 0; index < 3; index += 1) {
      const saved = await author.save({ title: `Thông báo cũ ${index}` });
      await publish(saved.post);
      withdrawn.push(saved);
    }
    const coming = [];
    for (let index = 0; index < 3; index += 1) {
      const saved = await author.save({ title: `Thông báo mới ${index}` });
      expect((await author.act('post.submit', saved.post)).code).toBe('ok');
      expect((await reviewer.act('post.appraise', saved.post)).code).toBe('ok');
      coming.push(saved);
    }
    const reader = readOn(() => LISTS);
    const [here, there] = heads;
    await Promise.all([
      (async () => {
        for (const { post, revision } of coming) {
          expect((await here.act('post.approve', post)).code).toBe('ok');
          reader.shown.add(revision.title);
        }
      })(),
      (async () => {
        for (const { post, revision } of withdrawn) {
          const words = { reason: 'outdated', explanation: '' };
          expect((await there.act('post.withdraw', post, words)).code).toBe('ok');
          reader.gone.add(revision.title);
        }
      })(),
    ]);
    const { reads, wrong } = await reader.stop();
    expect(wrong).toEqual([]);
    expect(reads).toBeGreaterThan(8);
    await expectSiteWhole();
  });

  it('erase a text and its picture through one while the other draws them: neither is shown or kept after the reply', async () => {
    const word = 'Nguyễn Văn Bí Danh';
    const { bytes, reference } = await makePicture('teal', [1_600, 1_200]);
    await upload(author, bytes, reference.hash);
    const cover = { media: reference.hash, alt: word };
    const { post, id, revision } = await author.save({ title: `${word} đoạt giải`, cover, media: [reference] });
    await publish(post);
    const path = postPath(post, revision.title);
    const sizes = ['', '-320', '-800'].map((size) => `/media/${reference.hash}${size}.webp`);
    const reader = readOn(() => [...LISTS, path, '/tim-kiem?q=bi+danh', '/thu-vien-anh', ...sizes]);
    const other = await author.save({ title: 'Bài khác' });
    const erase = (what: 'revision' | 'media', hash: string): Promise<Response> => {
      const body = JSON.stringify({ what, hash, isWholePost: false, ground: 'Gia đình yêu cầu.' });
      return heads[0].request(API.erase, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    };
    // What is published meanwhile makes the second process draw the lists again and again.
    await Promise.all([publish(other.post, heads[1]), erase('revision', id).then(() => reader.gone.add(word))]);
    await erase('media', reference.hash);
    const { wrong } = await reader.stop();
    expect(wrong).toEqual([]);
    expect((await onBoth(path)).map(({ status }) => status)).toEqual([410, 410]);
    for (const size of sizes) expect((await onBoth(size)).map(({ status }) => status)).toEqual([404, 404]);
    const files = filesIn(board.folder);
    expect(files.filter((file) => file.includes(reference.hash))).toEqual([]);
    const kept = files.filter((file) => file.startsWith(join(board.folder, 'site')));
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter((file) => plain(file).includes(word))).toEqual([]);
    await expectSiteWhole();
  });
});

/** Every file of a folder, behind links too. */
function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

function plain(path: string): string {
  const bytes = readFileSync(path);
  if (path.endsWith('.br')) return brotliDecompressSync(bytes).toString();
  if (path.endsWith('.gz')) return gunzipSync(bytes).toString();
  return (path.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes).toString();
}
