import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { FILE_TYPES, hashBytes, LIMITS, postPath } from '../../shared/content/index.ts';
import { API } from '../../shared/sync/index.ts';
import { createPortal } from '../index.ts';
import { approveThrough, type Board, type BoardMember, makePicture, startBoard, upload } from '../testing/index.ts';
import { createUploads, mediaFile } from './index.ts';

let board: Board;
let author: BoardMember;

beforeEach(async () => {
  board = await startBoard();
  author = await board.signIn('author');
});
afterEach(() => board.close());

describe('a post with pictures', () => {
  it('waits for them after its approval, and is published when the last one arrives', async () => {
    const [reviewer, head] = [await board.signIn('reviewer'), await board.signIn('head')];
    const [cover, inside] = [await makePicture('crimson'), await makePicture('gold')];
    const figure = { id: 'f', type: 'figure', media: inside.reference.hash, alt: 'Cúp vàng' };
    const { post, revision, id } = await author.save({
      cover: { media: cover.reference.hash, alt: 'Đoàn quân' },
      blocks: [...author.mint('x').revision.blocks, figure],
      media: [cover.reference, inside.reference],
    });
    expect((await author.pull()).wantedMedia).toEqual([cover.reference.hash, inside.reference.hash].sort());
    expect((await reviewer.pull()).wantedMedia).toEqual([]);

    await approveThrough({ author, reviewer, head }, post);
    const path = postPath(post, revision.title);
    expect((await board.get(path)).status).toBe(404);
    await upload(author, cover.bytes, cover.reference.hash);
    expect((await board.get(path)).status).toBe(404);
    expect((await author.pull()).wantedMedia).toEqual([inside.reference.hash]);
    await upload(author, inside.bytes, inside.reference.hash);
    expect((await board.get(path)).status).toBe(200);
    const image = await board.get(`/media/${inside.reference.hash}.webp`);
    expect(Buffer.from(await image.arrayBuffer())).toEqual(inside.bytes);
    expect(image.headers.get('cache-control')).toContain('immutable');

    const reply = await author.pull();
    expect(reply.wantedMedia).toEqual([]);
    expect(author.status(post)).toMatchObject({ state: 'published', live: id });
  });
});

describe('a post with a file to download', () => {
  const bytes = Buffer.from(`%PDF-1.7\n<script>alert(1)</script>${'x'.repeat(9_000)}`);
  const reference = { hash: hashBytes(bytes), name: 'ke-hoach.pdf', mime: FILE_TYPES.pdf.mime, bytes: bytes.length };
  const draft = () => ({
    blocks: [...author.mint('x').revision.blocks, { id: 'f', type: 'file', media: reference.hash }],
    media: [reference],
  });

  it('is published when the file has come, which is saved and never shown', async () => {
    const [reviewer, head] = [await board.signIn('reviewer'), await board.signIn('head')];
    const { post, revision } = await author.save(draft());
    await approveThrough({ author, reviewer, head }, post);
    const path = postPath(post, revision.title);
    expect((await author.pull()).wantedMedia).toEqual([reference.hash]);
    expect((await board.get(path)).status).toBe(404);
    await upload(author, bytes, reference.hash, reference.mime);
    const [address = ''] = /\/tep\/[0-9a-f]{64}\.pdf/.exec(await (await board.get(path)).text()) ?? [];
    const file = await board.get(address);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
    const said = (name: string) => file.headers.get(name);
    expect([said('content-type'), said('content-disposition')]).toEqual(['application/pdf', 'attachment']);
    expect(said('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(said('x-content-type-options')).toBe('nosniff');
    // Under no other name: not as a type it is not, nor as a picture.
    for (const other of [address.replace('.pdf', '.txt'), `/media/${reference.hash}.webp`, '/tep/x.pdf'])
      expect((await board.get(other)).status).toBe(404);
  });

  it('keeps the file from the public until the post is, and from nobody who reviews it', async () => {
    const { post } = await author.save(draft());
    await upload(author, bytes, reference.hash, reference.mime);
    expect((await board.get(`/tep/${reference.hash}.pdf`)).status).toBe(404);
    const mine = await author.request(`${API.media}/${reference.hash}`);
    expect(mine.headers.get('content-type')).toBe('application/octet-stream');
    expect(post).toBeTruthy();
  });

  it('takes no file that is not what its type says, and no type that is not ours', async () => {
    const program = Buffer.from('MZ\x90\0 this program cannot be run in DOS mode');
    const sent = (type: string) => upload(author, program, hashBytes(program), type);
    await expect(sent(FILE_TYPES.pdf.mime)).rejects.toMatchObject({ code: 'bad_request' });
    await expect(sent('text/html')).rejects.toMatchObject({ code: 'bad_request' });
    await expect(upload(author, bytes, reference.hash)).rejects.toMatchObject({ code: 'bad_request' });
    expect(readdirSync(join(board.folder, 'uploads'))).toEqual([]);
  });
});

describe('an upload', () => {
  it('is kept under its hash, and leaves nothing half-done behind', async () => {
    const { bytes, reference } = await makePicture('navy');
    await upload(author, bytes, reference.hash);
    await upload(author, bytes, reference.hash);
    expect(existsSync(mediaFile(board.folder, reference.hash))).toBe(true);
    expect(readdirSync(join(board.folder, 'uploads'))).toEqual([]);
  });

  it('works with the client library the program uses', async () => {
    const { bytes, reference } = await makePicture('olive');
    await new Promise<void>((resolve, reject) => {
      new Upload(bytes, {
        endpoint: `${board.url}${API.uploads}`,
        headers: { authorization: `Bearer ${author.token}` },
        metadata: { hash: reference.hash },
        chunkSize: 64,
        retryDelays: null,
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
    expect(existsSync(mediaFile(board.folder, reference.hash))).toBe(true);
  });

  it('is thrown away when its bytes are not what its hash says', async () => {
    const { bytes, reference } = await makePicture('plum');
    const damaged = Buffer.from(bytes);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    const refused = { status: 422, code: 'hash_mismatch' };
    await expect(upload(author, damaged, reference.hash)).rejects.toMatchObject(refused);
    expect(readdirSync(join(board.folder, 'uploads'))).toEqual([]);
    expect(existsSync(mediaFile(board.folder, reference.hash))).toBe(false);
  });

  it('must be a WebP whatever it calls itself, name a hash, and be within the limit', async () => {
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await expect(upload(author, script, hashBytes(script))).rejects.toMatchObject({ code: 'bad_request' });
    await expect(upload(author, script, '../../etc/passwd')).rejects.toMatchObject({ code: 'bad_request' });
    const tus = { 'tus-resumable': '1.0.0', 'upload-length': String(LIMITS.fileBytes + 1) };
    await expect(author.request(API.uploads, { method: 'POST', headers: tus })).rejects.toMatchObject({
      status: 413,
      code: 'too_large',
    });
  });

  it('does not unpack to more than a picture may have, however few bytes it is', async () => {
    const { bytes } = await makePicture('teal');
    // Width and height of a lossy WebP, 14 bits each, after its start code.
    expect(bytes.subarray(23, 26)).toEqual(Buffer.from([0x9d, 0x01, 0x2a]));
    for (const place of [26, 28]) bytes.writeUInt16LE(16_383, place);
    const refused = { status: 413, code: 'too_large' };
    await expect(upload(author, bytes, hashBytes(bytes))).rejects.toMatchObject(refused);
    expect(readdirSync(join(board.folder, 'uploads'))).toEqual([]);
  });

  it('is kept as it was looked at, whatever another process still writes into it', async () => {
    const { folder, database, clock } = board;
    const second = await createPortal({ folder, database, now: () => clock.time });
    onTestFinished(() => second.close());
    const { port } = new URL((await second.listen({ host: '127.0.0.1', port: 0 })).url);
    const { bytes, reference } = await makePicture('maroon');
    const begun = await author.request(API.uploads, {
      method: 'POST',
      headers: {
        ...{ 'tus-resumable': '1.0.0', 'upload-length': String(bytes.length) },
        'upload-metadata': `hash ${Buffer.from(reference.hash).toString('base64')}`,
      },
    });
    const location = begun.headers.get('location') ?? '';
    const headers = {
      ...{ 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    };
    const slow = httpRequest({
      ...{ host: '127.0.0.1', port, path: location, method: 'PATCH' },
      headers: { ...headers, authorization: `Bearer ${author.token}`, 'content-length': bytes.length },
    });
    const ended = once(slow, 'response');
    slow.write(bytes.subarray(0, 10));
    const path = join(folder, 'uploads', location.split('/').at(-1) ?? '');
    await vi.waitFor(() => expect(statSync(path).size).toBe(10), { timeout: 20_000 });
    const rest = { method: 'PATCH', headers: { ...headers, 'upload-offset': '10' } };
    await author.request(location, { ...rest, body: new Uint8Array(bytes.subarray(10)) });
    slow.end(Buffer.alloc(bytes.length - 10, 'x'));
    await ended;
    const kept = readFileSync(mediaFile(folder, reference.hash));
    expect(hashBytes(kept)).toBe(reference.hash);
  });

  it('belongs to who began it', async () => {
    const headers = { 'tus-resumable': '1.0.0' };
    const begun = await author.request(API.uploads, {
      method: 'POST',
      headers: {
        ...headers,
        'upload-length': '10',
        'upload-metadata': `hash ${Buffer.from('a'.repeat(64)).toString('base64')}`,
      },
    });
    const location = begun.headers.get('location') ?? '';
    const other = await board.signIn('other');
    for (const method of ['HEAD', 'DELETE'])
      await expect(other.request(location, { method, headers })).rejects.toMatchObject({ status: 404 });
    expect((await author.request(location, { method: 'HEAD', headers })).headers.get('upload-offset')).toBe('0');
  });
});

it('does not end the portal when the folder of uploads goes while it starts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-uploads-'));
  const now = (): Date => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    return board.clock.time;
  };
  const thrown: unknown[] = [];
  const note = (error: unknown): void => void thrown.push(error);
  process.on('uncaughtException', note);
  await createUploads({
    folder,
    now,
    isRefused: async () => false,
    spend: async () => true,
    arrived: async () => {},
    report: note,
  });
  // What the store would do unwatched was begun before this, in the same queue.
  await expect(mkdir(join(folder, 'uploads'), { recursive: true })).rejects.toMatchObject({ code: 'ENOTDIR' });
  await stat(folder);
  process.off('uncaughtException', note);
  expect(thrown).toEqual([]);
  rmSync(folder);
});

it('does not start where uploads cannot be kept, and says so to whoever starts it', async () => {
  await board.portal.close();
  rmSync(join(board.folder, 'uploads'), { recursive: true });
  writeFileSync(join(board.folder, 'uploads'), '');
  await expect(board.restart()).rejects.toMatchObject({ code: 'EEXIST' });
  rmSync(join(board.folder, 'uploads'));
  await board.restart();
});
