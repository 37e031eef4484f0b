import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import type { NodeKey } from 'lexical';
import { Puzzle } from 'lucide-react';
import { useT } from '../connection/index.ts';
import { classNames } from '../design/index.ts';
import styles from './unknown-block-view.module.css';

/** The place of a block that this version cannot draw. */
export function UnknownBlockView({ nodeKey }: { readonly nodeKey: NodeKey }) {
  const t = useT();
  const [isSelected] = useLexicalNodeSelection(nodeKey);
  return (
    <p className={classNames(styles.block, isSelected && styles.selected)}>
      <Puzzle size={18} aria-hidden="true" /> {t('editor.unknown')}
    </p>
  );
}
