import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { SyncOverview } from '../../shared/contract/index.ts';
import { translateCode } from '../../shared/i18n/index.ts';
import { formatDateTime, formatNumber } from '../../shared/vietnamese/index.ts';
import {
  useClient,
  useErrorText,
  useEvent,
  useLanguage,
  usePostsChanged,
  useQuery,
  useT,
} from '../connection/index.ts';
import { Badge, Button, Notice, Spinner } from '../design/index.ts';
import { Receiving } from '../header/index.ts';
import { DiagnosticsDialog } from '../help/index.ts';
import { bytesText } from './bytes.ts';
import { LaneRow } from './lane-row.tsx';
import { PlanForm } from './plan-form.tsx';
import styles from './sync.module.css';
import { WrongClock } from './wrong-clock.tsx';

/** *Đồng bộ*: what is on this computer only, what is on its way, what the portal has, what it costs, what is wrong. */
export function SyncPane({ onOpen }: { readonly onOpen: (post: string) => void }) {
  const t = useT();
  const client = useClient();
  const { data, error, refetch } = useQuery('sync.overview', null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isReporting, setReporting] = useState(false);
  useEvent('sync.changed', refetch);
  useEvent('sync.moved', refetch);
  usePostsChanged(refetch);
  const sentence = useErrorText(failure ?? error);
  const after = (call: Promise<unknown>): void => {
    setFailure(null);
    call.then(refetch, setFailure);
  };
  if (data === null)
    return sentence === null ? (
      <Spinner label={t('sync.loading')} />
    ) : (
      <Notice tone="bad" role="alert" action={<Button onClick={refetch}>{t('window.retry')}</Button>}>
        {sentence}
      </Notice>
    );
  const { status, lanes, portal, nextTryAt } = data;
  return (
    <div className={styles.page} data-help="mat-mang-va-dong-bo">
      <div className={styles.head}>
        <h2>{t('sync.title')}</h2>
        <Button
          variant="primary"
          icon={<RefreshCw size={16} aria-hidden="true" />}
          isBusy={status.state === 'syncing'}
          onClick={() => after(client.call('sync.now', null))}
        >
          {t('window.sync.now')}
        </Button>
      </div>
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      <Problems overview={data} />
      <p>
        {status.lastGoodAt === null ? t('sync.never') : t('sync.lastGood', { at: formatDateTime(status.lastGoodAt) })}{' '}
        {nextTryAt !== null && t('sync.nextTry', { at: formatDateTime(nextTryAt) })}
      </p>
      {status.receiving !== null && (
        <section aria-label={t('receiving.label')}>
          <Receiving receiving={status.receiving} />
        </section>
      )}
      <section aria-label={t('sync.here')}>
        <h3>{t('sync.here')}</h3>
        {data.hereTotal === 0 && <p className={styles.quiet}>{t('sync.hereNone')}</p>}
        <ul className={styles.rows}>
          {data.here.map(({ post, title, word, at }) => (
            <li key={post}>
              <button type="button" className={styles.row} onClick={() => onOpen(post)}>
                <span className={styles.title}>{title === '' ? t('window.untitled') : title}</span>
                <Badge tone={word === 'sent' ? 'info' : 'neutral'}>{t(`sync.word.${word}`)}</Badge>
                <span className={styles.quiet}>{formatDateTime(at)}</span>
              </button>
            </li>
          ))}
        </ul>
        {data.hereTotal > data.here.length && (
          <p className={styles.quiet}>{t('sync.hereMore', { count: data.hereTotal - data.here.length })}</p>
        )}
      </section>
      <section aria-label={t('sync.way')}>
        <h3>{t('sync.way')}</h3>
        <ul className={styles.lanes}>
          {lanes.map((lane) => (
            <LaneRow key={lane.lane} lane={lane} />
          ))}
        </ul>
        <Held overview={data} onLetPass={() => after(client.call('sync.letPass', null))} />
      </section>
      <section aria-label={t('sync.portal')}>
        <h3>{t('sync.portal')}</h3>
        <p>
          {t('sync.portalHas', {
            posts: formatNumber(portal.posts),
            revisions: formatNumber(portal.revisions),
            pictures: formatNumber(portal.pictures),
          })}
        </p>
      </section>
      <section aria-label={t('sync.cost')}>
        <h3>{t('sync.cost')}</h3>
        <Cost overview={data} />
        <PlanForm
          key={JSON.stringify(data.plan)}
          plan={data.plan}
          onSave={(plan) => after(client.call('sync.setPlan', plan))}
        />
      </section>
      <section aria-label={t('sync.help')}>
        <h3>{t('sync.help')}</h3>
        <p>{t('sync.helpText')}</p>
        <Button onClick={() => setReporting(true)}>{t('help.diagnostics')}</Button>
      </section>
      <DiagnosticsDialog isOpen={isReporting} onClose={() => setReporting(false)} />
    </div>
  );
}

/** What is wrong, each with what to do; that all is well only when nothing waits and nothing was passed over. */
function Problems({ overview }: { readonly overview: SyncOverview }) {
  const t = useT();
  const language = useLanguage();
  const { status, unseen, wantedNotHere, absent, hereTotal } = overview;
  const isWaiting = status.pending + status.drafts + status.incoming + hereTotal + wantedNotHere > 0;
  const isDone = status.state === 'idle' && !isWaiting && !status.isSetAside;
  return (
    <div className={styles.problems}>
      {isDone && <Notice tone="good">{t('sync.allDone')}</Notice>}
      {status.problem !== null && (
        <Notice tone={status.state === 'offline' ? 'neutral' : 'warn'}>
          {translateCode(language, 'error', status.problem, status.params)}
        </Notice>
      )}
      {unseen > 0 && <Notice tone="warn">{t('sync.unseen', { count: unseen })}</Notice>}
      {wantedNotHere > 0 && <Notice tone="warn">{t('sync.wantedNotHere', { count: wantedNotHere })}</Notice>}
      {absent > 0 && <Notice tone="neutral">{t('sync.absent', { count: absent })}</Notice>}
      {status.isSetAside && <Notice tone="warn">{t('sync.setAside')}</Notice>}
      {overview.quota !== null && <NearQuota quota={overview.quota} />}
      <WrongClock aheadMs={overview.portalAheadMs} />
    </div>
  );
}

/** Said from four fifths of a day's limit on: before it bites. */
function NearQuota({ quota }: { readonly quota: NonNullable<SyncOverview['quota']> }) {
  const t = useT();
  const language = useLanguage();
  const { text, files } = quota;
  const amounts = { text: bytesText(language, text.used), textMost: bytesText(language, text.most) };
  return (
    <Notice tone="info">
      {t('sync.quota', {
        ...amounts,
        files: bytesText(language, files.used),
        filesMost: bytesText(language, files.most),
      })}
    </Notice>
  );
}

/** Pictures that a metered line holds back: how large they are is said before they go. */
function Held({ overview, onLetPass }: { readonly overview: SyncOverview; readonly onLetPass: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { heldUp, heldDown, plan } = overview;
  if (heldUp.items + heldDown.items === 0) return null;
  return (
    <Notice tone="info" action={<Button onClick={onLetPass}>{t('sync.letPass')}</Button>}>
      {t('sync.held', {
        count: heldUp.items + heldDown.items,
        up: bytesText(language, heldUp.bytes),
        down: bytesText(language, heldDown.bytes),
        above: bytesText(language, plan.askAboveBytes),
      })}
    </Notice>
  );
}

function Cost({ overview }: { readonly overview: SyncOverview }) {
  const t = useT();
  const language = useLanguage();
  const { today, month, plan } = overview;
  const used = month.up + month.down;
  const amounts = { up: bytesText(language, today.up), down: bytesText(language, today.down) };
  return (
    <>
      <p>{t('sync.today', amounts)}</p>
      <p>{t('sync.month', { up: bytesText(language, month.up), down: bytesText(language, month.down) })}</p>
      {plan.isMetered && (
        <p className={styles.budget}>
          <label htmlFor="sync-budget">
            {t('sync.budget', { used: bytesText(language, used), most: bytesText(language, plan.monthlyBytes) })}
          </label>
          <progress id="sync-budget" max={plan.monthlyBytes} value={Math.min(used, plan.monthlyBytes)} />
        </p>
      )}
      {plan.isMetered && used >= plan.monthlyBytes && <Notice tone="warn">{t('sync.spent')}</Notice>}
    </>
  );
}
