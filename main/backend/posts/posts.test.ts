import { describe, expect, it } from 'vitest';
import { type Block, newId, type Revision } from '../../../shared/content/index.ts';
import { checksum } from '../store/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import {
  act,
  countPosts,
  createPost,
  type Desk,
  listPosts,
  mint,
  openPost,
  previewPost,
  projectPost,
  readRevision,
  restoreVersion,
  writeDraft,
} from './index.ts';
import { addRevision } from './revisions.ts';
import { startWorking } from './working.ts';

const paragraph = (id: string, text: string): Block => ({
  id,
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const ALL = { filter: 'all', category: null, query: '', offset: 0, limit: 50 } as const;

function type(
  desk: Desk,
  post: string,
  text: string,
  fields: object | null = { title: 'Lễ khai giảng', categories: ['B2'] },
): void {
  writeDraft(desk, { post, fields, order: ['a'], blocks: [paragraph('a', text)] });
}
const titles = (desk: Desk, query = ''): string[] => listPosts(desk, { ...ALL, query }).rows.map((row) => row.title);
const outbox = (desk: Desk): { name: string; words: string }[] =>
  desk.db.prepare<[], { name: string; words: string }>('SELECT name, words FROM mutation ORDER BY place').all();

describe('a portal made anew from a backup', () => {
  it('may give one post the number that another had: both stay in the lists and in the search', () => {
    const { desk } = openTestDesk();
    const accept = desk.db.prepare("UPDATE mutation SET outcome = 'accepted', number = 7 WHERE post = ?");
    for (const title of ['Số bảy cũ', 'Số bảy mới']) {
      const post = createPost(desk);
      type(desk, post, 'cùng một số', { title, categories: ['B2'] });
      mint(desk, post);
      accept.run(post);
      projectPost(desk, post);
    }
    expect(titles(desk).sort()).toEqual(['Số bảy cũ', 'Số bảy mới']);
    expect(titles(desk, 'cùng một số').sort()).toEqual(['Số bảy cũ', 'Số bảy mới']);
  });
});

describe('another person’s post of which everything waits for something that is not here', () => {
  it('is in no list and opens as not being here, not as an empty draft to write in', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'của người khác');
    mint(desk, post);
    const [row] = desk.db.prepare<[], { id: string; words: string }>('SELECT id, words FROM mutation').all();
    const words = JSON.stringify({ ...JSON.parse(row?.words ?? ''), after: [newId()] });
    desk.db
      .prepare("UPDATE mutation SET person = 'person-2', words = ?, sum = ?, device = ?")
      .run(words, checksum(row?.id ?? '', post, words), newId());
    desk.db.prepare("UPDATE revision SET author = 'person-2'").run();
    projectPost(desk, post);
    expect(titles(desk)).toEqual([]);
    expect(() => openPost(desk, post)).toThrow('post_not_found');
  });
});

describe('writing', () => {
  it('is on disk after each step: another connection reads it', () => {
    const { desk, folder } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'Đúng 7 giờ');
    const other = openTestDesk({ folder }).desk;
    expect(openPost(other, post)).toMatchObject({
      mode: 'edit',
      blocks: [paragraph('a', 'Đúng 7 giờ')],
      fields: { title: 'Lễ khai giảng' },
    });
  });

  it('writes only what changed, in the order told, and forgets blocks taken out', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    writeDraft(desk, { post, fields: null, order: ['a', 'b'], blocks: [paragraph('a', '1'), paragraph('b', '2')] });
    writeDraft(desk, { post, fields: null, order: ['b', 'a'], blocks: [] });
    writeDraft(desk, { post, fields: null, order: null, blocks: [paragraph('a', '1 sửa')] });
    expect(openPost(desk, post).blocks).toEqual([paragraph('b', '2'), paragraph('a', '1 sửa')]);
    writeDraft(desk, { post, fields: null, order: ['a'], blocks: [] });
    expect(openPost(desk, post).blocks).toEqual([paragraph('a', '1 sửa')]);
  });

  it('keeps half-composed letters as typed, and makes them NFC when a revision is minted', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'Quảng Ngãi'.normalize('NFD'));
    expect(openPost(desk, post).blocks).toEqual([paragraph('a', 'Quảng Ngãi'.normalize('NFD'))]);
    const id = mint(desk, post) ?? '';
    expect(readRevision(desk.db, id)?.blocks).toEqual([paragraph('a', 'Quảng Ngãi')]);
  });

  it('is refused for a post of somebody else or one under review', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'nội dung');
    act(desk, { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null });
    expect(openPost(desk, post).mode).toBe('read');
    expect(() => type(desk, post, 'chen vào')).toThrow(expect.objectContaining({ code: 'read_only' }));
  });
});

describe('minting a revision', () => {
  it('makes one revision and one mutation in the outbox, signed and in one step', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'một');
    const first = mint(desk, post);
    type(desk, post, 'hai', null);
    const second = mint(desk, post);
    expect(second).not.toBe(first);
    expect(readRevision(desk.db, second ?? '')?.parents).toEqual([first]);
    const [one, two] = outbox(desk).map(({ words }) => JSON.parse(words));
    expect(two).toMatchObject({ name: 'post.save', args: { base: first, revision: second }, after: [one.id], seq: 2 });
  });

  it('mints nothing without a change, whatever was typed and taken back', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'một');
    const first = mint(desk, post);
    type(desk, post, 'một hai', null);
    type(desk, post, 'một', null);
    expect(mint(desk, post)).toBe(first);
    expect(outbox(desk)).toHaveLength(1);
    expect(openPost(desk, post).word).toBe('saved_here');
  });

  it('drops a new post nobody wrote in', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    expect(titles(desk)).toEqual(['']);
    mint(desk, post);
    expect(titles(desk)).toEqual([]);
    expect(outbox(desk)).toEqual([]);
  });

  it('keeps the words when a limit bites', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'x'.repeat(2_000_001));
    expect(() => mint(desk, post)).toThrow(expect.objectContaining({ code: 'limit_size' }));
    expect(openPost(desk, post).blocks[0]).toEqual(paragraph('a', 'x'.repeat(2_000_001)));
  });
});

describe('a post with more pictures than one may have, as two that were pasted together', () => {
  const hashOf = (number: number): string => number.toString(16).padStart(64, '0');
  const write = (desk: Desk, count: number, cover: string | null): string => {
    const post = createPost(desk);
    const hashes = Array.from({ length: count }, (_, number) => hashOf(number));
    const blocks = hashes.map((media): Block => ({ id: media.slice(-6), type: 'figure', media, alt: 'Sân trường' }));
    const put = desk.db.prepare('INSERT INTO media (hash, reference, is_here) VALUES (?, ?, 1)');
    for (const hash of [...hashes, ...(cover === null ? [] : [cover])])
      put.run(hash, JSON.stringify({ hash, name: 'a.jpg', mime: 'image/webp', width: 1, height: 1, bytes: 1 }));
    const fields = { title: 'Kỷ yếu', cover: cover === null ? null : { media: cover, alt: 'Bìa' } };
    writeDraft(desk, { post, fields, order: blocks.map(({ id }) => id), blocks });
    return post;
  };

  it('opens, so that some can be taken out; only handing it on is refused', () => {
    const { desk } = openTestDesk();
    const post = write(desk, 201, null);
    expect(openPost(desk, post).blocks).toHaveLength(201);
    expect(() => mint(desk, post)).toThrow(expect.objectContaining({ code: 'limit_pictures' }));
  });

  it('counts the cover beside those of the text, as the portal does', () => {
    const { desk } = openTestDesk();
    const post = write(desk, 200, 'c'.repeat(64));
    expect(mint(desk, post)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a post with a block of a newer version', () => {
  const picture = {
    hash: 'ab'.repeat(32),
    name: 'anh.webp',
    mime: 'image/webp' as const,
    width: 1,
    height: 1,
    bytes: 1,
  };
  const carousel = { id: 'n', type: 'carousel', pictures: [picture.hash] } as Block;
  const open = () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'Sáng nay');
    const plain = readRevision(desk.db, mint(desk, post) ?? '') as Revision;
    const base = addRevision(desk.db, { ...plain, blocks: [...plain.blocks, carousel], media: [picture] });
    startWorking(desk.db, post, base, desk.now().toISOString());
    return { desk, post, base };
  };

  it('keeps the pictures which that block may show when another place is edited', () => {
    const { desk, post } = open();
    writeDraft(desk, { post, fields: { title: 'Lễ bế giảng' }, order: null, blocks: [] });
    expect(openPost(desk, post).media).toEqual([picture]);
    expect(readRevision(desk.db, mint(desk, post) ?? '')).toMatchObject({ title: 'Lễ bế giảng', media: [picture] });
  });

  it('mints nothing without a change', () => {
    const { desk, post, base } = open();
    expect(mint(desk, post)).toBe(base);
  });

  it('lets a picture go that a block this version knows showed and was removed with, unless the other block names it', () => {
    const { desk, post, base } = open();
    const named = { ...picture, hash: 'c'.repeat(64) };
    const gone = { ...picture, hash: 'd'.repeat(64) };
    const figures = [named, gone].map(({ hash }, at) => ({ id: `f${at}`, type: 'figure', media: hash, alt: 'Ảnh' }));
    const shows = { ...carousel, first: named.hash } as Block;
    const plain = readRevision(desk.db, base) as Revision;
    const media = [picture, named, gone];
    const full = addRevision(desk.db, { ...plain, blocks: [...figures, shows] as Block[], media, parents: [base] });
    mint(desk, post);
    startWorking(desk.db, post, full, desk.now().toISOString());
    writeDraft(desk, { post, fields: null, order: [carousel.id], blocks: [] });
    expect(openPost(desk, post).media).toEqual([picture, named]);
    expect(readRevision(desk.db, mint(desk, post) ?? '')?.media).toEqual([picture, named]);
  });

  it('says that there are too many pictures where the list of them is full, and keeps the words', () => {
    const { desk, post } = open();
    writeDraft(desk, { post, fields: { title: 'Lễ bế giảng' }, order: null, blocks: [] });
    const others = Array.from({ length: 300 }, (_, at) => ({ ...picture, hash: at.toString(16).padStart(64, '0') }));
    expect(() => mint(desk, post, 'drop', others)).toThrow(expect.objectContaining({ code: 'limit_pictures' }));
    expect(openPost(desk, post).fields.title).toBe('Lễ bế giảng');
  });

  it('has them again when it is restored after the block was taken out', () => {
    const { desk, post, base } = open();
    writeDraft(desk, { post, fields: null, order: ['a'], blocks: [paragraph('a', 'Sáng nay')] });
    expect(readRevision(desk.db, mint(desk, post) ?? '')?.media).toEqual([]);
    restoreVersion(desk, post, base, (title) => title);
    expect(openPost(desk, post)).toMatchObject({ blocks: expect.arrayContaining([carousel]), media: [picture] });
  });
});

describe('acting', () => {
  it('says why each action is not possible', () => {
    const { desk } = openTestDesk({ member: { roles: ['author', 'head'] } });
    const post = createPost(desk);
    const codes = () => Object.fromEntries(openPost(desk, post).actions.map(({ name, code }) => [name, code]));
    expect(codes()).toMatchObject({ submit: 'no_title', approve: 'wrong_state', withdraw: 'not_live' });
    type(desk, post, 'nội dung');
    expect(codes()).toMatchObject({ submit: null });
    act(desk, { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null });
    expect(codes()).toMatchObject({ submit: 'nothing_new', recall: null, appraise: 'wrote_it' });
  });

  it('refuses a decision on a revision the person was not looking at', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'nội dung');
    expect(() =>
      act(desk, { post, revision: 'f'.repeat(64), action: 'submit', reason: '', listedReason: null, htmlHash: null }),
    ).toThrow(expect.objectContaining({ code: 'changed_meanwhile' }));
  });

  it('previews the same HTML before and after minting', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'Nội dung <b>');
    const before = previewPost(desk, post, null);
    const id = mint(desk, post);
    expect(previewPost(desk, post, id)).toEqual(before);
    expect(before.html).toContain('<p>Nội dung &lt;b&gt;</p>');
  });
});

describe('the list', () => {
  it('finds Vietnamese words typed without marks, newest first, and by the beginning of the last word', () => {
    const { desk } = openTestDesk();
    for (const title of ['Đường đến trường', 'Tuyển sinh lớp 6', 'Đường sách']) {
      const post = createPost(desk);
      type(desk, post, 'nội dung', { title });
      mint(desk, post);
    }
    expect(titles(desk)).toEqual(['Đường sách', 'Tuyển sinh lớp 6', 'Đường đến trường']);
    expect(titles(desk, 'duong')).toEqual(['Đường sách', 'Đường đến trường']);
    expect(titles(desk, 'tuyen SI')).toEqual([]);
    expect(titles(desk, 'tuyen sinh lop')).toEqual(['Tuyển sinh lớp 6']);
    expect(titles(desk, 'noi dun')).toHaveLength(3);
    expect(titles(desk, '"*()')).toEqual([]);
  });

  it('filters by turn, state and any of a post’s categories', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    type(desk, post, 'nội dung', { title: 'Một', categories: ['B2', 'B7'] });
    expect(countPosts(desk.db)).toMatchObject({ all: 1, mine: 1, draft: 1, in_review: 0, my_turn: 0 });
    expect(listPosts(desk, { ...ALL, category: 'B7' }).total).toBe(1);
    act(desk, { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null });
    expect(countPosts(desk.db)).toMatchObject({ draft: 0, in_review: 1 });
  });
});
