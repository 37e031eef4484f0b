import { buildEditorFromExtensions } from '@lexical/extension';
import { $getRoot, $isElementNode, type LexicalCommand, type LexicalEditor, type LexicalNode } from 'lexical';
import type { Block } from '../../../shared/content/index.ts';
import { bodyExtension } from '../body-extension.ts';
import { blocksOfState, type LexicalJson } from '../convert.ts';
import type { BodyChange } from '../journal.ts';

/** The body's editor in a document without a screen, and a copy of the body kept by its reports alone. */
export interface OpenBody {
  readonly editor: LexicalEditor;
  /** Every change reported so far. */
  readonly changes: BodyChange[];
  /** The body as someone knows it who only hears the changes. */
  heard(): Block[];
  /** The body as the editor holds it. */
  held(): Block[];
  /** Runs an update and commits it. */
  update(run: () => void): void;
  /** Gives a command without a payload, and waits for what it does. */
  command(command: LexicalCommand<void>): void;
  /** The top-level node at that place; for use within {@link update}. */
  $at(index: number): LexicalNode;
  close(): void;
}

export function openBody(blocks: readonly Block[]): OpenBody {
  const changes: BodyChange[] = [];
  const known = new Map(blocks.map((block) => [block.id, block]));
  let order: readonly string[] = blocks.map((block) => block.id);
  let made = 0;
  const editor = buildEditorFromExtensions(
    bodyExtension({
      blocks,
      theme: { tableScrollableWrapper: 'frame' },
      newId: () => `new${made++}`,
      onBug: (error) => {
        throw error;
      },
      onChange: (change) => {
        changes.push(change);
        for (const block of change.blocks) known.set(block.id, block);
        order = change.order ?? order;
      },
    }),
  );
  const root = document.body.appendChild(document.createElement('div'));
  root.contentEditable = 'true';
  editor.setRootElement(root);

  return {
    editor,
    changes,
    heard: () =>
      order.map((id) => {
        const block = known.get(id);
        if (block === undefined) throw new Error(`the order names ${id}, which was never told`);
        return block;
      }),
    held: () =>
      blocksOfState(editor.getEditorState().toJSON() as unknown as { root: LexicalJson }, () => {
        throw new Error('a block without an id');
      }),
    update: (run) => editor.update(run, { discrete: true }),
    command: (command) => {
      editor.dispatchCommand(command, undefined);
      editor.update(() => undefined, { discrete: true });
    },
    $at: (index) => {
      const node = $getRoot().getChildAtIndex(index);
      if (node === null) throw new Error(`no block at ${index}`);
      return node;
    },
    close: () => {
      editor.dispose();
      root.remove();
    },
  };
}

/** Puts the cursor into the text of a block, so many characters from its start. */
export function $placeCursor(block: LexicalNode, offset: number): void {
  if (!$isElementNode(block)) {
    block.selectNext();
    return;
  }
  for (const text of block.getAllTextNodes()) {
    const size = text.getTextContentSize();
    if (offset <= size) {
      text.select(offset, offset);
      return;
    }
  }
  block.selectEnd();
}
