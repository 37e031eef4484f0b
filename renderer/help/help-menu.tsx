import { BookOpen, CircleQuestionMark, FileText, Info, Keyboard } from 'lucide-react';
import { useT } from '../connection/index.ts';
import { Button, Menu, MenuItem, MenuSeparator } from '../design/index.ts';
import { SHORTCUTS } from '../keyboard/index.ts';
import { useHelp } from './help-provider.tsx';

/** Everything that helps, behind one button. `isNamed` shows its word beside the sign. */
export function HelpMenu({ isNamed = false }: { readonly isNamed?: boolean }) {
  const t = useT();
  const show = useHelp();
  const iconProps = { size: 16, 'aria-hidden': true } as const;
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" icon={<CircleQuestionMark size={18} aria-hidden="true" />} aria-label={t('help.menu')}>
          {isNamed && t('help.menu')}
        </Button>
      }
    >
      <MenuItem icon={<BookOpen {...iconProps} />} hint={SHORTCUTS.guide.keys} onClick={() => show('guide')}>
        {t('help.guide')}
      </MenuItem>
      <MenuItem icon={<Keyboard {...iconProps} />} hint={SHORTCUTS.sheet.keys} onClick={() => show('shortcuts')}>
        {t('window.shortcuts.title')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<FileText {...iconProps} />} onClick={() => show('diagnostics')}>
        {t('help.diagnostics')}
      </MenuItem>
      <MenuItem icon={<Info {...iconProps} />} onClick={() => show('about')}>
        {t('window.about.title')}
      </MenuItem>
    </Menu>
  );
}
