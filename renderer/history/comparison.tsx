import {
  type Block,
  type BlockChange,
  compareBlocks,
  type PostFields,
  textOfBlock,
} from '../../shared/content/index.ts';
import type { HistoryEntry } from '../../shared/contract/index.ts';
import { useErrorText, useQuery, useT } from '../connection/index.ts';
import { Notice, Spinner } from '../design/index.ts';
import styles from './history.module.css';
import { Words } from './words.tsx';

type Translate = ReturnType<typeof useT>;

/** What one version changed: fields, then blocks in the order of the text. */
export function Comparison({ post, entry }: { readonly post: string; readonly entry: HistoryEntry }) {
  const t = useT();
  const after = useQuery('history.read', { post, revision: entry.revision });
  const before = useQuery('history.read', entry.previous === null ? 'skip' : { post, revision: entry.previous });
  const sentence = useErrorText(after.error ?? before.error);
  const isReady = after.data !== null && (entry.previous === null || before.data !== null);
  if (sentence !== null)
    return (
      <Notice tone="bad" role="alert">
        {sentence}
      </Notice>
    );
  if (!isReady || after.data === null) return <Spinner label={t('history.loading')} />;
  const older = before.data ?? after.data;
  const changes = compareBlocks(older.blocks, after.data.blocks);
  const fields = changedFields(older.fields, after.data.fields, t);
  const isUnchanged = fields.length === 0 && changes.every(({ kind }) => kind === 'same');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the arrow keys once it has the focus
    <section className={styles.comparison} aria-label={t('history.comparison')} tabIndex={0}>
      {entry.previous === null && <p className={styles.quiet}>{t('history.first')}</p>}
      {entry.previous !== null && isUnchanged && <p className={styles.quiet}>{t('history.nothing')}</p>}
      <ul>
        {fields.map(({ name, before: was, after: is }) => (
          <li key={name} className={styles.block}>
            <span className={styles.kind}>{name}</span>
            <Words before={was} after={is} />
          </li>
        ))}
        {changes.map((change) => (
          <Change key={`${change.kind} ${change.block.id}`} change={change} />
        ))}
      </ul>
    </section>
  );
}

function Change({ change }: { readonly change: BlockChange }) {
  const t = useT();
  const after = wordsOf(change.block, t);
  const before = change.kind === 'changed' ? wordsOf(change.before, t) : after;
  return (
    <li className={styles.block}>
      {change.kind !== 'same' && <span className={styles.kind}>{t(kindOf(change, before === after))}</span>}
      {change.kind === 'removed' ? (
        <Words before={after} after="" />
      ) : (
        <Words before={change.kind === 'added' ? '' : before} after={after} />
      )}
    </li>
  );
}

function kindOf(change: BlockChange, isSameText: boolean): Parameters<Translate>[0] {
  if (change.kind === 'removed') return 'history.removed';
  if (change.kind === 'added') return 'history.added';
  if (change.kind !== 'changed') return 'history.moved';
  if (change.isMoved) return 'history.changedAndMoved';
  return isSameText ? 'history.format' : 'history.changed';
}

function wordsOf(block: Block, t: Translate): string {
  const text = textOfBlock(block);
  if (block.type === 'figure') return t('history.picture', { words: text });
  return text === '' ? t('history.other') : text;
}

function changedFields(
  before: PostFields,
  after: PostFields,
  t: Translate,
): { name: string; before: string; after: string }[] {
  const fields = [
    { name: t('history.titleField'), before: before.title, after: after.title },
    { name: t('history.summary'), before: before.summary, after: after.summary },
    { name: t('history.byline'), before: before.byline, after: after.byline },
    { name: t('history.categories'), before: before.categories.join(' '), after: after.categories.join(' ') },
    { name: t('history.tags'), before: before.tags.join(', '), after: after.tags.join(', ') },
  ];
  return fields.filter((field) => field.before !== field.after);
}
