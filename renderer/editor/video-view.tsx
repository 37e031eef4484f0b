import type { NodeKey } from 'lexical';
import { ExternalLink, SquarePlay } from 'lucide-react';
import { isSafeAddress } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Button } from '../design/index.ts';
import styles from './block-card.module.css';
import { BlockCard } from './block-card.tsx';
import type { VideoValue } from './convert.ts';

/** A video's card. Nothing of its site is loaded until the person goes there. */
export function VideoView({ nodeKey, value }: { readonly nodeKey: NodeKey; readonly value: VideoValue }) {
  const t = useT();
  const { url, title } = value;
  const isGood = isSafeAddress(url);
  const site = isGood && URL.canParse(url) ? new URL(url).host : url;
  return (
    <BlockCard
      nodeKey={nodeKey}
      label={t('editor.video.label', { title: title === '' ? site : title })}
      editLabel={t('editor.video.edit')}
      removeLabel={t('editor.video.remove')}
      actions={
        isGood && (
          <Button
            variant="quiet"
            icon={<ExternalLink size={16} aria-hidden="true" />}
            onClick={() => window.open(url, '_blank', 'noopener')}
          >
            {t('editor.video.watch')}
          </Button>
        )
      }
    >
      <div className={styles.line}>
        <SquarePlay size={28} aria-hidden="true" />
        <div className={styles.words}>
          <p>{title === '' ? url : title}</p>
          <p className={styles.quiet}>{site}</p>
        </div>
      </div>
    </BlockCard>
  );
}
