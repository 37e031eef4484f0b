import { useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { Button, lazyScreen } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';

const HistoryDialog = lazyScreen(() => import('./history-dialog.tsx').then((file) => file.HistoryDialog));

interface HistoryButtonProps {
  readonly details: PostDetails;
  readonly journal: Journal | null;
  readonly onDone: () => Promise<void>;
  readonly onOpen: (post: string) => void;
}

/** Opens the versions of a post. */
export function HistoryButton({ details, journal, onDone, onOpen }: HistoryButtonProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('history.open')}</Button>
      {isOpen && (
        <HistoryDialog
          post={details.post}
          journal={journal}
          onDone={onDone}
          onOpen={onOpen}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
