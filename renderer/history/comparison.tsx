import {
  type Block,
  type BlockChange,
  compareBlocks,
  mediaPath,
  type PostFields,
  picturesOfBlock,
  textOfBlock,
} from '../../shared/content/index.ts';
import type { HistoryEntry } from '../../shared/contract/index.ts';
import { useErrorText, useQuery, useT } from '../connection/index.ts';
import { Notice, ScrollRegion, Spinner } from '../design/index.ts';
import { useCategoryName } from '../session/index.ts';
import { changedRows, wordsWithAddresses } from './block-lines.ts';
import { changedFields } from './changed-fields.ts';
import styles from './history.module.css';
import { Words } from './words.tsx';

type Translate = ReturnType<typeof useT>;

interface ComparisonProps {
  readonly post: string;
  readonly entry: Pick<HistoryEntry, 'revision' | 'previous'>;
}

/** What one version changed: fields, then blocks in the order of the text. Without the one before it, its whole text. */
export function Comparison({ post, entry }: ComparisonProps) {
  const t = useT();
  const nameOf = useCategoryName();
  const after = useQuery('history.read', { post, revision: entry.revision });
  const before = useQuery('history.read', entry.previous === null ? 'skip' : { post, revision: entry.previous });
  const sentence = useErrorText(after.error);
  const whyAlone = useErrorText(before.error);
  const isReady = after.data !== null && (entry.previous === null || before.data !== null || whyAlone !== null);
  if (sentence !== null)
    return (
      <div className={styles.comparison}>
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      </div>
    );
  if (!isReady || after.data === null) return <Spinner label={t('history.loading')} />;
  const older = before.data ?? after.data;
  const changes = compareBlocks(older.blocks, after.data.blocks);
  const fields = changedFields(older.fields, after.data.fields, t, nameOf);
  const isCoverSame = older.fields.cover?.media === after.data.fields.cover?.media;
  const isCompared = entry.previous !== null && whyAlone === null;
  const isUnchanged = fields.length === 0 && isCoverSame && changes.every(({ kind }) => kind === 'same');
  return (
    <ScrollRegion className={styles.comparison} aria-label={t('history.comparison')}>
      {entry.previous === null && <p className={styles.quiet}>{t('history.first')}</p>}
      {whyAlone !== null && <Notice title={t('history.alone')}>{t('history.aloneWhy', { why: whyAlone })}</Notice>}
      {isCompared && isUnchanged && <p className={styles.quiet}>{t('history.nothing')}</p>}
      <ul>
        {fields.map(({ name, before: was, after: is }) => (
          <li key={name} className={styles.block}>
            <span className={styles.kind}>{name}</span>
            <Words before={was} after={is} />
          </li>
        ))}
        {!isCoverSame && (
          <li className={styles.block}>
            <span className={styles.kind}>{t('history.cover')}</span>
            <Pictures name={t('history.pictureBefore')} pictures={coverOf(older.fields)} />
            <Pictures name={t('history.pictureNow')} pictures={coverOf(after.data.fields)} />
          </li>
        )}
        {changes.map((change) => (
          <Change key={`${change.kind} ${change.block.id}`} change={change} />
        ))}
      </ul>
    </ScrollRegion>
  );
}

function Change({ change }: { readonly change: BlockChange }) {
  const t = useT();
  const [before, after] = bothWords(change, t);
  const rows = change.kind === 'changed' ? changedRows(change.before, change.block) : null;
  const shown = new Set(picturesOfBlock(change.block).map(({ media }) => media));
  const gone = change.kind === 'changed' ? picturesOfBlock(change.before).filter(({ media }) => !shown.has(media)) : [];
  const isChange = change.kind !== 'same';
  return (
    <li className={styles.block}>
      {change.kind !== 'same' && <span className={styles.kind}>{t(kindOf(change, before === after))}</span>}
      {isChange && gone.length > 0 && <Pictures name={t('history.pictureBefore')} pictures={gone} />}
      {isChange && (
        <Pictures name={gone.length > 0 ? t('history.pictureNow') : null} pictures={picturesOfBlock(change.block)} />
      )}
      {rows !== null && rows.length > 0 ? (
        rows.map((row) => <Words key={row.id} before={row.before} after={row.after} />)
      ) : change.kind === 'removed' ? (
        <Words before={after} after="" />
      ) : (
        <Words before={change.kind === 'added' ? '' : before} after={after} />
      )}
    </li>
  );
}

interface PicturesProps {
  /** What the pictures are, where there are two lots. */
  readonly name: string | null;
  readonly pictures: ReturnType<typeof picturesOfBlock>;
}

/** Pictures in small, for words alone do not tell which. One that is not on this computer shows its description. */
function Pictures({ name, pictures }: PicturesProps) {
  if (pictures.length === 0) return null;
  return (
    <div className={styles.pictures}>
      {name !== null && <span className={styles.quiet}>{name}</span>}
      {pictures.map(({ media, alt }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a gallery may show a picture twice; they are never reordered here
        <img key={`${media} ${at}`} className={styles.picture} src={mediaPath(media)} alt={alt} loading="lazy" />
      ))}
    </div>
  );
}

function kindOf(change: BlockChange, isSameText: boolean): Parameters<Translate>[0] {
  if (change.kind === 'removed') return 'history.removed';
  if (change.kind === 'added') return 'history.added';
  if (change.kind !== 'changed') return 'history.moved';
  if (change.isMoved) return 'history.changedAndMoved';
  return isSameText ? 'history.format' : 'history.changed';
}

/** What the block said and what it says; with its addresses where those alone differ. */
function bothWords(change: BlockChange, t: Translate): readonly [before: string, after: string] {
  const after = wordsOf(change.block, t);
  if (change.kind !== 'changed') return [after, after];
  const before = wordsOf(change.before, t);
  return before === after ? [wordsWithAddresses(change.before), wordsWithAddresses(change.block)] : [before, after];
}

function wordsOf(block: Block, t: Translate): string {
  const text = textOfBlock(block);
  if (block.type === 'figure') return t('history.picture', { words: text });
  return text === '' ? t('history.other') : text;
}

function coverOf({ cover }: PostFields): ReturnType<typeof picturesOfBlock> {
  return cover === null ? [] : [{ media: cover.media, alt: cover.alt }];
}
