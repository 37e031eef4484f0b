import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, HISTORY_MERGE_TAG, type LexicalNode, type NodeKey, SKIP_DOM_SELECTION_TAG } from 'lexical';
import { useEffect, useRef, useState } from 'react';

interface Valued<Value> extends LexicalNode {
  getValue(): Value;
  setValue(value: Value): unknown;
}

/**
 * What a block's node says, and how a dialog changes it: from what it says at that moment, for pictures may still be coming
 * into it. Each change goes straight into the body, and so into the journal: closing the dialog, or the power, loses
 * nothing. One visit to the dialog is one step of undo.
 */
export function useNodeValue<Value>(
  nodeKey: NodeKey,
  $is: (node: LexicalNode | null) => node is Valued<Value>,
): readonly [Value | null, ($next: (now: Value) => Value) => void] {
  const [editor] = useLexicalComposerContext();
  const [value, setValue] = useState(() => editor.read(() => $valueOf(nodeKey, $is)));
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const now = editorState.read(() => $valueOf(nodeKey, $is));
        if (now !== null) setValue(now);
      }),
    [editor, nodeKey, $is],
  );
  const hasChanged = useRef(false);
  const change = ($next: (now: Value) => Value): void => {
    // The cursor of the body stays out of it: it would take the focus.
    const tag = hasChanged.current ? [SKIP_DOM_SELECTION_TAG, HISTORY_MERGE_TAG] : SKIP_DOM_SELECTION_TAG;
    hasChanged.current = true;
    editor.update(
      () => {
        const node = $getNodeByKey(nodeKey);
        if ($is(node)) node.setValue($next(node.getValue()));
      },
      { discrete: true, tag },
    );
  };
  return [value, change];
}

function $valueOf<Value>(nodeKey: NodeKey, $is: (node: LexicalNode | null) => node is Valued<Value>): Value | null {
  const node = $getNodeByKey(nodeKey);
  return $is(node) ? node.getValue() : null;
}
