import { existsSync } from 'node:fs';
import { request as ask } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, postPath } from '../../shared/content/index.ts';
import { API, newKeyPair, signInReplySchema } from '../../shared/sync/index.ts';
import { backUp, restore } from '../backup/index.ts';
import { siteCommand } from '../cli-site.ts';
import { unitCommand } from '../cli-unit.ts';
import { mediaFile } from '../media/index.ts';
import { openStore } from '../store/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  makePicture,
  newDatabase,
  signInMember,
  startBoard,
  upload,
} from '../testing/index.ts';
import { unitTree } from './index.ts';

const OURS = 'https://songtra.example';
const THEIRS = 'https://hoasen.example';
const OWN = 'bốn con trâu qua cầu';
let board: Board;
beforeEach(async () => {
  board = await startBoard({ origin: OURS });
});
afterEach(() => board.close());

/** Runs a command on the portal while it is stopped, and starts it again. Returns the lines printed. */
async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const home = { folder: board.folder, database: board.database };
  await board.inStore(() => unitCommand(args, home, (line) => void lines.push(line)));
  return lines;
}

/** Adds the second unit; returns its head's account and one-time password. */
async function addSecond(): Promise<{ account: string; password: string }> {
  const who = ['--member', 'sen.head|Đinh Văn Sen|Hiệu trưởng|author,reviewer,head'];
  const what = ['--id', 'th-hoa-sen', '--name', 'Trường TH Hoa Sen', '--level', 'school', '--on', '2026-09-01'];
  const lines = await run('add', ...what, '--origin', THEIRS, '--parent', 'thcs-song-tra', ...who);
  const line = lines.find((one) => one.startsWith('sen.head\t')) ?? '';
  return { account: 'sen.head', password: line.split('\t')[1] ?? '' };
}

/** Asks under a name, as nginx passes it on. */
function under(
  host: string,
  path: string,
  token?: string,
): Promise<{ status: number; location: string; text: string }> {
  const headers = { host, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  return new Promise((resolve, reject) => {
    ask(`${board.url}${path}`, { headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, location: reply.headers.location ?? '', text }));
    })
      .on('error', reject)
      .end();
  });
}

/** Publishes a post of the first unit that shows a picture. */
async function publishOurs(
  title: string,
): Promise<{ path: string; picture: string; author: BoardMember; head: BoardMember }> {
  const [author, reviewer, head] = [
    await board.signIn('author'),
    await board.signIn('reviewer'),
    await board.signIn('head'),
  ];
  const { bytes, reference } = await makePicture('tomato');
  await upload(author, bytes, reference.hash);
  const saved = await author.save({ title, cover: { media: reference.hash, alt: 'Sân' }, media: [reference] });
  await approveThrough({ author, reviewer, head }, saved.post);
  await board.portal.settled();
  return { path: postPath(saved.post, title), picture: reference.hash, author, head };
}

/** The lines of one kind in a unit's log. */
function logOf(unit: string, kind: string): Promise<unknown[]> {
  return board.inStore(async (store) => {
    const rows = await store.selectFrom('audit').select('line').where('unit', '=', unit).orderBy('number').execute();
    return rows.map(({ line }) => JSON.parse(line) as { kind: string }).filter((line) => line.kind === kind);
  });
}

async function erase(head: BoardMember, hash: string): Promise<unknown> {
  const body = JSON.stringify({ what: 'media', hash, isWholePost: false, ground: 'Phụ huynh rút lại đồng ý.' });
  const headers = { 'content-type': 'application/json' };
  return (await head.request(API.erase, { method: 'POST', headers, body })).json();
}

describe('two units on one portal', () => {
  it('show each its own site under its own name, with its own pages, files, search and feeds', async () => {
    const head = await addSecond();
    const { path, picture } = await publishOurs('Hội khoẻ ở Sông Trà');
    const theirs = await signInMember(board.url, { ...head, newPassword: OWN });
    expect(theirs.portal.unit).toMatchObject({ id: 'th-hoa-sen' });
    for (const [host, here, there] of [
      ['songtra.example', 'Sông Trà', 'Hoa Sen'],
      ['hoasen.example', 'Hoa Sen', 'Sông Trà'],
    ] as const)
      for (const page of ['/', '/luu-tru', '/so-do', '/atom.xml', '/sitemap.xml', '/robots.txt', '/nothing']) {
        const { text } = await under(host, page);
        expect([host, page, text.includes(there)]).toEqual([host, page, false]);
        if (!['/sitemap.xml', '/robots.txt'].includes(page)) expect(text).toContain(here);
      }
    expect((await under('songtra.example', path)).status).toBe(200);
    expect((await under('songtra.example', `/media/${picture}.webp`)).status).toBe(200);
    expect((await under('hoasen.example', path)).status).toBe(404);
    expect((await under('hoasen.example', `/media/${picture}.webp`)).status).toBe(404);
    expect((await under('songtra.example', '/tim-kiem?q=hoi')).text).toContain('Hội khoẻ ở Sông Trà');
    expect((await under('hoasen.example', '/tim-kiem?q=hoi')).text).not.toContain('Hội khoẻ ở Sông Trà');
    expect((await under('hoasen.example', '/robots.txt')).text).toContain(THEIRS);
    // A name that is nobody's is answered as by a portal of one unit.
    expect((await under('127.0.0.1', '/')).text).toContain('Sông Trà');
  });

  it('keep accounts, tokens, members, drafts, pictures and devices of one from the other', async () => {
    const told = await addSecond();
    const theirs = await signInMember(board.url, { ...told, newPassword: OWN });
    const author = await board.signIn('author');
    const { bytes, reference } = await makePicture('tomato');
    await upload(author, bytes, reference.hash);
    const cover = { media: reference.hash, alt: 'Sân' };
    const draft = await author.save({ title: 'Nháp của Sông Trà', cover, media: [reference] });

    await theirs.pull();
    expect(JSON.stringify(theirs.feed)).not.toMatch(/Sông Trà|Trần Thu Hà/);
    expect(JSON.stringify(await (await theirs.request(API.devices)).json())).not.toContain(author.device.id);
    expect(JSON.stringify(await (await theirs.request(API.adminDevices)).json())).not.toContain(author.device.id);
    for (const path of [API.deviceNames, API.approvalKeys])
      expect(JSON.stringify(await (await theirs.request(path)).json())).not.toContain(author.device.id);
    await expect(theirs.request(`${API.media}/${reference.hash}`)).rejects.toMatchObject({ code: 'not_found' });
    // Naming the picture gives it to nobody of another unit: it is wanted from them.
    const named = await theirs.save({ title: 'Mượn ảnh', cover, media: [reference] });
    expect(named.verdict.code).toBe('ok');
    expect((await theirs.send({})).wantedMedia).toEqual([reference.hash]);
    expect((await author.send({})).wantedMedia).toEqual([]);

    // Nor can they act on a post of the other unit, or on its people and devices.
    const taken = theirs.mutate('post.save', { post: draft.post, revision: named.id, base: draft.id });
    expect((await theirs.send({ mutations: [taken] })).verdicts[0]?.outcome).not.toBe('accepted');
    const json = { method: 'POST', headers: { 'content-type': 'application/json' } };
    for (const [path, body] of [
      [API.members, { person: author.member.id, roles: [], deputies: [] }],
      [API.resetPassword, { person: author.member.id }],
      [API.revoke, { device: author.device.id, since: null, reason: 'x' }],
    ] as const)
      await expect(theirs.request(path, { ...json, body: JSON.stringify(body) })).rejects.toMatchObject({
        code: 'not_found',
      });
    await author.pull();

    expect((await under('hoasen.example', API.devices, author.token)).status).toBe(401);
    expect((await under('songtra.example', API.devices, author.token)).status).toBe(200);
    expect(JSON.parse((await under('hoasen.example', API.info)).text)).toMatchObject({ unit: { id: 'th-hoa-sen' } });
  });

  it('take no picture away from each other by erasing it, and keep none from coming in', async () => {
    const told = await addSecond();
    const { path, picture, author, head } = await publishOurs('Hội khoẻ ở Sông Trà');
    const theirs = await signInMember(board.url, { ...told, newPassword: OWN });
    const { bytes, reference } = await makePicture('tomato');
    expect(reference.hash).toBe(picture);
    await theirs.save({ title: 'Mượn ảnh', cover: { media: picture, alt: 'Sân' }, media: [reference] });
    expect(await erase(theirs, picture)).toEqual({ erased: 1 });
    await expect(upload(theirs, bytes, picture)).rejects.toMatchObject({ code: 'erased' });
    expect((await under('songtra.example', path)).status).toBe(200);
    expect((await under('songtra.example', `/media/${picture}.webp`)).status).toBe(200);
    await upload(author, bytes, picture);

    expect(await erase(head, picture)).toEqual({ erased: 1 });
    expect((await under('songtra.example', path)).status).toBe(410);
    expect(existsSync(mediaFile(board.folder, picture))).toBe(false);
  });

  it('know an account under its own unit’s name only', async () => {
    const told = await addSecond();
    const { publicKey } = newKeyPair();
    const body = JSON.stringify({ ...told, newPassword: OWN, device: { id: newId(), publicKey, name: '' } });
    const statusUnder = (host: string): Promise<[number, string]> =>
      new Promise((resolve, reject) => {
        const headers = { host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
        ask(`${board.url}${API.session}`, { method: 'POST', headers }, (reply) => {
          let text = '';
          reply.on('data', (part) => {
            text += part;
          });
          reply.on('end', () => resolve([reply.statusCode ?? 0, text]));
        })
          .on('error', reject)
          .end(body);
      });
    expect((await statusUnder('songtra.example'))[0]).toBe(401);
    const [status, text] = await statusUnder('hoasen.example');
    expect(status).toBe(200);
    expect(signInReplySchema.parse(JSON.parse(text)).portal.unit.id).toBe('th-hoa-sen');
  });

  it('have a log each, and are both in a backup', async () => {
    await addSecond();
    const chains = await board.inStore((store) =>
      store
        .selectFrom('audit')
        .select((eb) => ['unit', eb.fn.min('number').as('first')])
        .groupBy('unit')
        .orderBy('unit')
        .execute(),
    );
    expect(chains.map(({ unit, first }) => [unit, Number(first)])).toEqual([
      ['th-hoa-sen', 1],
      ['thcs-song-tra', 1],
    ]);
    const other = await newDatabase();
    try {
      const elsewhere = { folder: `${board.folder}/lai`, database: other.address };
      await backUp(board, `${board.folder}/sao-luu`, board.clock.time);
      await restore(`${board.folder}/sao-luu`, elsewhere);
      const store = await openStore(elsewhere.folder, elsewhere.database);
      const ids = (await unitTree(store)).map(({ id, parents }) => [id, parents]);
      await store.destroy();
      expect(ids).toEqual([
        ['thcs-song-tra', []],
        ['th-hoa-sen', ['thcs-song-tra']],
      ]);
    } finally {
      await other.drop();
    }
  });
});

describe('a unit that changes', () => {
  it('leads from its earlier address to the one it has, path and all, but its programs go on under either', async () => {
    await addSecond();
    const home = { folder: board.folder, database: board.database };
    await board.inStore(() =>
      siteCommand(['--origin', 'https://songtra-moi.example', '--unit', 'thcs-song-tra'], home, () => undefined),
    );
    expect(await under('songtra.example', '/luu-tru?x=1')).toMatchObject({
      status: 301,
      location: 'https://songtra-moi.example/luu-tru?x=1',
    });
    expect((await under('songtra-moi.example', '/')).status).toBe(200);
    expect(await logOf('thcs-song-tra', 'unit.moved')).toMatchObject([
      { details: { from: OURS, to: 'https://songtra-moi.example' } },
    ]);
    expect(JSON.parse((await under('songtra.example', API.info)).text)).toMatchObject({
      unit: { id: 'thcs-song-tra' },
    });
  });

  it('is called by its new name, and keeps the old one with its day', async () => {
    await run('rename', 'thcs-song-tra', '--name', 'Trường THCS Sông Trà Bồng', '--on', '2026-07-01');
    expect((await under('songtra.example', '/')).text).toContain('Trường THCS Sông Trà Bồng');
    const [line = ''] = await run('list');
    expect(line.split('\t')).toEqual([
      ...['thcs-song-tra', 'Trường THCS Sông Trà Bồng', '-', OURS, '-', '-', '-', 'Trường THCS Sông Trà'],
    ]);
    expect(await logOf('thcs-song-tra', 'unit.renamed')).toMatchObject([
      { details: { from: 'Trường THCS Sông Trà', to: 'Trường THCS Sông Trà Bồng', on: '2026-07-01' } },
    ]);
  });

  it('is merged into another: its people stop, its addresses lead there, its posts are read there', async () => {
    const told = await addSecond();
    const theirs = await signInMember(board.url, { ...told, newPassword: OWN });
    await theirs.registerKey();
    const { post } = await theirs.save({ title: 'Ngày hội Hoa Sen' });
    expect((await theirs.act('post.submit', post)).code).toBe('ok');
    await run('merge', 'th-hoa-sen', '--into', 'thcs-song-tra', '--on', '2026-11-01');
    await expect(theirs.pull()).rejects.toMatchObject({ code: 'signed_out' });
    await expect(signInMember(board.url, { account: told.account, password: OWN })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await under('hoasen.example', '/chuyen-muc/B3')).toMatchObject({
      status: 301,
      location: `${OURS}/chuyen-muc/B3`,
    });
    expect((await run('list'))[1]?.split('\t')[6]).toBe('2026-11-01 > thcs-song-tra');
    const line = { subject: 'th-hoa-sen', person: null, details: { to: 'thcs-song-tra', on: '2026-11-01' } };
    for (const unit of ['th-hoa-sen', 'thcs-song-tra'])
      expect(await logOf(unit, 'unit.merged')).toMatchObject([{ unit, ...line }]);
    await expect(run('merge', 'thcs-song-tra', '--into', 'thcs-song-tra')).rejects.toMatchObject({
      code: 'unit_merge',
    });
  });

  it('shows the posts of a unit that was merged into it under their old addresses, until its head erases one', async () => {
    const told = await addSecond();
    const { path, picture } = await publishOurs('Bài cũ của Sông Trà');
    // As if the first had been the one to be merged: what readers see hangs on the successor alone.
    await board.inStore((store) =>
      store.updateTable('unit').set({ successor: 'th-hoa-sen' }).where('id', '=', 'thcs-song-tra').execute(),
    );
    expect((await under('hoasen.example', path)).status).toBe(200);
    expect((await under('hoasen.example', `/media/${picture}.webp`)).status).toBe(200);
    expect((await under('hoasen.example', '/')).text).not.toContain('Bài cũ của Sông Trà');
    expect(await erase(await signInMember(board.url, { ...told, newPassword: OWN }), picture)).toEqual({ erased: 1 });
    expect((await under('hoasen.example', path)).status).toBe(410);
  });
});

it('refuses an address, a name or a place in the tree that is not free', async () => {
  const told = await addSecond();
  const add = (id: string, origin: string, parents: readonly string[], account: string): Promise<string[]> =>
    run(
      ...['add', '--id', id, '--name', 'Trường Ba', '--level', 'school', '--origin', origin],
      ...parents.flatMap((parent) => ['--parent', parent]),
      ...['--member', `${account}|An Ba||head`],
    );
  const free = 'https://ba.example';
  await expect(add('th-hoa-sen', free, [], 'ba')).rejects.toMatchObject({ code: 'unit_taken' });
  await expect(add('ba', THEIRS, [], 'ba')).rejects.toMatchObject({ code: 'unit_address_taken' });
  await expect(add('ba', free, ['nobody'], 'ba')).rejects.toMatchObject({ code: 'unit_parents' });
  await expect(add('ba', free, [], told.account)).rejects.toMatchObject({ code: 'account_taken' });
  expect((await add('ba', free, ['thcs-song-tra', 'th-hoa-sen'], 'ba.head')).join()).toContain('ba.head');
  const three = ['thcs-song-tra', 'th-hoa-sen', 'ba'];
  await expect(add('bon', 'https://bon.example', three, 'bon.head')).rejects.toMatchObject({ code: 'unit_parents' });
});
