import { useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { Button, lazyScreen } from '../design/index.ts';
import { useSession } from '../session/index.ts';

const EraseDialog = lazyScreen(() => import('./erase-dialog.tsx').then((file) => file.EraseDialog));

interface EraseButtonProps {
  readonly details: PostDetails;
  readonly onDone: () => Promise<void>;
}

/** For the head alone: what the law says must be gone. */
export function EraseButton({ details, onDone }: EraseButtonProps) {
  const t = useT();
  const { app } = useSession();
  const [isOpen, setOpen] = useState(false);
  // A draft that nobody was sent is its author's to throw away.
  const isSent = details.timeline.some(({ outcome }) => outcome === 'accepted');
  if (app.me?.roles.includes('head') !== true || !isSent) return null;
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t('erase.open')}
      </Button>
      {isOpen && <EraseDialog details={details} onDone={onDone} onClose={() => setOpen(false)} />}
    </>
  );
}
