import { useErrorSentence, useT } from '../connection/index.ts';
import { Button, Notice, Spinner } from '../design/index.ts';
import styles from './body.module.css';
import { ChangeList } from './change-list.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import type { Pasting } from './use-paste.ts';

/** What happens to a page that was pasted: how far it is, what was changed, what could not be. */
export function PasteNotices({ pasting }: { readonly pasting: Pasting }) {
  const t = useT();
  const sentenceOf = useErrorSentence();
  const { reading, progress, changes, oldText, problems } = pasting.news;
  const close = <Button onClick={pasting.dismiss}>{t('editor.close')}</Button>;
  return (
    <>
      {reading !== null && (
        <Notice role="status" action={<Button onClick={pasting.stop}>{t('import.stop')}</Button>}>
          <p className={styles.news}>
            <Spinner /> {t('import.reading', { name: reading })}
          </p>
        </Notice>
      )}
      {progress !== null && (
        <Notice action={<Button onClick={pasting.stop}>{t('import.stop')}</Button>}>
          <p className={styles.news}>
            <Spinner /> {t('import.adding', progress)}
          </p>
        </Notice>
      )}
      {changes.length > 0 && (
        <Notice
          role="status"
          title={t('import.changed')}
          action={
            <>
              {pasting.undo !== null && <Button onClick={pasting.undo}>{t('import.undo')}</Button>}
              {close}
            </>
          }
        >
          <ChangeList changes={changes} />
        </Notice>
      )}
      {oldText !== null && (
        <Notice
          role="status"
          action={
            <>
              <Button onClick={pasting.convert}>{t('import.offer.convert')}</Button>
              <Button onClick={pasting.dismiss}>{t('import.offer.keep')}</Button>
            </>
          }
        >
          <p>{t('import.offer', { before: oldText.before, after: oldText.after })}</p>
        </Notice>
      )}
      {pasting.preview !== null && (
        <ImportDialog preview={pasting.preview} onInsert={pasting.insertPreview} onClose={pasting.closePreview} />
      )}
      <ProblemNotice
        sentences={problems.map(({ name, reason }) =>
          name === null ? sentenceOf(reason) : t('import.problem', { name, why: sentenceOf(reason) }),
        )}
        onClose={pasting.dismiss}
      />
    </>
  );
}
