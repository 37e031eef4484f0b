import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { Button, Notice, useToast } from '../design/index.ts';
import { useSession } from '../session/index.ts';

/** Says what was done about a damaged database, until the person has read it. */
export function RecoveryBar() {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const { app, refresh } = useSession();
  if (app.recovery === null) return null;
  const { at, folder } = app.recovery;
  const markSeen = (): void => {
    client.call('app.recoverySeen', null).then(refresh, (error: unknown) => toast(sentence(error), 'bad'));
  };
  return (
    <Notice
      tone="info"
      role="status"
      isBar
      title={t('help.recovery.title')}
      action={<Button onClick={markSeen}>{t('help.recovery.seen')}</Button>}
    >
      <p data-help="khi-gap-su-co">{t('help.recovery.text', { at: formatDateTime(at), folder })}</p>
    </Notice>
  );
}
