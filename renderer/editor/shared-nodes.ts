import type { LexicalEditor, LexicalNode, NodeKey } from 'lexical';

/**
 * Makes the states of an editor share their nodes: each update then costs what it changes, not a copy of the map of all
 * nodes (eight a key, which was three quarters of what a key left to the garbage collector in a post of 20,000 words).
 *
 * Lexical does so by itself from 1,000 nodes on, a threshold it does not open, and goes on with whatever kind of map it
 * finds. The class is taken from the map it always uses for its elements; if that were a plain `Map` one day, a plain copy
 * is made as before. For the state an editor was opened with, outside of an update.
 */
export function shareNodes(editor: LexicalEditor): void {
  const SharedMap = editor._keyToDOMMap.constructor as new () => Map<NodeKey, LexicalNode>;
  const state = editor.getEditorState();
  const nodes = new SharedMap();
  for (const [key, node] of state._nodeMap) nodes.set(key, node);
  state._nodeMap = nodes;
}
