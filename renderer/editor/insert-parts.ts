import { $generateNodesFromSerializedNodes, $insertGeneratedNodes } from '@lexical/clipboard';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  PASTE_TAG,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { Block, MediaReference } from '../../shared/content/index.ts';
import type { PagePicture, Part } from '../clean/index.ts';
import { $topLevelOf } from './block-kind.ts';
import { nodeOfBlock, UNKNOWN_TYPE } from './convert.ts';
import { type HistoryTag, insertPicture } from './pictures.ts';

/** What so many blocks take is not noticed; more come in slices of as many, between which a key is heard. */
const SLICE = 60;

export interface Inserting {
  readonly onProgress: (done: number, total: number) => void;
  /** Takes in a picture's bytes. Rejects when it cannot be. */
  readonly takePicture: (picture: PagePicture) => Promise<MediaReference>;
  readonly onPictureProblem: (problem: unknown) => void;
  readonly signal: AbortSignal;
  /** Another page went in while this one waited: its last words must not become one with the first of these. */
  readonly hasWaited?: boolean;
}

/**
 * Puts cleaned parts where the cursor is: a few words within the sentence, a page below the paragraph, slice by slice so
 * that typing goes on. All of it is one step to undo. Cut short, by an undo too, it takes out again what it had put in.
 *
 * @returns whether all of it is in
 */
export async function insertParts(
  editor: LexicalEditor,
  parts: readonly Part[],
  inserting: Inserting,
): Promise<boolean> {
  const blocks = parts.flatMap((part) => ('block' in part ? [part.block] : []));
  const isWithin = parts.length === 1 || inserting.hasWaited !== true;
  if (blocks.length === parts.length && parts.length <= SLICE && isWithin) {
    editor.update(
      () => {
        const selection = $getSelection() ?? $getRoot().selectEnd();
        $insertGeneratedNodes(editor, $nodesOf(blocks), selection);
      },
      { discrete: true, tag: PASTE_TAG },
    );
    return true;
  }
  const { signal, onProgress } = inserting;
  const start = startPlace(editor);
  let { place } = start;
  // A step of its own begins with the first change: what was written before must not be taken back with it.
  let tag: HistoryTag = start.isBegun ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG;
  const added: Added = new Map();
  let cursor = cursorOf(editor);
  let isUndone = false;
  const stopListening = editor.registerUpdateListener(({ tags }) => {
    isUndone ||= tags.has(HISTORIC_TAG);
  });
  const isCut = (): boolean => signal.aborted || isUndone;
  for (let at = 0; at < parts.length && !isCut(); ) {
    onProgress(at, parts.length);
    const part = parts[at] as Part;
    if ('picture' in part) {
      at += 1;
      try {
        const media = await inserting.takePicture(part.picture);
        if (isCut()) break;
        place = insertPicture(editor, media, place, part.picture.alt, tag);
        tag = HISTORY_MERGE_TAG;
        note(editor, place, added);
      } catch (problem) {
        inserting.onPictureProblem(problem);
      }
      continue;
    }
    const slice: Block[] = [];
    for (let next = parts[at]; next && 'block' in next && slice.length < SLICE; next = parts[at]) {
      slice.push(next.block);
      at += 1;
    }
    const isWhereItWas = cursorOf(editor) === cursor;
    place = insertSlice(editor, slice, place, added, tag);
    // An empty paragraph that was filled took its cursor along.
    if (isWhereItWas) cursor = cursorOf(editor);
    tag = HISTORY_MERGE_TAG;
    await aMoment();
  }
  stopListening();
  if (isCut()) removeAll(editor, added);
  else if (cursorOf(editor) === cursor) moveBehind(editor, place);
  return !isCut();
}

/** Where the cursor is, to tell whether the person moved it or wrote meanwhile. */
function cursorOf(editor: LexicalEditor): string {
  return editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return '';
    const { anchor, focus } = selection;
    return `${anchor.key} ${anchor.offset} ${focus.key} ${focus.offset}`;
  });
}

/** Moves the cursor to the end of what was put in, as after a short paste: what is pasted next stands below it. */
function moveBehind(editor: LexicalEditor, place: NodeKey | null): void {
  const isAway = editor.getRootElement()?.contains(document.activeElement) !== true;
  editor.update(
    () => {
      const last = place === null ? null : $getNodeByKey(place);
      if ($isElementNode(last)) last.selectEnd();
      else last?.selectNext();
    },
    { discrete: true, tag: isAway ? [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] : HISTORY_MERGE_TAG },
  );
}

/** Takes in the pictures among some parts, below the block at `place`, as one step with what was inserted before. */
export async function insertPictures(
  editor: LexicalEditor,
  parts: readonly Part[],
  place: NodeKey | null,
  { signal, takePicture, onPictureProblem }: Inserting,
): Promise<void> {
  let below = place;
  let tag: HistoryTag = parts.some((part) => 'block' in part) ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG;
  for (const part of parts) {
    if (signal.aborted) return;
    if (!('picture' in part)) continue;
    try {
      const media = await takePicture(part.picture);
      if (signal.aborted) return;
      below = insertPicture(editor, media, below, part.picture.alt, tag);
      tag = HISTORY_MERGE_TAG;
    } catch (problem) {
      onPictureProblem(problem);
    }
  }
}

/**
 * The block to insert below; the one the cursor is in is split there if words follow the cursor. `isBegun`: that was a
 * change already.
 */
function startPlace(editor: LexicalEditor): { readonly place: NodeKey | null; readonly isBegun: boolean } {
  let place: NodeKey | null = null;
  let isBegun = false;
  editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) {
        isBegun = !selection.isCollapsed();
        if (isBegun) selection.removeText();
        const block = $topLevelOf(selection.anchor.getNode());
        const isInside = block?.getType() === 'paragraph' && block.getTextContentSize() > 0 && !isAtEnd(block);
        if (isInside) selection.insertParagraph();
        isBegun ||= isInside;
        const after = $topLevelOf(selection.anchor.getNode());
        place = (isInside ? after?.getPreviousSibling() : after)?.getKey() ?? null;
      } else {
        // A picture or a table's cells are selected.
        place = $topLevelOf(selection?.getNodes().at(-1) ?? null)?.getKey() ?? null;
      }
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return { place, isBegun };
}

function isAtEnd(block: LexicalNode): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$isElementNode(block)) return true;
  const { anchor } = selection;
  const last = block.getLastDescendant();
  if (anchor.getNode().is(last)) return anchor.offset === last?.getTextContentSize();
  return anchor.getNode().is(block) && anchor.offset === block.getChildrenSize();
}

function insertSlice(
  editor: LexicalEditor,
  blocks: readonly Block[],
  place: NodeKey | null,
  added: Added,
  tag: HistoryTag,
): NodeKey | null {
  let end = place;
  editor.update(
    () => {
      let before = place === null ? null : $getNodeByKey(place);
      const isEmpty = $isElementNode(before) && before.isEmpty() && added.size === 0;
      const emptied = isEmpty ? before : null;
      for (const node of $nodesOf(blocks)) {
        if (before?.isAttached()) before.insertAfter(node);
        else $getRoot().append(node);
        before = node;
        added.set(node.getKey(), $said(node));
      }
      emptied?.remove();
      if (before !== null && !$isElementNode(before) && before.getNextSibling() === null)
        before.insertAfter($createParagraphNode());
      end = before?.getKey() ?? null;
    },
    { discrete: true, tag: [tag, SKIP_DOM_SELECTION_TAG] },
  );
  return end;
}

/** Blocks that were put in, each with what it said then. */
type Added = Map<NodeKey, string>;

function note(editor: LexicalEditor, key: NodeKey, added: Added): void {
  editor.read(() => {
    const node = $getNodeByKey(key);
    if (node !== null) added.set(key, $said(node));
  });
}

function $said(node: LexicalNode): string {
  return $isElementNode(node) ? node.getTextContent() : JSON.stringify(node.exportJSON());
}

/** Takes out what was put in, but for what the person has written in meanwhile. */
function removeAll(editor: LexicalEditor, added: Added): void {
  editor.update(
    () => {
      for (const [key, said] of added) {
        const node = $getNodeByKey(key);
        if (node !== null && $said(node) === said) node.remove();
      }
      if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode());
    },
    { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] },
  );
}

/** A block this editor has no place to write in comes as its words: a placeholder could not be worked on. */
function $nodesOf(blocks: readonly Block[]): LexicalNode[] {
  const writable = blocks.flatMap((block) => (nodeOfBlock(block).type === UNKNOWN_TYPE ? rowsOf(block) : [block]));
  return $generateNodesFromSerializedNodes(writable.map((block) => nodeOfBlock(block) as never));
}

function rowsOf(block: Block): Block[] {
  if (block.type !== 'table') return [block];
  const { rows } = block as Extract<Block, { type: 'table'; rows: unknown }>;
  return (rows as { id: string; cells: { children: never[] }[] }[]).map(({ id, cells }) => ({
    id,
    type: 'paragraph',
    children: cells.flatMap(({ children }, at) => [
      ...(at === 0 ? [] : [{ type: 'text' as const, text: ' | ' }]),
      ...children,
    ]),
  }));
}

/** Lets the browser hear keys and draw. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
