import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { $getNodeByKey, type NodeKey } from 'lexical';
import { PencilLine, Trash2 } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import { useT } from '../connection/index.ts';
import { Button, classNames, IconButton } from '../design/index.ts';
import styles from './block-card.module.css';
import { BlockEditingContext } from './block-editing.ts';

interface BlockCardProps {
  readonly nodeKey: NodeKey;
  /** What the block is and says, for a screen reader; a picture says so itself. */
  readonly label?: string;
  /** What is still to be said about it, or what was said. */
  readonly state?: ReactNode;
  readonly editLabel: string;
  readonly removeLabel: string;
  /** Buttons of its own. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a block that is no text: selected by a click or by arrow keys, with its buttons below. */
export function BlockCard({ nodeKey, label, state, editLabel, removeLabel, actions, children }: BlockCardProps) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const { edit } = useContext(BlockEditingContext);
  const [isSelected] = useLexicalNodeSelection(nodeKey);

  const remove = (): void => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      node?.selectNext();
      node?.remove();
    });
    editor.focus();
  };

  return (
    <figure className={classNames(styles.card, isSelected && styles.selected)} aria-label={label}>
      {children}
      <div className={styles.bar}>
        <span className={styles.state}>{isSelected && state === undefined ? t('editor.card.keys') : state}</span>
        <span className={styles.acts}>
          {actions}
          <Button variant="quiet" icon={<PencilLine size={16} />} onClick={() => edit(nodeKey)}>
            {editLabel}
          </Button>
          <IconButton icon={<Trash2 size={16} />} label={removeLabel} onClick={remove} />
        </span>
      </div>
    </figure>
  );
}
