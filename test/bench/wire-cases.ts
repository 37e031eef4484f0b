import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import {
  act,
  createPost,
  listPosts,
  mint,
  previewPost,
  readCanonical,
  writeDraft,
} from '../../main/backend/posts/index.ts';
import { type Profile, signIn } from '../../main/backend/profiles/index.ts';
import { createPortal, initPortal } from '../../portal/index.ts';
import type { MediaReference } from '../../shared/content/index.ts';
import type { CountedLine, Traffic } from './counted-line.ts';
import { seeded, words } from './many-posts.ts';

const now = (): Date => new Date();
const password = 'mật khẩu dài của trường';
const members = [
  { account: 'tacgia', name: 'Trần Thu Hà', title: 'Giáo viên', roles: ['author'] },
  { account: 'thamdinh', name: 'Phạm Đình Khôi', title: 'Phó Trưởng ban', roles: ['author', 'reviewer'] },
  { account: 'truongban', name: 'Nguyễn Thị Hoài An', title: 'Trưởng ban', roles: ['author', 'head'] },
] as const;
const PIN = '135790';
/** 93 bytes of UTF-8, as in issue 6. */
const SENTENCE = ' Sáng thứ Hai, cô tổng phụ trách trao giải cho các em lớp 6 dưới cột cờ.';

/** How often the line is cut while a picture is on its way. */
const CUTS = 5;

/** Over what the cases are run, how large they are, and where their figures go. */
export interface WireCases {
  readonly lay: (portal: string) => Promise<CountedLine>;
  readonly print: (name: string, traffic: Traffic, more?: Readonly<Record<string, number>>) => void;
  /** Posts of the first sync of a new computer. */
  readonly firstPosts: number;
  /** Posts of a large unit, of which a new computer shows a list at once; left out: not measured. */
  readonly manyPosts?: number;
  /** Bytes of the picture that is cut on its way. */
  readonly fileBytes: number;
}

/** What a day's syncs cost on a line, counted between real data folders and a real portal. */
export async function runWireCases({ lay, print, firstPosts, manyPosts, fileBytes }: WireCases): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ban-thao-wire-'));
  const random = seeded(6);
  await initPortal({
    ...{ folder: join(folder, 'portal'), now, members: members.map((member) => ({ ...member, password })) },
    unit: { id: 'thcs-song-tra', name: 'Trường THCS Sông Trà', level: 'school' },
    contact: { address: 'Quảng Ngãi', phone: '0255 000 0000', email: 'a@b.example', responsible: 'Hiệu trưởng' },
  });
  const portal = await createPortal({ folder: join(folder, 'portal'), now });
  const { url } = await portal.listen({ host: '127.0.0.1', port: 0 });
  const line = await lay(url);
  const open: Profile[] = [];

  async function computer(account: (typeof members)[number]['account']): Promise<Profile> {
    const home = mkdtempSync(join(folder, 'home-'));
    const profile = await signIn(
      {
        ...{ folder: join(home, 'data'), witness: home, now, random: () => 0.5, tell: () => undefined },
        titleOfCopy: (title) => title,
        // A backup by the hour may meet the end of a slow run; a sync that went wrong ends it by `settled`.
        onBug: (error, place) => console.error(place, error),
      },
      { address: line.url, account, password },
    );
    open.push(profile);
    return profile;
  }

  try {
    const author = await computer('tacgia');
    const home = await computer('tacgia');
    const long = createPost(author.desk);
    const paragraphs = Array.from({ length: 26 }, () => words(136, random).slice(0, 640));
    write(author, long, paragraphs);
    await settled(author);
    await settled(home);
    // Once before: neither a first connection nor a first head of the log is what a day's work costs.
    write(author, long, [...paragraphs.slice(0, 25), `${paragraphs[25]} Câu mở đầu.`]);
    await settled(author);
    await settled(home);

    write(author, long, [...paragraphs.slice(0, 12), `${paragraphs[12]}${SENTENCE}`, ...paragraphs.slice(13)]);
    print('edit_one_sentence', await line.during(() => settled(author)));
    print('pull_one_sentence', await line.during(() => settled(home)));
    print('no_change', await line.during(() => settled(author)));

    const reviewer = await computer('thamdinh');
    const head = await computer('truongban');
    await head.setPin(PIN);
    head.desk.approvalKey.unlock(PIN);
    act(author.desk, step(long, 'submit', null));
    await settled(author);
    await settled(reviewer);
    const revision = mint(author.desk, long) ?? '';
    act(reviewer.desk, step(long, 'appraise', revision));
    await settled(reviewer);
    await settled(head);
    act(head.desk, step(long, 'approve', revision, previewPost(head.desk, long, revision).htmlHash));
    print('approve', await line.during(() => settled(head)));

    const posts = Array.from({ length: 100 }, () => createPost(author.desk));
    const texts = posts.map(() => Array.from({ length: 5 }, () => words(140, random).slice(0, 640)));
    for (const [index, post] of posts.entries()) write(author, post, texts[index] ?? []);
    await settled(author);
    for (const round of [1, 2])
      for (const [index, post] of posts.entries())
        write(
          author,
          post,
          (texts[index] ?? []).map((text, at) => (at < round ? `${text}${SENTENCE}` : text)),
        );
    print('offline_200_edits', await line.during(() => settled(author)));

    const writer = await computer('thamdinh');
    await settled(writer);
    const bodies: string[] = [];
    for (let index = 0; index < firstPosts; index += 1) {
      const text = Array.from({ length: 5 }, () => words(140, random).slice(0, 600));
      bodies.push(readCanonical(writer.desk.db, write(writer, createPost(writer.desk), text)) ?? '');
    }
    await settled(writer);
    const fresh = await computer('thamdinh');
    const first = await line.during(() => settled(fresh));
    const whole = zstdCompressSync(bodies.join('\n'), { params: { [constants.ZSTD_c_windowLog]: 23 } }).length;
    print(`first_sync_${firstPosts}`, first, { zstd_in_one_bytes: whole, limit_bytes: 1.1 * whole + 200 * firstPosts });

    const { hash, bytes } = picture(fileBytes);
    const reference = { hash, name: 'ảnh.webp', mime: 'image/webp', width: 1_600, height: 1_200, bytes: bytes.length };
    author.shelf.put(reference as MediaReference, bytes);
    const shown = createPost(author.desk);
    const media = { fields: { title: 'Ảnh', cover: { media: hash, alt: 'Sân trường' } }, order: [], blocks: [] };
    writeDraft(author.desk, { post: shown, ...media });
    const sent = await line.during(async () => {
      for (let cut = 1; cut <= CUTS; cut += 1) {
        line.cutAfter(Math.floor(fileBytes / (CUTS + 1)));
        const { state } = await author.sync.now();
        if (state !== 'offline') throw new Error(`cut ${cut} was not noticed: ${state}`);
      }
      await settled(author);
    });
    print(`resume_${fileBytes / 1_000_000}mb_cut_${CUTS}_times`, sent, {
      file_bytes: fileBytes,
      ratio_to_file: Math.round((sent.bytes_up / fileBytes) * 10_000) / 10_000,
    });

    if (manyPosts === undefined) return;
    for (let index = firstPosts; index < manyPosts; index += 1) {
      const text = Array.from({ length: 5 }, () => words(140, random).slice(0, 600));
      write(writer, createPost(writer.desk), text);
    }
    await settled(writer);
    const late = await computer('thamdinh');
    const list = (limit: number) =>
      listPosts(late.desk, { filter: 'all', category: null, query: '', offset: 0, limit });
    const [before, started] = [line.soFar(), performance.now()];
    await late.sync.begin();
    const [usable, usableMs] = [line.soFar(), Math.round(performance.now() - started)];
    if (list(50).rows.length < 50) throw new Error(`only ${list(50).rows.length} posts are in the list at first`);
    await settled(late);
    const all = line.soFar();
    if (list(1).total < manyPosts) throw new Error(`only ${list(1).total} posts came`);
    print(
      `first_sync_${manyPosts}`,
      {
        bytes_up: all.bytes_up - before.bytes_up,
        bytes_down: all.bytes_down - before.bytes_down,
        requests: all.requests - before.requests,
      },
      {
        usable_ms: usableMs,
        usable_bytes_down: usable.bytes_down - before.bytes_down,
        usable_requests: usable.requests - before.requests,
        all_ms: Math.round(performance.now() - started),
      },
    );
  } finally {
    for (const profile of open) await profile.close();
    line.close();
    await portal.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function write({ desk }: Profile, post: string, texts: readonly string[]): string {
  const blocks = texts.map((text, index) => ({
    id: `p${index}`,
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, text }],
  }));
  const fields = { title: texts[0]?.slice(0, 60) ?? '', categories: ['B2'] };
  writeDraft(desk, { post, fields, order: blocks.map(({ id }) => id), blocks });
  return mint(desk, post) ?? '';
}

const step = (
  post: string,
  action: 'submit' | 'appraise' | 'approve',
  revision: string | null,
  htmlHash = null as string | null,
) => ({ post, revision, action, reason: '', listedReason: null, htmlHash }) as const;

async function settled(profile: Profile): Promise<void> {
  const { state, pending, problem } = await profile.sync.now();
  if (state !== 'idle' || pending !== 0) throw new Error(`a sync did not end well: ${state} ${pending} ${problem}`);
}

/** Bytes that count as a picture and cannot be made smaller. */
function picture(length: number): { hash: string; bytes: Buffer } {
  const random = seeded(30);
  const bytes = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE(Math.floor(random() * 2 ** 32), at);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write('WEBPVP8 ', 8, 'latin1');
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes };
}
