import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { discard, get, openLine, type StandIn, standInFolder, startStandIn } from './testing/stand-in.ts';

const HASH_HERE = 'a'.repeat(64);
const HASH_GONE = 'b'.repeat(64);

let running: StandIn;
beforeEach(async () => {
  running = await startStandIn();
});
afterEach(async () => {
  running.shell.stop();
  await running.ended;
  discard(running.folder);
});

const isReplyTo = (id: number) => (message: unknown) => (message as { id?: number }).id === id;
const isState = (state: string) => (message: unknown) =>
  (message as { data?: { state?: string } }).data?.state === state;
const own = (): string => new URL(running.shell.entrance).origin;

describe('the entrance', () => {
  it('gives a strict cookie for the token, and leads to the page', async () => {
    const answer = await get(running.shell.entrance);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^banthao-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('opens once: a second use needs the cookie of the first', async () => {
    const { entrance } = running.shell;
    const cookie = await running.enter();
    expect((await get(entrance)).status).toBe(401);
    expect((await get(entrance, { cookie })).status).toBe(303);
  });

  it('refuses a wrong token and leaves the right one good', async () => {
    expect((await running.get('/open?token=guess')).status).toBe(401);
    expect((await running.get('/open')).status).toBe(401);
    expect((await get(running.shell.entrance)).status).toBe(303);
  });
});

describe('pages and pictures', () => {
  it('are for the window alone', async () => {
    for (const path of ['/', '/index.html', `/media/${HASH_HERE}.webp`]) {
      expect((await running.get(path)).status).toBe(401);
      expect((await running.get(path, { cookie: 'banthao-1=x' })).status).toBe(401);
    }
  });

  it('come with a policy that allows no inline script or style and no frame around them', async () => {
    const { status, headers, body } = await running.get('/', { cookie: await running.enter() });
    expect(status).toBe(200);
    expect(body).toContain('<title>window</title>');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('are kept by the browser only where the name carries a hash', async () => {
    const cookie = await running.enter();
    expect((await running.get('/', { cookie })).headers['cache-control']).toBe('no-store');
    expect((await running.get('/assets/index-1a.js', { cookie })).headers['cache-control']).toContain('immutable');
  });

  it('are served from their folder and from the picture store only', async () => {
    const cookie = await running.enter();
    for (const path of ['/../secret.json', '/%2e%2e/secret.json', '/..%5csecret.json', '/assets/%00', '/backend.mjs'])
      expect((await running.get(path, { cookie })).status).toBe(404);
    expect((await running.get(`/media/${HASH_HERE}.webp`, { cookie })).body).toBe('picture');
    expect((await running.get(`/media/${HASH_GONE}.webp`, { cookie })).status).toBe(404);
    expect((await running.get('/media/..%2fa.webp', { cookie })).status).toBe(404);
  });

  it('are refused to another host name, origin or site, and to anything but reading', async () => {
    const cookie = await running.enter();
    const port = new URL(own()).port;
    expect((await running.get('/', { cookie, host: `localhost:${port}` })).status).toBe(400);
    expect((await running.get('/', { cookie, host: `evil.example:${port}` })).status).toBe(400);
    expect((await running.get('/', { cookie, origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await running.get('/', { cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await get(`${own()}/`, { cookie }, 'POST')).status).toBe(405);
    expect((await running.get('/', { cookie, origin: own(), 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

describe('the channel', () => {
  const line = async (cookie: string) => openLine(running.shell.entrance, { cookie, origin: own() });

  it('needs the cookie and this very origin', async () => {
    const cookie = await running.enter();
    await expect(openLine(running.shell.entrance, { origin: own() })).rejects.toThrow('401');
    await expect(openLine(running.shell.entrance, { cookie })).rejects.toThrow('403');
    await expect(openLine(running.shell.entrance, { cookie, origin: 'http://evil.example' })).rejects.toThrow('403');
  });

  it('carries answers to the window that asked, and notices to all', async () => {
    const cookie = await running.enter();
    const [first, second] = [await line(cookie), await line(cookie)];
    first.send({ id: 7, name: 'tell', input: null });
    expect(await first.next(isReplyTo(7))).toMatchObject({ ok: true, output: { name: 'tell' } });
    const isNotice = (message: unknown) => (message as { event?: string }).event === 'profile.changed';
    await Promise.all([first.next(isNotice), second.next(isNotice)]);
    expect(second.received.some(isReplyTo(7))).toBe(false);
  });

  it('fails what a dying backend was asked, says so, and goes on with a new one', async () => {
    const window = await line(await running.enter());
    window.send({ id: 1, name: 'who', input: null });
    const before = (await window.next(isReplyTo(1))) as { output: { pid: number } };
    window.send({ id: 2, name: 'silence', input: null });
    window.send({ id: 3, name: 'die', input: null });
    expect(await window.next(isReplyTo(2))).toMatchObject({ ok: false, code: 'backend_down' });
    // It was told `up` when it connected, too.
    await vi.waitFor(() =>
      expect(window.received.findLastIndex(isState('up'))).toBeGreaterThan(
        window.received.findIndex(isState('restarting')),
      ),
    );
    window.send({ id: 4, name: 'who', input: null });
    const after = (await window.next(isReplyTo(4))) as { output: { pid: number } };
    expect(after.output.pid).not.toBe(before.output.pid);
  });

  it('cuts off a message beyond 64 MB', async () => {
    const cookie = await running.enter();
    const large = await line(cookie);
    large.send({ id: 1, name: 'who', input: 'x'.repeat(65 * 1024 * 1024) });
    expect(await large.closed).toBe(1009);
  });
});

describe('the shell', () => {
  it('starts the sample unit and tells how far it is', async () => {
    const steps: string[] = [];
    expect(await running.shell.startDemo((done, total) => steps.push(`${done}/${total}`))).toBeNull();
    expect(steps).toEqual(['3/30']);
  });

  it('says why there is no sample unit', async () => {
    writeFileSync(join(running.folder, 'home', 'no-demo'), '');
    expect(await running.shell.startDemo(() => {})).toMatchObject({ key: 'error.demo_failed' });
  });

  it('leaves no backend behind when it stops', async () => {
    const window = await openLine(running.shell.entrance, { cookie: await running.enter(), origin: own() });
    window.send({ id: 1, name: 'who', input: null });
    const { output } = (await window.next(isReplyTo(1))) as { output: { pid: number } };
    running.shell.stop();
    expect(await running.ended).toEqual({ code: 0, sentence: null });
    await vi.waitFor(() => expect(() => process.kill(output.pid, 0)).toThrow());
  });

  it('ends with the sentence of a backend that cannot begin', async () => {
    const folder = standInFolder();
    writeFileSync(join(folder, 'home', 'refuse'), '');
    const { ended } = await startStandIn(folder);
    const { code, sentence } = await ended;
    expect(code).toBe(1);
    expect(sentence).toContain('đang được một cửa sổ Bản Thảo khác dùng');
    discard(folder);
  });

  it('says which port is taken, before it starts anything', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const folder = standInFolder();
    await expect(startStandIn(folder, { port })).rejects.toMatchObject({ key: 'shell.port_in_use' });
    other.close();
    discard(folder);
  });

  it('says which data folder cannot be used', async () => {
    const folder = standInFolder();
    rmSync(join(folder, 'home'), { recursive: true });
    writeFileSync(join(folder, 'home'), 'a file stands here');
    await expect(startStandIn(folder)).rejects.toMatchObject({ key: 'error.folder_unwritable' });
    discard(folder);
  });
});
