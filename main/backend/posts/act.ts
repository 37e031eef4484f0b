import { type SecrecyProblem, secrecyProblem } from '../../../shared/checks/index.ts';
import { contentHash, htmlHash, isDrawable, type Revision, renderArticle } from '../../../shared/content/index.ts';
import { AppError, type Input } from '../../../shared/contract/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import {
  answeredFor,
  type ChangeNote,
  checksLeft,
  type DenialCode,
  exemptionFor,
  hasPassed,
  judge,
  type MutationArgs,
  type Permit,
  type PostStatus,
  readinessProblems,
  stagesLeft,
  type TransitionName,
  transitionOf,
} from '../../../shared/workflow/index.ts';
import { attachmentProblem } from '../attachments/index.ts';
import type { Desk } from './desk.ts';
import { eventOf, lastSaveOf, type MutationRow, mutationsOfPost } from './events.ts';
import { mint } from './mint.ts';
import { receivedAtOf } from './moments.ts';
import { enqueue } from './outbox.ts';
import { isWritable, projectPost, statusFrom } from './project.ts';
import { contributorsOf, hasRevision, readRevision } from './revisions.ts';
import { hasWorking } from './working.ts';
import { startAgain, textTurnedDown } from './write.ts';

/** Pictures of a revision that are not on this computer. */
export function missingMedia(desk: Desk, revision: Pick<Revision, 'media'>): string[] {
  const read = desk.db.prepare<[string], { is_here: number }>('SELECT is_here FROM media WHERE hash = ?');
  return revision.media.map((media) => media.hash).filter((hash) => read.get(hash)?.is_here !== 1);
}

/** Of a text that was erased nothing is left to do but to end its review. */
const ENDS_REVIEW: ReadonlySet<TransitionName> = new Set(['return', 'recall']);

/**
 * Why the person may not do this now, or `null`. `revision` is the one the action would name; its `content` is `null`
 * where it was erased.
 */
export function denialOf(
  desk: Desk,
  name: TransitionName,
  status: PostStatus,
  revision: RevisionText | null,
): DenialCode | SecrecyProblem | 'approval_unsent' | 'erased' | 'text_missing' | null {
  const me = desk.me();
  const actor = { person: me.id, roles: me.roles };
  const how = { day: today(desk), isOnline: desk.isOnline() };
  const judgement = judge(desk.rules, name, status, actor, revision?.id ?? '', how);
  if (!judgement.allowed) return judgement.code;
  if (revision === null) return null;
  if (revision.content === null) return ENDS_REVIEW.has(name) ? null : 'erased';
  if (name === 'schedule' && isUnsentApproval(desk, status)) return 'approval_unsent';
  if (name === 'submit')
    return (
      readinessProblems(revision.content)[0] ??
      secrecyProblem(revision.content) ??
      attachmentProblem(desk.db, revision.content.blocks)
    );
  if (name === 'approve' || name === 'urgent') {
    if (!isDrawable(revision.content)) return 'newer_version';
    if (missingMedia(desk, revision.content).length > 0) return 'missing_pictures';
  }
  return null;
}

/** Approved here for at once: the portal publishes it as soon as it hears of that, before it would hear of another time. */
function isUnsentApproval({ db }: Desk, { approval, scheduledAt }: PostStatus): boolean {
  return approval !== null && scheduledAt === null && receivedAtOf(db, approval.mutation) === null;
}

/** As {@link denialOf}, on the revision that the act would be about. */
export function denialOfAct(desk: Desk, name: TransitionName, status: PostStatus): ReturnType<typeof denialOf> {
  const id = targetRevision(name, status);
  const target = id === null ? null : targetOf(desk, id);
  const isMissing = id === null ? name === 'submit' : target === null;
  return denialOf(desk, name, status, target) ?? (isMissing ? 'text_missing' : null);
}

/**
 * Does one workflow action: judged here by the same rules as on the portal, written to the outbox, shown at once.
 *
 * @throws AppError `denied` with the reason's code, `changed_meanwhile` when the person looked at another revision,
 * `reason_needed`, `render_changed`, `pin_locked`, `no_approval_key`, or a limit of the text to submit.
 * @param permit the portal's, given just now: for what is done online alone.
 */
export function act(desk: Desk, wanted: Input<'posts.act'>, permit: Permit | null = null): void {
  const { db } = desk;
  const { post } = wanted;
  const minted = wanted.action === 'submit' ? mintShown(desk, post) : null;
  const rows = mutationsOfPost(db, post);
  const status = statusFrom(desk, rows);
  const revision = wanted.action === 'submit' ? minted : targetRevision(wanted.action, status);
  if (revision === null) throw new AppError('post_not_found');
  // What is about the live page is done with a correction on the screen too, but not with a page that is no more.
  const own = status.owner === desk.me().id ? status.head : null;
  const seen = IS_ABOUT_LIVE.has(wanted.action) ? [status.live, status.submitted, own] : [revision];
  if (wanted.revision !== null && !seen.includes(wanted.revision)) throw new AppError('changed_meanwhile');
  const target = targetOf(desk, revision);
  if (target === null) throw new AppError('denied', { reason: 'text_missing' });
  const denial = denialOf(desk, wanted.action, status, target);
  if (denial !== null) throw new AppError('denied', { reason: denial });
  if (checksLeft(desk.rules, wanted.action, wanted.checks ?? []).length > 0)
    throw new AppError('denied', { reason: 'checks_open' });

  db.transaction(() => {
    enqueueAction(desk, wanted, { revision, content: target.content, status, rows }, permit);
    projectPost(desk, post);
  })();
  desk.tell('posts.changed', { posts: [post] });
}

/** As {@link mint}, of the words on the screen: where no save holds them any more, in a new one. */
function mintShown(desk: Desk, post: string): string | null {
  const status = statusFrom(desk, mutationsOfPost(desk.db, post));
  if (!hasWorking(desk.db, post) && isWritable(desk, status) && textTurnedDown(desk, post, status) !== null)
    startAgain(desk, post, desk.now().toISOString());
  return mint(desk, post);
}

/** A revision with its text, `null` in place of an erased one; `null` for one that is not here. */
function targetOf({ db }: Desk, id: string): RevisionText | null {
  if (!hasRevision(db, id)) return null;
  let content: Revision | null | undefined;
  return {
    id,
    // Most acts are judged without it, and a long text takes its time to be read and proven.
    get content() {
      if (content === undefined) content = readRevision(db, id);
      return content;
    },
  };
}

/** What an action is judged on. */
interface RevisionText {
  readonly id: string;
  /** `null`: erased. */
  readonly content: Revision | null;
}

/** The revision an action is about: what is under review, or what is live. */
export function targetRevision(name: TransitionName, status: PostStatus): string | null {
  if (name === 'submit') return status.head;
  return IS_ABOUT_LIVE.has(name) ? status.live : status.submitted;
}

/** What is about the page that readers see, whatever is being written or reviewed over it. */
const IS_ABOUT_LIVE: ReadonlySet<TransitionName> = new Set(['withdraw', 'review']);

function today(desk: Desk): string {
  return dayInVietnam(desk.now().toISOString());
}

/** The exemption that this person would rely on, or `null` when none is needed or there is none. */
export function exemptionOf(desk: Desk, name: TransitionName, status: PostStatus): string | null {
  const me = desk.me().id;
  const writers = name === 'review' ? (status.unreviewed?.contributors ?? []) : status.contributors;
  const isNear =
    writers.includes(me) ||
    (name === 'review' && status.unreviewed?.person === me) ||
    (name === 'appraise' && hasPassed(desk.rules, status, me));
  if (transitionOf(desk.rules, name)?.separation !== true || !isNear) return null;
  return exemptionFor(desk.rules, name, me, today(desk))?.id ?? null;
}

interface Target {
  readonly revision: string;
  /** `null` where the text was erased. */
  readonly content: Revision | null;
  readonly status: PostStatus;
  readonly rows: readonly MutationRow[];
}

function enqueueAction(desk: Desk, wanted: Input<'posts.act'>, target: Target, permit: Permit | null): void {
  const { post } = wanted;
  const { revision, status } = target;
  const checks = wanted.checks?.length === 0 ? undefined : wanted.checks;
  const args = { post, revision, rules: desk.rules.version, checks };
  const exemption = exemptionOf(desk, wanted.action, status) ?? undefined;
  const after = [status.last];
  switch (wanted.action) {
    case 'submit': {
      const contributors = contributorsOf(desk.db, revision, answeredIn(target.rows));
      const words = { ...args, categories: [...textOf(target).categories], change: changeTold(status, wanted.change) };
      enqueue(desk, post, 'post.submit', words, [lastSaveOf(target.rows), ...after], contributors);
      return;
    }
    case 'recall':
      enqueue(desk, post, 'post.recall', args, after);
      return;
    case 'appraise': {
      const stage = stagesLeft(desk.rules, status)[0]?.id;
      enqueue(desk, post, 'post.appraise', { ...args, stage, exemption }, after);
      return;
    }
    case 'return':
      if (wanted.reason === '') throw new AppError('reason_needed');
      enqueue(desk, post, 'post.return', { ...args, reason: wanted.reason }, after);
      return;
    case 'approve': {
      const words = { checks, ...seal(desk, wanted, target), publishAt: wanted.publishAt ?? undefined, exemption };
      enqueue(desk, post, 'post.approve', words, after);
      return;
    }
    case 'urgent': {
      if (wanted.reason === '') throw new AppError('reason_needed');
      if (permit === null) throw new AppError('denied', { reason: 'offline' });
      const words = { checks, ...seal(desk, wanted, target), reason: wanted.reason, permit };
      enqueue(desk, post, 'post.urgent', words, after);
      return;
    }
    case 'schedule':
      enqueue(desk, post, 'post.schedule', { ...args, at: wanted.publishAt ?? null }, after);
      return;
    case 'review':
      enqueue(desk, post, 'post.review', { ...args, exemption }, after);
      return;
    case 'withdraw':
      enqueue(desk, post, 'post.withdraw', { ...args, ...withdrawalWords(wanted) }, after);
      return;
    case 'hold':
    case 'publish':
      throw new AppError('denied', { reason: 'wrong_role' });
  }
}

function textOf({ content }: Target): Revision {
  if (content === null) throw new AppError('denied', { reason: 'erased' });
  return content;
}

/** Seals the exact text and the exact HTML the person saw (design 5). */
function seal(
  desk: Desk,
  wanted: Input<'posts.act'>,
  target: Target,
): Pick<MutationArgs<'post.approve'>, 'post' | 'revision' | 'statement' | 'key' | 'seal'> {
  const { revision, status } = target;
  const content = textOf(target);
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
  return { post: wanted.post, revision, statement, ...desk.approvalKey.seal(statement) };
}

/** Readers of a live page are told what changes, or that nothing of weight does. */
function changeTold(status: PostStatus, change: ChangeNote | undefined): ChangeNote | undefined {
  if (status.live === null) return undefined;
  if (change === undefined || (!change.isMinor && change.note === ''))
    throw new AppError('denied', { reason: 'no_change_note' });
  return change;
}

function withdrawalWords({
  listedReason,
  reason: explanation,
  publicNote,
  replacement,
}: Input<'posts.act'>): Omit<MutationArgs<'post.withdraw'>, 'post' | 'revision'> {
  if (listedReason === null) throw new AppError('reason_needed');
  if (listedReason !== 'replaced') return { reason: listedReason, explanation, publicNote };
  if (replacement === undefined) throw new AppError('denied', { reason: 'no_replacement' });
  return { reason: listedReason, explanation, publicNote, replacement };
}

/** Revisions of a post that were public and that a second person answers for, as far as is known here. */
export function answeredIn(rows: readonly MutationRow[]): ReadonlySet<string> {
  return answeredFor(rows.flatMap((row) => eventOf(row) ?? []));
}
