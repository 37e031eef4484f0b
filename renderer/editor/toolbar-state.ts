import { $getSelection, $isRangeSelection, type LexicalEditor, type TextFormatType } from 'lexical';
import { $selectedKind, $selectedLink, type BlockKind } from './block-kind.ts';
import { $selectedTable } from './table-editing.ts';

/** The text formats that have a button. */
export const TOOL_FORMATS = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'subscript',
  'superscript',
] as const satisfies readonly TextFormatType[];
export type ToolFormat = (typeof TOOL_FORMATS)[number];

/** What the toolbar shows as pressed. */
export interface ToolbarState {
  readonly kind: BlockKind | null;
  readonly formats: readonly ToolFormat[];
  readonly isLink: boolean;
  readonly isInTable: boolean;
}

export interface ToolbarStore {
  readonly get: () => ToolbarState;
  readonly subscribe: (listener: () => void) => () => void;
}

const NOTHING: ToolbarState = { kind: null, formats: [], isLink: false, isInTable: false };

/** Follows the selection; tells its listeners only when a button would look different, which is not with each key. */
export function createToolbarStore(editor: LexicalEditor): ToolbarStore {
  let state = NOTHING;
  const $refresh = (): boolean => {
    const next = $read();
    const isSame =
      next.kind === state.kind &&
      next.isLink === state.isLink &&
      next.isInTable === state.isInTable &&
      `${next.formats}` === `${state.formats}`;
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
  const isInTable = $selectedTable() !== null;
  if (!$isRangeSelection(selection)) return { ...NOTHING, isInTable };
  return {
    kind: $selectedKind(),
    formats: TOOL_FORMATS.filter((format) => selection.hasFormat(format)),
    isLink: $selectedLink() !== null,
    isInTable,
  };
}
