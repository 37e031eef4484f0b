import { type InlineNode, type TextNode, toNfc } from '../../shared/content/index.ts';
import { fromLegacy, fromSymbols } from '../../shared/vietnamese/index.ts';
import type { Ledger } from './changes.ts';
import type { Look } from './look.ts';

/** Words being collected for one block. */
export interface Run {
  text(raw: string, look: Look): void;
  lineBreak(): void;
  /** What comes next stands apart: two words are not one, however close they are in the page. */
  apart(): void;
  /** What was collected, without white space or breaks at its ends; and starts afresh. */
  take(): InlineNode[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f\u200b\u2060\ufeff]/g;
/** The ends of lines of other programs, a space where lines do not count. */
const LINE_ENDS = /[\v\f\u0085\u2028\u2029]/g;

const [ENDS_IN_WORD, BEGINS_WITH_WORD] = [/[\p{L}\p{M}\p{N}]$/u, /^[\p{L}\p{N}]/u];

/** @param isOld the page seems to be in TCVN3 and no font says so: its ư, which is the soft hyphen elsewhere, stays. */
export function startRun(ledger: Ledger, isOld: boolean): Run {
  let nodes: InlineNode[] = [];
  let isApart = false;
  const last = (): TextNode | undefined => {
    const node = nodes.at(-1);
    const inner = node?.type === 'link' ? node.children.at(-1) : node;
    return inner?.type === 'text' ? inner : undefined;
  };
  const append = (text: string, { format, link }: Look): void => {
    const node: TextNode = { type: 'text', text, ...(format === 0 ? {} : { format }) };
    const previous = nodes.at(-1);
    if (link === null) joinText(nodes, node);
    else if (previous?.type === 'link' && previous.url === link) joinText(previous.children, node);
    else nodes.push({ type: 'link', url: link, children: [node] });
  };
  const run: Run = {
    text: (raw, look) => {
      const unicode = inUnicode(raw, look, ledger, isOld);
      if (look.isPreformatted) {
        for (const [index, line] of unicode.split('\n').entries()) {
          if (index > 0) run.lineBreak();
          if (line !== '') append(line, look);
        }
        return;
      }
      if (look.keepsLines && unicode.includes('\n')) {
        for (const [index, line] of unicode.split('\n').entries()) {
          if (index > 0) run.lineBreak();
          run.text(line, { ...look, keepsLines: false });
        }
        return;
      }
      const before = last();
      const isAfterSpace = before === undefined || before.text.endsWith(' ') || nodes.at(-1)?.type === 'linebreak';
      const text = unicode.replace(/\s+/g, ' ');
      const kept = isAfterSpace ? text.replace(/^ /, '') : text;
      if (kept === '') return;
      const isGlued = isApart && !isAfterSpace && ENDS_IN_WORD.test(before.text) && BEGINS_WITH_WORD.test(kept);
      isApart = false;
      append(isGlued ? ` ${kept}` : kept, look);
    },
    apart: () => {
      isApart = true;
    },
    lineBreak: () => {
      nodes.push({ type: 'linebreak' });
    },
    take: () => {
      const taken = trimmed(nodes);
      nodes = [];
      isApart = false;
      return taken;
    },
  };
  return run;
}

/** In NFC, out of an old encoding. The soft hyphen is a letter there, and nothing to be seen elsewhere. */
export function inUnicode(raw: string, { encoding, symbols }: Look, ledger: Ledger, isOld: boolean): string {
  const seen = raw.replace(UNSEEN, '').replace(LINE_ENDS, '\n');
  if (symbols !== null) return toNfc(fromSymbols(seen, symbols));
  if (encoding === null) {
    const composed = toNfc(seen);
    if (composed !== seen.replace(/\r\n?/g, '\n')) ledger.note('composed');
    return isOld ? composed : composed.replace(/\u00ad/g, '');
  }
  const converted = toNfc(fromLegacy(seen, encoding));
  if (converted !== seen) ledger.note('legacy', seen.replace(/\s+/g, ' '), converted.replace(/\s+/g, ' '));
  return converted;
}

function joinText(nodes: InlineNode[], node: TextNode): void {
  const previous = nodes.at(-1);
  if (previous?.type === 'text' && previous.format === node.format) {
    // What was composed across two spans is one letter.
    nodes[nodes.length - 1] = { ...previous, text: toNfc(previous.text + node.text) };
  } else nodes.push(node);
}

function trimmed(all: readonly InlineNode[]): InlineNode[] {
  const nodes = [...all];
  for (let end = nodes.at(-1); end !== undefined; end = nodes.at(-1)) {
    if (end.type === 'linebreak') nodes.pop();
    else if (end.type === 'link') {
      const children = trimmed(end.children) as typeof end.children;
      if (children.length > 0) {
        nodes[nodes.length - 1] = { ...end, children };
        break;
      }
      nodes.pop();
    } else {
      const text = end.text.replace(/ +$/, '');
      nodes.pop();
      if (text !== '') {
        nodes.push({ ...end, text });
        break;
      }
    }
  }
  while (nodes[0]?.type === 'linebreak') nodes.shift();
  return nodes;
}
