import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, HISTORY_MERGE_TAG, type NodeKey, SKIP_DOM_SELECTION_TAG } from 'lexical';
import { useRef, useState } from 'react';
import { LIMITS } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Button, Dialog, TextArea, TextField } from '../design/index.ts';
import type { FigureValue } from './convert.ts';
import styles from './figure-dialog.module.css';
import { $isFigureNode } from './figure-node.tsx';

/**
 * The words of one picture. Each key goes straight into the body, and so into the journal: closing the dialog, or the
 * power, loses nothing.
 */
export function FigureDialog({ nodeKey, onClose }: { readonly nodeKey: NodeKey; readonly onClose: () => void }) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const [value, setValue] = useState(() =>
    editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return $isFigureNode(node) ? node.getValue() : null;
    }),
  );
  const hasChanged = useRef(false);
  if (value === null) return null;

  const change = (part: Words): void => {
    const next = withoutEmpty({ ...value, ...part });
    setValue(next);
    // One visit to the dialog is one step of undo. The cursor of the body stays out of it: it would take the focus.
    const tag = hasChanged.current ? [SKIP_DOM_SELECTION_TAG, HISTORY_MERGE_TAG] : SKIP_DOM_SELECTION_TAG;
    hasChanged.current = true;
    editor.update(
      () => {
        const node = $getNodeByKey(nodeKey);
        if ($isFigureNode(node)) node.setValue(next);
      },
      { discrete: true, tag },
    );
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
        <TextArea
          label={t('editor.picture.alt')}
          hint={t('editor.picture.alt.hint')}
          value={value.alt}
          disabled={value.decorative === true}
          maxLength={LIMITS.altCharacters}
          onChange={(alt) => change({ alt })}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={value.decorative === true}
            onChange={(event) => change({ decorative: event.currentTarget.checked || undefined })}
          />
          {t('editor.picture.decorative')}
        </label>
        <TextArea
          label={t('editor.picture.caption')}
          value={value.caption ?? ''}
          maxLength={LIMITS.captionCharacters}
          onChange={(caption) => change({ caption })}
        />
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

/** What the dialog may change; `undefined` takes a part away. */
interface Words {
  readonly alt?: string;
  readonly decorative?: true | undefined;
  readonly caption?: string;
  readonly credit?: string;
}

/** What is empty or off is absent from the block. */
function withoutEmpty({
  media,
  alt,
  decorative,
  caption,
  credit,
}: Words & { media: string; alt: string }): FigureValue {
  return {
    media,
    alt,
    ...(decorative ? { decorative } : {}),
    ...(caption ? { caption } : {}),
    ...(credit ? { credit } : {}),
  };
}
