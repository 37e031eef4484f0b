import type { NodeKey } from 'lexical';
import { ArrowDown, ArrowUp, Crop, ImagePlus, Trash2 } from 'lucide-react';
import { type RefObject, useContext, useRef, useState } from 'react';
import { LIMITS, smallPath } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Button, Dialog, IconButton, TextField } from '../design/index.ts';
import { PictureFrame } from '../picture/index.ts';
import { BlockEditingContext } from './block-editing.ts';
import type { GalleryValue } from './convert.ts';
import styles from './gallery-dialog.module.css';
import { $isGalleryNode } from './gallery-node.tsx';
import { PictureFields, withoutEmptyWords } from './picture-words.tsx';
import { useNodeValue } from './use-node-value.ts';

type Item = GalleryValue['items'][number];

interface GalleryDialogProps {
  readonly nodeKey: NodeKey;
  /** Asks for more pictures, which come into this gallery; the dialog closes meanwhile. */
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

/** The pictures of a gallery: their words, their order, and which there are. */
export function GalleryDialog({ nodeKey, onAdd, onClose }: GalleryDialogProps) {
  const t = useT();
  const [value, setValue] = useNodeValue(nodeKey, $isGalleryNode);
  const list = useRef<HTMLOListElement>(null);
  const { crop } = useContext(BlockEditingContext);
  const [framed, setFramed] = useState<string | null>(null);
  if (value === null) return null;
  const { items, caption } = value;

  const change = (next: (items: readonly Item[]) => readonly Item[]): void =>
    setValue((now) => ({ ...now, items: [...next(now.items)] }));
  const changeItem = (id: string, next: (item: Item) => Item): void =>
    change((all) => all.map((item) => (item.id === id ? next(item) : item)));
  const move = (at: number, to: number): void => {
    change((all) => {
      const next = [...all];
      next.splice(to, 0, ...next.splice(at, 1));
      return next;
    });
    focusPicture(list, to);
  };
  const remove = (id: string, at: number): void => {
    change((all) => all.filter((item) => item.id !== id));
    focusPicture(list, Math.min(at, items.length - 2));
  };

  const picture = items.find(({ id }) => id === framed);
  if (picture !== undefined)
    return (
      <PictureFrame
        value={{ media: picture.media, ...(picture.focus && { focus: picture.focus }) }}
        crop={crop}
        onDone={(next) => {
          changeItem(picture.id, ({ focus: _focus, ...rest }) => ({ ...rest, ...next }));
          setFramed(null);
        }}
        onClose={() => setFramed(null)}
      />
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('editor.gallery.dialog')}
      size="panes"
      footer={
        <>
          <Button
            icon={<ImagePlus size={16} aria-hidden="true" />}
            disabled={items.length >= LIMITS.galleryItems}
            onClick={onAdd}
          >
            {t('editor.gallery.add')}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t('editor.done')}
          </Button>
        </>
      }
    >
      <div className={styles.scroller} data-help="anh">
        <TextField
          label={t('editor.gallery.caption')}
          value={caption ?? ''}
          maxLength={LIMITS.captionCharacters}
          onChange={(words) => setValue((now) => ({ items: now.items, ...(words === '' ? {} : { caption: words }) }))}
        />
        <ol ref={list} className={styles.list}>
          {items.map((item, at) => (
            <li key={item.id} className={styles.item}>
              <fieldset className={styles.picture} tabIndex={-1}>
                <legend className={styles.legend}>
                  {t('editor.gallery.place', { place: at + 1, count: items.length })}
                </legend>
                <div className={styles.side}>
                  <img className={styles.image} src={smallPath(item.media, 320)} alt="" />
                  <div className={styles.buttons}>
                    <IconButton
                      icon={<ArrowUp size={16} aria-hidden="true" />}
                      label={t('editor.gallery.earlier')}
                      disabled={at === 0}
                      onClick={() => move(at, at - 1)}
                    />
                    <IconButton
                      icon={<ArrowDown size={16} aria-hidden="true" />}
                      label={t('editor.gallery.later')}
                      disabled={at === items.length - 1}
                      onClick={() => move(at, at + 1)}
                    />
                    <IconButton
                      icon={<Crop size={16} aria-hidden="true" />}
                      label={t('picture.frame.open')}
                      onClick={() => setFramed(item.id)}
                    />
                    <IconButton
                      icon={<Trash2 size={16} aria-hidden="true" />}
                      label={t('editor.gallery.take')}
                      disabled={items.length === 1}
                      onClick={() => remove(item.id, at)}
                    />
                  </div>
                </div>
                <div className={styles.words}>
                  <PictureFields
                    value={item}
                    onChange={(part) => changeItem(item.id, (now) => plain({ ...now, ...part }))}
                  />
                </div>
              </fieldset>
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  );
}

function plain({ id, media, focus, ...words }: Item & Parameters<typeof withoutEmptyWords>[0]): Item {
  return { id, media, ...withoutEmptyWords(words), ...(focus && { focus }) };
}

/** The focus goes with the picture that was moved, or to the one in the place of a removed one. */
function focusPicture(list: RefObject<HTMLOListElement | null>, at: number): void {
  requestAnimationFrame(() => {
    const picture = list.current?.children[at]?.querySelector('fieldset');
    picture?.focus();
    picture?.scrollIntoView({ block: 'nearest' });
  });
}
