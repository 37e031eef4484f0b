import type { NodeKey } from 'lexical';
import { smallPath } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Badge } from '../design/index.ts';
import styles from './block-card.module.css';
import { BlockCard } from './block-card.tsx';
import type { GalleryValue } from './convert.ts';

/** A gallery in the body, as readers see it, with what is still to be said about its pictures. */
export function GalleryView({ nodeKey, value }: { readonly nodeKey: NodeKey; readonly value: GalleryValue }) {
  const t = useT();
  const { items, caption } = value;
  const undescribed = items.filter(({ alt, decorative }) => decorative !== true && alt.trim() === '').length;
  return (
    <BlockCard
      nodeKey={nodeKey}
      label={t('editor.gallery.label', { count: items.length })}
      editLabel={t('editor.gallery.edit')}
      removeLabel={t('editor.gallery.remove')}
      state={
        undescribed > 0 ? (
          <Badge tone="warn">{t('editor.gallery.no_alt', { count: undescribed })}</Badge>
        ) : (
          t('editor.gallery.label', { count: items.length })
        )
      }
    >
      <div className={styles.pictures}>
        {items.map(({ id, media, alt, focus }) => (
          <img
            key={id}
            className={styles.tile}
            src={smallPath(media, 320)}
            alt={alt}
            draggable={false}
            loading="lazy"
            {...(focus && { style: { objectPosition: `${focus.x}% ${focus.y}%` } })}
          />
        ))}
      </div>
      {caption !== undefined && caption !== '' && <figcaption className={styles.caption}>{caption}</figcaption>}
    </BlockCard>
  );
}
