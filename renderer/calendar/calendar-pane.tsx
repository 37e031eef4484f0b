import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Calendar, CalendarEntry } from '../../shared/contract/index.ts';
import { dayInVietnam, formatDate, formatDateTime } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorSentence, useErrorText, usePostsChanged, useQuery, useT } from '../connection/index.ts';
import { Button, IconButton, Notice, Spinner, useToast } from '../design/index.ts';
import styles from './calendar.module.css';
import { isAhead, monthAway, movedTo } from './days.ts';
import { EntryCard } from './entry-card.tsx';
import { MonthTable } from './month-table.tsx';
import { TimeDialog } from './time-dialog.tsx';

interface CalendarPaneProps {
  readonly onOpen: (post: string) => void;
}

/** The editorial calendar by month: what was published, what is to be, what is pinned, the year's count. */
export function CalendarPane({ onOpen }: CalendarPaneProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentenceOf = useErrorSentence();
  const [month, setMonth] = useState(() => dayInVietnam(new Date().toISOString()).slice(0, 7));
  const [changing, setChanging] = useState<CalendarEntry | null>(null);
  const { data, error, refetch } = useQuery('calendar.month', { month });
  usePostsChanged(refetch);
  const sentence = useErrorText(error);
  useEffect(() => {
    // Offline, the calendar shows what was told last, and when.
    client.call('calendar.askPins', null).then(refetch, () => undefined);
  }, [client, refetch]);

  if (data === null)
    return sentence === null ? (
      <Spinner label={t('calendar.loading')} />
    ) : (
      <Notice tone="bad" role="alert" action={<Button onClick={refetch}>{t('window.retry')}</Button>}>
        {sentence}
      </Notice>
    );

  const schedule = async (entry: CalendarEntry, at: string): Promise<boolean> => {
    if (!isAhead(at, new Date().toISOString())) {
      toast(t('calendar.past'), 'bad');
      return false;
    }
    try {
      await client.call('posts.act', {
        ...{ post: entry.post, revision: entry.revision, action: 'schedule', publishAt: at },
        ...{ reason: '', listedReason: null, htmlHash: null },
      });
      toast(t('calendar.moved', { title: entry.title, time: formatDateTime(at) }));
      refetch();
      return true;
    } catch (failure) {
      toast(sentenceOf(failure), 'bad');
      return false;
    }
  };
  const waiting = data.entries.filter(({ at }) => at === null);
  const [year, number] = month.split('-');
  return (
    <div className={styles.page} data-help="quy-che">
      <div className={styles.head}>
        <h2>{t('calendar.title')}</h2>
        <p className={styles.year}>
          <label htmlFor="calendar-year">{t('calendar.year', { ...data.year })}</label>
          <progress id="calendar-year" max={data.year.target} value={Math.min(data.year.published, data.year.target)} />
        </p>
      </div>
      <div className={styles.months}>
        <IconButton
          label={t('calendar.before')}
          icon={<ChevronLeft size={18} aria-hidden="true" />}
          onClick={() => setMonth(monthAway(month, -1))}
        />
        <h3 aria-live="polite">{t('calendar.month', { month: Number(number), year: Number(year) })}</h3>
        <IconButton
          label={t('calendar.after')}
          icon={<ChevronRight size={18} aria-hidden="true" />}
          onClick={() => setMonth(monthAway(month, 1))}
        />
        <Button variant="quiet" onClick={() => setMonth(data.today.slice(0, 7))}>
          {t('calendar.now')}
        </Button>
      </div>
      <p className={styles.quiet}>{t('calendar.how')}</p>
      <MonthTable
        month={month}
        calendar={data}
        onOpen={onOpen}
        onChange={setChanging}
        onDrop={(post, day) => {
          // A live page and its correction are two entries of one post; the page stays where it is.
          const entry = data.entries.find((one) => one.post === post && one.schedule?.allowed === true);
          if (entry !== undefined) void schedule(entry, movedTo(day, entry.at));
        }}
      />
      {waiting.length > 0 && (
        <section aria-labelledby="calendar-waiting">
          <h3 id="calendar-waiting">{t('calendar.waiting', { count: waiting.length })}</h3>
          <ul className={styles.waiting}>
            {waiting.map((entry) => (
              <EntryCard key={entry.post} entry={entry} onOpen={onOpen} onChange={setChanging} />
            ))}
          </ul>
        </section>
      )}
      <Pins pins={data.pins} onOpen={onOpen} />
      {changing !== null && <TimeDialog entry={changing} onSet={schedule} onClose={() => setChanging(null)} />}
    </div>
  );
}

function Pins({ pins, onOpen }: { readonly pins: Calendar['pins']; readonly onOpen: (post: string) => void }) {
  const t = useT();
  const all = pins?.pins ?? [];
  return (
    <section aria-labelledby="calendar-pins">
      <h3 id="calendar-pins">{t('calendar.pinned', { count: all.length })}</h3>
      <ul className={styles.pins}>
        {all.map(({ post, title, until }) => (
          <li key={post}>
            <button type="button" className={styles.link} onClick={() => onOpen(post)}>
              {until === null
                ? title
                : t('calendar.pinnedUntil', { title, date: formatDate(`${until}T00:00:00.000Z`) })}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {pins === null ? t('calendar.pinnedNever') : t('calendar.pinnedAt', { time: formatDateTime(pins.at) })}
      </p>
    </section>
  );
}
