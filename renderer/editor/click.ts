import {
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $isDecoratorNode,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
} from 'lexical';

/**
 * A click on a block that is no text selects it as a whole, as the arrow keys do: the browser would leave the cursor in
 * its words, where nothing can be written and no key leads out. Buttons and links in it keep their own click.
 */
export function registerClick(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    CLICK_COMMAND,
    ({ target }) => {
      if (!(target instanceof Element) || target.closest('button, a') !== null) return false;
      const node = $getNearestNodeFromDOMNode(target);
      if (!$isDecoratorNode(node) || node.isInline()) return false;
      const selection = $createNodeSelection();
      selection.add(node.getKey());
      $setSelection(selection);
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
}
