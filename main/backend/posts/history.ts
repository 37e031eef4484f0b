import { type PostFields, postFieldsSchema, type Revision } from '../../../shared/content/index.ts';
import { AppError, type HistoryEntry, type Output } from '../../../shared/contract/index.ts';
import type { Desk } from './desk.ts';
import { mint } from './mint.ts';
import { readRevision } from './revisions.ts';
import { writeDraft } from './write.ts';

/** Versions shown at most. */
const MOST = 200;

interface Row {
  readonly id: string;
  readonly author: string | null;
  readonly name: string | null;
  readonly at: string | null;
  readonly previous: string | null;
}

/** The versions of a post on this computer, newest first: the portal sends those that its person may see. */
export function listHistory({ db }: Desk, post: string): HistoryEntry[] {
  const rows = db
    .prepare<[string, number], Row>(
      `SELECT revision.id, revision.author, member.name, json_extract(revision.canonical, '$.createdAt') AS at,
              (SELECT older.id FROM revision AS older WHERE older.id = json_extract(revision.parents, '$[0]')) AS previous
       FROM revision LEFT JOIN member ON member.id = revision.author
       WHERE revision.post = ? ORDER BY revision.received DESC LIMIT ?`,
    )
    .all(post, MOST);
  return rows.map(({ id, author, name, at, previous }) => ({
    revision: id,
    previous,
    authorName: author === null ? null : (name ?? ''),
    at,
  }));
}

/** The text of one version. @throws AppError `post_not_found` when it is not on this computer or another post's. */
export function readHistory(desk: Desk, post: string, revision: string): Output<'history.read'> {
  const found = versionOf(desk, post, revision);
  return { fields: fieldsOf(found), blocks: found.blocks };
}

/**
 * Writes an older version's text as the newest one: a revision of its own, made from the head. What was being written
 * becomes a revision first, so that restoring loses nothing.
 *
 * @throws AppError as `writeDraft` and `mint`: then nothing is restored.
 */
export function restoreVersion(desk: Desk, post: string, revision: string): void {
  const found = versionOf(desk, post, revision);
  mint(desk, post);
  const order = found.blocks.map(({ id }) => id);
  writeDraft(desk, { post, fields: fieldsOf(found), order, blocks: found.blocks });
  mint(desk, post);
}

function versionOf({ db }: Desk, post: string, id: string): Revision {
  const revision = readRevision(db, id);
  if (revision === null || revision.post !== post) throw new AppError('post_not_found');
  return revision;
}

function fieldsOf(revision: Revision): PostFields {
  return postFieldsSchema.parse(
    Object.fromEntries(Object.keys(postFieldsSchema.shape).map((key) => [key, revision[key as keyof PostFields]])),
  );
}
