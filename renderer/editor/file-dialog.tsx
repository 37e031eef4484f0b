import type { NodeKey } from 'lexical';
import { LIMITS } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Button, Dialog, TextField } from '../design/index.ts';
import styles from './figure-dialog.module.css';
import { $isFileNode } from './file-node.tsx';
import { useNodeValue } from './use-node-value.ts';

/** What a reader sees instead of an attached file's name. */
export function FileDialog({ nodeKey, onClose }: { readonly nodeKey: NodeKey; readonly onClose: () => void }) {
  const t = useT();
  const [value, setValue] = useNodeValue(nodeKey, $isFileNode);
  if (value === null) return null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('editor.file.dialog')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('editor.done')}
        </Button>
      }
    >
      <div className={styles.fields}>
        <TextField
          label={t('editor.file.title')}
          hint={t('editor.file.hint')}
          value={value.title ?? ''}
          maxLength={LIMITS.captionCharacters}
          onChange={(title) => setValue(({ media }) => ({ media, ...(title === '' ? {} : { title }) }))}
        />
      </div>
    </Dialog>
  );
}
