import { Languages } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { Button, useToast } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';
import { useSession } from '../session/index.ts';
import styles from './translation.module.css';

interface TranslationButtonProps {
  readonly details: PostDetails;
  readonly journal: Journal | null;
  readonly onOpen: (post: string, isNew: boolean) => void;
}

/** Leads from a post to its other language; begins the English version where there is none. */
export function TranslationButton({ details, journal, onOpen }: TranslationButtonProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const { app } = useSession();
  const id = useId();
  const [isBusy, setBusy] = useState(false);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const { post, language, translates, translation, fields } = details;
  const icon = <Languages size={16} aria-hidden="true" />;
  const other = translates ?? translation;
  if (other !== null)
    return (
      <Button variant="quiet" className={styles.button} icon={icon} onClick={() => onOpen(other, false)}>
        {t(translates === null ? 'translation.open' : 'translation.openSource')}
      </Button>
    );
  if (language !== 'vi' || !(app.me?.roles.includes('author') ?? false)) return null;
  const start = async (): Promise<void> => {
    setBusy(true);
    try {
      await journal?.flush();
      const made = await client.call('translation.start', { post });
      // Whoever writes in another post by now is not taken out of it.
      if (!isGone.current) onOpen(made.post, true);
    } catch (error) {
      toast(sentence(error), 'bad');
      setBusy(false);
    }
  };
  const isUntitled = fields.title.trim() === '';
  return (
    <>
      <Button
        variant="quiet"
        className={styles.button}
        icon={icon}
        isBusy={isBusy}
        disabled={isUntitled}
        aria-describedby={isUntitled ? id : undefined}
        onClick={() => void start()}
      >
        {t('translation.start')}
      </Button>
      {isUntitled && (
        <span id={id} className={styles.quiet}>
          {t('translation.start.untitled')}
        </span>
      )}
    </>
  );
}
