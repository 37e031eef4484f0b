import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { API, siteSettingsReplySchema } from '../shared/sync/index.ts';
import { approveThrough, type Board, paragraph, startBoard } from './testing/index.ts';

/*
 * The portal asks nobody for anything: whatever address somebody writes, it is words. The one connection it opens is to
 * its own PostgreSQL. (What an old site's export names is held in `portal/import/import.test.ts`.)
 */

/** What opens a connection. `node:net` and `node:http` are there for their types and for the server alone. */
const OPENS =
  /\bfetch\(|(?<![\w.])(?:get|request|connect|createConnection)\s*(?:,[^}]*)?\}\s*from 'node:(?:https?|http2|net|tls|dgram)'|from '(?:undici|got|axios|ws|node-fetch|node:dns[^']*|node:dgram|node:http2|node:tls)'|new (?:WebSocket|EventSource)\(/;

let board: Board;
let asked = 0;
const trap = createServer((socket) => {
  asked += 1;
  socket.destroy();
});
let address: string;

beforeAll(async () => {
  await new Promise<void>((done) => trap.listen(0, '127.0.0.1', done));
  const at = trap.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}/anh.jpg`;
  board = await startBoard({ origin: 'https://thcssongtra.example' });
});
afterAll(async () => {
  await board.close();
  trap.close();
});

it('has no code that opens a connection', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing'),
  );
  expect(files.length).toBeGreaterThan(120);
  const opening = files.filter((file) => OPENS.test(readFileSync(join(import.meta.dirname, file), 'utf8')));
  expect(opening).toEqual([]);
  for (const line of [
    "await fetch('http://x')",
    "import { request } from 'node:https'",
    "import { connect } from 'node:net'",
    "import { lookup } from 'node:dns/promises'",
    "import got from 'got'",
  ])
    expect([line, OPENS.test(line)]).toEqual([line, true]);
});

it('asks nobody at an address that a member, a reader or a header names', async () => {
  const [author, reviewer, head] = [
    await board.signIn('author'),
    await board.signIn('reviewer'),
    await board.signIn('head'),
  ];
  const link = { type: 'link', url: address, children: [{ type: 'text', text: address }] } as const;
  const { post } = await author.save({
    ...{ title: address, summary: address, byline: address, note: address, tags: [address.slice(0, 40)] },
    blocks: [
      { id: 'p1', type: 'paragraph', children: [link] },
      { id: 'v1', type: 'video', url: address, title: address },
      paragraph(`<img src="${address}">`),
    ],
  });
  await approveThrough({ author, reviewer, head }, post);
  const { settings } = siteSettingsReplySchema.parse(await (await head.request(API.site)).json());
  const about = { ...settings.about, slogan: address, licence: address, governing: address };
  await head.request(API.site, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base: 0, settings: { ...settings, about } }),
  });
  await board.portal.settled();
  const encoded = encodeURIComponent(address);
  const host = new URL(address).host;
  for (const path of [
    '/',
    `/tim-kiem?q=${encoded}`,
    `/${encoded}`,
    `/media/${encoded}`,
    `/?url=${encoded}`,
    API.info,
    API.openapi,
  ])
    await board.get(path, {
      ...{ 'x-forwarded-host': host, 'x-forwarded-for': host, forwarded: `host=${host}`, referer: address },
      ...{ origin: address, 'x-original-url': address, from: address, via: host },
    });
  await board.portal.publishDue();
  expect(asked).toBe(0);
});
