import { FileDown, Focus, Keyboard, LayoutTemplate, ListTree, Replace, Search, Wrench } from 'lucide-react';
import { TEXT_SIZES, type TextSize } from '../../shared/contract/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { IconButton, Menu, MenuChoice, MenuItem, MenuSeparator, useToast } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';
import { useHelp } from '../help/index.ts';
import { SHORTCUTS } from '../keyboard/index.ts';
import { useSession } from '../session/index.ts';
import type { ShownTools } from './use-writing-tools.ts';

interface ToolsMenuProps {
  readonly post: string;
  readonly journal: Journal;
  readonly tools: ShownTools;
  readonly hasTemplates: boolean;
  readonly onFocusMode: () => void;
}

/** What helps with writing, behind one button. */
export function ToolsMenu({ post, journal, tools, hasTemplates, onFocusMode }: ToolsMenuProps) {
  const t = useT();
  const help = useHelp();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const saveAsDocx = async (): Promise<void> => {
    try {
      await journal.flush();
      const { savedAt } = await client.call('export.docx', { post });
      toast(t('export.saved', { path: savedAt }));
    } catch (error) {
      toast(sentence(error), 'bad');
    }
  };
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <Menu align="end" trigger={<IconButton label={t('tools.menu')} icon={<Wrench size={18} aria-hidden="true" />} />}>
      <MenuItem icon={<Search {...icon} />} hint={SHORTCUTS.find.keys} onClick={() => tools.onFind('find')}>
        {t('tools.find')}
      </MenuItem>
      <MenuItem icon={<Replace {...icon} />} hint={SHORTCUTS.replace.keys} onClick={() => tools.onFind('replace')}>
        {t('tools.replace')}
      </MenuItem>
      <MenuItem icon={<ListTree {...icon} />} hint={SHORTCUTS.outline.keys} onClick={tools.onOutline}>
        {t('tools.outline')}
      </MenuItem>
      {hasTemplates && (
        <MenuItem icon={<LayoutTemplate {...icon} />} onClick={() => tools.onTemplate(true)}>
          {t('template.title')}
        </MenuItem>
      )}
      <MenuItem icon={<Focus {...icon} />} hint={SHORTCUTS.focus.keys} onClick={onFocusMode}>
        {t('tools.focus')}
      </MenuItem>
      <MenuItem icon={<Keyboard {...icon} />} hint={SHORTCUTS.sheet.keys} onClick={() => help('shortcuts')}>
        {t('tools.shortcuts')}
      </MenuItem>
      <MenuItem icon={<FileDown {...icon} />} onClick={() => void saveAsDocx()}>
        {t('export.docx')}
      </MenuItem>
      <MenuSeparator />
      <TextSizeChoice />
    </Menu>
  );
}

function TextSizeChoice() {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const { app, refresh } = useSession();
  const choose = (textSize: TextSize): void => {
    client.call('app.setTextSize', { textSize }).then(refresh, (error: unknown) => toast(sentence(error), 'bad'));
  };
  return (
    <MenuChoice
      label={t('tools.textSize')}
      value={String(app.textSize)}
      choices={TEXT_SIZES.map((size) => ({ value: String(size), text: `${size}%` }))}
      onChange={(value) => {
        const size = TEXT_SIZES.find((one) => String(one) === value);
        if (size !== undefined) choose(size);
      }}
    />
  );
}
