import { CircleAlert, HardDrive } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useErrorText, useT } from '../connection/index.ts';
import { Badge, Notice } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';

/** A save shorter than this is not worth a word: it would flicker with every key. */
const NOTICED_MS = 1_000;

type SaveWord = Journal['state'];

/**
 * What is said of the journal. It goes to and fro with every key, so its state is not followed by React: only another
 * word on the screen costs a drawing.
 */
function useSaveWord(journal: Journal): SaveWord {
  const [word, setWord] = useState<SaveWord>('saved');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      if (journal.state === 'saving') {
        timer ??= setTimeout(() => setWord('saving'), NOTICED_MS);
        return;
      }
      clearTimeout(timer);
      timer = undefined;
      setWord(journal.state);
    };
    look();
    const stop = journal.subscribe(look);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [journal]);
  return word;
}

/** Whether the words typed so far are on the disk. */
export function SaveState({ journal }: { readonly journal: Journal }) {
  const t = useT();
  const word = useSaveWord(journal);

  if (word === 'failing')
    return (
      <Badge tone="bad" icon={<CircleAlert size={14} aria-hidden="true" />}>
        {t('window.save.failing')}
      </Badge>
    );
  return (
    <Badge isPlain icon={<HardDrive size={14} aria-hidden="true" />}>
      {word === 'saving' ? t('window.save.saving') : t('window.save.saved')}
    </Badge>
  );
}

/** Says why words are not on the disk yet, as long as that is so. */
export function SaveProblem({ journal }: { readonly journal: Journal }) {
  const t = useT();
  const error = useSaveWord(journal) === 'failing' ? journal.error : null;
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
