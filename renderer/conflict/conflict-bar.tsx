import { useT } from '../connection/index.ts';
import { Button, Notice } from '../design/index.ts';

interface ConflictBarProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Over a post with two texts: says so, and leads to where one chooses. Nothing is blocked meanwhile. */
export function ConflictBar({ isOpen, onToggle }: ConflictBarProps) {
  const t = useT();
  return (
    <Notice
      isBar
      tone="warn"
      role="status"
      title={t('conflict.bar.title')}
      action={
        <Button variant={isOpen ? 'secondary' : 'primary'} onClick={onToggle}>
          {t(isOpen ? 'conflict.bar.close' : 'conflict.bar.open')}
        </Button>
      }
    >
      {!isOpen && t('conflict.bar.text')}
    </Notice>
  );
}
