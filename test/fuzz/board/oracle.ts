import type Database from 'better-sqlite3';
import { contentHash, hashText, htmlHash, type Revision } from '../../../shared/content/index.ts';
import { isApprovalSealedBy, type Mutation } from '../../../shared/sync/index.ts';
import type { ApprovalStatement, RegulationVersion } from '../../../shared/workflow/index.ts';

interface Publication {
  readonly mutation: string;
  readonly post: string;
  readonly revision: string;
  readonly approval: string;
  readonly published_at: string;
  readonly ended_at: string | null;
}

/** A page that may be public, with the very HTML that was sealed. */
export interface Page {
  readonly post: string;
  readonly isLive: boolean;
  readonly html: string;
}

/**
 * What ever was public of these posts, held against the signed words alone: the program's own tables and judgements
 * count for nothing here.
 *
 * @returns the pages, and what is wrong with them.
 */
export function publicPages(db: Database.Database, posts: readonly string[]): { pages: Page[]; wrong: string[] } {
  const pages: Page[] = [];
  const wrong: string[] = [];
  for (const post of posts) {
    const rows = db
      .prepare<[string], Publication>('SELECT * FROM publication WHERE post = ? ORDER BY published_at, rowid')
      .all(post);
    const before = new Set<string>();
    for (const row of rows) {
      const approval = db
        .prepare<[string], { html: string }>('SELECT html FROM approval WHERE mutation = ?')
        .get(row.approval);
      const problem = approval === undefined ? 'it has no approval' : approvalProblem(db, row, approval.html, before);
      if (problem !== null) wrong.push(`publication ${row.mutation} of ${post}: ${problem}`);
      pages.push({ post, isLive: row.ended_at === null, html: approval?.html ?? '' });
      if (isAnsweredFor(db, row)) before.add(row.revision);
    }
    if (rows.filter(({ ended_at }) => ended_at === null).length > 1) wrong.push(`${post} is public twice`);
  }
  return { pages, wrong };
}

/** Whether a second person answers for a page: it was approved, taken over from another site, or reviewed afterwards. */
function isAnsweredFor(db: Database.Database, { post, revision, approval }: Publication): boolean {
  const made = db.prepare<[string], { name: string }>('SELECT name FROM mutation WHERE id = ?').get(approval);
  const review = db.prepare(
    "SELECT 1 FROM mutation WHERE post = ? AND revision = ? AND name = 'post.review' AND outcome = 'accepted'",
  );
  return made?.name !== 'post.urgent' || review.get(post, revision) !== undefined;
}

function approvalProblem(
  db: Database.Database,
  { post, revision, approval }: Publication,
  html: string,
  before: ReadonlySet<string>,
): string | null {
  const row = db
    .prepare<[string], { canonical: string; person: string; outcome: string; received_at: string }>(
      'SELECT canonical, person, outcome, received_at FROM mutation WHERE id = ?',
    )
    .get(approval);
  if (row?.outcome !== 'accepted') return 'its approval was not accepted';
  const { name, args } = JSON.parse(row.canonical) as Mutation;
  const { statement, key, seal } = args as unknown as { statement: ApprovalStatement; key: string; seal: string };
  const text = textOf(db, revision);
  if (text === null) return 'its text is not what its id says';
  if (statement.post !== post || statement.revision !== revision) return 'its approval is about another text';
  if (statement.contentHash !== contentHash(text)) return 'its approval names another content hash';
  if (statement.htmlHash !== htmlHash(html)) return 'its approval names another HTML hash';
  const known = db
    .prepare<[string], { person: string; public_key: string }>(
      'SELECT person, public_key FROM approval_key WHERE id = ?',
    )
    .get(key);
  if (known?.person !== row.person) return 'its seal is by a key of somebody else';
  if (!isApprovalSealedBy(statement, seal, known.public_key)) return 'its seal is wrong';
  // Published before its review, and recorded as such: the one exception (design 5).
  if (name === 'post.urgent') return null;
  if (name !== 'post.approve') return `it was published by ${name}`;
  if (!authorsOf(db, revision, before).has(row.person)) return null;
  const { exemption = null } = args as { exemption?: string | null };
  if (exemption === null) return 'who approved it wrote it';
  return isGranted(db, exemption, row) ? null : 'who approved it wrote it, and no exemption let them';
}

/** Whether the parent unit's exemption of that name let that person approve on the day it was received. */
function isGranted(
  db: Database.Database,
  id: string,
  { person, received_at: at }: { readonly person: string; readonly received_at: string },
): boolean {
  const day = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
  const versions = db.prepare<[], { words: string }>('SELECT words FROM regulation').all();
  const all = versions.flatMap(({ words }) => (JSON.parse(words) as RegulationVersion).exemptions);
  return all.some(
    (one) =>
      one.id === id &&
      (one.person === null || one.person === person) &&
      one.transitions.includes('approve') &&
      one.from <= day &&
      day <= one.to,
  );
}

function textOf(db: Database.Database, id: string): Revision | null {
  const row = db.prepare<[string], { canonical: string }>('SELECT canonical FROM revision WHERE id = ?').get(id);
  return row === undefined || hashText(row.canonical) !== id ? null : (JSON.parse(row.canonical) as Revision);
}

/** Who wrote a revision or an ancestor of it, back to what was public before. */
function authorsOf(db: Database.Database, revision: string, before: ReadonlySet<string>): Set<string> {
  const authors = new Set<string>();
  const seen = new Set<string>();
  const queue = [revision];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id) || (id !== revision && before.has(id))) continue;
    seen.add(id);
    const text = textOf(db, id);
    if (text?.author != null) authors.add(text.author);
    queue.push(...(text?.parents ?? []));
  }
  return authors;
}
