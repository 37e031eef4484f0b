import { formatDate } from '../../shared/vietnamese/index.ts';
import { useErrorText, useQuery, useT } from '../connection/index.ts';
import { Badge, Notice, Spinner, type Tone } from '../design/index.ts';
import { useCategoryName } from '../session/index.ts';
import styles from './site.module.css';

const TONES: Readonly<Record<'empty' | 'late' | 'due' | 'fine', Tone>> = {
  empty: 'bad',
  late: 'bad',
  due: 'warn',
  fine: 'good',
};

/** Which categories that the unit must keep are empty or late, worst first, each with the rule behind it. */
export function CoveragePart() {
  const t = useT();
  const nameOf = useCategoryName();
  const { data, error } = useQuery('site.coverage', null);
  const sentence = useErrorText(error);
  if (data === null)
    return sentence === null ? <Spinner label={t('window.loading')} /> : <Notice tone="bad">{sentence}</Notice>;
  const day = (iso: string): string => formatDate(`${iso}T00:00:00.000Z`);
  return (
    <div className={styles.fields}>
      <p>{t('coverage.lead')}</p>
      <ul className={styles.coverage}>
        {data.categories.map(({ code, state, count, newest, due, basis, verified }) => (
          <li key={code}>
            <p className={styles.strong}>
              {nameOf(code)} <Badge tone={TONES[state]}>{t(`coverage.${state}`)}</Badge>
            </p>
            <p>
              {newest === null ? t('coverage.none') : t('coverage.has', { count, day: day(newest) })}{' '}
              {due !== null && t('coverage.renew', { day: day(due) })}
            </p>
            <p>{verified ? basis : t('coverage.unverified', { basis })}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
