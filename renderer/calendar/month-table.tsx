import { useState } from 'react';
import type { Calendar, CalendarEntry } from '../../shared/contract/index.ts';
import { formatDate } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { classNames, VisuallyHidden } from '../design/index.ts';
import styles from './calendar.module.css';
import { placeOf, weeksOf } from './days.ts';
import { EntryCard, POST_KIND } from './entry-card.tsx';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface MonthTableProps {
  readonly month: string;
  readonly calendar: Calendar;
  readonly onOpen: (post: string) => void;
  readonly onChange: (entry: CalendarEntry) => void;
  readonly onDrop: (post: string, day: string) => void;
}

/** The days of a month with their posts. A day takes a post that is dropped on it. */
export function MonthTable({ month, calendar, onOpen, onChange, onDrop }: MonthTableProps) {
  const t = useT();
  const [over, setOver] = useState<string | null>(null);
  const entriesOf = (day: string): CalendarEntry[] =>
    calendar.entries.filter(({ at }) => at !== null && placeOf(at).day === day);
  return (
    <div className={styles.scroller}>
      <table className={styles.month} aria-label={t('calendar.table')}>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col">
                {t(`calendar.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const off = calendar.daysOff.find(({ date }) => date === day);
                const date = formatDate(`${day}T00:00:00.000Z`);
                const isToday = day === calendar.today;
                return (
                  <td
                    key={day}
                    className={classNames(
                      styles.day,
                      !day.startsWith(month) && styles.other,
                      isToday && styles.today,
                      over === day && styles.over,
                    )}
                    onDragOver={(event) => {
                      if (!event.dataTransfer.types.includes(POST_KIND)) return;
                      event.preventDefault();
                      setOver(day);
                    }}
                    onDragLeave={() => setOver(null)}
                    onDrop={(event) => {
                      event.preventDefault();
                      setOver(null);
                      onDrop(event.dataTransfer.getData(POST_KIND), day);
                    }}
                  >
                    <span className={styles.number}>
                      <span aria-hidden="true">{Number(day.slice(8))}</span>
                      <VisuallyHidden>{isToday ? t('calendar.today', { date }) : date}</VisuallyHidden>
                    </span>
                    {off !== undefined && <span className={styles.off}>{t('calendar.off', { name: off.name })}</span>}
                    <ul className={styles.entries}>
                      {entriesOf(day).map((entry) => (
                        <EntryCard
                          key={`${entry.post} ${entry.isPublished}`}
                          entry={entry}
                          onOpen={onOpen}
                          onChange={onChange}
                        />
                      ))}
                    </ul>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
