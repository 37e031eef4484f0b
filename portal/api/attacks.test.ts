import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { constants, deflateRawSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../shared/content/index.ts';
import { API, PACKED_DICTIONARY, PACKED_METHODS, PACKED_TYPE, PROTOCOL, WIRE_LIMITS } from '../../shared/sync/index.ts';
import { createPortal, type Portal } from '../index.ts';
import { type Board, type BoardMember, passwordOf, ReplyError, signInMember, startBoard } from '../testing/index.ts';

let board: Board;
let author: BoardMember;
/** A second process on the same folder, which is patient for half a second only. */
let hasty: Portal;
let hastyPort = 0;

beforeAll(async () => {
  board = await startBoard();
  author = await board.signIn('author');
  const { folder, database } = board;
  const patience = { headers: 300, request: 600 };
  hasty = await createPortal({ folder, database, now: () => board.clock.time, patience });
  hastyPort = Number(new URL((await hasty.listen({ host: '127.0.0.1', port: 0 })).url).port);
});
afterAll(async () => {
  await hasty.close();
  await board.close();
});

/** Everything a connection is told until it is closed. */
async function talk(socket: Socket): Promise<string> {
  let told = '';
  socket.on('data', (chunk) => {
    told += String(chunk);
  });
  // `once` would end with an error of the connection before it is closed.
  socket.on('error', () => undefined);
  await new Promise((closed) => socket.once('close', closed));
  return told;
}

/**
 * How the portal cut a connection on which somebody went on sending a byte at a time: with its answer; or with a reset, which
 * the system sends for what comes after the portal closed, and which may throw the answer away before it was read.
 */
async function cutWhileSending(begun: string, byte: string): Promise<string> {
  const socket = connect(hastyPort, '127.0.0.1');
  const told = talk(socket);
  let failure = '';
  socket.on('error', (error: NodeJS.ErrnoException) => {
    failure = error.code ?? String(error);
  });
  socket.write(begun);
  const drip = setInterval(() => socket.write(byte), 50);
  try {
    const answer = await told;
    if (answer !== '') return /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? answer;
    return failure === '' ? 'closed without a word' : failure;
  } finally {
    clearInterval(drip);
  }
}
/** Never a page, never a silent end. */
const CUT = /^(408|ECONNRESET|EPIPE)$/;

/** A raw request: paths as they are written, which `fetch` would tidy up. */
async function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { port } = new URL(board.url);
  const asked = httpRequest({ host: '127.0.0.1', port, path, headers, method: 'GET' });
  asked.end();
  const [reply] = await once(asked, 'response');
  let body = '';
  for await (const chunk of reply) body += String(chunk);
  return { status: reply.statusCode ?? 0, body };
}

async function problem(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (failed: unknown) => failed,
  );
  return error instanceof ReplyError ? `${error.status} ${error.code}` : String(error);
}

describe('a slow request', () => {
  it('is cut whose headers do not end, while others are answered', async () => {
    const cut = cutWhileSending('GET / HTTP/1.1\r\nHost: x\r\nX-A: ', 'a');
    expect((await fetch(`http://127.0.0.1:${hastyPort}/api/v1/health`)).status).toBe(200);
    expect(await cut).toMatch(CUT);
  });

  it('is cut whose body does not end', async () => {
    const headers = `POST ${API.session} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500`;
    expect(await cutWhileSending(`${headers}\r\n\r\n{`, ' ')).toMatch(CUT);
  });

  it('is told so where it has stopped sending: no reset takes the answer away', async () => {
    const socket = connect(hastyPort, '127.0.0.1');
    const told = talk(socket);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-A: ');
    expect(await told).toMatch(/^HTTP\/1\.1 408/);
  });
});

describe('a request that is too large', () => {
  const post = (body: BodyInit, type: string): Promise<Response> =>
    author.request(API.sync, { method: 'POST', headers: { 'content-type': type }, body });

  it('is refused by its length, before its body is read', async () => {
    const { port } = new URL(board.url);
    const socket = connect(Number(port), '127.0.0.1');
    const told = talk(socket);
    socket.write(
      `POST ${API.session} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${WIRE_LIMITS.requestBytes + 1}\r\n\r\n{`,
    );
    socket.once('data', () => socket.end());
    expect(await told).toContain('413');
  });

  it('is refused when it grows past the limit in pieces', async () => {
    const piece = new Uint8Array(1_000_000).fill(0x20);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += piece.length;
        controller.enqueue(piece);
        if (sent > WIRE_LIMITS.requestBytes + piece.length) controller.close();
      },
    });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' as const };
    // The connection may be cut before the sender has heard why.
    const told = await fetch(`${board.url}${API.session}`, init).then(
      (reply) => reply.status,
      () => 413,
    );
    expect(told).toBe(413);
  });

  it('unpacks to no more than a request may be, packed either way', async () => {
    const dictionary = Buffer.from(PACKED_DICTIONARY, 'utf8');
    const huge = Buffer.alloc(200_000_000, 0x20);
    const params = { [constants.ZSTD_c_compressionLevel]: 1 };
    for (const [method, packed] of [
      [PACKED_METHODS.zstd, zstdCompressSync(huge, { dictionary, params })],
      [PACKED_METHODS.deflate, deflateRawSync(huge, { dictionary, level: 1 })],
    ] as const) {
      const bomb = new Uint8Array(Buffer.concat([Buffer.of(method), packed]));
      expect(bomb.length).toBeLessThan(WIRE_LIMITS.requestBytes);
      expect(await problem(post(bomb, PACKED_TYPE))).toBe('413 too_large');
    }
    expect(await problem(post(new Uint8Array([9, 1, 2, 3]), PACKED_TYPE))).toBe('400 bad_request');
  });

  it('holds no text that unpacks past the limit of one', async () => {
    const data = zstdCompressSync(Buffer.alloc(LIMITS.canonicalBytes * 50, 0x20)).toString('base64');
    const id = 'a'.repeat(64);
    const revisions = [{ id, codec: 'zstd', data }];
    const mutation = author.mutate('post.save', { post: crypto.randomUUID(), revision: id, base: null });
    const body = JSON.stringify({ protocol: PROTOCOL, cursor: null, revisions, mutations: [mutation] });
    const reply = (await (await post(body, 'application/json')).json()) as { verdicts: { code: string }[] };
    expect(reply.verdicts.map(({ code }) => code)).toEqual(['bad_revision']);
  });

  it('is refused that nests too deep, and costs nobody their process', async () => {
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
    const body = `{"protocol":${PROTOCOL},"cursor":null,"revisions":[],"mutations":${deep}}`;
    expect(await problem(post(body, 'application/json'))).toBe('400 bad_request');
    const text = Buffer.from(`{"format":1,"blocks":${'['.repeat(5_000)}${']'.repeat(5_000)}}`);
    const revisions = [{ id: 'b'.repeat(64), codec: 'json', data: String(text) }];
    const mutation = author.mutate('post.save', { post: crypto.randomUUID(), revision: 'b'.repeat(64), base: null });
    const sent = JSON.stringify({ protocol: PROTOCOL, cursor: null, revisions, mutations: [mutation] });
    const reply = (await (await post(sent, 'application/json')).json()) as { verdicts: { code: string }[] };
    expect(reply.verdicts.map(({ code }) => code)).toEqual(['bad_revision']);
    expect((await board.get('/')).status).toBe(200);
  });

  it('is taken in no form that HTTP could unpack unseen', async () => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: new Uint8Array([31, 139, 8]),
    };
    expect((await fetch(`${board.url}${API.session}`, init)).status).toBe(400);
  });
});

describe('a path that leads out', () => {
  const SECRET = 'SQLite format 3';
  it.each([
    ...[
      '/../portal.sqlite3',
      '/media/../portal.sqlite3',
      '/media/..%2f..%2fportal.sqlite3',
      '/tep/%2e%2e%2fportal.sqlite3',
    ],
    ...['/media/%252e%252e%252fportal.sqlite3', '/media/..\\..\\portal.sqlite3', '/media/..%5cportal.sqlite3'],
    ...['/assets/../../portal.sqlite3', '/assets/site.css%00', '/media/%00', '/tep/a.pdf%00.webp', '//portal.sqlite3'],
    ...[
      '/bai-viet/..%2f..%2f..%2fportal.sqlite3',
      '/luu-tru/..%2f..%2fportal.sqlite3',
      '/chuyen-muc/..%2fportal.sqlite3',
    ],
    ...['/chuyen-muc/B2/../../../portal.sqlite3', '/site/current/../../portal.sqlite3', '/%c0%ae%c0%ae/portal.sqlite3'],
    ...['/uploads/', '/site/', '/portal.sqlite3', '/.env', '/api/v1/media/..%2f..%2fportal.sqlite3', '/trang/1.html'],
  ])('is not there: %s', async (path) => {
    const { status, body } = await raw(path);
    expect([400, 401, 404]).toContain(status);
    expect(body).not.toContain(SECRET);
    const signedIn = await raw(path, { authorization: `Bearer ${author.token}` });
    expect([400, 404]).toContain(signedIn.status);
    expect(signedIn.body).not.toContain(SECRET);
  });
});

describe('a reader', () => {
  it('is given no cookie, and every page keeps scripts and frames away', async () => {
    for (const path of [
      '/',
      '/tim-kiem?q=x',
      '/khong-co',
      '/bai-viet/x-0123456789ab',
      '/atom.xml',
      '/media/x.webp',
      API.info,
    ]) {
      const reply = await board.get(path, { cookie: 'a=b' });
      expect([path, reply.headers.get('set-cookie')]).toEqual([path, null]);
      expect([path, reply.headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect(reply.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
      expect(reply.headers.get('content-security-policy')).not.toMatch(/unsafe|script-src|\*/);
    }
  });

  it('is told to stay with TLS where there is TLS, by a proxy on this machine alone', async () => {
    const told = async (proto?: string): Promise<string | null> =>
      (await board.get('/', proto === undefined ? {} : { 'x-forwarded-proto': proto })).headers.get(
        'strict-transport-security',
      );
    expect(await told('https')).toMatch(/^max-age=31536000/);
    expect([await told(), await told('http')]).toEqual([null, null]);
  });

  it('finds the words of a search in no title and no header', async () => {
    const marker = 'dau-vet-7f3a"><svg onload=x>';
    const reply = await board.get(`/tim-kiem?q=${encodeURIComponent(marker)}`);
    const page = await reply.text();
    expect(/<title>[^<]*/.exec(page)?.[0]).not.toContain('dau-vet');
    expect(page).not.toContain('<svg onload');
    expect(JSON.stringify([...reply.headers])).not.toContain('dau-vet');
    for (const path of ['/khong-co/dau-vet-7f3a', '/?dau-vet-7f3a=1', '/bai-viet/dau-vet-7f3a'])
      expect(await (await board.get(path)).text()).not.toContain('dau-vet');
  });
});

describe('guessing', () => {
  it('locks nobody out: whoever guesses from elsewhere is stopped, and the owner signs in', async () => {
    const guess = (): Promise<Response> =>
      fetch(`${board.url}${API.session}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.99' },
        body: JSON.stringify({
          ...{ account: 'reviewer', password: 'sai hoàn toàn' },
          device: { id: crypto.randomUUID(), publicKey: author.device.publicKey, name: 'x' },
        }),
      });
    let last = 0;
    for (let count = 0; count < 40 && last !== 429; count += 1) last = (await guess()).status;
    expect(last).toBe(429);
    const owner = await signInMember(board.url, { account: 'reviewer', password: passwordOf('reviewer') });
    expect(owner.member.name).toBe('Phạm Đình Khôi');
  });
});
