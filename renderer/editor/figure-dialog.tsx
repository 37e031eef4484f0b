import type { NodeKey } from 'lexical';
import { LIMITS } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Button, Dialog, TextField } from '../design/index.ts';
import styles from './figure-dialog.module.css';
import { $isFigureNode } from './figure-node.tsx';
import { PictureFields, type PictureWords, withoutEmptyWords } from './picture-words.tsx';
import { useNodeValue } from './use-node-value.ts';

/** The words of one picture. */
export function FigureDialog({ nodeKey, onClose }: { readonly nodeKey: NodeKey; readonly onClose: () => void }) {
  const t = useT();
  const [value, setValue] = useNodeValue(nodeKey, $isFigureNode);
  if (value === null) return null;

  const change = (part: Partial<PictureWords> & { readonly credit?: string }): void => {
    const { media, credit, ...words } = { ...value, ...part };
    setValue({ media, ...withoutEmptyWords(words), ...(credit ? { credit } : {}) });
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('editor.picture.dialog')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('editor.done')}
        </Button>
      }
    >
      <div className={styles.fields} data-help="anh">
        <PictureFields value={value} onChange={change} />
        <TextField
          label={t('editor.picture.credit')}
          value={value.credit ?? ''}
          maxLength={LIMITS.captionCharacters}
          onChange={(credit) => change({ credit })}
        />
      </div>
    </Dialog>
  );
}
