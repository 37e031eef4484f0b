import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, HISTORY_MERGE_TAG, type LexicalNode, type NodeKey, SKIP_DOM_SELECTION_TAG } from 'lexical';
import { useRef, useState } from 'react';

interface Valued<Value> extends LexicalNode {
  getValue(): Value;
  setValue(value: Value): unknown;
}

/**
 * What a block's node says, and how a dialog changes it. Each change goes straight into the body, and so into the
 * journal: closing the dialog, or the power, loses nothing. One visit to the dialog is one step of undo.
 */
export function useNodeValue<Value>(
  nodeKey: NodeKey,
  $is: (node: LexicalNode | null) => node is Valued<Value>,
): readonly [Value | null, (next: Value) => void] {
  const [editor] = useLexicalComposerContext();
  const [value, setValue] = useState(() =>
    editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return $is(node) ? node.getValue() : null;
    }),
  );
  const hasChanged = useRef(false);
  const change = (next: Value): void => {
    setValue(next);
    // The cursor of the body stays out of it: it would take the focus.
    const tag = hasChanged.current ? [SKIP_DOM_SELECTION_TAG, HISTORY_MERGE_TAG] : SKIP_DOM_SELECTION_TAG;
    hasChanged.current = true;
    editor.update(
      () => {
        const node = $getNodeByKey(nodeKey);
        if ($is(node)) node.setValue(next);
      },
      { discrete: true, tag },
    );
  };
  return [value, change];
}
