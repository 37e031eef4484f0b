import { MOST_HERE, type SyncOverview, type SyncStatus } from '../../../shared/contract/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { type Desk, portalAhead, unmintedDrafts, unseenVerdicts } from '../posts/index.ts';
import type { Lanes } from './lanes.ts';
import { pictureRule, readPlan } from './plan.ts';
import { quotaToday } from './quota.ts';
import type { Traffic } from './traffic.ts';

export interface OverviewSources {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  readonly lanes: Lanes;
  readonly traffic: Traffic;
  readonly status: SyncStatus;
  readonly nextTryAt: Date | null;
  /** Pictures the portal did not have when it was last asked. */
  readonly absent: number;
}

/** All that the screen *Đồng bộ* shows, read from this computer alone. */
export function syncOverview(sources: OverviewSources): SyncOverview {
  const { desk, shelf, lanes, traffic, status, nextTryAt, absent } = sources;
  const mayTravel = pictureRule(desk.db, shelf, traffic);
  const held = (pictures: ReturnType<MediaShelf['toSend']>): { items: number; bytes: number } => {
    const kept = pictures.filter((picture) => !mayTravel(picture));
    return { items: kept.length, bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
  return {
    status,
    ...postsHere(desk),
    lanes: lanes.snapshot(),
    portal: portalHas(desk),
    nextTryAt: nextTryAt?.toISOString() ?? null,
    today: traffic.today(),
    month: traffic.month(),
    plan: readPlan(desk.db),
    heldUp: held(shelf.toSend()),
    heldDown: held(shelf.toFetch()),
    wantedNotHere: shelf.countWantedNotHere(),
    absent,
    unseen: unseenVerdicts(desk).length,
    portalAheadMs: portalAhead(desk),
    quota: quotaToday(desk.db, desk.now()),
  };
}

interface HereRow {
  readonly post: string;
  readonly is_pending: number;
  readonly at: string;
}

/** Posts with words that the portal has not answered, newest first. One that is being typed on counts as a draft. */
function postsHere({ db }: Desk): Pick<SyncOverview, 'here' | 'hereTotal'> {
  const waiting = db
    .prepare<[], HereRow>(
      `SELECT post, max(outcome = 'pending') AS is_pending, max(at) AS at FROM mutation
       WHERE outcome IN ('pending', 'sent') GROUP BY post`,
    )
    .all();
  const found = new Map<string, Omit<SyncOverview['here'][number], 'title'>>();
  for (const { post, is_pending, at } of waiting)
    found.set(post, { post, word: is_pending === 1 ? 'saved_here' : 'sent', at });
  for (const { post, changedAt } of unmintedDrafts(db)) found.set(post, { post, word: 'draft', at: changedAt });
  const title = db.prepare<[string], { title: string }>('SELECT title FROM post WHERE id = ?');
  const here = [...found.values()]
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, MOST_HERE)
    .map((row) => ({ ...row, title: title.get(row.post)?.title ?? '' }));
  return { here, hereTotal: found.size };
}

/** What the portal has said it has. */
function portalHas({ db }: Desk): SyncOverview['portal'] {
  const count = (sql: string): number => db.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  const saves = "FROM mutation WHERE name = 'post.save' AND outcome = 'accepted'";
  return {
    posts: count(`SELECT count(DISTINCT post) AS n ${saves}`),
    revisions: count(`SELECT count(*) AS n ${saves}`),
    pictures: count('SELECT count(*) AS n FROM media WHERE is_here = 1 AND is_wanted = 0'),
  };
}
