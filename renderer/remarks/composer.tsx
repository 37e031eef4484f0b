import { type SubmitEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { REMARK_LIMITS } from '../../shared/workflow/index.ts';
import { useT } from '../connection/index.ts';
import { Button, TextArea } from '../design/index.ts';
import { isShortcut } from '../keyboard/index.ts';
import type { KeptWords } from './kept-words.ts';
import { MentionArea } from './mention-area.tsx';
import { mentionsIn, type Person } from './mentions.ts';
import styles from './remarks.module.css';

/** What is to be said. */
export interface Said {
  readonly text: string;
  readonly about: About | null;
  readonly wording: string | null;
  readonly mentions: string[];
}

/** Selected words: the revision they stand in, and where. */
export type About = NonNullable<KeptWords['about']>;

interface ComposerProps {
  readonly kind: 'remark' | 'reply';
  readonly people: readonly Person[];
  /** The selected words, which a remark is then about, and for which others may be proposed. */
  readonly about: About | null;
  /** What was written here before, and not said; the focus then stays where it is. */
  readonly start: KeptWords | null;
  /** Told at each key what is to be kept. */
  readonly onWrite: (words: KeptWords | null) => void;
  /** Resolves to whether it was written down. */
  readonly onSend: (said: Said) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** Where a remark or a reply is written; over selected words also what to write in their place. */
export function Composer({ kind, people, about, start, onWrite, onSend, onCancel }: ComposerProps) {
  const t = useT();
  const [text, setText] = useState(start?.text ?? '');
  const [isAbout, setAbout] = useState(true);
  const [wording, setWording] = useState<string | null>(start?.wording ?? null);
  const [held, setHeld] = useState(start?.about ?? about);
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  // Another selection is what the remark is about then; a click into the text, which selects nothing, takes nothing away.
  // Words proposed for one place are never proposed for another.
  if (about !== null && wording === null && !isSame(about, held)) setHeld(about);
  const shown = isAbout ? held : null;
  const canPropose = shown !== null && shown.anchor.start !== undefined && !shown.quote.includes('\n');
  const proposed = canPropose ? wording : null;

  const isBlank = text === '' && (proposed === null || proposed === shown?.quote);
  const write = useEffectEvent(() => onWrite(isBlank ? null : { text, wording: proposed, about: shown }));
  const isStarted = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told whenever what is written changes
  useEffect(() => {
    if (isStarted.current) write();
    isStarted.current = true;
  }, [text, proposed, shown]);

  const form = useRef<HTMLFormElement>(null);
  /** What was pressed goes with the change: the focus goes to the box that matters then. */
  const change = (step: () => void, box: 'first' | 'last'): void => {
    flushSync(step);
    [...(form.current?.querySelectorAll('textarea') ?? [])].at(box === 'first' ? 0 : -1)?.focus();
  };

  /** Words proposed for the place are not lost with it: they are said in the remark. */
  const drop = (): void => {
    setAbout(false);
    setWording(null);
    if (proposed !== null && proposed !== shown?.quote)
      setText([text, proposed].filter((words) => words !== '').join('\n'));
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '' && (proposed === null || proposed === shown?.quote)) {
      setMissing(true);
      return;
    }
    setBusy(true);
    // Proposed words stand within one line of the text.
    const said = { text: text.trim(), about: shown, wording: proposed?.replace(/\s*\n\s*/g, ' ') ?? null };
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
          <Button variant="quiet" onClick={() => change(drop, 'first')}>
            {t('remarks.dropSelection')}
          </Button>
        </p>
      )}
      <MentionArea
        label={t(kind === 'remark' ? 'remarks.text' : 'remarks.replyText')}
        value={text}
        onChange={setText}
        people={people}
        takesFocus={start === null}
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

function isSame(one: About, other: About | null): boolean {
  const { of, start, end } = one.anchor;
  const then = other?.anchor;
  return one.revision === other?.revision && of === then?.of && start === then.start && end === then.end;
}
