import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { Button, Notice, useToast } from '../design/index.ts';
import { useSession } from '../session/index.ts';

/** Tells the old computer that a file was made to move away from it, until the person has read it. */
export function MovedBar() {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const { app, refresh } = useSession();
  if (app.movedAt === null) return null;
  const markSeen = (): void => {
    client.call('move.seen', null).then(refresh, (error: unknown) => toast(sentence(error), 'bad'));
  };
  return (
    <Notice
      tone="info"
      role="status"
      isBar
      title={t('move.movedTitle', { at: formatDateTime(app.movedAt) })}
      action={<Button onClick={markSeen}>{t('move.movedSeen')}</Button>}
    >
      <p data-help="chuyen-may">{t('move.movedText')}</p>
    </Notice>
  );
}
