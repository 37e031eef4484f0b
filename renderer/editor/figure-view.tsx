import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { $getNodeByKey, type NodeKey } from 'lexical';
import { ImageOff, PencilLine, Trash2 } from 'lucide-react';
import { useContext, useState } from 'react';
import { smallPath } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Badge, Button, classNames, IconButton } from '../design/index.ts';
import { BlockEditingContext } from './block-editing.ts';
import type { FigureValue } from './convert.ts';
import styles from './figure-view.module.css';

/** A picture in the body, as readers see it, with what is still to be said about it. */
export function FigureView({ nodeKey, value }: { readonly nodeKey: NodeKey; readonly value: FigureValue }) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const { edit } = useContext(BlockEditingContext);
  const [isSelected] = useLexicalNodeSelection(nodeKey);
  const [missing, setMissing] = useState<string | null>(null);
  const isDescribed = value.decorative === true || value.alt.trim() !== '';
  const words = [value.caption, value.credit].filter(Boolean).join(' ');

  const remove = (): void => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      node?.selectNext();
      node?.remove();
    });
    editor.focus();
  };

  return (
    <figure className={classNames(styles.figure, isSelected && styles.selected)}>
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
      <div className={styles.bar}>
        <span className={styles.state}>
          {isDescribed ? (
            value.decorative ? (
              t('editor.picture.decorative.badge')
            ) : (
              t('editor.picture.alt.shown', { alt: value.alt })
            )
          ) : (
            <Badge tone="warn">{t('editor.picture.no_alt')}</Badge>
          )}
        </span>
        <Button variant="quiet" icon={<PencilLine size={16} />} onClick={() => edit(nodeKey)}>
          {t('editor.picture.edit')}
        </Button>
        <IconButton icon={<Trash2 size={16} />} label={t('editor.picture.remove')} onClick={remove} />
      </div>
    </figure>
  );
}
