import type { Block, Language } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { BlocksEditor } from '../editor/index.ts';
import styles from './conflict.module.css';

interface WriteBlockProps {
  /** What is written so far; read once. */
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly onWrite: (blocks: readonly Block[]) => void;
}

/** The place to write in: the editor of posts, over the blocks that will stand here. */
export function WriteBlock(props: WriteBlockProps) {
  const t = useT();
  return (
    <section className={styles.writer} aria-label={t('conflict.written')}>
      <BlocksEditor {...props} />
    </section>
  );
}
