import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';

/** Characters of one field that are kept: far more than a post may have; what is past them is left out, and told. */
const FIELD_LIMIT = 1_500_000;
/** Elements inside one another: an export has five. */
const DEPTH_LIMIT = 64;

/** A category of a post, by its short name and as people read it. */
export interface WxrCategory {
  readonly slug: string;
  readonly name: string;
}

/** One item of an export: a post, a page, a file of the library or something else, as `type` says. */
export interface WxrItem {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly isProtected: boolean;
  readonly title: string;
  readonly link: string;
  readonly creator: string;
  readonly content: string;
  readonly excerpt: string;
  /** `2019-05-12 08:30:00`, in UTC and where the site is; empty or zeros when it was not told. */
  readonly dateGmt: string;
  readonly date: string;
  readonly slug: string;
  readonly attachment: string;
  readonly categories: readonly WxrCategory[];
  readonly tags: readonly string[];
  /** Number of the library's file that stands for the post; empty for none. */
  readonly thumbnail: string;
  readonly comments: number;
  readonly isCut: boolean;
}

/** What an export says of itself, before its items. */
export interface WxrHead {
  /** The site's own address, as the export says it. */
  base: string;
  isWxr: boolean;
  /** Display names of authors by their account. */
  readonly authors: Map<string, string>;
  readonly categories: WxrCategory[];
  /** The category above another, by their short names: the old site's addresses name it too. */
  readonly parents: Map<string, string>;
  /** Places where the file is no well-formed XML. */
  faults: number;
}

/**
 * Reads an export of WordPress (WXR) piece by piece, so that its size does not matter. Entities that a file defines
 * itself are not expanded, and nothing that it names is opened.
 *
 * @param head is filled as the file is read.
 * @throws an error of the file system.
 */
export async function* readWxr(path: string, head: WxrHead): AsyncGenerator<WxrItem> {
  const reader = new Reader(head);
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    reader.write(String(chunk));
    yield* reader.taken();
  }
  reader.end();
  yield* reader.taken();
}

export function emptyHead(): WxrHead {
  return { base: '', isWxr: false, authors: new Map(), categories: [], parents: new Map(), faults: 0 };
}

type Fields = Record<string, string>;

class Reader {
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #head: WxrHead;
  #done: WxrItem[] = [];
  readonly #open: string[] = [];
  #depth = 0;
  #text = '';
  #isCut = false;
  #item: Fields | null = null;
  #categories: WxrCategory[] = [];
  #tags: string[] = [];
  #comments = 0;
  #attributes: Readonly<Record<string, string>> = {};
  #meta: Fields = {};

  constructor(head: WxrHead) {
    this.#head = head;
    this.#parser.on('error', () => {
      head.faults += 1;
    });
    this.#parser.on('opentag', ({ name, attributes }) => this.#enter(name, attributes as Record<string, string>));
    this.#parser.on('closetag', ({ name }) => this.#leave(name));
    this.#parser.on('text', (text) => this.#add(text));
    this.#parser.on('cdata', (text) => this.#add(text));
  }

  write(chunk: string): void {
    this.#parser.write(chunk);
  }

  end(): void {
    this.#parser.close();
  }

  taken(): readonly WxrItem[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #add(text: string): void {
    const room = FIELD_LIMIT - this.#text.length;
    if (text.length > room) this.#isCut = true;
    this.#text += text.slice(0, Math.max(0, room));
  }

  #enter(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth <= DEPTH_LIMIT) this.#open.push(name);
    this.#text = '';
    this.#attributes = attributes;
    if (name === 'item') {
      this.#item = {};
      this.#categories = [];
      this.#tags = [];
      this.#comments = 0;
      this.#isCut = false;
      this.#meta = {};
    }
  }

  #leave(name: string): void {
    const text = this.#text;
    this.#text = '';
    if (this.#depth <= DEPTH_LIMIT) this.#open.pop();
    this.#depth -= 1;
    const parent = this.#open.at(-1) ?? '';
    if (this.#item === null) this.#leaveOutside(name, parent, text.trim());
    else if (name === 'item') this.#finish(this.#item);
    else if (name === 'wp:comment') this.#comments += 1;
    else if (parent === 'wp:postmeta') this.#leaveMeta(name, text);
    else if (parent === 'item') this.#leaveField(this.#item, name, text);
  }

  #leaveOutside(name: string, parent: string, text: string): void {
    if (name === 'wp:wxr_version') this.#head.isWxr = true;
    if (name === 'wp:base_blog_url' || (name === 'wp:base_site_url' && this.#head.base === '')) this.#head.base = text;
    if (parent === 'wp:author' || parent === 'wp:category') this.#meta[name] = text;
    if (name === 'wp:author') {
      const { 'wp:author_login': login = '', 'wp:author_display_name': shown = '' } = this.#meta;
      if (login !== '') this.#head.authors.set(login, shown);
      this.#meta = {};
    }
    if (name === 'wp:category') {
      const { 'wp:category_nicename': slug = '', 'wp:cat_name': called = '' } = this.#meta;
      const above = this.#meta['wp:category_parent'] ?? '';
      if (slug !== '') this.#head.categories.push({ slug, name: called });
      if (slug !== '' && above !== '') this.#head.parents.set(slug, above);
      this.#meta = {};
    }
  }

  #leaveMeta(name: string, text: string): void {
    if (name === 'wp:meta_key') this.#meta.key = text;
    if (name === 'wp:meta_value' && this.#meta.key === '_thumbnail_id') this.#meta.thumbnail = text.trim();
  }

  #leaveField(item: Fields, name: string, text: string): void {
    if (name !== 'category') {
      // The first of two stands: nothing later in a file takes the place of what was read.
      item[name] ??= text;
      return;
    }
    const { domain = '', nicename: slug = '' } = this.#attributes;
    if (domain === 'category') this.#categories.push({ slug, name: text.trim() });
    if (domain === 'post_tag') this.#tags.push(text.trim());
  }

  #finish(item: Fields): void {
    const of = (name: string): string => (item[name] ?? '').trim();
    this.#done.push({
      ...{ id: of('wp:post_id'), type: of('wp:post_type'), status: of('wp:status'), slug: of('wp:post_name') },
      ...{ title: of('title'), link: of('link'), creator: of('dc:creator'), attachment: of('wp:attachment_url') },
      content: item['content:encoded'] ?? '',
      excerpt: item['excerpt:encoded'] ?? '',
      ...{ dateGmt: of('wp:post_date_gmt'), date: of('wp:post_date'), isProtected: of('wp:post_password') !== '' },
      ...{ categories: this.#categories, tags: this.#tags, comments: this.#comments, isCut: this.#isCut },
      thumbnail: this.#meta.thumbnail ?? '',
    });
    this.#item = null;
    this.#meta = {};
  }
}
