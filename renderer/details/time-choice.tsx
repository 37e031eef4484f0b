import { useT } from '../connection/index.ts';
import { TextField } from '../design/index.ts';
import styles from './details.module.css';

/** At once, or at a time of Vietnam as it is typed: `2026-12-01T07:30`. */
export interface TimeChosen {
  readonly isLater: boolean;
  readonly at: string;
}

const VIETNAM = 7 * 3_600_000;

/** The choice a dialog starts with. `at` is ISO in UTC, or `null` for at once. */
export function startingTime(at: string | null): TimeChosen {
  if (at === null) return { isLater: false, at: '' };
  return { isLater: true, at: new Date(Date.parse(at) + VIETNAM).toISOString().slice(0, 16) };
}

/** The chosen time in UTC, `null` for at once, `undefined` for no time yet. */
export function chosenTime({ isLater, at }: TimeChosen): string | null | undefined {
  if (!isLater) return null;
  const time = Date.parse(`${at}:00.000+07:00`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** What is wrong with a choice: no time, or one that has passed, at which the portal would publish at once. */
export function timeProblem(time: TimeChosen, now: string): 'board.time.missing' | 'calendar.past' | null {
  const at = chosenTime(time);
  if (at === undefined) return 'board.time.missing';
  return at !== null && at <= now ? 'calendar.past' : null;
}

interface TimeChoiceProps {
  readonly time: TimeChosen;
  readonly onChange: (time: TimeChosen) => void;
  /** Whether it was to be done with this time: what is wrong with it is said then. */
  readonly isTried: boolean;
}

/** When the portal is to publish. */
export function TimeChoice({ time, onChange, isTried }: TimeChoiceProps) {
  const t = useT();
  const problem = isTried ? timeProblem(time, new Date().toISOString()) : null;
  return (
    <>
      <fieldset className={styles.checks}>
        <legend>{t('board.time')}</legend>
        {[false, true].map((isLater) => (
          <label key={String(isLater)} className={styles.check}>
            <input
              type="radio"
              name="time"
              checked={time.isLater === isLater}
              onChange={() => onChange({ ...time, isLater })}
            />
            <span>{t(isLater ? 'board.time.later' : 'board.time.now')}</span>
          </label>
        ))}
      </fieldset>
      {time.isLater && (
        <TextField
          label={t('board.time.at')}
          type="datetime-local"
          value={time.at}
          onChange={(at) => onChange({ ...time, at })}
          error={problem === null ? undefined : t(problem)}
        />
      )}
    </>
  );
}
