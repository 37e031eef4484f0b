import { z } from 'zod';
import type { InboxEntry } from '../../../shared/contract/index.ts';
import type { Mutation } from '../../../shared/sync/index.ts';
import { type Action, parseAction } from '../../../shared/workflow/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { projectPost } from './project.ts';
import { reasonOf } from './reason.ts';
import { copyAsNewDraft } from './rescue.ts';
import { readRevision } from './revisions.ts';

interface VerdictRow {
  readonly id: string;
  readonly post: string;
  readonly title: string | null;
  readonly name: string;
  readonly outcome: 'superseded' | 'refused';
  readonly code: string | null;
  readonly received_at: string | null;
  readonly at: string;
  readonly is_seen: number;
  readonly words: string;
}

/** How many verdicts the history shows. */
const MOST_SHOWN = 200;

const VERDICTS = `SELECT mutation.id, mutation.post, post.title, mutation.name, mutation.outcome, mutation.code,
         mutation.received_at, mutation.at, mutation.is_seen, mutation.words
  FROM mutation LEFT JOIN post ON post.id = mutation.post`;

/** What the portal decided against this person's actions and they have not seen yet, newest first; set aside text too. */
export function unseenVerdicts(desk: Desk): InboxEntry[] {
  const verdicts = desk.db
    .prepare<[], VerdictRow>(`${VERDICTS} WHERE mutation.is_seen = 0 ORDER BY mutation.place DESC`)
    .all();
  return [...setAside(desk, false), ...verdicts.map((row) => toEntry(desk, row))];
}

/** Everything the portal ever decided against this person's actions, newest first: nothing of it is thrown away. */
export function allVerdicts(desk: Desk): InboxEntry[] {
  const verdicts = desk.db
    .prepare<[string, number], VerdictRow>(
      `${VERDICTS} WHERE mutation.outcome IN ('refused', 'superseded') AND mutation.person = ?
       ORDER BY mutation.place DESC LIMIT ?`,
    )
    .all(desk.me().id, MOST_SHOWN);
  const entries = [...setAside(desk, true), ...verdicts.map((row) => toEntry(desk, row))];
  return entries.toSorted((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1));
}

function toEntry({ db }: Desk, row: VerdictRow): InboxEntry {
  const action = actionIn(row);
  return {
    mutation: row.id,
    post: row.post,
    title: row.title ?? titleOfJudged(db, action),
    name: row.name,
    outcome: row.outcome,
    code: row.code ?? 'unknown',
    receivedAt: row.received_at ?? row.at,
    isSeen: row.is_seen === 1,
    isHere: row.title !== null,
    said: saidIn(action),
  };
}

function actionIn({ name, words }: VerdictRow): Action | null {
  return parseAction(name, (JSON.parse(words) as Mutation).args);
}

/** What the text was called that the act was on, where its post is out of sight. */
function titleOfJudged(db: Store, action: Action | null): string {
  const revision = action !== null && 'revision' in action.args ? readRevision(db, action.args.revision) : null;
  return revision?.title ?? '';
}

/** What the person had written with it: a remark with its wording, the reason of a return, what readers were to be told. */
function saidIn(action: Action | null): string | null {
  if (action?.name === 'post.comment')
    return [action.args.text, action.args.wording ?? ''].filter((part) => part !== '').join(' → ');
  return action === null ? null : reasonOf(action);
}

interface AsideRow {
  readonly revision: string;
  readonly post: string;
  readonly at: string;
  readonly is_seen: number;
}

/** Text from a revoked device of this person: named by its revision. */
function setAside({ db }: Desk, isSeenToo: boolean): InboxEntry[] {
  return db
    .prepare<[], AsideRow>(`SELECT * FROM set_aside ${isSeenToo ? '' : 'WHERE is_seen = 0'} ORDER BY at DESC`)
    .all()
    .map(({ revision, post, at, is_seen: isSeen }) => ({
      ...{ mutation: revision, post, name: 'post.save', outcome: 'set_aside' as const, code: 'device_revoked' },
      title: readRevision(db, revision)?.title ?? '',
      ...{ receivedAt: at, isSeen: isSeen === 1, isHere: true, said: null },
    }));
}

/** Marks a verdict as seen: its post no longer says "look again" for it. */
export function markSeen(desk: Desk, mutation: string): void {
  const { db } = desk;
  const row = db.prepare<[string], { post: string }>('SELECT post FROM mutation WHERE id = ?').get(mutation);
  if (row === undefined) {
    db.prepare('UPDATE set_aside SET is_seen = 1 WHERE revision = ?').run(mutation);
  } else {
    db.transaction(() => {
      db.prepare('UPDATE mutation SET is_seen = 1 WHERE id = ?').run(mutation);
      projectPost(desk, row.post);
    })();
    desk.tell('posts.changed', { posts: [row.post] });
  }
  desk.tell('inbox.changed', { unseen: unseenVerdicts(desk).length });
}

const ADOPTED = 'adopted';
const adoptedSchema = z.record(z.string(), z.string());

/**
 * Takes text from a revoked device over, as a new draft: the post itself goes on from what the portal has. Asked again,
 * it is the draft that was made then, as long as that is here: a second click makes no second one.
 *
 * @returns the draft, or `null` when there is no such text here.
 */
export function adopt(desk: Desk, revision: string, title: (original: string) => string): string | null {
  const { db } = desk;
  const row = db.prepare<[string]>('SELECT 1 FROM set_aside WHERE revision = ?').get(revision);
  if (row === undefined) return null;
  const made = readSetting(db, ADOPTED, adoptedSchema) ?? {};
  const known = made[revision];
  if (known !== undefined && db.prepare('SELECT 1 FROM post WHERE id = ?').get(known) !== undefined) return known;
  const post = db.transaction(() => {
    const draft = copyAsNewDraft(desk, revision, title);
    if (draft !== null) writeSetting(db, ADOPTED, { ...made, [revision]: draft });
    return draft;
  })();
  if (post !== null) markSeen(desk, revision);
  return post;
}
