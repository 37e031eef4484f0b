import { MOST_TASKS, type Task, type Tasks } from '../../../shared/contract/index.ts';
import { CALENDAR_YEARS, YEARLY_POSTS } from '../../../shared/rules/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { NEW_POST, type PostStatus, stateUnder } from '../../../shared/workflow/index.ts';
import { type Desk, isLateWithOthers, possibleActions, projectNewDay, termOf, workerOf } from '../posts/index.ts';
import type { Store } from '../store/index.ts';

interface WaitingRow {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly word: string;
  readonly owner_name: string | null;
  readonly remarks: number;
}

/** What waits for this person, late first: read from this computer alone, so the same with no network. */
export function listTasks(desk: Desk): Tasks {
  const { db } = desk;
  // With no network, days pass too.
  projectNewDay(desk);
  const today = dayInVietnam(desk.now().toISOString());
  const waiting = "(post.is_my_turn = 1 OR post.word = 'look_again' OR post.remarks > 0)";
  const total = db.prepare<[], { total: number }>(`SELECT count(*) AS total FROM post WHERE ${waiting}`).get()?.total;
  const tasks = db
    .prepare<[], WaitingRow>(
      `SELECT post.id, post.title, post.status, post.word, post.remarks, member.name AS owner_name
       FROM post LEFT JOIN member ON member.id = post.owner
       WHERE ${waiting}`,
    )
    .all()
    .map((row) => toTask(desk, row))
    .sort(bySooner);
  const year = Number(today.slice(0, 4));
  return {
    tasks: tasks.slice(0, MOST_TASKS),
    total: total ?? 0,
    year: { year, published: publishedIn(db, year), target: YEARLY_POSTS },
    isCalendarKnown: tasks.every(({ due }) => due === null || CALENDAR_YEARS.includes(Number(due.slice(0, 4)))),
  };
}

function toTask(desk: Desk, row: WaitingRow): Task {
  const status: PostStatus = { ...NEW_POST, ...(JSON.parse(row.status) as Partial<PostStatus>) };
  const isLookAgain = row.word === 'look_again';
  const { since, due, daysLeft } = termOf(desk, status);
  return {
    post: row.id,
    title: row.title,
    state: stateUnder(desk.rules, status),
    ownerName: row.owner_name ?? '',
    isLookAgain,
    since,
    due: isLookAgain ? null : due,
    daysLeft: isLookAgain ? null : daysLeft,
    actions: possibleActions(desk, row.id, status, null).flatMap(({ name, allowed }) =>
      // Urgent publishing is a last resort, and needs the network.
      allowed && name !== 'urgent' ? [name] : [],
    ),
    reminder: status.unreviewed !== null ? 'unreviewed' : (status.held ?? (isEscalated(desk, status) ? 'late' : null)),
    worker: workerOf(desk, row.status),
    remarks: row.remarks,
  };
}

/** Told to the head: a step whose term is over, whoever's turn it is. */
function isEscalated(desk: Desk, status: PostStatus): boolean {
  return desk.me().roles.includes('head') && isLateWithOthers(desk, status);
}

/** What the portal did not take first, what others are at last; between, by the last day and by how long it has waited. */
function bySooner(one: Task, other: Task): number {
  const key = ({ isLookAgain, worker, due, since }: Task): string =>
    `${isLookAgain ? 0 : worker !== null && !worker.isMe ? 2 : 1} ${due ?? '9999-12-31'} ${since ?? '9999'}`;
  return key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0;
}

/**
 * In SQL, the posts that are or were public with the moment each first was: `id` and `at`. A page taken over from the site
 * that was there before was public there already, and its correction is no new post.
 */
export const FIRST_PUBLIC = `SELECT post AS id, min(
    CASE name WHEN 'post.import' THEN json_extract(words, '$.args.publishedAt') ELSE received_at END) AS at
  FROM mutation WHERE name IN ('post.publish', 'post.import') AND outcome = 'accepted' GROUP BY post`;

/** Posts that first became public in that year, by Vietnam's time. A correction is no new post. */
export function publishedIn(db: Store, year: number): number {
  const start = (of: number): string => new Date(Date.UTC(of, 0, 1) - 7 * 3_600_000).toISOString();
  const row = db
    .prepare<[string, string], { total: number }>(
      `SELECT count(*) AS total FROM (${FIRST_PUBLIC}) WHERE at >= ? AND at < ?`,
    )
    .get(start(year), start(year + 1));
  return row?.total ?? 0;
}
