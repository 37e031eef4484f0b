import { ClipboardDOMImportExtension } from '@lexical/clipboard';
import { HorizontalRuleExtension } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { DOMImportExtension } from '@lexical/html';
import { LinkExtension } from '@lexical/link';
import { ListExtension, WordListImportExtension } from '@lexical/list';
import { HeadingAnnounceExtension, RichTextExtension } from '@lexical/rich-text';
import { TableExtension } from '@lexical/table';
import {
  $getRoot,
  $isDecoratorNode,
  configExtension,
  defineExtension,
  type EditorThemeClasses,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { asKnownBlock, type Block, isSafeAddress, textOfBlock, textOfBlocks } from '../../shared/content/index.ts';
import { registerBlockIds } from './block-ids.ts';
import { type Redrawn, registerBodyChanges } from './body-changes.ts';
import { CalloutNode } from './callout-node.ts';
import { stateOfBlocks } from './convert.ts';
import { FigureNode } from './figure-node.tsx';
import { FileNode } from './file-node.tsx';
import { GalleryNode } from './gallery-node.tsx';
import type { BodyChange } from './journal.ts';
import { registerListLevels } from './list-levels.ts';
import { registerMarkdownMarks } from './markdown.ts';
import { registerPasteRules, withoutStylingTags } from './paste.ts';
import { shareNodes } from './shared-nodes.ts';
import { registerTableTab } from './table-editing.ts';
import { registerTableRules } from './table-rules.ts';
import { UnknownBlockNode } from './unknown-block-node.tsx';
import { VideoNode } from './video-node.tsx';
import { registerWordUndo } from './word-undo.ts';

export interface BodySettings {
  /** The body to open: durable already. */
  readonly blocks: readonly Block[];
  readonly newId: () => string;
  readonly onChange: (change: BodyChange) => void;
  /**
   * A bug in an update: Lexical has gone back to the state before it, and typing goes on. One in the drawing of a state is not
   * told: Lexical draws all of it anew.
   */
  readonly onBug: (error: Error) => void;
  readonly theme?: EditorThemeClasses;
  /** What a screen reader is told when a block becomes a heading or ceases to be one; `%s` is the level. */
  readonly headingWords?: { readonly created: string; readonly destroyed: string };
}

/** Undo entries kept: each holds a whole (structurally shared) state. */
const UNDO_DEPTH = 300;

/**
 * The body's editor, without a screen: nodes, lists, history, ids, paste, Markdown marks, and the report of changes.
 *
 * @throws when built, if Lexical cannot take the blocks as they are: an editor that opened half a body would journal
 * the half as the whole.
 */
export function bodyExtension({ blocks, newId, onChange, onBug, theme, headingWords }: BodySettings) {
  const opened = new WeakSet<LexicalEditor>();
  const redrawn: Redrawn = { times: 0 };
  return defineExtension({
    name: 'ban-thao/body',
    namespace: 'ban-thao',
    ...(theme && { theme }),
    nodes: () => [FigureNode, GalleryNode, VideoNode, FileNode, CalloutNode, UnknownBlockNode],
    dependencies: [
      headingWords ? configExtension(HeadingAnnounceExtension, headingWords) : HeadingAnnounceExtension,
      RichTextExtension,
      configExtension(HistoryExtension, { maxDepth: UNDO_DEPTH }),
      // Not its strict indent: list-levels.ts does that.
      configExtension(ListExtension, { shouldPreserveNumbering: true }),
      configExtension(LinkExtension, { validateUrl: isSafeAddress }),
      HorizontalRuleExtension,
      configExtension(TableExtension, { hasCellBackgroundColor: false }),
      ClipboardDOMImportExtension,
      WordListImportExtension,
      configExtension(DOMImportExtension, { preprocess: [withoutStylingTags] }),
    ],
    $initialEditorState: JSON.stringify(stateOfBlocks(blocks, newId())),
    onError: (error: Error, editor: LexicalEditor) => {
      if (!opened.has(editor)) throw error;
      // Lexical holds no other state at that moment: the change stands, and all of it is drawn anew.
      if (editor._pendingEditorState !== null) onBug(error);
      redrawn.times += 1;
    },
    register: (editor) =>
      mergeRegister(
        registerBlockIds(editor, newId, redrawn),
        registerTableRules(editor),
        registerTableTab(editor),
        registerListLevels(editor),
        registerPasteRules(editor),
        registerMarkdownMarks(editor),
        registerWordUndo(editor),
      ),
    afterRegistration: (editor) => {
      if (!editor.read(() => $holds(blocks))) throw new Error('the editor did not take the whole body');
      opened.add(editor);
      shareNodes(editor);
      return registerBodyChanges(editor, blocks, newId, onChange, redrawn);
    },
  });
}

const WORDLESS: readonly unknown[] = ['figure', 'rule', 'gallery', 'video', 'file', undefined];

/** Whether the editor has taken all of the blocks: every word, and every block that has none. */
function $holds(blocks: readonly Block[]): boolean {
  const children = $getRoot().getChildren();
  const wordless = blocks.filter((block) => WORDLESS.includes(asKnownBlock(block)?.type));
  if (children.filter($isDecoratorNode).length !== wordless.length) return false;
  const worded = blocks.filter((block) => !wordless.includes(block)).map(withoutCaption);
  const nodes = children.filter((node) => !$isDecoratorNode(node));
  // Nearly always block by block, letter by letter: quickly seen, also in a long text.
  const isSame = worded.every((block, at) => nodes[at]?.getTextContent() === textOfBlock(block));
  return (
    (isSame && nodes.length === worded.length) || isSameButSpace($getRoot().getTextContent(), textOfBlocks(worded))
  );
}

/** A table's caption is no part of Lexical's text. */
function withoutCaption(block: Block): Block {
  const known = asKnownBlock(block);
  if (known?.type !== 'table') return block;
  const { caption: _caption, ...rest } = known;
  return rest;
}

/** Whether two texts differ in white space only; step by step, since both may be long and are the same. */
function isSameButSpace(one: string, other: string): boolean {
  let [at, there] = [0, 0];
  for (;;) {
    while (isSpace(one, at)) at += 1;
    while (isSpace(other, there)) there += 1;
    if (at >= one.length || there >= other.length) return at >= one.length && there >= other.length;
    if (one.charCodeAt(at) !== other.charCodeAt(there)) return false;
    at += 1;
    there += 1;
  }
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code <= 13 && code >= 9) || code === 0xa0 || (code > 0x1fff && /\s/.test(text.charAt(at)));
}
