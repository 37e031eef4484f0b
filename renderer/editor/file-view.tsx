import type { NodeKey } from 'lexical';
import { Download, Paperclip } from 'lucide-react';
import { useContext, useEffect, useState } from 'react';
import {
  downloadName,
  extensionOfMime,
  type FileReference,
  fileSize,
  fileTypeWords,
} from '../../shared/content/index.ts';
import { useLanguage, useT } from '../connection/index.ts';
import { Button } from '../design/index.ts';
import styles from './block-card.module.css';
import { BlockCard } from './block-card.tsx';
import { BlockEditingContext } from './block-editing.ts';
import type { FileValue } from './convert.ts';

interface About {
  readonly reference: FileReference | null;
  readonly isHere: boolean;
}

/** An attached file's card: its name, type and size. */
export function FileView({ nodeKey, value }: { readonly nodeKey: NodeKey; readonly value: FileValue }) {
  const t = useT();
  const language = useLanguage();
  const { aboutFile, saveFile } = useContext(BlockEditingContext);
  const { media, title } = value;
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    let isCurrent = true;
    aboutFile(media).then(
      (found) => {
        const reference = found === null || found.reference.mime === 'image/webp' ? null : found.reference;
        if (isCurrent) setAbout({ reference, isHere: found?.isHere === true });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [aboutFile, media]);

  const reference = about?.reference ?? null;
  const name = reference === null ? '' : downloadName(reference);
  const words = title === undefined || title === '' ? name : title;
  const facts =
    reference && `${fileTypeWords(extensionOfMime(reference.mime), language)}, ${fileSize(reference.bytes, language)}`;
  return (
    <BlockCard
      nodeKey={nodeKey}
      label={t('editor.file.label', { name: words })}
      editLabel={t('editor.file.edit')}
      removeLabel={t('editor.file.remove')}
      state={about?.isHere === false ? t('editor.file.absent') : undefined}
      actions={
        about?.isHere === true && (
          <Button variant="quiet" icon={<Download size={16} aria-hidden="true" />} onClick={() => saveFile(media)}>
            {t('editor.file.save')}
          </Button>
        )
      }
    >
      <div className={styles.line}>
        <Paperclip size={24} aria-hidden="true" />
        <div className={styles.words}>
          <p>{words}</p>
          {facts !== null && <p className={styles.quiet}>{words === name ? facts : `${name} · ${facts}`}</p>}
        </div>
      </div>
    </BlockCard>
  );
}
