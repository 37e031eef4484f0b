import { useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { Button } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';
import { HistoryDialog } from './history-dialog.tsx';

interface HistoryButtonProps {
  readonly details: PostDetails;
  readonly journal: Journal | null;
  readonly onDone: () => Promise<void>;
}

/** Opens the versions of a post. */
export function HistoryButton({ details, journal, onDone }: HistoryButtonProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('history.open')}</Button>
      {isOpen && <HistoryDialog post={details.post} journal={journal} onDone={onDone} onClose={() => setOpen(false)} />}
    </>
  );
}
