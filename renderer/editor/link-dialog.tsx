import { $createLinkNode, $toggleLink, formatUrl } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createTextNode, $getSelection, $isRangeSelection } from 'lexical';
import { useId, useState } from 'react';
import { isSafeAddress, LIMITS } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Button, Dialog, TextField } from '../design/index.ts';
import { $selectedLink } from './block-kind.ts';
import styles from './figure-dialog.module.css';

/** Asks for the address of a link on the selected words, or of the link the cursor is in; says so where neither can be. */
export function LinkDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const form = useId();
  const [editor] = useLexicalComposerContext();
  const [start] = useState(() =>
    editor.read(() => {
      const selection = $getSelection();
      const link = $selectedLink();
      const hasWords = link !== null || ($isRangeSelection(selection) && !selection.isCollapsed());
      return { address: link?.getURL() ?? '', isLink: link !== null, hasWords, hasPlace: $isRangeSelection(selection) };
    }),
  );
  const [address, setAddress] = useState(start.address);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string | null>(start.hasPlace ? null : t('editor.link.noPlace'));

  const close = (): void => {
    onClose();
    editor.focus();
  };

  const set = (): void => {
    if (!editor.read(() => $isRangeSelection($getSelection()))) {
      setProblem(t('editor.link.noPlace'));
      return;
    }
    const url = formatUrl(address.trim());
    if (url.length > LIMITS.urlCharacters) {
      setProblem(t('editor.link.too_long', { most: LIMITS.urlCharacters }));
      return;
    }
    if (!isSafeAddress(url)) {
      setProblem(t('editor.link.invalid'));
      return;
    }
    editor.update(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      if (start.hasWords) {
        $toggleLink(url);
        $goToEnd();
      } else {
        const text = $createTextNode(words.trim() === '' ? address.trim() : words.trim()).setFormat(selection.format);
        const link = $createLinkNode(url).append(text);
        selection.insertNodes([link]);
        link.selectEnd();
      }
    });
    close();
  };

  const remove = (): void => {
    editor.update(() => {
      $selectedLink()?.select(0);
      $toggleLink(null);
      $goToEnd();
    });
    close();
  };

  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('editor.link.title')}
      footer={
        <>
          {start.isLink && (
            <Button variant="quiet" onClick={remove}>
              {t('editor.link.remove')}
            </Button>
          )}
          <Button onClick={close}>{t('editor.cancel')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t('editor.link.set')}
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
          label={t('editor.link.address')}
          hint={t('editor.link.hint')}
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
        {!start.hasWords && <TextField label={t('editor.link.words')} value={words} onChange={setWords} />}
      </form>
    </Dialog>
  );
}

/** Lets go of the selected words: what is typed next stands after them, not in their place. */
function $goToEnd(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const end = selection.isBackward() ? selection.anchor : selection.focus;
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  start.set(end.key, end.offset, end.type);
}
