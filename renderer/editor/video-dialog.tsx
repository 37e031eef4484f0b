import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, type NodeKey } from 'lexical';
import { useId, useState } from 'react';
import { isSafeAddress, LIMITS } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Button, Dialog, TextField } from '../design/index.ts';
import styles from './figure-dialog.module.css';
import { $insertBlock } from './insert-block.ts';
import { $createVideoNode, $isVideoNode } from './video-node.tsx';

/** Asks for a video's address and title: of a new one (`nodeKey` is `null`), or of one in the body. */
export function VideoDialog({ nodeKey, onClose }: { readonly nodeKey: NodeKey | null; readonly onClose: () => void }) {
  const t = useT();
  const form = useId();
  const [editor] = useLexicalComposerContext();
  const [start] = useState(() =>
    editor.read(() => {
      const node = nodeKey === null ? null : $getNodeByKey(nodeKey);
      return $isVideoNode(node) ? node.getValue() : { url: '', title: '' };
    }),
  );
  const [address, setAddress] = useState(start.url);
  const [title, setTitle] = useState(start.title);
  const [problem, setProblem] = useState<string | null>(null);

  const set = (): void => {
    const typed = address.trim();
    const url = /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(typed) ? `https://${typed}` : typed;
    const isLong = url.length > LIMITS.urlCharacters;
    if (isLong || !/^https?:/i.test(url) || !isSafeAddress(url)) {
      setProblem(isLong ? t('editor.link.too_long', { most: LIMITS.urlCharacters }) : t('editor.video.invalid'));
      return;
    }
    editor.update(
      () => {
        const node = nodeKey === null ? null : $getNodeByKey(nodeKey);
        const value = { url, title: title.trim() };
        if ($isVideoNode(node)) node.setValue(value);
        else $insertBlock($createVideoNode(value));
      },
      { discrete: true },
    );
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('editor.video.dialog')}
      footer={
        <>
          <Button onClick={onClose}>{t('editor.cancel')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t('editor.video.set')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog stands inside the window's tree, where an outer form must not hear of this.
          event.stopPropagation();
          set();
        }}
      >
        <TextField
          label={t('editor.video.address')}
          hint={t('editor.video.hint')}
          error={problem ?? undefined}
          type="url"
          inputMode="url"
          spellCheck={false}
          value={address}
          onChange={(value) => {
            setAddress(value);
            setProblem(null);
          }}
        />
        <TextField
          label={t('editor.video.title')}
          value={title}
          maxLength={LIMITS.captionCharacters}
          onChange={setTitle}
        />
      </form>
    </Dialog>
  );
}
