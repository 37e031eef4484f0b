import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { MediaReference } from '../../shared/content/index.ts';
import { API } from '../../shared/sync/index.ts';
import type { Role } from '../../shared/workflow/index.ts';
import { createPortal, initPortal, type Portal } from '../index.ts';
import { openStore, type Store } from '../store/index.ts';
import { NO_DATABASE, newDatabase } from './database.ts';
import { type BoardMember, signInMember } from './member.ts';

/** The fictional board of the tests: an author, a reviewer and a head who both write too, and a second author. */
export const PEOPLE = {
  author: { name: 'Trần Thu Hà', roles: ['author'] },
  other: { name: 'Lê Văn Tám', roles: ['author'] },
  reviewer: { name: 'Phạm Đình Khôi', roles: ['author', 'reviewer'] },
  head: { name: 'Nguyễn Thị Hoài An', roles: ['author', 'head'] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>;
export type PersonKey = keyof typeof PEOPLE;

/** Everybody's password in tests, by account. */
export const passwordOf = (key: PersonKey): string => `mật khẩu của ${key}`;

/** A real portal in a temporary folder on a free loopback port, with a clock that tests may steer. */
export interface Board {
  readonly folder: string;
  /** The address of its PostgreSQL database; `null` on SQLite. */
  readonly database: string | null;
  readonly url: string;
  readonly portal: Portal;
  /** What the portal's clock shows; a test may set it. */
  readonly clock: { time: Date };
  /** The lines of the portal's log, errors only. */
  readonly log: readonly string[];
  /** Signs a person in on a new device; a head also gets an approval key. */
  signIn(key: PersonKey): Promise<BoardMember>;
  /** A public page or file, redirects not followed. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Stops the portal and starts it again on the same folder and port. */
  restart(): Promise<void>;
  /** Stops the portal, works on its store, and starts it again. */
  inStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Makes and starts a portal for a test. Close it, and its folder and its database are gone. `on`: SQLite in any case; `origin`: the site's own address. */
export async function startBoard({ on, origin = '' }: { on?: 'sqlite'; origin?: string } = {}): Promise<Board> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-board-'));
  const own = on === 'sqlite' ? NO_DATABASE : await newDatabase();
  const database = own.address;
  const clock = { time: new Date('2026-11-20T02:00:00.000Z') };
  const now = (): Date => clock.time;
  const log: string[] = [];
  const logger = { level: 'error', stream: { write: (line: string) => void log.push(line) } };
  await initPortal({
    folder,
    database,
    now,
    origin,
    unit: { id: 'thcs-song-tra', name: 'Trường THCS Sông Trà', level: 'school' },
    contact: {
      address: 'Số 00 đường Ven Sông',
      phone: '0255 000 0000',
      email: 'lienhe@thcssongtra.example',
      responsible: 'Nguyễn Thị Hoài An, Hiệu trưởng',
    },
    members: (Object.keys(PEOPLE) as PersonKey[]).map((key) => ({
      ...{ account: key, title: 'Giáo viên', password: passwordOf(key) },
      ...PEOPLE[key],
    })),
  });
  let portal = await createPortal({ folder, database, now, logger });
  const { url } = await portal.listen({ host: '127.0.0.1', port: 0 });

  const start = async (): Promise<void> => {
    portal = await createPortal({ folder, database, now, logger });
    await portal.listen({ host: '127.0.0.1', port: Number(new URL(url).port) });
  };

  return {
    ...{ folder, database, url, clock, log },
    get portal() {
      return portal;
    },
    async signIn(key) {
      const member = await signInMember(url, { account: key, password: passwordOf(key) });
      if (key === 'head') await member.registerKey();
      return member;
    },
    get: (path, headers = {}) => fetch(`${url}${path}`, { redirect: 'manual', headers }),
    async restart() {
      await portal.close();
      await start();
    },
    async inStore(work) {
      await portal.close();
      const store = await openStore(folder, database);
      try {
        return await work(store);
      } finally {
        await store.destroy();
        await start();
      }
    },
    async close() {
      await portal.close();
      await own.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A real WebP of one colour, with its reference. */
export async function makePicture(
  colour: string,
  [width, height] = [64, 48],
): Promise<{ bytes: Buffer; reference: MediaReference }> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: colour } })
    .webp()
    .toBuffer();
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { bytes, reference: { hash, name: 'ảnh.webp', mime: 'image/webp', width, height, bytes: bytes.length } };
}

/** Uploads bytes in two parts under a hash, as a broken line would. */
export async function upload(member: BoardMember, bytes: Buffer, hash: string, type?: string): Promise<void> {
  const tus = { 'tus-resumable': '1.0.0' };
  const created = await member.request(API.uploads, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `hash ${base64(hash)}${type === undefined ? '' : `,type ${base64(type)}`}`,
    },
  });
  const location = created.headers.get('location') ?? '';
  const half = Math.floor(bytes.length / 2);
  for (const [from, to] of [
    [0, half],
    [half, bytes.length],
  ] as const)
    await member.request(location, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(bytes.subarray(from, to)),
    });
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Takes a post from its first save to the head's approval, each step by the person whose turn it is. */
export async function approveThrough(
  { author, reviewer, head }: { author: BoardMember; reviewer: BoardMember; head: BoardMember },
  post: string,
): Promise<void> {
  const acts = [
    () => author.act('post.submit', post),
    () => reviewer.act('post.appraise', post),
    () => head.act('post.approve', post),
  ];
  for (const act of acts) {
    const { outcome, code } = await act();
    if (outcome !== 'accepted') throw new Error(code);
  }
}
