import {
  $getRoot,
  $isElementNode,
  $isRootNode,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';
import type { Block } from '../../shared/content/index.ts';
import { $blockIdOf } from './block-id.ts';
import { blockOfNode, type LexicalJson } from './convert.ts';
import type { BodyChange } from './journal.ts';
import { isSameJson } from './same-json.ts';

/** How often a state could not be drawn, and all was drawn anew: what had changed in it is then not said. */
export interface Redrawn {
  times: number;
}

/**
 * Tells after each update which blocks changed and, when blocks came, went or moved, the new order. Only what Lexical
 * marked dirty is read, so a key costs one block however long the post is; undo and redo read all of it.
 *
 * It also runs within a composition: a power cut in mid-word may cost no more than the syllable being composed.
 * Text is told as typed (NFC is made when a revision is minted).
 *
 * What Lexical itself made different on opening (two lists side by side become one) is told with the first change of
 * the person's own: opening a post changes nothing.
 *
 * @param opened the blocks the editor was opened with, which are durable already
 */
export function registerBodyChanges(
  editor: LexicalEditor,
  opened: readonly Block[],
  newId: () => string,
  onChange: (change: BodyChange) => void,
  redrawn: Readonly<Redrawn> = { times: 0 },
): () => void {
  const told = new Map(opened.map((block) => [block.id, block]));
  let toldOrder: readonly string[] = opened.map((block) => block.id);

  const $changed = (nodes: readonly LexicalNode[]): Block[] =>
    nodes.map((node) => blockOfNode($jsonOf(node), newId)).filter((block) => !isSameJson(told.get(block.id), block));

  const first = editor.getEditorState();
  /** What Lexical made different on opening. Looked for with the first change, not while the post is opened. */
  let untold: readonly Block[] | null = opened.length === 0 ? [] : null;

  let seen = redrawn.times;

  return editor.registerUpdateListener((update) => {
    const isRedrawn = redrawn.times !== seen;
    seen = redrawn.times;
    if (!isRedrawn && update.dirtyElements.size === 0 && update.dirtyLeaves.size === 0) return;
    const own = untold ?? first.read(() => $changed($getRoot().getChildren()), { editor });
    const whole = isRedrawn || isWhole(update);
    const { blocks, order } = update.editorState.read(() => {
      const changed = $changed(whole ? $getRoot().getChildren() : dirtyBlocks(update));
      const mayHaveMoved = whole || haveNewPlaces(update) || changed.some(({ id }) => !told.has(id));
      return { blocks: changed, order: mayHaveMoved || own.length > 0 ? $order() : toldOrder };
    });
    const hasMoved = order !== toldOrder && !isSameJson(order, toldOrder);
    untold = own;
    if (blocks.length === 0 && !hasMoved) return;
    untold = [];
    const present = own.length > 0 || hasMoved ? new Set(order) : null;
    const all = [...own.filter(({ id }) => present?.has(id) && !blocks.some((block) => block.id === id)), ...blocks];
    for (const block of all) told.set(block.id, block);
    // A block that is gone is told anew if it comes back: the other side may have let it go.
    if (hasMoved) for (const id of told.keys()) if (present?.has(id) !== true) told.delete(id);
    toldOrder = order;
    onChange({ order: hasMoved ? order : null, blocks: all });
  });
}

function isWhole({ tags, dirtyElements, dirtyLeaves }: UpdateListenerPayload): boolean {
  return tags.has(HISTORIC_TAG) || (dirtyLeaves.size === 0 && dirtyElements.size === 1 && dirtyElements.has('root'));
}

/** The top-level nodes among the dirty ones: Lexical marks all ancestors of a changed node. */
function dirtyBlocks({ dirtyElements, dirtyLeaves, editorState }: UpdateListenerPayload): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  const collect = (key: NodeKey): void => {
    const node = editorState._nodeMap.get(key);
    if (node?.__parent === 'root') nodes.push(node);
  };
  for (const key of dirtyElements.keys()) collect(key);
  for (const key of dirtyLeaves) collect(key);
  return nodes;
}

/**
 * Whether blocks came, went or moved in an update. Each knows its neighbours, so one of those that changed then has
 * another one; Lexical calls the root changed after every key.
 */
function haveNewPlaces({ dirtyElements, dirtyLeaves, editorState, prevEditorState }: UpdateListenerPayload): boolean {
  const [nodes, before] = [editorState._nodeMap, prevEditorState._nodeMap];
  const isElsewhere = (key: NodeKey): boolean => {
    const [node, old] = [nodes.get(key), before.get(key)];
    if (node?.__parent !== 'root' && old?.__parent !== 'root') return false;
    return node?.__parent !== old?.__parent || node?.__next !== old?.__next || node?.__prev !== old?.__prev;
  };
  for (const key of dirtyElements.keys()) if (isElsewhere(key)) return true;
  for (const key of dirtyLeaves) if (isElsewhere(key)) return true;
  // The last of all blocks has no neighbour that would tell.
  const [root, oldRoot] = [nodes.get('root'), before.get('root')];
  return $isRootNode(root) && $isRootNode(oldRoot) && root.__size !== oldRoot.__size;
}

function $order(): string[] {
  return $getRoot()
    .getChildren()
    .map((node) => $blockIdOf(node));
}

/** A node with all that is in it, as JSON. */
export function $jsonOf(node: LexicalNode): LexicalJson {
  const json = node.exportJSON() as LexicalJson;
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($jsonOf) } : json;
}
