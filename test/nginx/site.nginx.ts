import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveThrough, type Board, type BoardMember, paragraph, startBoard } from '../../portal/testing/index.ts';
import { postPath } from '../../shared/content/index.ts';
import { freePort } from './free-port.ts';
import { startNginx } from './sample.ts';

const HOST = 'thcssongtra.example';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;
let sample: string;
let end: () => void = () => undefined;
const folder = mkdtempSync(join(tmpdir(), 'ban-thao-nginx-'));

beforeAll(async () => {
  board = await startBoard({ on: 'sqlite', origin: `https://${HOST}` });
  [author, reviewer, head] = [await board.signIn('author'), await board.signIn('reviewer'), await board.signIn('head')];
  const port = await freePort();
  sample = `http://127.0.0.1:${port}`;
  end = startNginx({ folder, port, portal: { port: Number(new URL(board.url).port), folder: board.folder } });
});
afterAll(async () => {
  end();
  await board.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (origin: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${origin}${path}`, { redirect: 'manual', headers: { host: HOST, ...headers } });
const statusOf = async (path: string): Promise<number> => {
  const reply = await ask(sample, path);
  await reply.arrayBuffer();
  return reply.status;
};

async function publish(title: string, words: string, post?: string): Promise<{ post: string; path: string }> {
  board.clock.time = new Date(board.clock.time.getTime() + 60_000);
  const saved = await author.save({ title, categories: ['B2'], blocks: [paragraph(words)] }, post);
  await approveThrough({ author, reviewer, head }, saved.post);
  return { post: saved.post, path: postPath(saved.post, title) };
}

describe('the sample nginx before a portal', () => {
  it('answers every address as the portal does, with its headers, from the disk or not', async () => {
    const { path } = await publish('Ngày hội đọc sách', 'Cả trường đọc sách.');
    await board.portal.settled();
    const lists = ['/', '/chuyen-muc/B2', '/atom.xml', '/chuyen-muc/B2/atom.xml', '/sitemap.xml', '/robots.txt'];
    const single = ['/so-do', '/luu-tru', '/luu-tru/2026-11', '/sitemap-2026-11.xml', '/tim-kiem?q=sach', path];
    const english = ['/en', '/en/luu-tru', '/en/atom.xml', '/en/chuyen-muc/B2', '/en/tim-kiem?q=sach'];
    const wrong = ['/?trang=99999', '/?x=1', '/chuyen-muc/Z9', '/khong-co', `${path}?x=1`, '/api/v1/khong-co'];
    const odd = ['/tai-lieu?trang=0', '/luu-tru/2026-13', '/chuyen-muc/B2?trang=2'];
    for (const asked of [...lists, ...single, ...english, ...wrong, ...odd]) {
      const [through, own] = await Promise.all([sample, board.url].map((origin) => ask(origin, asked)));
      if (through === undefined || own === undefined) throw new Error('no answer');
      const facts = async (reply: Response) => [
        ...[asked, reply.status, reply.headers.get('content-type')?.replace(' ', ''), await reply.text()],
        ...['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cache-control', 'location'].map(
          (name) => reply.headers.get(name),
        ),
      ];
      expect(await facts(through)).toEqual(await facts(own));
    }
    expect(await statusOf('/api/v1/metrics')).toBe(404);
    // Out of the folder of pages leads nothing: nginx itself refuses such an address.
    expect(await statusOf('/bai-viet/..%2f..%2f..%2f..%2fportal.sqlite3')).toBe(400);
  });

  it('shows a page as it is now, however often it was just asked for: published, corrected, taken down', async () => {
    const title = 'Lịch thi học kỳ';
    const { post, path } = await publish(title, 'Thi ngày 12 tháng 12.');
    const shown = async (): Promise<string> => (await ask(sample, path, { 'accept-encoding': 'gzip' })).text();
    for (let day = 13; day < 18; day += 1) {
      // Both processes of nginx have the page open.
      for (let times = 0; times < 20; times += 1) expect(await shown()).toContain(`ngày ${day - 1} tháng`);
      board.clock.time = new Date(board.clock.time.getTime() + 60_000);
      const saved = await author.save(
        { title, categories: ['B2'], blocks: [paragraph(`Thi ngày ${day} tháng 12.`)] },
        post,
      );
      expect(saved.verdict.outcome).toBe('accepted');
      await approveThrough({ author, reviewer, head }, post);
      for (let times = 0; times < 20; times += 1) expect(await shown()).toContain(`ngày ${day} tháng`);
    }
    const { outcome } = await head.act('post.withdraw', post, { reason: 'wrong_content', explanation: '' });
    expect(outcome).toBe('accepted');
    for (let times = 0; times < 20; times += 1) expect(await statusOf(path)).toBe(410);
    for (const list of ['/', '/chuyen-muc/B2', '/atom.xml'])
      for (let times = 0; times < 4; times += 1) expect(await (await ask(sample, list)).text()).not.toContain(path);
  });

  it('goes on showing what is on the disk while the portal is down, and says so for the rest', async () => {
    const { path } = await publish('Họp phụ huynh', 'Họp lúc 8 giờ.');
    await board.portal.close();
    expect([await statusOf(path), await statusOf('/'), await statusOf('/tim-kiem?q=hop')]).toEqual([200, 200, 502]);
    await board.restart();
    expect(await statusOf('/tim-kiem?q=hop')).toBe(200);
  });
});
