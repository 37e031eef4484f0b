import { useState } from 'react';
import type { Block, Language } from '../../shared/content/index.ts';
import { useClient, useT } from '../connection/index.ts';
import { BodyEditor, createMirror } from '../editor/index.ts';
import styles from './conflict.module.css';

interface WriteBlockProps {
  /** What is written so far; read once. */
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly onWrite: (blocks: readonly Block[]) => void;
}

/** The place to write in: the editor of posts, over the blocks that will stand here. */
export function WriteBlock({ blocks, language, onWrite }: WriteBlockProps) {
  const t = useT();
  const client = useClient();
  const [start] = useState(blocks);
  const [mirror] = useState(() => createMirror({ title: '', summary: '', blocks }));
  const [handle] = useState(() => ({ current: null }));
  return (
    <section className={styles.writer} aria-label={t('conflict.written')}>
      <BodyEditor
        ref={handle}
        blocks={start}
        language={language}
        client={client}
        mirror={mirror}
        onChange={(change) => {
          mirror.updateBody(change);
          onWrite(mirror.now().blocks);
        }}
        head={null}
        foot={null}
      />
    </section>
  );
}
