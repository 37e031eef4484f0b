import { articleWithHash, contentHash, type Revision } from '../../shared/content/index.ts';
import { isApprovalSealedBy, type Mutation, type VerdictCode } from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import {
  type Action,
  type Actor,
  type Circumstances,
  claimEnd,
  FIRST_STAGE,
  isBinnable,
  isRemarkAct,
  judgeUnderBoth,
  judgeWork,
  type MutationArgs,
  type PostStatus,
  readinessProblems,
  rolesOn,
  rulesInForce,
  rulesNamed,
  transitionOfMutation,
  type WorkAct,
  workActOfMutation,
} from '../../shared/workflow/index.ts';
import { currentApprovalKey, linesOf, memberOf } from '../accounts/index.ts';
import { readVersions } from '../rules/index.ts';
import { isSignedNatively } from '../signatures.ts';
import { isErased, type Store } from '../store/index.ts';
import { areWritersProven } from './authorship.ts';
import { ancestryOf } from './history.ts';
import { isMergeOfParents } from './merged.ts';
import { decideRemark } from './remarks.ts';
import { type KnownPost, knownPost } from './status.ts';

/** What is to become of a mutation. `html` is what an approval lets be published, `null` for all others. */
export type Decision =
  | { readonly outcome: 'accepted'; readonly contributors: readonly string[]; readonly html: string | null }
  | { readonly outcome: 'refused' | 'superseded'; readonly code: VerdictCode }
  | { readonly outcome: 'waiting'; readonly missing: readonly string[] };

/** An authentic mutation whose `after` was accepted and whose revision is here, or was erased (`null`). */
export interface Case<Text extends Revision | null = Revision> {
  readonly portal: string;
  readonly unit: string;
  readonly person: string;
  readonly mutation: Mutation;
  readonly action: Action;
  readonly revision: Text;
  /** When it is received, by the portal's clock: roles and rules are judged as they are then. */
  readonly at: Date;
  /** The portal hears its device now, or has published under it before it was restored. */
  readonly isOnline: boolean;
}

const refuse = (code: VerdictCode): Decision => ({ outcome: 'refused', code });
const ACCEPTED = { outcome: 'accepted', contributors: [], html: null } as const satisfies Decision;
const REVIEW_MOVED: Decision = { outcome: 'superseded', code: 'review_moved' };

/**
 * Decides with authority, by what is stored now. Reads only: writing is the caller's. Of a text that was erased the only
 * thing left to decide is that its review ends: else its post would be under review for ever.
 */
export async function decide(tx: Store, asked: Case<Revision | null>): Promise<Decision> {
  const { action, revision, unit } = asked;
  if (revision !== null) return decideOnText(tx, { ...asked, revision });
  const post = await knownPost(tx, action.args.post);
  if (post.unit !== unit || !ENDS_REVIEW.has(action.name)) return refuse('erased');
  return decideTransition(tx, asked, post.status);
}

const ENDS_REVIEW: ReadonlySet<Action['name']> = new Set(['post.return', 'post.recall'] as const);

async function decideOnText(tx: Store, asked: Case): Promise<Decision> {
  const { action, revision, unit } = asked;
  if (revision.unit !== unit) return refuse('wrong_unit');
  if (revision.post !== action.args.post) return refuse('bad_revision');
  const post = await knownPost(tx, action.args.post);
  if (post.unit !== null && post.unit !== unit) return refuse('wrong_unit');
  if (action.name === 'post.save') return decideSave(tx, asked, action.args, post);
  if (action.name === 'post.bin' || action.name === 'post.restore') return decideBin(asked, post);
  if (isRemarkAct(action.name)) return decideRemark(tx, asked, post);
  const work = workActOfMutation(action.name);
  return work === null ? decideTransition(tx, asked, post.status) : decideWork(tx, asked, work, post.status);
}

/** Who works on a review: nothing builds on it, and what was said of a review that has moved has no effect. */
async function decideWork(
  tx: Store,
  { action, mutation, unit, person, at }: Case,
  work: WorkAct,
  status: PostStatus,
): Promise<Decision> {
  if (status.last === null || !mutation.after.includes(status.last)) return REVIEW_MOVED;
  const day = dayInVietnam(at.toISOString());
  const actorOf = async (who: string): Promise<Actor> => ({
    person: who,
    roles: rolesOn(await memberOf(tx, unit, who), day),
  });
  const to = action.name === 'post.assign' ? action.args.to : null;
  const judgement = judgeWork(rulesInForce(await readVersions(tx, unit), day), work, status, await actorOf(person), {
    ...{ revision: action.args.revision, day },
    holder: await claimHolder(tx, status, at),
    assignee: to === null ? null : await actorOf(to),
  });
  if (judgement.allowed) return ACCEPTED;
  return judgement.code === 'claimed' ? { outcome: 'superseded', code: 'claimed' } : refuse(judgement.code);
}

/** Who holds the step that is awaited, by this portal's clock; `null` when nobody does any more. */
async function claimHolder(tx: Store, { claim }: PostStatus, at: Date): Promise<string | null> {
  if (claim === null) return null;
  const row = await tx.selectFrom('mutation').select('received_at').where('id', '=', claim.mutation).executeTakeFirst();
  return row !== undefined && claimEnd(row.received_at) > at.toISOString() ? claim.person : null;
}

/**
 * Compare-and-swap of the head. The text of a refused save stays stored: its client merges it. A revision of nobody is
 * taken only if it is the merge of its parents.
 */
async function decideSave(
  tx: Store,
  { unit, person, mutation, revision, at }: Case,
  args: MutationArgs<'post.save'>,
  post: KnownPost,
): Promise<Decision> {
  const isMerge = revision.author === null;
  const isOwn = revision.author === person && (await linesOf(tx, mutation.device)).includes(revision.device ?? '');
  if (!isMerge && !isOwn) return refuse('bad_revision');
  if (args.base !== null && !revision.parents.includes(args.base)) return refuse('bad_revision');
  if (post.unit !== null && post.status.owner !== person) return refuse('not_yours');
  const member = await memberOf(tx, unit, person);
  if (!rolesOn(member, dayInVietnam(at.toISOString())).includes('author')) return refuse('wrong_role');
  if (args.base !== post.status.head) return refuse('head_moved');
  const writers = await areWritersProven(tx, { revision, base: args.base, person });
  if ('missing' in writers) return { outcome: 'waiting', missing: writers.missing };
  if (!writers.areProven) return refuse('bad_revision');
  if (!isMerge) return ACCEPTED;
  const found = await isMergeOfParents(tx, revision);
  if ('missing' in found) return { outcome: 'waiting', missing: found.missing };
  // Its author's program goes on from what is left: their own text, in their own name.
  if ('isErased' in found) return refuse('erased');
  return found.isMerge ? ACCEPTED : refuse('bad_revision');
}

/** A draft goes into its author's bin and comes back; a text that was saved meanwhile wins over the deletion. */
function decideBin({ person, action }: Case, { unit, status }: KnownPost): Decision {
  if (unit === null || status.owner !== person) return refuse('not_yours');
  if (action.name === 'post.restore') return ACCEPTED;
  if (status.head !== action.args.revision) return { outcome: 'superseded', code: 'edited_since' };
  return isBinnable(status) ? ACCEPTED : refuse('wrong_state');
}

async function decideTransition(tx: Store, asked: Case<Revision | null>, status: PostStatus): Promise<Decision> {
  const { action, mutation, unit, person, revision, isOnline } = asked;
  const transition = transitionOfMutation(action.name);
  if (transition === null) return refuse('unknown_transition');
  if (status.last !== null && !mutation.after.includes(status.last)) {
    // What is taken down is the page; that a correction of it has been submitted meanwhile keeps no page up.
    const isAboutPage = action.name === 'post.withdraw' && (await isAfterLivePage(tx, action.args.post, mutation));
    if (!isAboutPage) return REVIEW_MOVED;
  }
  const member = await memberOf(tx, unit, person);
  const day = dayInVietnam(asked.at.toISOString());
  const actor = { person, roles: rolesOn(member, day) };
  const versions = await readVersions(tx, unit);
  const name = rulesNameOf(action);
  const named = name === undefined ? undefined : rulesNamed(versions, name);
  const how = { ...circumstancesOf(action), day, isOnline };
  const about = [transition, status, actor, action.args.revision, how] as const;
  const judgement = judgeUnderBoth(rulesInForce(versions, day), named, ...about);
  if (!judgement.allowed) return refuse(judgement.code);
  if (action.name === 'post.submit' && revision !== null) return decideSubmit(tx, revision, action.args, status);
  if ((action.name === 'post.approve' || action.name === 'post.urgent') && revision !== null)
    return decideApprove(tx, { ...asked, revision }, action.args, status);
  if (action.name === 'post.withdraw') return decideWithdraw(tx, unit, action.args);
  return ACCEPTED;
}

/** The rules that an act says it was judged by. An approval signs them. */
function rulesNameOf({ args }: Action): string | undefined {
  if ('statement' in args) return args.statement.rules;
  return 'rules' in args ? args.rules : undefined;
}

/** How an act says it was done, as far as its arguments tell. */
function circumstancesOf({ name, args }: Action): Circumstances {
  return {
    checks: 'checks' in args ? (args.checks ?? []) : [],
    exemption: 'exemption' in args ? (args.exemption ?? null) : null,
    ...(name === 'post.appraise' ? { stage: args.stage ?? FIRST_STAGE } : {}),
  };
}

/** What takes the place of a page must be a page itself. */
async function decideWithdraw(
  tx: Store,
  unit: string,
  { post, reason, replacement }: MutationArgs<'post.withdraw'>,
): Promise<Decision> {
  if (reason !== 'replaced') return ACCEPTED;
  const isThere = replacement !== undefined && replacement !== post && (await isPublic(tx, unit, replacement));
  return isThere ? ACCEPTED : refuse('no_replacement');
}

/** Whether readers see a page of a post of that unit now. */
export async function isPublic(tx: Store, unit: string, post: string): Promise<boolean> {
  const live = await tx
    .selectFrom('publication')
    .select('post')
    .where('unit', '=', unit)
    .where('post', '=', post)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return live !== undefined;
}

/** Whether a mutation was made with the publication in sight that readers see now. */
async function isAfterLivePage(tx: Store, post: string, { after }: Mutation): Promise<boolean> {
  const live = await tx
    .selectFrom('publication')
    .select('mutation')
    .where('post', '=', post)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return live !== undefined && after.includes(live.mutation);
}

async function decideSubmit(
  tx: Store,
  revision: Revision,
  args: MutationArgs<'post.submit'>,
  status: PostStatus,
): Promise<Decision> {
  const [problem] = readinessProblems(revision);
  if (problem !== undefined) return refuse(problem);
  if (args.categories !== undefined && !isSameList(args.categories, revision.categories)) return refuse('bad_revision');
  if (status.live !== null && !isChangeTold(args)) return refuse('no_change_note');
  const written = await ancestryOf(tx, args.post, args.revision, { sinceAnswered: true });
  const missing: string[] = [];
  for (const text of written.missing) if (!(await isErased(tx, revision.unit, text))) missing.push(text);
  if (missing.length > 0) return { outcome: 'waiting', missing };
  const isSaved =
    status.head === args.revision ||
    (status.head !== null &&
      (await ancestryOf(tx, args.post, status.head, { sinceAnswered: false })).revisions.has(args.revision));
  return isSaved ? { ...ACCEPTED, contributors: written.authors } : refuse('other_revision');
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** Readers of a live page are told what a correction changes, unless it is minor. */
function isChangeTold({ change }: MutationArgs<'post.submit'>): boolean {
  return change !== undefined && (change.isMinor || change.note !== '');
}

/** Every word of the approval's statement must be what the portal finds itself (design 5). */
async function decideApprove(
  tx: Store,
  { portal, unit, person, mutation, revision }: Case,
  { post, revision: id, statement, key, seal }: MutationArgs<'post.approve' | 'post.urgent'>,
  status: PostStatus,
): Promise<Decision> {
  const isAboutThis =
    statement.portal === portal && statement.unit === unit && statement.post === post && statement.revision === id;
  if (!isAboutThis) return refuse('bad_seal');
  if (statement.contentHash !== contentHash(revision)) return refuse('content_changed');
  // A program that was not brought up to date yet draws, and shows its person, an older version.
  const html = articleWithHash(revision, statement.htmlHash);
  if (html === null) return refuse('render_changed');
  if (statement.previous !== status.last) return REVIEW_MOVED;
  const publicKey = await currentApprovalKey(tx, { id: key, person, device: mutation.device });
  if (publicKey === null) return refuse('unknown_key');
  if (!isApprovalSealedBy(statement, seal, publicKey, isSignedNatively)) return refuse('bad_seal');
  return { ...ACCEPTED, html };
}
