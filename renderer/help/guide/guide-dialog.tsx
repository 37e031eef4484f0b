import { lazy, Suspense } from 'react';
import { useT } from '../../connection/index.ts';
import { Button, Dialog, Spinner } from '../../design/index.ts';

/** The guide and what reads it are fetched when first asked for: the window starts without them. */
const Guide = lazy(() => import('./guide.tsx'));

interface GuideDialogProps {
  readonly isOpen: boolean;
  /** The page to begin with, `null` for the first. */
  readonly start: string | null;
  readonly onClose: () => void;
}

/** The user guide above the window, whatever is open there. */
export function GuideDialog({ isOpen, start, onClose }: GuideDialogProps) {
  const t = useT();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      size="panes"
      title={t('help.guide')}
      footer={<Button onClick={onClose}>{t('window.close')}</Button>}
    >
      <Suspense fallback={<Spinner label={t('window.loading')} />}>
        <Guide start={start} />
      </Suspense>
    </Dialog>
  );
}
