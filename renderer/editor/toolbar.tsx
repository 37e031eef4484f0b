import { Toolbar as BaseToolbar } from '@base-ui/react/toolbar';
import { HistoryExtension } from '@lexical/history';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import { FORMAT_TEXT_COMMAND, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import {
  Bold,
  FileInput,
  Heading2,
  Heading3,
  Heading4,
  ImagePlus,
  Italic,
  Link as LinkIcon,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Strikethrough,
  Subscript,
  Superscript,
  Underline,
  Undo2,
} from 'lucide-react';
import { type RefObject, useState, useSyncExternalStore } from 'react';
import type { MessageKey } from '../../shared/i18n/index.ts';
import { useT } from '../connection/index.ts';
import { IconButton } from '../design/index.ts';
import { ariaKeys, SHORTCUTS, type ShortcutName } from '../keyboard/index.ts';
import { type BlockKind, toggleKind } from './block-kind.ts';
import { InsertMenu, TableMenu } from './block-menus.tsx';
import styles from './toolbar.module.css';
import { createToolbarStore, type ToolFormat } from './toolbar-state.ts';
import type { EditorActions } from './use-editor-actions.ts';

const FORMATS: readonly (readonly [ToolFormat, LucideIcon])[] = [
  ['bold', Bold],
  ['italic', Italic],
  ['underline', Underline],
  ['strikethrough', Strikethrough],
  ['subscript', Subscript],
  ['superscript', Superscript],
];

const KINDS: readonly (readonly [Exclude<BlockKind, 'paragraph' | 'note' | 'important'>, LucideIcon])[] = [
  ['h2', Heading2],
  ['h3', Heading3],
  ['h4', Heading4],
  ['bullet', List],
  ['number', ListOrdered],
  ['quote', Quote],
];

interface ToolbarProps {
  readonly onLink: () => void;
  /** Asks for what the table of the cursor says of itself. */
  readonly onTable: () => void;
  readonly actions: EditorActions;
  /** The first button, where Alt+F10 leads. */
  readonly firstButton: RefObject<HTMLButtonElement | null>;
}

/** The body's tools: one stop of the Tab key, arrows inside. */
export function Toolbar({ onLink, onTable, actions, firstButton }: ToolbarProps) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const [store] = useState(() => createToolbarStore(editor));
  const state = useSyncExternalStore(store.subscribe, store.get);
  const canUndo = useExtensionSignalValue(HistoryExtension, 'canUndo');
  const canRedo = useExtensionSignalValue(HistoryExtension, 'canRedo');

  return (
    <BaseToolbar.Root
      className={styles.toolbar}
      aria-label={t('editor.toolbar')}
      // The mouse leaves focus and selection in the text.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.focus();
      }}
    >
      <Tool
        message="editor.tool.undo"
        icon={Undo2}
        shortcut="undo"
        isDisabled={!canUndo}
        onPress={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
        ref={firstButton}
      />
      <Tool
        message="editor.tool.redo"
        icon={Redo2}
        shortcut="redo"
        isDisabled={!canRedo}
        onPress={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
      />
      <BaseToolbar.Separator className={styles.separator} />
      {KINDS.map(([kind, icon]) => (
        <Tool
          key={kind}
          message={`editor.tool.${kind}`}
          icon={icon}
          shortcut={kind}
          isPressed={state.kind === kind}
          onPress={() => toggleKind(editor, kind)}
        />
      ))}
      <BaseToolbar.Separator className={styles.separator} />
      {FORMATS.map(([format, icon]) => (
        <Tool
          key={format}
          message={`editor.tool.${format}`}
          icon={icon}
          shortcut={format}
          isPressed={state.formats.includes(format)}
          onPress={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
        />
      ))}
      <BaseToolbar.Separator className={styles.separator} />
      <Tool message="editor.tool.link" icon={LinkIcon} shortcut="link" isPressed={state.isLink} onPress={onLink} />
      <Tool message="editor.tool.picture" icon={ImagePlus} onPress={actions.insertPictures} />
      <Tool message="import.tool" icon={FileInput} onPress={actions.openDocument} />
      <InsertMenu actions={actions} />
      {state.isInTable && <TableMenu onSettings={onTable} />}
    </BaseToolbar.Root>
  );
}

interface ToolProps {
  readonly message: MessageKey;
  readonly icon: LucideIcon;
  readonly shortcut?: ShortcutName;
  /** Absent for a tool that is not on or off. */
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly ref?: RefObject<HTMLButtonElement | null>;
}

function Tool({ message, icon: Icon, shortcut, isPressed, isDisabled = false, onPress, ref }: ToolProps) {
  const t = useT();
  return (
    <BaseToolbar.Button
      ref={ref}
      disabled={isDisabled}
      onClick={onPress}
      render={
        <IconButton
          label={t(message)}
          icon={<Icon size={18} aria-hidden="true" />}
          shortcut={shortcut && SHORTCUTS[shortcut].keys}
          aria-pressed={isPressed}
          aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
        />
      }
    />
  );
}
