import { Toolbar as BaseToolbar } from '@base-ui/react/toolbar';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Images, Info, Minus, Paperclip, Plus, Settings2, SquarePlay, Table, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { useT } from '../connection/index.ts';
import { IconButton, Menu, MenuItem, MenuSeparator } from '../design/index.ts';
import { toggleKind } from './block-kind.ts';
import { $changeTable, $hasRoom, $selectedTable, TABLE_DEEDS } from './table-editing.ts';
import type { EditorActions } from './use-editor-actions.ts';

/** Blocks besides words that can be put into a post. */
export function InsertMenu({ actions }: { readonly actions: EditorActions }) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  // A choice that opens a dialog of its own leaves the focus to that.
  const isAsking = useRef(false);
  const ask = (open: () => void) => (): void => {
    isAsking.current = true;
    open();
  };
  return (
    <Menu
      trigger={
        <BaseToolbar.Button
          render={<IconButton label={t('editor.tool.insert')} icon={<Plus size={18} aria-hidden="true" />} />}
        />
      }
      onClosed={() => {
        if (!isAsking.current) editor.focus();
        isAsking.current = false;
      }}
    >
      <MenuItem icon={<Table size={16} aria-hidden="true" />} onClick={actions.insertTable}>
        {t('editor.tool.table')}
      </MenuItem>
      <MenuItem icon={<Info size={16} aria-hidden="true" />} onClick={() => toggleKind(editor, 'note')}>
        {t('editor.tool.note')}
      </MenuItem>
      <MenuItem icon={<TriangleAlert size={16} aria-hidden="true" />} onClick={() => toggleKind(editor, 'important')}>
        {t('editor.tool.important')}
      </MenuItem>
      <MenuItem icon={<Minus size={16} aria-hidden="true" />} onClick={actions.insertRule}>
        {t('editor.tool.rule')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Images size={16} aria-hidden="true" />} onClick={actions.insertGallery}>
        {t('editor.tool.gallery')}
      </MenuItem>
      <MenuItem icon={<SquarePlay size={16} aria-hidden="true" />} onClick={ask(actions.insertVideo)}>
        {t('editor.tool.video')}
      </MenuItem>
      <MenuItem icon={<Paperclip size={16} aria-hidden="true" />} onClick={actions.attachFiles}>
        {t('editor.tool.file')}
      </MenuItem>
    </Menu>
  );
}

/** What can be done to the table the cursor is in. */
export function TableMenu({ onSettings }: { readonly onSettings: () => void }) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const isAsking = useRef(false);
  const hasRoom = (deed: (typeof TABLE_DEEDS)[number]): boolean =>
    editor.read(() => {
      const table = $selectedTable();
      return table !== null && $hasRoom(table, deed);
    });
  return (
    <Menu
      trigger={
        <BaseToolbar.Button
          render={<IconButton label={t('editor.table.menu')} icon={<Table size={18} aria-hidden="true" />} />}
        />
      }
      onClosed={() => {
        if (!isAsking.current) editor.focus();
        isAsking.current = false;
      }}
    >
      <MenuItem
        icon={<Settings2 size={16} aria-hidden="true" />}
        onClick={() => {
          isAsking.current = true;
          onSettings();
        }}
      >
        {t('editor.table.settings')}
      </MenuItem>
      <MenuSeparator />
      {TABLE_DEEDS.map((deed) => (
        <MenuItem
          key={deed}
          disabled={!hasRoom(deed)}
          {...(hasRoom(deed) ? {} : { hint: t('editor.table.full') })}
          onClick={() => editor.update(() => $changeTable(deed))}
        >
          {t(`editor.table.${deed}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
