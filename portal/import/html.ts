import { parseFragment } from 'parse5';
import {
  asKnownBlock,
  type Block,
  type InlineNode,
  isSafeAddress,
  LIMITS,
  TEXT_FORMAT,
  textOfBlock,
  toLine,
} from '../../shared/content/index.ts';
import { listOf } from './html-list.ts';
import { pictureOf, recordingOf, videoOf } from './html-media.ts';
import { tableOf } from './html-table.ts';
import {
  attribute,
  BOXES,
  DEPTH_LIMIT,
  type Element,
  findAll,
  isTooDeep,
  type Node,
  trimmed,
  UNREAD,
  withoutTags,
  wordsOf,
} from './html-words.ts';
import type { Surroundings } from './surroundings.ts';

const FORMATS: Readonly<Record<string, number>> = {
  ...{ b: TEXT_FORMAT.bold, strong: TEXT_FORMAT.bold, i: TEXT_FORMAT.italic, em: TEXT_FORMAT.italic },
  ...{ s: TEXT_FORMAT.strike, strike: TEXT_FORMAT.strike, del: TEXT_FORMAT.strike, u: TEXT_FORMAT.underline },
  ...{ ins: TEXT_FORMAT.underline, code: TEXT_FORMAT.code, kbd: TEXT_FORMAT.code, tt: TEXT_FORMAT.code },
  ...{ sub: TEXT_FORMAT.sub, sup: TEXT_FORMAT.sup },
};

/** What is no caption of a picture, though it stands in one figure with it. */
const OWN_BLOCKS = ['table', 'ul', 'ol', 'blockquote', 'iframe', 'video', 'audio'] as const;

/**
 * The blocks of a page. Only what the content model knows comes out of it, whatever went in: every element is read by
 * an allow-list, every address checked, and no markup is carried over.
 */
export function blocksOf(html: string, around: Surroundings): Block[] {
  const page = new Page(around);
  if (isTooDeep(html)) {
    around.left('too_deep', '');
    return [{ id: page.nextId(), type: 'paragraph', children: [{ type: 'text', text: withoutTags(html) }] }];
  }
  page.walk(parseFragment(html).childNodes, 0);
  page.endParagraph();
  return page.blocks;
}

/** Reads a page's nodes into blocks. Lists and tables ask it for the words inside them. */
export class Page {
  readonly blocks: Block[] = [];
  readonly around: Surroundings;
  #inline: InlineNode[] = [];
  #lifted: Block[] = [];
  #count = 0;

  constructor(around: Surroundings) {
    this.around = around;
  }

  /** An id that is the same each time the same page is read. */
  nextId(): string {
    this.#count += 1;
    return `w${this.#count}`;
  }

  walk(nodes: readonly Node[], depth: number): void {
    for (const node of nodes) {
      if (!('childNodes' in node)) {
        this.#collect(node, 0, null, depth);
        continue;
      }
      const element = node as Element;
      const name = element.nodeName;
      if (depth > DEPTH_LIMIT) this.#addText(wordsOf([element]), 0, null);
      else if (!this.#takeBlock(element, name, depth)) this.#collect(element, 0, null, depth);
    }
  }

  /** Ends the paragraph that is being collected, with what stood in its midst after it. */
  endParagraph(): void {
    this.#put({ id: this.nextId(), type: 'paragraph', children: trimmed(this.#take()) });
  }

  /** The inline words under nodes; blocks in their midst follow the block that they are of. */
  inlineOf(nodes: readonly Node[], depth: number): InlineNode[] {
    const before = this.#inline;
    this.#inline = [];
    for (const node of nodes) this.#collect(node, 0, null, depth);
    const found = trimmed(this.#inline);
    this.#inline = before;
    return found;
  }

  /** Adds a block if this version can draw it; one past a limit gives its words as a paragraph. */
  add(block: Block): void {
    if (asKnownBlock(block) !== null) this.blocks.push(block);
    else {
      this.around.left('block_over_limit', block.type);
      const text = textOfBlock(block);
      if (text !== '') this.blocks.push({ id: this.nextId(), type: 'paragraph', children: [{ type: 'text', text }] });
    }
    this.blocks.push(...this.#lifted.splice(0));
  }

  #take(): InlineNode[] {
    const inline = this.#inline;
    this.#inline = [];
    return inline;
  }

  #put(block: Block & { readonly children: readonly InlineNode[] }): void {
    if (block.children.length > 0) this.add(block);
    else this.blocks.push(...this.#lifted.splice(0));
  }

  #takeBlock(element: Element, name: string, depth: number): boolean {
    const inner = element.childNodes;
    const heading = /^h([1-6])$/.exec(name)?.[1];
    if (heading !== undefined) {
      this.endParagraph();
      const level = Math.min(4, Math.max(2, Number(heading))) as 2 | 3 | 4;
      this.#put({ id: this.nextId(), type: 'heading', level, children: this.inlineOf(inner, depth + 1) });
      return true;
    }
    switch (name) {
      case 'blockquote':
        this.endParagraph();
        this.#put({ id: this.nextId(), type: 'quote', children: this.inlineOf(inner, depth + 1) });
        return true;
      case 'ul':
      case 'ol': {
        this.endParagraph();
        const list = listOf(this, element, depth);
        if (list !== null) this.add(list);
        return true;
      }
      case 'table': {
        this.endParagraph();
        const table = tableOf(this, element, depth);
        if (table !== null) this.add(table);
        return true;
      }
      case 'hr':
        this.endParagraph();
        this.add({ id: this.nextId(), type: 'rule' });
        return true;
      case 'figure':
      case 'wp-caption':
        return this.#takeFigure(element, depth);
      case 'wp-gallery': {
        this.endParagraph();
        const gallery = this.around.gallery(attribute(element, 'data-ids').split(',').filter(Boolean), this.nextId());
        if (gallery !== null) this.add(gallery);
        this.walk(inner, depth + 1);
        return true;
      }
      case 'wp-embed':
        this.endParagraph();
        this.#addVideo(wordsOf(inner).trim(), '');
        return true;
      case 'iframe':
        this.endParagraph();
        this.#addVideo(attribute(element, 'src'), attribute(element, 'title'));
        return true;
      default:
        if (!BOXES.has(name)) return false;
        this.endParagraph();
        this.walk(inner, depth + 1);
        this.endParagraph();
        return true;
    }
  }

  /** A picture with the words under it, as far as they are a caption. A figure of other things is a box. */
  #takeFigure(element: Element, depth: number): boolean {
    this.endParagraph();
    const [image, ...more] = findAll(element, 'img');
    const words = toLine(wordsOf(element.childNodes));
    const isMore = OWN_BLOCKS.some((name) => findAll(element, name).length > 0);
    if (image === undefined || more.length > 0 || isMore || words.length > LIMITS.captionCharacters) {
      this.walk(element.childNodes, depth + 1);
      this.endParagraph();
      return true;
    }
    const block = pictureOf(this, image, words);
    if (block !== null) this.add(block);
    else if (words !== '')
      this.add({ id: this.nextId(), type: 'paragraph', children: [{ type: 'text', text: words }] });
    return true;
  }

  #addVideo(address: string, title: string): void {
    const video = videoOf(this, address, title);
    if (video !== null) this.add(video);
  }

  #addRecording(element: Element, format: number): void {
    const url = recordingOf(this, element);
    if (url !== null) this.#addText(url, format, url);
  }

  #collect(node: Node, format: number, link: string | null, depth: number): void {
    if ('value' in node) this.#addText(node.value, format, link);
    if ('childNodes' in node) this.#collectElement(node as Element, format, link, depth);
  }

  #collectElement(element: Element, format: number, link: string | null, depth: number): void {
    const name = element.nodeName;
    if (UNREAD.has(name)) {
      this.around.left('dropped_element', name);
      return;
    }
    if (depth > DEPTH_LIMIT) {
      this.#addText(wordsOf(element.childNodes), format, link);
      return;
    }
    const inside = (as: number, to: string | null): void => {
      for (const child of element.childNodes) this.#collect(child, as, to, depth + 1);
    };
    switch (name) {
      case 'br':
        this.#addNode({ type: 'linebreak' }, link);
        break;
      case 'img': {
        const block = pictureOf(this, element, '');
        if (block !== null) this.#lifted.push(block);
        break;
      }
      case 'iframe': {
        const video = videoOf(this, attribute(element, 'src'), attribute(element, 'title'));
        if (video !== null) this.#lifted.push(video);
        break;
      }
      case 'video':
      case 'audio':
        this.#addRecording(element, format);
        break;
      case 'a': {
        const address = this.around.address(attribute(element, 'href'));
        const file = this.around.file(address, toLine(wordsOf(element.childNodes)), this.nextId());
        if (file !== null) this.#lifted.push(file);
        const isGood = isSafeAddress(address) && address.length <= LIMITS.urlCharacters;
        if (address !== '' && !isGood) this.around.left('unsafe_link', address.slice(0, 100));
        inside(format, file === null && isGood ? address : null);
        break;
      }
      default: {
        const isBox = BOXES.has(name) && this.#inline.length > 0;
        if (isBox) this.#addNode({ type: 'linebreak' }, link);
        inside(format | (FORMATS[name] ?? 0), link);
      }
    }
  }

  #addText(value: string, format: number, link: string | null): void {
    const text = value.replace(/[\s\p{Cc}]+/gu, ' ');
    if (text !== '') this.#addNode(format === 0 ? { type: 'text', text } : { type: 'text', text, format }, link);
  }

  #addNode(node: Exclude<InlineNode, { type: 'link' }>, link: string | null): void {
    const last = this.#inline.at(-1);
    if (link === null) this.#inline.push(node);
    else if (last?.type === 'link' && last.url === link) last.children.push(node);
    else this.#inline.push({ type: 'link', url: link, children: [node] });
  }
}
