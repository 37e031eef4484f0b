import type { Ref } from 'react';
import type { Block, Choices, FieldClash, Merge, SavedChoices } from '../../shared/content/index.ts';
import { copyOfBlock } from '../../shared/content/index.ts';
import type { PostConflict } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { TextArea } from '../design/index.ts';
import { chooseBlock, chooseField, choosePart } from './choosing.ts';
import { QuestionCard, type Taken } from './question-card.tsx';
import type { Question } from './questions.ts';
import { WriteBlock } from './write-block.tsx';

interface AnswerProps {
  readonly question: Question;
  readonly number: number;
  readonly conflict: PostConflict;
  readonly merge: Merge;
  /** The choices that stand. */
  readonly valid: Choices;
  /** All that was chosen, what was written about older texts too. */
  readonly choices: SavedChoices;
  readonly onChange: (next: SavedChoices, of?: string) => void;
  readonly ref: Ref<HTMLFieldSetElement>;
}

const WRITTEN_FIELDS: readonly FieldClash['field'][] = ['title', 'summary', 'byline'];

/** One question with what was answered to it so far. */
export function Answer({ question, valid, choices, onChange, ...card }: AnswerProps) {
  const t = useT();
  if (question.kind === 'field') {
    const { clash } = question;
    const { field } = clash;
    const kept = choices.fields[field]?.choice;
    const choice = valid.fields.get(field);
    const canWrite = WRITTEN_FIELDS.includes(field);
    const written = kept?.take === 'written' ? kept.value : String(clash.mine ?? '');
    const write = (value: string): void =>
      onChange(chooseField(choices, clash, { take: 'written', value }), `write ${field}`);
    return (
      <QuestionCard
        {...card}
        question={question}
        taken={choice?.take ?? null}
        options={canWrite ? ['mine', 'theirs', 'written'] : ['mine', 'theirs']}
        onTake={(take) => {
          if (take === 'written') write(written);
          else if (take !== 'both') onChange(chooseField(choices, clash, { take }));
        }}
        writing={
          choice?.take === 'written' && (
            <TextArea label={t('conflict.written')} value={String(choice.value)} onChange={write} autoFocus />
          )
        }
      />
    );
  }
  if (question.kind === 'part') {
    const choice = valid.blocks.get(question.block.id);
    return (
      <QuestionCard
        {...card}
        question={question}
        taken={choice?.take === 'parts' ? (choice.parts.get(question.clash.id) ?? null) : null}
        options={['mine', 'theirs', 'both', 'written']}
        onTake={(take) => {
          if (take !== 'written') return onChange(choosePart(choices, question, take));
          const { block } = question;
          onChange(chooseBlock(choices, block, { take: 'written', blocks: startOf(block.mine, block.theirs, 'mine') }));
        }}
        writing={null}
      />
    );
  }
  const { clash } = question;
  const choice = valid.blocks.get(clash.id);
  const kept = choices.blocks[clash.id]?.choice;
  const taken = choice === undefined || choice.take === 'parts' ? null : choice.take;
  const write = (blocks: readonly Block[]): void =>
    onChange(chooseBlock(choices, clash, { take: 'written', blocks: [...blocks] }), `write ${clash.id}`);
  return (
    <QuestionCard
      {...card}
      question={question}
      taken={taken}
      options={['mine', 'theirs', 'both', 'written']}
      onTake={(take) => {
        if (take !== 'written') return onChange(chooseBlock(choices, clash, { take }));
        // Words written about an older text are what the person goes on from.
        write(kept?.take === 'written' ? kept.blocks : startOf(clash.mine, clash.theirs, taken ?? 'mine'));
      }}
      writing={
        choice?.take === 'written' && (
          <WriteBlock blocks={choice.blocks} language={card.merge.mine.language} onWrite={write} />
        )
      }
    />
  );
}

/** What writing starts from: what was taken before, or the first side that has anything. */
function startOf(mine: Block | null, theirs: Block | null, taken: Taken): Block[] {
  const [first, second] = taken === 'theirs' ? [theirs, mine] : [mine, theirs];
  if (taken !== 'both' || mine === null || theirs === null) return [first ?? second].filter((block) => block !== null);
  return [mine, copyOfBlock(theirs)];
}
