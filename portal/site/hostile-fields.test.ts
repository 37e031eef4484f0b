import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Block,
  knownBlockSchema,
  type MediaReference,
  mediaReferenceSchema,
  postPath,
  revisionSchema,
} from '../../shared/content/index.ts';
import { siteSettingsSchema } from '../../shared/site/index.ts';
import { API } from '../../shared/sync/index.ts';
import { changeNoteSchema, MUTATION_ARGS } from '../../shared/workflow/index.ts';
import { wordPressExport } from '../../test/fixtures/wordpress/make.ts';
import { importWordPress } from '../import/index.ts';
import { readIdentity } from '../portal.ts';
import {
  type Board,
  type BoardMember,
  type Draft,
  type Filling,
  HOSTILE,
  HOSTILE_ADDRESSES,
  hostileValue,
  LEFT_OUT,
  makePicture,
  startBoard,
  upload,
} from '../testing/index.ts';
import { activeParts, activePartsOfXml } from '../testing/inert.ts';

/** Words that are written and that no page shows: for the board alone. Whoever makes a page show them takes them off this list. */
const NOT_SHOWN = ['person.name', 'person.title', 'revision.note', 'revision.tags.[]', 'withdraw.explanation'];

const TURNS = HOSTILE.length + HOSTILE_ADDRESSES.length;
const ORIGIN = 'https://thcssongtra.example';
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
let board: Board;
let people: Record<'author' | 'reviewer' | 'head', BoardMember>;
let picture: MediaReference;
let file: Pick<MediaReference, 'hash' | 'bytes' | 'mime'>;
const marks = new Map<string, string>();
/** Fields that took hostile words. */
const filled = new Set<string>();
/** Every page and feed that was read, by its address. */
const read = new Map<string, { status: number; type: string; body: string }>();

/** Letters of its own for each field. */
function markOf(path: string): string {
  const mark = marks.get(path) ?? `zq${(marks.size + 100).toString(36)}z`;
  marks.set(path, mark);
  return mark;
}

let ids = 0;
const nextId = (): string => {
  ids += 1;
  return `b${ids}`;
};
/** What holds a revision, settings or a mutation together; all other texts are hostile. */
function given(path: string): unknown {
  if (/(^|\.)id$/.test(path)) return nextId();
  if (/(^|\.)file\.media$/.test(path)) return file.hash;
  if (/\.media$/.test(path)) return picture.hash;
  // A decorative picture has no description; a table of one cell has no spans.
  if (/\.(decorative|colspan|rowspan|widths)$/.test(path)) return LEFT_OUT;
  return undefined;
}

function filling(name: string, turn: number, fixed: Readonly<Record<string, unknown>>): Filling {
  return {
    turn,
    markOf: (path) => markOf(`${name}.${path}`),
    given: (path) => (path in fixed ? fixed[path] : given(path)),
    onFilled: (path) => void filled.add(`${name}.${path}`),
  };
}

function hostileDraft(turn: number, more: Draft): Draft {
  const blocks = knownBlockSchema.options.map((kind) =>
    hostileValue(kind, filling('block', turn, {}), kind.shape.type.value),
  ) as Block[];
  const sizes = { bytes: file.bytes, mime: file.mime, hash: file.hash };
  const media = mediaReferenceSchema.options.map((kind) =>
    hostileValue(kind, filling('media', turn, 'width' in kind.shape ? { ...picture, name: undefined } : sizes)),
  ) as MediaReference[];
  const fixed = {
    ...{ format: 1, post: LEFT_OUT, unit: LEFT_OUT, kind: 'news', language: 'vi', translates: null, blocks, media },
    ...{ parents: LEFT_OUT, author: LEFT_OUT, device: LEFT_OUT, createdAt: null, categories: ['B3'] },
    ...more,
  };
  const value = hostileValue(revisionSchema, filling('revision', turn, fixed)) as Draft;
  return { ...value, createdAt: '2026-11-20T01:00:00.000Z' };
}

async function accepted(work: Promise<{ outcome: string; code: string }>): Promise<void> {
  const { outcome, code } = await work;
  expect([outcome, code]).toEqual(['accepted', 'ok']);
}

async function publish(draft: Draft, of?: string, submit: Record<string, unknown> = {}): Promise<string> {
  board.clock.time = new Date(board.clock.time.getTime() + 60_000);
  const { post, verdict, revision } = await people.author.save(draft, of);
  await accepted(Promise.resolve(verdict));
  await accepted(people.author.act('post.submit', post, submit));
  await accepted(people.reviewer.act('post.appraise', post));
  await accepted(people.head.act('post.approve', post));
  await look(postPath(post, revision.title));
  return post;
}

/** Reads a page as it is now; what is read later at its address is another page. */
async function look(path: string): Promise<void> {
  read.set(`${path}#${read.size}`, await visit(path));
  read.delete(path);
}

async function setSettings(turn: number): Promise<void> {
  const { version } = (await (await people.head.request(API.site)).json()) as { version: number };
  const fixed = {
    ...{ colour: '#123456', crest: null, menu: [], pins: [] },
    ...{ 'categories.[].code': 'B3', 'categories.[].isHidden': false },
  };
  const settings = hostileValue(siteSettingsSchema, filling('settings', turn, fixed));
  await people.head.request(API.site, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base: version, settings }),
  });
}

async function importHostile(): Promise<void> {
  const path = join(folder, 'export.xml');
  const cdata = (words: string): string => `<![CDATA[${words.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  const items = HOSTILE.map(
    (words, index) => `<item><title>${cdata(`${words} ${index}`)}</title>
<link>https://thcssongtra-cu.example/tan-cong-${index}/</link><dc:creator>${cdata(words)}</dc:creator>
<content:encoded>${cdata(`<p title='${words}'>${words}</p><h2>${words}</h2><blockquote>${words}</blockquote><ul><li>${words}</li></ul>`)}</content:encoded>
<excerpt:encoded>${cdata(words)}</excerpt:encoded><wp:post_id>${500 + index}</wp:post_id>
<wp:post_date>2019-05-12 10:30:00</wp:post_date><wp:post_date_gmt>2019-05-12 03:30:00</wp:post_date_gmt>
<wp:status>publish</wp:status><wp:post_type>${index % 3 === 0 ? 'page' : 'post'}</wp:post_type>
<category domain="category" nicename="x${index}">${cdata(words)}</category>
<category domain="post_tag" nicename="t${index}">${cdata(words)}</category></item>`,
  );
  writeFileSync(path, wordPressExport(items.join('\n')));
  await board.inStore(async (store) => {
    const { identity, unit } = await readIdentity(store, board.folder);
    const parts = { store, folder: board.folder, identity, unit, uploads: folder, told: new Map<string, string>() };
    const by = people.head.member.id;
    const report = await importWordPress({ ...parts, isDryRun: false, file: path, by, now: () => board.clock.time });
    expect(report.posts + report.pages).toBeGreaterThanOrEqual(HOSTILE.length);
  });
}

async function visit(path: string): Promise<{ status: number; type: string; body: string }> {
  const known = read.get(path);
  if (known !== undefined) return known;
  const reply = await board.get(path);
  const page = { status: reply.status, type: reply.headers.get('content-type') ?? '', body: await reply.text() };
  read.set(path, page);
  return page;
}

/** Reads the whole site from these addresses on, by its own links and site maps. */
async function crawl(from: readonly string[]): Promise<void> {
  const waiting = [...from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (read.has(path)) continue;
    const { type, body } = await visit(path);
    const found = type.startsWith('text/html') ? linksOf(parse(body)) : locations(type, body);
    for (const link of found) {
      const url = new URL(link, ORIGIN);
      const isOwn = url.origin === ORIGIN && !url.pathname.startsWith('/media/') && !url.pathname.startsWith('/tep/');
      if (isOwn) waiting.push(url.pathname + url.search);
    }
  }
}

function linksOf(node: DefaultTreeAdapterTypes.Node): string[] {
  const own = 'tagName' in node && ['a', 'link'].includes(node.tagName) ? node.attrs : [];
  const links = own.filter(({ name }) => name === 'href').map(({ value }) => value);
  return [...links, ...('childNodes' in node ? node.childNodes.flatMap(linksOf) : [])];
}

const locations = (type: string, body: string): string[] =>
  type.includes('xml')
    ? [...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, at = '']) => at.replaceAll('&amp;', '&'))
    : [];

beforeAll(async () => {
  board = await startBoard({ origin: ORIGIN });
  people = {
    ...{ author: await board.signIn('author'), reviewer: await board.signIn('reviewer') },
    head: await board.signIn('head'),
  };
  const made = await makePicture('teal', [900, 600]);
  picture = made.reference;
  await upload(people.author, made.bytes, picture.hash);
  const pdf = Buffer.from('%PDF-1.7\n');
  file = { hash: createHash('sha256').update(pdf).digest('hex'), bytes: pdf.length, mime: 'application/pdf' };
  await upload(people.author, pdf, file.hash, file.mime);

  for (let turn = 0; turn < TURNS; turn += 1) {
    const post = await publish(hostileDraft(turn, {}));
    if (turn % 3 === 0) await publish(hostileDraft(turn + 1, { language: 'en', translates: post }));
    if (turn % 3 === 1) await publish(hostileDraft(turn + 1, { kind: 'page', categories: ['B1'] }));
    await setSettings(turn);
    // Every page shows the settings: a few of each turn, before the next turn's.
    for (const path of ['/', '/en', '/lanh-dao-can-bo', '/chuyen-muc/B3', '/khong-co']) await look(path);
    if (turn >= HOSTILE.length) continue;
    const change = hostileValue(changeNoteSchema, filling('change', turn, { isMinor: false }));
    const again = hostileDraft(turn + 2, {});
    await publish(again, post, { change });
    const fixed = {
      ...{ post: LEFT_OUT, revision: LEFT_OUT, rules: LEFT_OUT, checks: LEFT_OUT },
      ...{ replacement: LEFT_OUT, exemption: LEFT_OUT },
    };
    const words = hostileValue(MUTATION_ARGS['post.withdraw'], filling('withdraw', turn, fixed));
    await accepted(people.head.act('post.withdraw', post, words as Record<string, unknown>));
    await look(postPath(post, again.title ?? ''));
  }
  await importHostile();
  await board.inStore(async (store) => {
    const words = (path: string): string => {
      filled.add(path);
      return `${markOf(path)} ${HOSTILE[0]}`;
    };
    await store
      .updateTable('person')
      .set({ name: words('person.name') })
      .execute();
    await store
      .updateTable('membership')
      .set({ title: words('person.title') })
      .execute();
    await store
      .updateTable('unit')
      .set({ name: words('unit.name') })
      .execute();
  });
  await board.portal.settled();
  await crawl([
    '/',
    '/en',
    '/so-do',
    '/luu-tru',
    '/lanh-dao-can-bo',
    '/thu-vien-anh',
    '/tai-lieu',
    '/atom.xml',
    '/sitemap.xml',
  ]);
  for (const words of HOSTILE) {
    const asked = encodeURIComponent(words);
    for (const path of [
      `/tim-kiem?q=${asked}`,
      `/${asked}`,
      `/?trang=${asked}`,
      `/bai-viet/${asked}`,
      `/en?x=${asked}`,
    ])
      await visit(path);
    await visit(`/tim-kiem?q=${encodeURIComponent(markOf('revision.title'))}&trang=${asked}`);
  }
  await visit(`/tim-kiem?q=${encodeURIComponent(markOf('revision.title'))}`);
}, 600_000);
afterAll(async () => {
  await board.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('hostile words in every field that an author, an administrator or an old site can fill', () => {
  it('stay words on every page and in every feed, as a browser reads them', () => {
    const active = [...read].flatMap(([path, { type, body }]) => {
      if (type.startsWith('text/html')) return activeParts(body).map((part) => `${path}: ${part}`);
      return type.includes('xml') ? activePartsOfXml(body).map((part) => `${path}: ${part}`) : [];
    });
    expect(active).toEqual([]);
    expect(read.size).toBeGreaterThan(80);
    expect([...read.values()].filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('are found there: a field that no page shows is named as such, so that none is left out unseen', () => {
    const all = [...read.values()].map(({ body }) => body).join('\n');
    const unseen = [...filled].filter((path) => !all.includes(markOf(path)));
    expect(unseen.sort()).toEqual(NOT_SHOWN);
    expect(filled.size).toBeGreaterThan(40);
  });

  it('would be caught: the reading finds each of them where it is not quoted', () => {
    for (const words of HOSTILE.slice(0, 5)) expect(activeParts(`<p title="${words}">${words}</p>`)).not.toEqual([]);
    for (const address of HOSTILE_ADDRESSES.slice(0, 4))
      expect(activeParts(`<a href='${address}'>x</a>`)).not.toEqual([]);
    expect(activePartsOfXml(`<feed><title>${HOSTILE[2]}</title></feed>`)).not.toEqual([]);
    expect(
      activePartsOfXml('<feed><content type="html">&lt;img src=x onerror=alert(1)&gt;</content></feed>'),
    ).not.toEqual([]);
  });
});
