import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { Button, Notice, useToast } from '../design/index.ts';
import { useSession } from '../session/index.ts';

/** Says that this data folder was found copied or put back, and counts as a new device, until the person has read it. */
export function NewLineBar() {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const { app, refresh } = useSession();
  if (app.newLine === null) return null;
  const { at, why } = app.newLine;
  const markSeen = (): void => {
    client.call('app.newLineSeen', null).then(refresh, (error: unknown) => toast(sentence(error), 'bad'));
  };
  return (
    <Notice
      tone="info"
      role="status"
      isBar
      title={t(`help.newLine.${why}`)}
      action={<Button onClick={markSeen}>{t('help.recovery.seen')}</Button>}
    >
      <p data-help="khi-gap-su-co">{t(`help.newLine.${why}Text`, { at: formatDateTime(at) })}</p>
    </Notice>
  );
}
