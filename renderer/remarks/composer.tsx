import { type SubmitEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Anchor } from '../../shared/content/index.ts';
import { REMARK_LIMITS } from '../../shared/workflow/index.ts';
import { useT } from '../connection/index.ts';
import { Button, TextArea } from '../design/index.ts';
import { isShortcut } from '../keyboard/index.ts';
import { MentionArea } from './mention-area.tsx';
import { mentionsIn, type Person } from './mentions.ts';
import styles from './remarks.module.css';

/** What is to be said. */
export interface Said {
  readonly text: string;
  readonly anchor: Anchor | null;
  readonly wording: string | null;
  readonly mentions: string[];
}

interface ComposerProps {
  readonly kind: 'remark' | 'reply';
  readonly people: readonly Person[];
  /** The selected words, which a remark is then about, and for which others may be proposed. */
  readonly about: { readonly anchor: Anchor; readonly quote: string } | null;
  /** Resolves to whether it was written down. */
  readonly onSend: (said: Said) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** Where a remark or a reply is written; over selected words also what to write in their place. */
export function Composer({ kind, people, about, onSend, onCancel }: ComposerProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [isAbout, setAbout] = useState(true);
  const [wording, setWording] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const shown = isAbout ? about : null;
  const canPropose = shown !== null && shown.anchor.start !== undefined && !shown.quote.includes('\n');
  const proposed = canPropose ? wording : null;

  const form = useRef<HTMLFormElement>(null);
  /** What was pressed goes with the change: the focus goes to the box that matters then. */
  const change = (step: () => void, box: 'first' | 'last'): void => {
    flushSync(step);
    [...(form.current?.querySelectorAll('textarea') ?? [])].at(box === 'first' ? 0 : -1)?.focus();
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '' && (proposed === null || proposed === shown?.quote)) {
      setMissing(true);
      return;
    }
    setBusy(true);
    const said = { text: text.trim(), anchor: shown?.anchor ?? null, wording: proposed };
    if (!(await onSend({ ...said, mentions: mentionsIn(text, people) }))) setBusy(false);
  };
  return (
    <form
      ref={form}
      className={styles.composer}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || !isShortcut('primary', event)) return;
        // What is being written is what Ctrl+Enter is about, not the post.
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.requestSubmit();
      }}
      noValidate
    >
      {shown !== null && (
        <p className={styles.quote}>
          {shown.quote === '' ? t('remarks.aboutBlock') : t('remarks.about', { words: shown.quote })}{' '}
          <Button variant="quiet" onClick={() => change(() => setAbout(false), 'first')}>
            {t('remarks.dropSelection')}
          </Button>
        </p>
      )}
      <MentionArea
        label={t(kind === 'remark' ? 'remarks.text' : 'remarks.replyText')}
        value={text}
        onChange={setText}
        people={people}
        maxLength={REMARK_LIMITS.text}
        error={isMissing && text.trim() === '' ? t('remarks.empty') : undefined}
      />
      {canPropose && wording === null && (
        <Button onClick={() => change(() => setWording(shown.quote), 'last')}>{t('remarks.propose')}</Button>
      )}
      {proposed !== null && (
        <TextArea
          label={t('remarks.wording')}
          hint={t('remarks.wordingHint')}
          value={proposed}
          onChange={setWording}
          maxLength={REMARK_LIMITS.wording}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t(kind === 'remark' ? 'remarks.send' : 'remarks.sendReply')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('window.cancel')}
        </Button>
      </div>
    </form>
  );
}
