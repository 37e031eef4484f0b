import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension, type HistoryStateEntry } from '@lexical/history';
import {
  $addUpdateTag,
  $getSelection,
  $hasUpdateTag,
  $isRangeSelection,
  $isTextNode,
  type BaseSelection,
  CUT_TAG,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  PASTE_TAG,
  TextNode,
} from 'lexical';
import { foldForSearch } from '../../shared/vietnamese/index.ts';

/** An input method takes letters away and gives them anew at once; a person who does so takes longer. */
const AT_ONCE_MS = 150;
/** So long the same letters with other marks still count as the method's, on a computer that lags behind. */
const RETYPE_MS = 1_000;
/** Updates that are no typing. */
const FOREIGN_TAGS = [PASTE_TAG, CUT_TAG, HISTORIC_TAG];

/** The word being written: from `start` in the text of `key`, the cursor after the last letter at `caret`. */
interface Word {
  /** `null` when all of its text was taken away, and the node with it. */
  readonly key: NodeKey | null;
  readonly start: number;
  readonly caret: number;
  readonly taken: Taken | null;
}

/** Letters were taken away: what stood there before, when the last went, and the newest step from before that. */
interface Taken {
  readonly words: string;
  readonly at: number;
  readonly step: HistoryStateEntry | undefined;
  /** The word stood there and was not being written: the newest step from before is another word's. */
  readonly isOld: boolean;
}

/** What one update did to the text of a node at the cursor: `gone` stood at `from`, and `came` stands there now. */
interface Keyed {
  readonly key: NodeKey;
  readonly before: string;
  readonly after: string;
  readonly from: number;
  readonly gone: string;
  readonly came: string;
}

/** What a key is for the history: a step of its own, more of the last step, or the end of a retyping. */
type Verdict = 'push' | 'merge' | 'retyped';

/**
 * Makes undo go by words. A word and the space after it are one step however slowly they are typed, and so they are when
 * an input method (UniKey, EVKey, OpenKey) takes letters away and gives them again with marks: Lexical by itself begins a
 * step at each change of direction, and undo would stop at half a letter. Words taken away with Backspace are steps too.
 */
export function registerWordUndo(editor: LexicalEditor): () => void {
  let word: Word | null = null;
  /** The update being judged is known by the state it changes: transforms may run several times in one. */
  let judged: { readonly state: EditorState; readonly word: Word | null } | null = null;
  const history = () => getExtensionDependencyFromEditor(editor, HistoryExtension).output.historyState.peek();

  const $judge = (node: TextNode): void => {
    if (editor.isComposing() || FOREIGN_TAGS.some($hasUpdateTag)) return;
    const state = editor.getEditorState();
    if (judged?.state !== state && $hasUpdateTag(HISTORY_MERGE_TAG)) return;
    const keyed = $keyed(node, state);
    if (keyed === null) return;
    const before = judged?.state === state ? judged.word : word;
    judged = { state, word: before };
    const { undoStack } = history();
    const { verdict, ...next } = judge(before, keyed, performance.now(), undoStack.at(-1));
    word = next.word;
    $addUpdateTag(verdict === 'push' ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG);
    // The steps that the taking away made: the letters are there again. Of an old word the first leads back to it.
    const { step = undefined, isOld = false } = before?.taken ?? {};
    const last = step === undefined ? -1 : undoStack.indexOf(step);
    if (verdict === 'retyped' && last >= 0) undoStack.splice(last + (isOld ? 2 : 1));
  };

  return mergeRegister(
    editor.registerNodeTransform(TextNode, $judge),
    editor.registerUpdateListener(({ prevEditorState, editorState, dirtyElements, dirtyLeaves, tags }) => {
      const isKeyed = judged?.state === prevEditorState && !tags.has(HISTORIC_TAG);
      judged = null;
      if (isKeyed || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
      const words = tags.has(HISTORIC_TAG) ? null : emptied(word, prevEditorState, editorState);
      const step = history().undoStack.at(-2);
      const taken = words === null ? null : { words, at: performance.now(), step, isOld: false };
      word =
        taken === null
          ? null
          : { key: null, start: 0, caret: 0, taken: word?.taken ? { ...word.taken, at: performance.now() } : taken };
    }),
  );
}

/** The text of the node that the word was all of, when an update took the last of it away; else `null`. */
function emptied(word: Word | null, before: EditorState, after: EditorState): string | null {
  if (word === null || word.key === null || word.start > 0 || after._nodeMap.has(word.key)) return null;
  const old = before._nodeMap.get(word.key);
  return $isTextNode(old) && old.__text.length === word.caret ? old.__text : null;
}

/** What the keys of one update did to a node, or `null` where it was no typing at a cursor. */
function $keyed(node: TextNode, state: EditorState): Keyed | null {
  const key = node.getKey();
  const selection = $getSelection();
  const caret = endIn(selection, key);
  if (caret === null || selection?.isCollapsed() !== true) return null;
  const old = state._nodeMap.get(key);
  const after = node.getTextContent();
  // The first letter of a block, or of a new format.
  if (!$isTextNode(old))
    return caret < after.length ? null : { key, before: '', after, from: 0, gone: '', came: after };
  const before = old.__text;
  if (before === after || old.__format !== node.getFormat()) return null;
  // All behind the cursor is as it was.
  const end = endIn(state._selection, key);
  if (end === null || after.slice(caret) !== before.slice(end)) return null;
  let from = 0;
  while (from < caret && from < end && before[from] === after[from]) from += 1;
  return { key, before, after, from, gone: before.slice(from, end), came: after.slice(from, caret) };
}

/** Where the cursor, or the end of what is selected, stands in the text of a node; `null` when it reaches beyond it. */
function endIn(selection: BaseSelection | null, key: NodeKey): number | null {
  if (!$isRangeSelection(selection)) return null;
  const { anchor, focus } = selection;
  const isWithin = [anchor, focus].every((point) => point.type === 'text' && point.key === key);
  return isWithin ? Math.max(anchor.offset, focus.offset) : null;
}

/** What a change at the cursor is for the history, and the word that is then being written. */
function judge(
  word: Word | null,
  { key, before, after, from, gone, came }: Keyed,
  at: number,
  step: HistoryStateEntry | undefined,
): { readonly verdict: Verdict; readonly word: Word } {
  const caret = from + came.length;
  const isHere = word !== null && (word.key === key || (word.key === null && before === ''));
  const own = isHere && word.caret === from + gone.length && word.start <= from ? word : null;
  const start = own?.start ?? startOfWord(before, from);
  const next: Word = { key, start, caret, taken: null };
  const taken = own?.taken ?? null;

  if (came === '') {
    const words = before.slice(start, from + gone.length);
    if (taken !== null) return { verdict: 'merge', word: { ...next, taken: { ...taken, at } } };
    return { verdict: 'push', word: { ...next, taken: { words, at, step, isOld: own === null } } };
  }
  if (own === null) return { verdict: 'push', word: next };
  const come = after.slice(start, caret);
  if (taken !== null) {
    const isRetyped = isMarkedAnew(taken.words, come, at - taken.at);
    return { verdict: isRetyped ? 'retyped' : 'push', word: next };
  }
  if (gone !== '') {
    const isMarked = isMarkedAnew(before.slice(start, from + gone.length), come, AT_ONCE_MS);
    return { verdict: isMarked ? 'merge' : 'push', word: next };
  }
  const isNewWord = from > start && isSpace(before.charAt(from - 1)) && !isSpace(came.charAt(0));
  return isNewWord ? { verdict: 'push', word: { ...next, start: from } } : { verdict: 'merge', word: next };
}

/** Whether letters that came for others are what an input method makes of them: the same ones, with other marks. */
function isMarkedAnew(taken: string, come: string, elapsed: number): boolean {
  if (elapsed < AT_ONCE_MS) return true;
  const [one, other] = [foldForSearch(taken), foldForSearch(come)];
  return elapsed < RETYPE_MS && (one.startsWith(other) || other.startsWith(one));
}

/** Where the word that ends at `end` begins, the space after it counted to it. */
function startOfWord(text: string, end: number): number {
  let start = end;
  while (start > 0 && isSpace(text.charAt(start - 1))) start -= 1;
  while (start > 0 && !isSpace(text.charAt(start - 1))) start -= 1;
  return start;
}

function isSpace(letter: string): boolean {
  return /^\s$/.test(letter);
}
