import { type ReactNode, useEffect, useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useClient, useT } from '../connection/index.ts';
import { Notice, TabList, TabPanel, TabRoot } from '../design/index.ts';
import { Comparison } from '../history/index.ts';
import styles from './review.module.css';

type View = 'page' | 'seen' | 'live';

interface Before {
  readonly seen: string | null;
  readonly live: string | null;
}

interface ReadingViewsProps {
  readonly details: PostDetails;
  /** The text shown; `null` for a working copy, which nobody else has changed. */
  readonly revision: string | null;
  /** The page as readers will see it. */
  readonly children: ReactNode;
}

/**
 * A post that is read to be decided on: as its readers will see it, and what changed since this person looked at it last,
 * and since readers did. Where nothing did, the page stands alone.
 */
export function ReadingViews({ details, revision, children }: ReadingViewsProps) {
  const t = useT();
  const client = useClient();
  const { post } = details;
  const [view, setView] = useState<View>('page');
  const [before, setBefore] = useState<Before | null>(null);
  useEffect(() => {
    if (revision === null) return;
    let isGone = false;
    let isNoted = true;
    const note = (): void => void client.call('review.saw', { post, revision }).catch(() => undefined);
    client.call('review.before', { post }).then(
      (found) => {
        if (isGone) return;
        setBefore(found);
        // A first reading is noted at once, for whoever closes the window on it; a later one when it is left, so that
        // what it is compared with is there until then.
        if (found.seen === null) note();
        else isNoted = false;
      },
      // The comparison is a help: without it the page is there all the same.
      () => undefined,
    );
    return () => {
      isGone = true;
      // What was left before anything of it stood there, nobody has looked at.
      if (!isNoted) note();
    };
  }, [client, post, revision]);

  const older = {
    seen: before?.seen === revision ? null : (before?.seen ?? null),
    live: before?.live === revision ? null : (before?.live ?? null),
  };
  const shown = view !== 'page' && older[view] === null ? 'page' : view;
  if (revision === null || (older.seen === null && older.live === null)) return children;
  const items = (['page', 'seen', 'live'] as const)
    .filter((value) => value === 'page' || older[value] !== null)
    .map((value) => ({ value, label: t(`review.view.${value}`) }));
  return (
    <TabRoot value={shown} onValueChange={(next: View) => setView(next)}>
      {older.seen !== null && shown === 'page' && <Notice isBar>{t('review.changed')}</Notice>}
      <div className={styles.bar}>
        <TabList label={t('review.views')} items={items} />
      </div>
      <TabPanel value="page">{children}</TabPanel>
      {(['seen', 'live'] as const).map(
        (value) =>
          older[value] !== null && (
            <TabPanel key={value} value={value} className={styles.comparison}>
              {shown === value && <Comparison post={post} entry={{ revision, previous: older[value] }} />}
            </TabPanel>
          ),
      )}
    </TabRoot>
  );
}
