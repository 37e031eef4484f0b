import type { NodeKey } from 'lexical';
import { Crop } from 'lucide-react';
import { useContext, useState } from 'react';
import { LIMITS } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Button, Dialog, TextField } from '../design/index.ts';
import { PictureFrame } from '../picture/index.ts';
import { BlockEditingContext } from './block-editing.ts';
import styles from './figure-dialog.module.css';
import { $isFigureNode } from './figure-node.tsx';
import { PictureFields, type PictureWords, withoutEmptyWords } from './picture-words.tsx';
import { useNodeValue } from './use-node-value.ts';

/** The words of one picture. */
export function FigureDialog({ nodeKey, onClose }: { readonly nodeKey: NodeKey; readonly onClose: () => void }) {
  const t = useT();
  const [value, setValue] = useNodeValue(nodeKey, $isFigureNode);
  const { crop } = useContext(BlockEditingContext);
  const [isFraming, setFraming] = useState(false);
  if (value === null) return null;

  const change = (part: Partial<PictureWords> & { readonly credit?: string }): void =>
    setValue((now) => {
      const { media, credit, focus, ...words } = { ...now, ...part };
      return { media, ...withoutEmptyWords(words), ...(credit ? { credit } : {}), ...(focus ? { focus } : {}) };
    });
  if (isFraming)
    return (
      <PictureFrame
        value={{ media: value.media, ...(value.focus && { focus: value.focus }) }}
        crop={crop}
        onDone={(framed) => {
          setValue(({ focus: _focus, ...rest }) => ({ ...rest, ...framed }));
          setFraming(false);
        }}
        onClose={() => setFraming(false)}
      />
    );

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
        <Button icon={<Crop size={16} aria-hidden="true" />} onClick={() => setFraming(true)}>
          {t('picture.frame.open')}
        </Button>
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
