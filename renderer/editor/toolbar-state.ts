import { $getSelection, $isRangeSelection, type LexicalEditor, type TextFormatType } from 'lexical';
import { $selectedKind, $selectedLink, type BlockKind } from './block-kind.ts';

/** The text formats that have a button. */
export const TOOL_FORMATS = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
] as const satisfies readonly TextFormatType[];
export type ToolFormat = (typeof TOOL_FORMATS)[number];

/** What the toolbar shows as pressed. */
export interface ToolbarState {
  readonly kind: BlockKind | null;
  readonly formats: readonly ToolFormat[];
  readonly isLink: boolean;
}

export interface ToolbarStore {
  readonly get: () => ToolbarState;
  readonly subscribe: (listener: () => void) => () => void;
}

const NOTHING: ToolbarState = { kind: null, formats: [], isLink: false };

/** Follows the selection; tells its listeners only when a button would look different, which is not with each key. */
export function createToolbarStore(editor: LexicalEditor): ToolbarStore {
  let state = NOTHING;
  const $refresh = (): boolean => {
    const next = $read();
    const isSame = next.kind === state.kind && next.isLink === state.isLink && `${next.formats}` === `${state.formats}`;
    if (!isSame) state = next;
    return !isSame;
  };
  return {
    get: () => state,
    subscribe: (listener) =>
      editor.registerUpdateListener(({ editorState }) => {
        if (editorState.read($refresh)) listener();
      }),
  };
}

function $read(): ToolbarState {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return NOTHING;
  return {
    kind: $selectedKind(),
    formats: TOOL_FORMATS.filter((format) => selection.hasFormat(format)),
    isLink: $selectedLink() !== null,
  };
}
