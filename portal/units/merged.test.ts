import { request as ask } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { postPath, publicIdOf } from '../../shared/content/index.ts';
import { API, addedMemberSchema, mergedPostsReplySchema, problemSchema } from '../../shared/sync/index.ts';
import { unitCommand } from '../cli-unit.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  makePicture,
  signInMember,
  startBoard,
} from '../testing/index.ts';
import { foldedStatus, knownPost } from '../workflow/index.ts';

const OWN = 'bốn con trâu qua cầu';
const JSON_BODY = { 'content-type': 'application/json' };
let board: Board;
let sen: { author: BoardMember; reviewer: BoardMember; head: BoardMember };

beforeEach(async () => {
  board = await startBoard({ origin: 'https://songtra.example' });
  const what = ['--id', 'th-hoa-sen', '--name', 'Trường TH Hoa Sen', '--level', 'school', '--on', '2026-09-01'];
  const who = ['--member', 'sen.head|Đinh Văn Sen|Hiệu trưởng|author,head'];
  const lines = await run('add', ...what, '--origin', 'https://hoasen.example', ...who);
  const password = lines.find((line) => line.startsWith('sen.head\t'))?.split('\t')[1] ?? '';
  const head = await signInMember(board.url, { account: 'sen.head', password, newPassword: OWN });
  await head.registerKey();
  const add = async (account: string, roles: string[]): Promise<BoardMember> => {
    const body = JSON.stringify({ account, name: account, title: '', roles });
    const reply = await head.request(API.addMember, { method: 'POST', headers: JSON_BODY, body });
    const added = addedMemberSchema.parse(await reply.json());
    return signInMember(board.url, { account, password: added.password, newPassword: OWN });
  };
  sen = { head, author: await add('sen.author', ['author']), reviewer: await add('sen.reviewer', ['reviewer']) };
});
afterEach(() => board.close());

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const home = { folder: board.folder, database: board.database };
  await board.inStore(() => unitCommand(args, home, (line) => void lines.push(line)));
  return lines;
}

const merge = (): Promise<string[]> => run('merge', 'th-hoa-sen', '--into', 'thcs-song-tra', '--on', '2026-11-20');

/** Asks as nginx passes it on, under the successor's name. */
function read(path: string): Promise<{ status: number; text: string; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    ask(`${board.url}${path}`, { headers: { host: 'songtra.example' } }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text, location: reply.headers.location }));
    })
      .on('error', reject)
      .end();
  });
}

async function listed(member: BoardMember, query = '') {
  return mergedPostsReplySchema.parse(await (await member.request(`${API.mergedPosts}${query}`)).json());
}

/** The code of the problem, or `ok`. */
async function withdraw(member: BoardMember, body: Record<string, unknown>): Promise<string> {
  const asked = { method: 'POST', headers: { ...JSON_BODY, authorization: `Bearer ${member.token}` } };
  const words = JSON.stringify({ reason: 'wrong_content', explanation: 'sai số liệu', ...body });
  const reply = await fetch(`${board.url}${API.withdrawMerged}`, { ...asked, body: words });
  return reply.ok ? 'ok' : problemSchema.parse(await reply.json()).code;
}

it('publishes nothing that waited when its unit was merged, and says so to both boards', async () => {
  const { reference } = await makePicture('tomato');
  const later = await sen.author.save({ title: 'Hẹn giờ' });
  const waiting = await sen.author.save({
    title: 'Chờ ảnh',
    cover: { media: reference.hash, alt: 'Sân' },
    media: [reference],
  });
  for (const post of [later.post, waiting.post]) {
    expect((await sen.author.act('post.submit', post)).code).toBe('ok');
    expect((await sen.reviewer.act('post.appraise', post)).code).toBe('ok');
    const at = post === later.post ? { publishAt: '2026-11-21T01:00:00.000Z' } : {};
    expect((await sen.head.act('post.approve', post, at)).code).toBe('ok');
  }
  await merge();
  board.clock.time = new Date('2026-11-22T01:00:00.000Z');
  await board.portal.publishDue();
  // Started again, it is not told again.
  await board.restart();
  await board.portal.publishDue();
  for (const { post, revision } of [later, waiting])
    expect((await read(postPath(post, revision.title))).status).toBe(404);

  const head = await board.signIn('head');
  const { posts } = await listed(head);
  const about = { unit: 'th-hoa-sen', unitName: 'Trường TH Hoa Sen', page: null };
  expect(posts).toEqual([
    { post: later.post, title: 'Hẹn giờ', held: { at: '2026-11-21T01:00:00.000Z' }, ...about },
    { post: waiting.post, title: 'Chờ ảnh', held: { at: null }, ...about },
  ]);
  const first = await listed(head, '?limit=1');
  expect(first.posts.map(({ post }) => post)).toEqual([later.post]);
  expect((await listed(head, `?limit=1&after=${first.next}`)).posts.map(({ post }) => post)).toEqual([waiting.post]);
  await board.inStore(async (store) => {
    for (const { post } of [later, waiting]) {
      const { status } = await knownPost(store, post);
      expect(status.held).toBe('unit_closed');
      expect(status).toEqual(await foldedStatus(store, post));
      const holds = store.selectFrom('mutation').select('id').where('name', '=', 'post.hold').where('post', '=', post);
      expect(await holds.execute()).toHaveLength(1);
    }
  });
});

it('lets who may withdraw in the successor take down its pages, or lead readers to a corrected one, and nobody else', async () => {
  const old = await sen.author.save({ title: 'Ngày hội Hoa Sen' });
  const other = await sen.author.save({ title: 'Thông báo tuyển sinh' });
  await approveThrough(sen, old.post);
  await approveThrough(sen, other.post);
  const [author, reviewer, head] = [
    await board.signIn('author'),
    await board.signIn('reviewer'),
    await board.signIn('head'),
  ];
  // As long as that unit goes on, its pages are its own board's.
  expect((await listed(head)).posts).toEqual([]);
  expect(await withdraw(head, { post: old.post })).toBe('not_found');
  const ours = await author.save({ title: 'Thông báo đã sửa' });
  await approveThrough({ author, reviewer, head }, ours.post);
  await merge();
  const pathOf = ({ post, revision }: typeof old): string => postPath(post, revision.title);
  expect((await read(pathOf(old))).status).toBe(200);
  expect((await listed(head)).posts.map(({ post, title, held, page }) => [post, title, held, page?.address])).toEqual([
    [old.post, 'Ngày hội Hoa Sen', null, pathOf(old)],
    [other.post, 'Thông báo tuyển sinh', null, pathOf(other)],
  ]);

  for (const member of [author, reviewer]) {
    expect(await withdraw(member, { post: old.post })).toBe('not_administrator');
    await expect(listed(member)).rejects.toMatchObject({ code: 'not_administrator' });
  }
  expect(await withdraw(head, { post: ours.post })).toBe('not_found');
  expect(await withdraw(head, { post: other.post, reason: 'replaced', replacement: old.post })).toBe('no_replacement');
  expect((await read(pathOf(old))).status).toBe(200);

  expect(await withdraw(head, { post: old.post, publicNote: 'Số liệu cũ.' })).toBe('ok');
  const gone = await read(pathOf(old));
  expect([gone.status, gone.text.includes('Số liệu cũ.')]).toEqual([410, true]);
  expect(await withdraw(head, { post: old.post })).toBe('not_found');
  expect(await withdraw(head, { post: other.post, reason: 'replaced', replacement: ours.post })).toBe('ok');
  expect(await read(pathOf(other))).toMatchObject({ status: 301, location: pathOf(ours) });
  expect((await listed(head)).posts).toEqual([]);

  await board.inStore(async (store) => {
    expect((await knownPost(store, old.post)).status).toEqual(await foldedStatus(store, old.post));
    for (const unit of ['th-hoa-sen', 'thcs-song-tra']) {
      const rows = await store.selectFrom('audit').select('line').where('unit', '=', unit).orderBy('number').execute();
      const told = rows.map(({ line }) => JSON.parse(line) as { kind: string; subject: string; person: string });
      expect(told.filter(({ kind }) => kind === 'merged.withdrawn')).toMatchObject([
        { subject: old.post, person: head.member.id },
        { subject: other.post, person: head.member.id },
      ]);
    }
  });
});

it('leads readers of a merged unit’s old addresses on: to what took a page’s place, and from the site before', async () => {
  const [old, next, english] = [
    await sen.author.save({ title: 'Tuyển sinh lớp 1' }),
    await sen.author.save({ title: 'Tuyển sinh lớp 1 (mới)' }),
    await sen.author.save({ title: 'Enrolment' }),
  ];
  for (const { post } of [old, next, english]) await approveThrough(sen, post);
  const words = { reason: 'replaced', explanation: '', replacement: next.post };
  expect((await sen.head.act('post.withdraw', old.post, words)).code).toBe('ok');
  await board.inStore(async (store) => {
    const target = `/bai-viet/${publicIdOf(next.post)}`;
    const row = { unit: 'th-hoa-sen', address: '/2019/tuyen-sinh', target };
    await store.insertInto('moved_address').values(row).execute();
    await store
      .updateTable('publication')
      .set({ translates: next.post, language: 'en' })
      .where('post', '=', english.post)
      .execute();
  });
  await merge();
  await board.restart();
  const [from, to] = [old, next].map(({ post, revision }) => postPath(post, revision.title));
  expect(await read(from ?? '')).toMatchObject({ status: 301, location: to });
  expect(await read('/2019/tuyen-sinh/')).toMatchObject({ status: 301, location: to });
  const page = await read(to ?? '');
  expect([page.status, page.text.includes(postPath(english.post, 'Enrolment'))]).toEqual([200, true]);
});
