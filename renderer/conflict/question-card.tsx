import { CircleCheck, CircleDashed } from 'lucide-react';
import { type Ref, useId } from 'react';
import type { Block, Merge } from '../../shared/content/index.ts';
import type { PostConflict } from '../../shared/contract/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Badge } from '../design/index.ts';
import { useCategoryName } from '../session/index.ts';
import styles from './conflict.module.css';
import { kindOf, placeOf } from './naming.ts';
import type { Question } from './questions.ts';
import { Side } from './side.tsx';
import { sideNames } from './side-names.ts';
import { sideWords } from './side-words.ts';

/** What may be taken at one place. */
export type Taken = 'mine' | 'theirs' | 'both' | 'written';

interface QuestionCardProps {
  readonly question: Question;
  readonly number: number;
  readonly conflict: PostConflict;
  readonly merge: Merge;
  readonly taken: Taken | null;
  readonly options: readonly Taken[];
  readonly onTake: (taken: Taken) => void;
  /** The place to write, when that was chosen. */
  readonly writing: React.ReactNode;
  readonly ref: Ref<HTMLFieldSetElement>;
}

/** One place in conflict: how it was, what each side made of it, and what to take. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, number, conflict, merge, taken, options, onTake, writing, ref } = props;
  const t = useT();
  const nameOf = useCategoryName();
  const group = useId();
  const names = sideNames(conflict, t);
  const base = sideWords(question, 'base', nameOf);
  const label = (option: Taken): string => {
    if (option === 'mine' || option === 'theirs') return t('conflict.take.side', { side: names[option].toLowerCase() });
    if (option === 'both') return t('conflict.take.both');
    return t(question.kind === 'part' ? 'conflict.take.writtenWhole' : 'conflict.take.written');
  };
  const byOf = ({ revision, authorName }: PostConflict['mine']): string =>
    [authorName ?? t('conflict.merged'), revision.createdAt === null ? null : formatDateTime(revision.createdAt)]
      .filter((part) => part !== null && part !== '')
      .join(' · ');
  const isPlace = question.kind !== 'field' && question.clash.isPlace;
  const placed = (blocks: readonly Block[]): string | undefined =>
    isPlace ? placeOf(question.clash.id, blocks, t) : undefined;
  return (
    <fieldset ref={ref} tabIndex={-1} className={styles.card} data-question={question.key}>
      <legend className={styles.legend}>
        {number}. {kindOf(question, t)}
        {question.isDecided ? (
          <Badge tone="good" icon={<CircleCheck size={14} aria-hidden="true" />}>
            {t('conflict.chosen')}
          </Badge>
        ) : (
          <Badge tone="warn" icon={<CircleDashed size={14} aria-hidden="true" />}>
            {t('conflict.waiting')}
          </Badge>
        )}
      </legend>
      {conflict.base !== null && (
        <Side
          name={t('conflict.base')}
          words={base}
          before={null}
          absent={t('conflict.noBase')}
          place={placed(conflict.base.blocks)}
        />
      )}
      <div className={styles.sides}>
        {(['mine', 'theirs'] as const).map((side) => (
          <Side
            key={side}
            name={names[side]}
            by={byOf(conflict[side])}
            words={sideWords(question, side, nameOf)}
            before={base ?? sideWords(question, side === 'mine' ? 'theirs' : 'mine', nameOf)}
            absent={t('conflict.deleted')}
            place={placed(merge[side].blocks)}
            isTaken={taken === side || taken === 'both'}
          />
        ))}
      </div>
      <div className={styles.options} role="radiogroup" aria-label={t('conflict.take')}>
        {options.map((option) => (
          <label key={option} className={styles.option}>
            <input type="radio" name={group} checked={taken === option} onChange={() => onTake(option)} />
            {label(option)}
          </label>
        ))}
      </div>
      {writing}
    </fieldset>
  );
}
