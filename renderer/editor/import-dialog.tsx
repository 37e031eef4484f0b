import { useT } from '../connection/index.ts';
import { Button, Dialog, Notice } from '../design/index.ts';
import { ChangeList } from './change-list.tsx';
import { ImportPreview } from './import-preview.tsx';
import type { Preview } from './use-paste.ts';

/** Shows what a document will bring into the post, and what was changed, before it does. */
export function ImportDialog({
  preview,
  onInsert,
  onClose,
}: {
  readonly preview: Preview;
  readonly onInsert: () => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { name, page, room } = preview;
  const blocks = page.parts.filter((part) => 'block' in part).length;
  const pictures = page.parts.length - blocks;
  const isTooLong = page.parts.length > room.blocks;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={t('import.preview', { name })}
      description={t('import.preview.size', { blocks, pictures })}
      footer={
        <>
          <Button onClick={onClose}>{t('editor.cancel')}</Button>
          <Button variant="primary" onClick={onInsert} disabled={page.parts.length === 0 || isTooLong}>
            {t('import.insert')}
          </Button>
        </>
      }
    >
      {isTooLong && (
        <Notice tone="bad" role="alert">
          {t('error.page_too_many_blocks', { count: page.parts.length, left: room.blocks })}
        </Notice>
      )}
      {page.parts.length === 0 && <Notice>{t('import.preview.empty')}</Notice>}
      {!isTooLong && pictures > room.pictures && (
        <Notice tone="warn">{t('import.preview.pictures', { count: pictures, left: room.pictures })}</Notice>
      )}
      {page.parts.length > 0 && <ImportPreview parts={page.parts} />}
      {page.changes.length > 0 && <h3>{t('import.preview.changed')}</h3>}
      <ChangeList changes={page.changes} />
    </Dialog>
  );
}
