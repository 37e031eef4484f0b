import { CircleAlert, HardDrive } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useErrorText, useT } from '../connection/index.ts';
import { Badge, Notice } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';

/** A save shorter than this is not worth a word: it would flicker with every key. */
const NOTICED_MS = 1_000;

function useJournalState(journal: Journal): Journal['state'] {
  return useSyncExternalStore(journal.subscribe, () => journal.state);
}

/** Whether the words typed so far are on the disk. */
export function SaveState({ journal }: { readonly journal: Journal }) {
  const t = useT();
  const state = useJournalState(journal);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (state !== 'saving') return setSlow(false);
    const timer = setTimeout(() => setSlow(true), NOTICED_MS);
    return () => clearTimeout(timer);
  }, [state]);

  if (state === 'failing')
    return (
      <Badge tone="bad" icon={<CircleAlert size={14} aria-hidden="true" />}>
        {t('window.save.failing')}
      </Badge>
    );
  return (
    <Badge isPlain icon={<HardDrive size={14} aria-hidden="true" />}>
      {isSlow ? t('window.save.saving') : t('window.save.saved')}
    </Badge>
  );
}

/** Says why words are not on the disk yet, as long as that is so. */
export function SaveProblem({ journal }: { readonly journal: Journal }) {
  const t = useT();
  const state = useJournalState(journal);
  const error = state === 'failing' ? journal.error : null;
  const sentence = useErrorText(error);
  // That storage is away is said over the whole window already.
  if (error === null || error.code === 'backend_down') return null;
  return (
    <Notice tone="bad" role="alert" isBar title={t('window.save.failingText')}>
      {/* A bug's own sentence would say that all is kept, which is not so yet. */}
      {error.code !== 'internal' && sentence}
    </Notice>
  );
}
