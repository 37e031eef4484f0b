import { Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { mergeRevisions, validChoices } from '../../shared/content/index.ts';
import type { Input, PostConflict } from '../../shared/contract/index.ts';
import { useErrorText, useT } from '../connection/index.ts';
import { Button, Notice, TabList, TabPanel, TabRoot } from '../design/index.ts';
import { Answer } from './answer.tsx';
import styles from './conflict.module.css';
import { nextUndecided, questionsOf } from './questions.ts';
import { ResultPreview } from './result-preview.tsx';
import { useChoices } from './use-choices.ts';

interface ChooserProps {
  readonly post: string;
  readonly conflict: PostConflict;
  readonly onFinish: (input: Input<'conflict.resolve'>) => Promise<void>;
  /** The texts are other ones by now: read them again. */
  readonly onChanged: () => void;
}

type View = 'choose' | 'result';

/** The questions one under the other, how many are answered, and what comes of it. */
export function Chooser({ post, conflict, onFinish, onChanged }: ChooserProps) {
  const t = useT();
  const { base, mine, theirs } = conflict;
  const merge = useMemo(() => mergeRevisions(base, mine.revision, theirs.revision), [base, mine, theirs]);
  const choosing = useChoices(post, mine.id, conflict.choices);
  const valid = useMemo(() => validChoices(merge, choosing.choices), [merge, choosing.choices]);
  const questions = questionsOf(merge, valid);
  const done = questions.filter(({ isDecided }) => isDecided).length;
  const isAllDone = done === questions.length;
  const [view, setView] = useState<View>('choose');
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const sentence = useErrorText(failure ?? choosing.error);
  const heading = useRef<HTMLHeadingElement>(null);
  const cards = useRef(new Map<string, HTMLFieldSetElement>());
  const looked = useRef<string | null>(null);
  useEffect(() => heading.current?.focus(), []);

  const goToNext = (): void => {
    const next = nextUndecided(questions, looked.current);
    if (next === null) return;
    setView('choose');
    looked.current = next;
    const card = cards.current.get(next);
    card?.scrollIntoView({ block: 'start' });
    card?.querySelector('input')?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || isWritingIn(event.target)) return;
    event.preventDefault();
    choosing.undo();
  };
  const finish = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await onFinish({ post, mine: mine.id, theirs: theirs.id, choices: choosing.choices });
    } catch (error) {
      setFailure(error);
      onChanged();
    } finally {
      setBusy(false);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Z undoes a choice wherever the focus is; the button does the same
    <div className={styles.screen} onKeyDown={onKeyDown}>
      <TabRoot value={view} onValueChange={(next: View) => setView(next)} className={styles.tabs}>
        <div className={styles.bar}>
          <TabList
            label={t('conflict.view')}
            items={[
              { value: 'choose', label: t('conflict.view.choose') },
              { value: 'result', label: t('conflict.view.result') },
            ]}
          />
          <p className={styles.progress} role="status">
            {questions.length > 0 && t('conflict.progress', { done, all: questions.length })}
          </p>
          <Button
            variant="quiet"
            icon={<Undo2 size={16} aria-hidden="true" />}
            disabled={!choosing.canUndo}
            onClick={choosing.undo}
          >
            {t('conflict.undo')}
          </Button>
          {isAllDone ? (
            <Button variant="primary" isBusy={isBusy} onClick={() => void finish()}>
              {t('conflict.finish')}
            </Button>
          ) : (
            <Button onClick={goToNext}>{t('conflict.next')}</Button>
          )}
        </div>
        {sentence !== null && (
          <Notice tone="bad" role="alert" isBar>
            {sentence}
          </Notice>
        )}
        <TabPanel value="choose" keepMounted className={styles.scroller} data-region-focus>
          <h2 ref={heading} tabIndex={-1} className={styles.heading}>
            {t('conflict.title')}
          </h2>
          <p className={styles.quiet}>{t(questions.length === 0 ? 'conflict.clean' : 'conflict.text')}</p>
          {conflict.more > 0 && <p className={styles.quiet}>{t('conflict.more', { count: conflict.more })}</p>}
          {questions.map((question, index) => (
            <Answer
              key={question.key}
              ref={(card) => {
                if (card === null) cards.current.delete(question.key);
                else cards.current.set(question.key, card);
              }}
              question={question}
              number={index + 1}
              conflict={conflict}
              merge={merge}
              valid={valid}
              choices={choosing.choices}
              onChange={(next, of) => {
                looked.current = question.key;
                choosing.change(next, of);
              }}
            />
          ))}
        </TabPanel>
        <TabPanel value="result" className={styles.scroller} data-region-focus>
          <ResultPreview merge={merge} choices={valid} undecided={questions.length - done} />
        </TabPanel>
      </TabRoot>
    </div>
  );
}

/** Where Ctrl+Z belongs to the words being written. */
function isWritingIn(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, input[type="text"]'));
}
