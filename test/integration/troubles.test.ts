import { readFileSync } from 'node:fs';
import { request as ask, createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createPost, type Desk, mint, openPost, writeDraft } from '../../main/backend/posts/index.ts';
import { type Profile, signIn } from '../../main/backend/profiles/index.ts';
import { type Board, passwordOf, startBoard } from '../../portal/testing/index.ts';
import { textOfBlocks } from '../../shared/content/index.ts';
import { translateCode } from '../../shared/i18n/index.ts';
import { watchDisks } from '../fuzz/world/shortage.ts';
import { testFolder } from './board.ts';

const certificate = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/certificates/${name}`, import.meta.url));

async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

let board: Board;
beforeEach(async () => {
  board = await startBoard();
});
afterEach(() => board.close());

/** What stands before the portal: passes everything on until it is told to answer in the portal's place. */
interface Front {
  readonly listener: RequestListener;
  /** Answers instead of the portal; `null` passes on. Returning `false` passes that one request on. */
  instead: ((...args: Parameters<RequestListener>) => unknown) | null;
}

function makeFront(): Front {
  const front: Front = {
    instead: null,
    listener: (incoming, response) => {
      if (front.instead !== null && front.instead(incoming, response) !== false) return;
      const { method, headers, url } = incoming;
      const outgoing = ask(new URL(url ?? '/', board.url), { method, headers }, (reply) => {
        response.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(response);
      });
      outgoing.on('error', () => response.destroy());
      incoming.pipe(outgoing);
    },
  };
  return front;
}

/** An author's computer that reaches the portal at this address. */
async function computerAt(address: string, network?: () => string): Promise<Profile> {
  const home = testFolder();
  const profile = await signIn(
    {
      ...{ folder: `${home}/data`, witness: home, now: () => new Date(), random: () => 0.5 },
      ...{ tell: () => undefined, titleOfCopy: (title: string) => title, ...(network && { network }) },
      onBug: (error) => {
        throw error;
      },
    },
    { address, account: 'author', password: passwordOf('author') },
  );
  onTestFinished(() => profile.close());
  return profile;
}

async function behindFront(): Promise<{ front: Front; profile: Profile }> {
  const front = makeFront();
  const port = await listen(createServer(front.listener));
  return { front, profile: await computerAt(`http://127.0.0.1:${port}`) };
}

function write(desk: Desk, post: string, text: string): void {
  const blocks = [{ id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];
  writeDraft(desk, { post, fields: { title: 'Bài', categories: ['B2'] }, order: ['a'], blocks });
}

/** Syncs into a trouble, and shows that it has a sentence and that writing goes on meanwhile. */
async function meet({ desk, sync }: Profile, text = 'viết trước khi có chuyện') {
  const post = createPost(desk);
  write(desk, post, text);
  const status = await sync.now();
  const sentence = translateCode('vi', 'error', status.problem ?? '', status.params);
  expect(sentence).not.toContain(translateCode('vi', 'error', 'no such code').slice(0, 20));
  expect(sentence).not.toMatch(/[{}]/);
  write(desk, post, `${text}, và viết tiếp`);
  expect(mint(desk, post)).not.toBeNull();
  expect(textOfBlocks(openPost(desk, post).blocks)).toBe(`${text}, và viết tiếp`);
  return { post, status, sentence };
}

/** A loaded machine's time for what takes a moment. */
const PATIENT = { timeout: 15_000 };

const wellAgain = { state: 'idle', pending: 0, problem: null };

describe('a trouble on the way is known for what it is, said in a sentence, and stops no writing', () => {
  it('a sign-in that has expired', async () => {
    const { profile } = await behindFront();
    board.clock.time = new Date(board.clock.time.getTime() + 400 * 24 * 3_600_000);
    const { status } = await meet(profile);
    expect(status).toMatchObject({ state: 'signed_out', problem: 'signed_out' });
    expect(status.pending).toBeGreaterThan(0);
  });

  it('a sign-in that has expired, on a computer whose disk is full', async () => {
    const disks = watchDisks();
    onTestFinished(() => disks.stop());
    const { profile } = await behindFront();
    board.clock.time = new Date(board.clock.time.getTime() + 400 * 24 * 3_600_000);
    const status = await disks.without(profile.desk.db.name, true, () => profile.sync.now());
    expect(status).toMatchObject({ state: 'signed_out', problem: 'signed_out' });
    expect(profile.connection().token).toBeNull();
    expect((await meet(profile)).status).toMatchObject({ state: 'signed_out', problem: 'signed_out' });
  });

  it('a revoked device', async () => {
    const { profile } = await behindFront();
    const revoked_at = new Date().toISOString();
    const { id } = profile.desk.device;
    await board.inStore((store) => store.updateTable('device').set({ revoked_at }).where('id', '=', id).execute());
    const { status } = await meet(profile);
    expect(status).toMatchObject({ state: 'signed_out', problem: 'device_revoked' });
  });

  it('a full disk of the portal', async () => {
    const { front, profile } = await behindFront();
    // As a portal answers whose disk is full: `portal/sync/sync.test.ts` fills one.
    const problem = { type: 'urn:banthao:problem:disk_full', title: 'disk_full', status: 507, code: 'disk_full' };
    front.instead = (_request, response) => response.writeHead(507).end(JSON.stringify(problem));
    const { status, sentence } = await meet(profile);
    expect(status).toMatchObject({ state: 'failed', problem: 'portal_full' });
    expect(sentence).toContain('127.0.0.1');
    front.instead = null;
    expect(await profile.sync.now()).toMatchObject(wellAgain);
  });

  it('a portal in maintenance, which says when to come back', async () => {
    const { front, profile } = await behindFront();
    profile.sync.start();
    front.instead = (_request, response) =>
      response.writeHead(503, { 'retry-after': '420' }).end('<html>Bảo trì</html>');
    const { status, sentence } = await meet(profile);
    expect(status).toMatchObject({ state: 'failed', problem: 'portal_maintenance', params: { minutes: 7 } });
    expect(sentence).toContain('7 phút');
    const { nextTryAt } = profile.sync.overview();
    expect(Date.parse(nextTryAt ?? '')).toBeGreaterThan(Date.now() + 6.9 * 60_000);
    front.instead = null;
    expect(await profile.sync.now()).toMatchObject(wellAgain);
  });

  it('a captive portal that answers a page with 200, or leads to one', async () => {
    const { front, profile } = await behindFront();
    front.instead = (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Đăng nhập Wi-Fi</html>');
    const { post, status } = await meet(profile);
    expect(status).toMatchObject({ state: 'failed', problem: 'not_a_portal' });
    front.instead = (_request, response) => response.writeHead(302, { location: 'http://192.0.2.1/' }).end();
    expect(await profile.sync.now()).toMatchObject({ problem: 'not_a_portal' });
    expect(openPost(profile.desk, post).word).not.toBe('accepted');
    front.instead = null;
    expect(await profile.sync.now()).toMatchObject(wellAgain);
  });

  it('a proxy that cuts long requests: smaller ones get through by and by', async () => {
    const { front, profile } = await behindFront();
    const sizes: number[] = [];
    front.instead = (request, response) => {
      const length = Number(request.headers['content-length'] ?? 0);
      sizes.push(length);
      if (length < 60_000) return false;
      request.once('data', () => request.socket.destroy());
      return response;
    };
    for (let index = 0; index < 12; index += 1) {
      const post = createPost(profile.desk);
      // Words that hardly pack.
      write(profile.desk, post, Array.from({ length: 3_000 }, () => Math.random().toString(36).slice(2)).join(' '));
    }
    let status = await profile.sync.now();
    expect(status).toMatchObject({ state: 'offline', problem: 'line_cut' });
    for (let tries = 0; tries < 6 && status.state === 'offline'; tries += 1) status = await profile.sync.now();
    expect(status).toMatchObject(wellAgain);
    expect(Math.max(...sizes)).toBeGreaterThan(60_000);
  });

  it('a proxy that says in its own page that it waited too long', async () => {
    const { front, profile } = await behindFront();
    front.instead = (_request, response) => response.writeHead(504).end('<html>Gateway Time-out</html>');
    expect((await meet(profile)).status).toMatchObject({ state: 'offline', problem: 'line_cut' });
  });

  it.each([
    ['has expired', 'expired.pem', 'certificate_expired', true],
    ['was made by nobody known', 'untrusted.pem', 'certificate_untrusted', false],
    ['is for another host', 'other-host.pem', 'certificate_host', true],
  ] as const)('a certificate that %s', async (_, file, code, isTrusted) => {
    const { profile } = await behindFront();
    const front = makeFront();
    const port = await listen(
      createSecureServer({ key: certificate('key.pem'), cert: certificate(file) }, front.listener),
    );
    const before = tls.getCACertificates('default');
    onTestFinished(() => tls.setDefaultCACertificates(before));
    if (isTrusted) tls.setDefaultCACertificates([...before, certificate(file).toString()]);
    let hasArrived = false;
    front.instead = () => {
      hasArrived = true;
    };
    profile.setAddress(`https://localhost:${port}`);
    expect((await meet(profile)).status).toMatchObject({ state: 'failed', problem: code });
    expect(hasArrived).toBe(false);
  });

  it('no trouble at all: a portal on IPv6 only', async () => {
    const port = await listen(createServer(makeFront().listener), '::1');
    const profile = await computerAt(`http://[::1]:${port}`);
    write(profile.desk, createPost(profile.desk), 'qua IPv6');
    expect(await profile.sync.now()).toMatchObject(wellAgain);
  });
});

describe('a sync begins by itself', () => {
  it('soon after a change, and once for a burst of them', async () => {
    const { front, profile } = await behindFront();
    await profile.sync.now();
    let asked = 0;
    front.instead = ({ url }) => {
      if (url === '/api/v1/sync') asked += 1;
      return false;
    };
    profile.sync.start();
    await expect.poll(() => asked, PATIENT).toBe(1);
    await expect.poll(() => profile.sync.status().state, PATIENT).toBe('idle');
    for (let index = 0; index < 5; index += 1) {
      const post = createPost(profile.desk);
      write(profile.desk, post, `bài ${index}`);
      mint(profile.desk, post);
    }
    for (let times = 0; times < 5; times += 1) profile.sync.soon();
    await expect.poll(() => profile.sync.status().pending, PATIENT).toBe(0);
    expect(asked).toBe(2);
  });

  it('when the computer comes into another network, without waiting for the timer', async () => {
    let network = 'a';
    const front = makeFront();
    const port = await listen(createServer(front.listener));
    const profile = await computerAt(`http://127.0.0.1:${port}`, () => network);
    profile.sync.start();
    front.instead = (request) => request.socket.destroy();
    for (let tries = 0; tries < 5; tries += 1) expect((await profile.sync.now()).state).toBe('offline');
    expect(Date.parse(profile.sync.overview().nextTryAt ?? '')).toBeGreaterThan(Date.now() + 30_000);
    front.instead = null;
    network = 'b';
    await expect.poll(() => profile.sync.status().state, PATIENT).toBe('idle');
  });

  it('later and later while it fails, never quite at the same beat', async () => {
    const { front, profile } = await behindFront();
    profile.sync.start();
    front.instead = (request) => request.socket.destroy();
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      await profile.sync.now();
      waits.push(Date.parse(profile.sync.overview().nextTryAt ?? '') - Date.now());
    }
    for (const [index, wait] of waits.slice(1, 6).entries()) expect(wait).toBeGreaterThan((waits[index] ?? 0) * 1.5);
    expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
  });
});
