import { type SecrecyProblem, secrecyProblem } from '../../../shared/checks/index.ts';
import { contentHash, htmlHash, isDrawable, type Revision, renderArticle } from '../../../shared/content/index.ts';
import { AppError, type Input } from '../../../shared/contract/index.ts';
import {
  type DenialCode,
  judge,
  type PostStatus,
  readinessProblems,
  type TransitionName,
  type WithdrawalReason,
} from '../../../shared/workflow/index.ts';
import type { Desk } from './desk.ts';
import { eventOf, lastSaveOf, type MutationRow, mutationsOfPost } from './events.ts';
import { mint } from './mint.ts';
import { enqueue } from './outbox.ts';
import { projectPost, statusFrom } from './project.ts';
import { contributorsOf, readRevision } from './revisions.ts';

/** Pictures of a revision that are not on this computer. */
export function missingMedia(desk: Desk, revision: Pick<Revision, 'media'>): string[] {
  const read = desk.db.prepare<[string], { is_here: number }>('SELECT is_here FROM media WHERE hash = ?');
  return revision.media.map((media) => media.hash).filter((hash) => read.get(hash)?.is_here !== 1);
}

/** Why the person may not do this now, or `null`. `revision` is the one the action would name. */
export function denialOf(
  desk: Desk,
  name: TransitionName,
  status: PostStatus,
  revision: { readonly id: string; readonly content: Revision } | null,
): DenialCode | SecrecyProblem | null {
  const me = desk.me();
  const judgement = judge(desk.rules, name, status, { person: me.id, roles: me.roles }, revision?.id ?? '');
  if (!judgement.allowed) return judgement.code;
  if (revision === null) return null;
  if (name === 'submit') return readinessProblems(revision.content)[0] ?? secrecyProblem(revision.content);
  if (name === 'approve') {
    if (!isDrawable(revision.content)) return 'newer_version';
    if (missingMedia(desk, revision.content).length > 0) return 'missing_pictures';
  }
  return null;
}

/**
 * Does one workflow action: judged here by the same rules as on the portal, written to the outbox, shown at once.
 *
 * @throws AppError `denied` with the reason's code, `changed_meanwhile` when the person looked at another revision,
 * `reason_needed`, `render_changed`, `pin_locked`, `no_approval_key`, or a limit of the text to submit.
 */
export function act(desk: Desk, wanted: Input<'posts.act'>): void {
  const { db } = desk;
  const { post } = wanted;
  const minted = wanted.action === 'submit' ? mint(desk, post) : null;
  const rows = mutationsOfPost(db, post);
  const status = statusFrom(desk, rows);
  const revision = wanted.action === 'submit' ? minted : targetRevision(wanted.action, status);
  if (revision === null) throw new AppError('post_not_found');
  // Withdrawing is about the live page, whatever else of the post is being written or reviewed on the screen.
  if (wanted.action !== 'withdraw' && wanted.revision !== null && wanted.revision !== revision)
    throw new AppError('changed_meanwhile');
  const content = readRevision(db, revision);
  if (content === null) throw new AppError('post_not_found');
  const denial = denialOf(desk, wanted.action, status, { id: revision, content });
  if (denial !== null) throw new AppError('denied', { reason: denial });

  db.transaction(() => {
    enqueueAction(desk, wanted, { revision, content, status, rows });
    projectPost(desk, post);
  })();
  desk.tell('posts.changed', { posts: [post] });
}

/** The revision an action is about: what is under review, or what is live. */
export function targetRevision(name: TransitionName, status: PostStatus): string | null {
  if (name === 'submit') return status.head;
  return name === 'withdraw' ? status.live : status.submitted;
}

interface Target {
  readonly revision: string;
  readonly content: Revision;
  readonly status: PostStatus;
  readonly rows: readonly MutationRow[];
}

function enqueueAction(desk: Desk, wanted: Input<'posts.act'>, target: Target): void {
  const { post } = wanted;
  const { revision, status } = target;
  const args = { post, revision };
  const after = [status.last];
  switch (wanted.action) {
    case 'submit': {
      const contributors = contributorsOf(desk.db, revision, everLive(target.rows));
      enqueue(desk, post, 'post.submit', args, [lastSaveOf(target.rows), ...after], contributors);
      return;
    }
    case 'recall':
      enqueue(desk, post, 'post.recall', args, after);
      return;
    case 'appraise':
      enqueue(desk, post, 'post.appraise', args, after);
      return;
    case 'return':
      if (wanted.reason === '') throw new AppError('reason_needed');
      enqueue(desk, post, 'post.return', { ...args, reason: wanted.reason }, after);
      return;
    case 'approve':
      enqueueApproval(desk, wanted, target);
      return;
    case 'withdraw':
      enqueue(desk, post, 'post.withdraw', { ...args, ...withdrawalReason(wanted) }, after);
      return;
    case 'publish':
      throw new AppError('denied', { reason: 'wrong_role' });
  }
}

/** Seals the exact text and the exact HTML the person saw (design 5). */
function enqueueApproval(desk: Desk, wanted: Input<'posts.act'>, { revision, content, status }: Target): void {
  const seen = htmlHash(renderArticle(content));
  if (wanted.htmlHash !== seen) throw new AppError('render_changed');
  if (status.last === null) throw new AppError('changed_meanwhile');
  const statement = {
    portal: desk.portal.portal,
    unit: desk.portal.unit.id,
    post: wanted.post,
    revision,
    contentHash: contentHash(content),
    htmlHash: seen,
    rules: desk.rules.version,
    previous: status.last,
  };
  const { key, seal } = desk.approvalKey.seal(statement);
  enqueue(desk, wanted.post, 'post.approve', { post: wanted.post, revision, statement, key, seal }, [status.last]);
}

function withdrawalReason(wanted: Input<'posts.act'>): { reason: WithdrawalReason; explanation: string } {
  if (wanted.listedReason === null) throw new AppError('reason_needed');
  return { reason: wanted.listedReason, explanation: wanted.reason };
}

/** Revisions of a post that were public at some time. */
function everLive(rows: readonly MutationRow[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap((row) => {
      const action = eventOf(row)?.action;
      return action?.name === 'post.publish' ? [action.args.revision] : [];
    }),
  );
}
