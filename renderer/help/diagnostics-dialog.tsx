import { useState } from 'react';
import { useClient, useErrorText, useQuery, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, ScrollRegion, Spinner, useToast } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import styles from './help.module.css';
import { saveText } from './save-text.ts';

interface DiagnosticsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a file to send for help. All of it is shown before it is saved, and it goes nowhere by itself. */
export function DiagnosticsDialog({ isOpen, onClose }: DiagnosticsDialogProps) {
  const t = useT();
  const toast = useToast();
  const client = useClient();
  const { app } = useSession();
  const [error, setError] = useState<unknown>(null);
  const report = useQuery('report.make', isOpen ? null : 'skip');
  const sentence = useErrorText(error ?? report.error);
  const save = (): void => {
    if (report.data === null) return;
    saveText(report.data.fileName, report.data.text);
    toast(t('help.diagnostics.saved', { name: report.data.fileName }));
    onClose();
  };
  const saveHeads = async (): Promise<void> => {
    try {
      const { fileName, text } = await client.call('audit.heads', null);
      saveText(fileName, text);
      toast(t('help.diagnostics.saved', { name: fileName }));
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      size="panes"
      title={t('help.diagnostics')}
      footer={
        <>
          <Button onClick={onClose}>{t('window.cancel')}</Button>
          <Button variant="primary" disabled={report.data === null} onClick={save}>
            {t('help.diagnostics.save')}
          </Button>
        </>
      }
    >
      <div className={styles.diagnostics} data-help="khi-gap-su-co">
        <p>{t('help.diagnostics.text')}</p>
        <p>{t('help.diagnostics.has')}</p>
        <p>{t('help.diagnostics.hasNot')}</p>
        {sentence !== null && (
          <Notice tone="bad" role="alert" action={<Button onClick={report.refetch}>{t('window.retry')}</Button>}>
            {sentence}
          </Notice>
        )}
        {report.data === null ? (
          sentence === null && <Spinner label={t('help.diagnostics.making')} />
        ) : (
          <ScrollRegion className={styles.file} aria-label={t('help.diagnostics.content')}>
            <pre>{report.data.text}</pre>
          </ScrollRegion>
        )}
        {app.profile !== null && (
          <p>
            {t('help.heads.text')} <Button onClick={saveHeads}>{t('help.heads')}</Button>
          </p>
        )}
      </div>
    </Dialog>
  );
}
