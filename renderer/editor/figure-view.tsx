import type { NodeKey } from 'lexical';
import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { smallPath } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Badge } from '../design/index.ts';
import { BlockCard } from './block-card.tsx';
import type { FigureValue } from './convert.ts';
import styles from './figure-view.module.css';

/** A picture in the body, as readers see it, with what is still to be said about it. */
export function FigureView({ nodeKey, value }: { readonly nodeKey: NodeKey; readonly value: FigureValue }) {
  const t = useT();
  const [missing, setMissing] = useState<string | null>(null);
  const isDescribed = value.decorative === true || value.alt.trim() !== '';
  const words = [value.caption, value.credit].filter(Boolean).join(' ');
  const said =
    value.decorative === true
      ? t('editor.picture.decorative.badge')
      : t('editor.picture.alt.shown', { alt: value.alt });

  return (
    <BlockCard
      nodeKey={nodeKey}
      editLabel={t('editor.picture.edit')}
      removeLabel={t('editor.picture.remove')}
      state={isDescribed ? said : <Badge tone="warn">{t('editor.picture.no_alt')}</Badge>}
    >
      {missing === value.media ? (
        <p className={styles.missing}>
          <ImageOff size={18} aria-hidden="true" /> {t('editor.picture.missing')}
        </p>
      ) : (
        <img
          className={styles.image}
          src={smallPath(value.media, 800)}
          alt={value.alt}
          draggable={false}
          onError={() => setMissing(value.media)}
        />
      )}
      {words !== '' && <figcaption className={styles.caption}>{words}</figcaption>}
    </BlockCard>
  );
}
