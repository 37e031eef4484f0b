import { Replace, Search, Wrench } from 'lucide-react';
import { useT } from '../connection/index.ts';
import { IconButton, Menu, MenuItem } from '../design/index.ts';
import type { WritingTools } from '../editor/index.ts';
import { SHORTCUTS } from '../keyboard/index.ts';

/** What helps with writing, behind one button. */
export function ToolsMenu({ tools }: { readonly tools: WritingTools }) {
  const t = useT();
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <Menu align="end" trigger={<IconButton label={t('tools.menu')} icon={<Wrench size={18} aria-hidden="true" />} />}>
      <MenuItem icon={<Search {...icon} />} hint={SHORTCUTS.find.keys} onClick={() => tools.onFind('find')}>
        {t('tools.find')}
      </MenuItem>
      <MenuItem icon={<Replace {...icon} />} hint={SHORTCUTS.replace.keys} onClick={() => tools.onFind('replace')}>
        {t('tools.replace')}
      </MenuItem>
    </Menu>
  );
}
