import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import type { NodeKey } from 'lexical';
import { CircleAlert, Puzzle } from 'lucide-react';
import { type Block, refusalOf } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { classNames } from '../design/index.ts';
import styles from './unknown-block-view.module.css';

/** The place of a block that this version cannot draw, and why it cannot. */
export function UnknownBlockView({ nodeKey, block }: { readonly nodeKey: NodeKey; readonly block: Block }) {
  const t = useT();
  const [isSelected] = useLexicalNodeSelection(nodeKey);
  const refusal = refusalOf(block) ?? { code: 'newer_version' as const };
  const Icon = refusal.code === 'newer_version' ? Puzzle : CircleAlert;
  return (
    <p className={classNames(styles.block, isSelected && styles.selected)}>
      <Icon size={18} aria-hidden="true" />
      {t(`editor.unknown.${refusal.code}`, 'most' in refusal ? { most: refusal.most } : {})}
    </p>
  );
}
