import { articleWithHash, canonicalJson } from '../../shared/content/index.ts';
import {
  isMutationSignedBy,
  isOfPortal,
  isPermitGood,
  type Mutation,
  saysMore,
  type Verdict,
  type VerdictCode,
} from '../../shared/sync/index.ts';
import { isNewerAction, type MutationArgs, parseAction } from '../../shared/workflow/index.ts';
import type { Caller } from '../accounts/index.ts';
import { lockFeed } from '../feed/index.ts';
import { isSignedNatively } from '../signatures.ts';
import { ERASED_TEXT, isErased, type Store } from '../store/index.ts';
import type { Context } from './context.ts';
import { type Decision, decide } from './decide.ts';
import { importAgain } from './import.ts';
import { takeDown } from './page.ts';
import { keepApproval, publishIfReady } from './publish.ts';
import { keepSecondHead, recordAccepted, recordRejected } from './record.ts';
import { type RevisionRefusal, storedRevision } from './revisions.ts';
import { setAside } from './set-aside.ts';
import { knownPost } from './status.ts';

/** A save whose text stays beside the head: the head had moved, or the save it was built on had lost so. */
const LOST_RACE: readonly VerdictCode[] = ['head_moved', 'built_on_refused'];

/** The portal's own acts that clients bring back to it after it was restored. */
const BROUGHT_BACK: ReadonlySet<string> = new Set(['post.publish', 'post.hold', 'post.hand_over', 'post.withdraw']);

/** The answer to one mutation: a verdict, or what it still waits for. */
export type Answer =
  | { readonly verdict: Verdict }
  | { readonly waiting: { readonly mutation: string; readonly missing: string[] } };

/** What came in the same request as a mutation. */
export interface Company {
  /** Revisions that could not be stored. */
  readonly refused: ReadonlyMap<string, RevisionRefusal>;
  /** Approvals whose publication, signed by this portal before it was restored, comes after them. */
  readonly offered: ReadonlySet<string>;
}

/**
 * Executes one mutation under the portal's own authority: effect, verdict and feed lines in one transaction. Sent
 * again, it gets the verdict it got, under a newer line of the same person too (design 6). A known id or number with
 * other content is `forked`: nothing happens. Its person is its device's, whoever carries it.
 *
 * A mutation whose maker is not proven (no such device, a wrong signature, no canonical form) is answered but not
 * stored: otherwise a stranger's forgery could take an id before its real owner sends it.
 */
export async function execute(
  { store, identity, now }: Context,
  caller: Caller,
  mutation: Mutation,
  { refused, offered }: Company,
): Promise<Answer> {
  const at = now();
  const { unit } = caller;
  const verdict = (outcome: Verdict['outcome'], code: string, receivedAt = at.toISOString()): Answer => ({
    verdict: { mutation: mutation.id, outcome, code, receivedAt },
  });
  const stored = async (tx: Store): Promise<Answer> => ({ verdict: await storedVerdict(tx, mutation.id) });
  const canonical = canonicalOrNull(mutation);
  if (canonical === null) return verdict('refused', 'malformed');

  return store.transaction().execute(async (tx) => {
    await lockFeed(tx, unit);
    const known = await tx.selectFrom('mutation').selectAll().where('id', '=', mutation.id).executeTakeFirst();
    if (known?.canonical === canonical) return stored(tx);

    if (mutation.device === identity.portal) return executeOwn(tx, identity, unit, mutation, verdict);
    const device = await tx.selectFrom('device').selectAll().where('id', '=', mutation.device).executeTakeFirst();
    if (device === undefined || device.unit !== unit) return verdict('refused', 'unknown_device');
    if (!isMutationSignedBy(mutation, device.public_key, isSignedNatively)) return verdict('refused', 'bad_signature');

    const { person } = device;
    if (known !== undefined)
      return known.person === person && (known.canonical === ERASED_TEXT || isSameAct(known.canonical, mutation))
        ? stored(tx)
        : verdict('forked', 'known_id');
    // A line that forked is started anew by its own computer. What somebody else brings of it may be the last copy there is.
    const isFork = caller.device === mutation.device && (await isNumberTaken(tx, mutation));
    if (isFork) return verdict('forked', 'known_number');
    const arrival = { unit, person, mutation, at };
    const action = parseAction(mutation.name, mutation.args);
    const reject = async (outcome: 'refused' | 'superseded', code: VerdictCode): Promise<Answer> => {
      await recordRejected(tx, arrival, action, { outcome, code });
      if (action?.name === 'post.save' && LOST_RACE.includes(code)) await keepSecondHead(tx, arrival, action.args);
      return verdict(outcome, code);
    };
    // Of a newer program: no verdict, so that it is executed once this portal has been brought up to date.
    const isNewer = saysMore(mutation) || (action === null && isNewerAction(mutation.name, mutation.args));
    if (isNewer && device.revoked_at === null) return wait(mutation, []);
    if (action === null) return reject('refused', isNewer ? 'device_revoked' : 'malformed');

    if (device.revoked_at !== null) {
      // Whoever carries it: it does nothing, and its text is its person's to adopt (design 5).
      const { name, args } = action;
      const isText = name === 'post.save' && !refused.has(args.revision);
      if (isText && (await storedRevision(tx, args.revision)) === null) return wait(mutation, [args.revision]);
      if (isText) await setAside(tx, { unit, person, post: args.post, revision: args.revision, at });
      return reject('refused', 'device_revoked');
    }

    const order = await orderOf(tx, mutation);
    if (order?.outcome === 'waiting') return wait(mutation, order.missing);
    if (order !== null) {
      // Its author's other computers are given the words of a lost save: it is decided once they are here.
      const lost = action.name === 'post.save' && !refused.has(action.args.revision) ? action.args.revision : null;
      const isMissing = lost !== null && (await storedRevision(tx, lost)) === null && !(await isErased(tx, unit, lost));
      return isMissing ? wait(mutation, [lost]) : reject(order.outcome, order.code);
    }

    const revision = await storedRevision(tx, action.args.revision);
    if (revision === null && !(await isErased(tx, unit, action.args.revision))) {
      const code = refused.get(action.args.revision);
      if (code === 'newer_version') return wait(mutation, []);
      // Text that another person carries may have been damaged on the way: its author can still send it whole.
      return code === undefined || caller.person !== person
        ? wait(mutation, [action.args.revision])
        : reject('refused', code);
    }

    const holder = { portal: identity.portal, device: mutation.device };
    const isPermitted =
      action.name === 'post.urgent' && isPermitGood(action.args.permit, holder, at, identity.publicKey);
    const isOnline = isPermitted || offered.has(mutation.id);
    const asked = { portal: identity.portal, unit, person, mutation, action, revision, at, isOnline };
    const decision = await decide(tx, asked);
    if (decision.outcome === 'waiting') return wait(mutation, decision.missing);
    if (decision.outcome !== 'accepted') return reject(decision.outcome, decision.code);
    await recordAccepted(tx, arrival, action, decision.contributors);
    if ((action.name === 'post.approve' || action.name === 'post.urgent') && decision.html !== null) {
      await keepApproval(tx, { mutation: mutation.id, unit, person, html: decision.html, at }, action.args);
      if (!offered.has(mutation.id)) await publishIfReady(tx, identity, action.args.post, at);
    }
    if (action.name === 'post.schedule') await publishIfReady(tx, identity, action.args.post, at);
    if (action.name === 'post.withdraw') await takeDown(tx, action.args, at);
    return stored(tx);
  });
}

/**
 * Publishes again what this portal had published after the backup it was restored from, under the id it had, and under
 * the time it had where it comes together with its approval: clients bring it back. Only its own signature makes it do so, and only while the approval it served waits for it.
 */
async function executeOwn(
  tx: Store,
  identity: Context['identity'],
  unit: string,
  mutation: Mutation,
  verdict: (outcome: Verdict['outcome'], code: VerdictCode) => Answer,
): Promise<Answer> {
  if (!isOfPortal(identity, (key) => isMutationSignedBy(mutation, key, isSignedNatively)))
    return verdict('refused', 'bad_signature');
  const action = parseAction(mutation.name, mutation.args);
  if (action?.name === 'post.import') return importBack(tx, unit, mutation, action.args, verdict);
  if (action === null || !BROUGHT_BACK.has(action.name)) return verdict('refused', 'malformed');
  // Its approval came back before it, in another request, and was served by the same publication already.
  const made = await tx.selectFrom('mutation').select('canonical').where('id', '=', mutation.id).executeTakeFirst();
  if (made !== undefined)
    return isSameOwnAct(made.canonical, mutation)
      ? { verdict: await storedVerdict(tx, mutation.id) }
      : verdict('forked', 'known_id');
  const order = await orderOf(tx, mutation);
  if (order?.outcome === 'waiting') return wait(mutation, order.missing);
  const post = await knownPost(tx, action.args.post);
  if (action.name !== 'post.publish') {
    // A page that is down already may have been taken down by hand meanwhile; one that was approved anew stays.
    const { live, state } = post.status;
    const isOrGoesDown = live === action.args.revision || (live === null && state === 'withdrawn');
    if (action.name === 'post.withdraw' && !isOrGoesDown) return verdict('superseded', 'review_moved');
    // What was told to the board stands; what was built on it finds it.
    if (post.unit !== unit) return verdict('superseded', 'review_moved');
    const at = new Date(mutation.at);
    await recordAccepted(tx, { unit, person: null, mutation, at }, action, post.status.contributors);
    if (action.name === 'post.withdraw') await takeDown(tx, action.args, at);
    return { verdict: await storedVerdict(tx, mutation.id) };
  }
  const serves = post.status.approval;
  const isServed = serves !== null && mutation.after.includes(serves.mutation);
  if (post.unit !== unit || !isServed || serves.revision !== action.args.revision)
    return verdict('superseded', 'review_moved');
  const isPublished = await publishIfReady(tx, identity, action.args.post, new Date(mutation.at), mutation);
  return isPublished ? { verdict: await storedVerdict(tx, mutation.id) } : wait(mutation, []);
}

/**
 * Whether a stored mutation asked for the same as this one, signed anew under another line of the same person. It was
 * executed; executing it again would be twice.
 */
function isSameAct(stored: string, mutation: Mutation): boolean {
  const { device: _d, seq: _q, signature: _s, ...act } = mutation;
  const { device: _e, seq: _r, signature: _t, ...known } = JSON.parse(stored) as Mutation;
  return canonicalJson(act) === canonicalJson(known);
}

/** A page taken over from another site, which a client brings back whole to the restored portal. */
async function importBack(
  tx: Store,
  unit: string,
  mutation: Mutation,
  args: MutationArgs<'post.import'>,
  verdict: (outcome: Verdict['outcome'], code: VerdictCode) => Answer,
): Promise<Answer> {
  const known = await tx.selectFrom('mutation').select('id').where('id', '=', mutation.id).executeTakeFirst();
  if (known !== undefined) return verdict('forked', 'known_id');
  if ((await knownPost(tx, args.post)).unit !== null) return verdict('superseded', 'review_moved');
  if (await isErased(tx, unit, args.revision)) return verdict('refused', 'erased');
  const revision = await storedRevision(tx, args.revision);
  const by = await tx.selectFrom('person').select('id').where('id', '=', args.by).executeTakeFirst();
  if (revision === null || by === undefined) return wait(mutation, revision === null ? [args.revision] : []);
  if (revision.unit !== unit || revision.post !== args.post) return verdict('refused', 'bad_revision');
  // Whichever version drew it when it was taken over: what readers saw stays.
  const html = articleWithHash(revision, args.htmlHash);
  if (html === null) return verdict('refused', 'render_changed');
  await importAgain(tx, unit, { mutation, args, html });
  return { verdict: await storedVerdict(tx, mutation.id) };
}

/** A page that was taken down again because of an erasure may have been so before what came between was brought back. */
function isSameOwnAct(stored: string, { name, args, after }: Mutation): boolean {
  const known = JSON.parse(stored) as Mutation;
  const isSame = canonicalJson([known.name, known.args]) === canonicalJson([name, args]);
  return isSame && (name === 'post.withdraw' || canonicalJson(known.after) === canonicalJson(after));
}

async function isNumberTaken(tx: Store, { device, seq }: Mutation): Promise<boolean> {
  const row = await tx
    .selectFrom('mutation')
    .select('id')
    .where('device', '=', device)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row !== undefined;
}

/** The verdict that was committed, with what the feed says of an accepted mutation. */
async function storedVerdict(tx: Store, id: string): Promise<Verdict> {
  const row = await tx.selectFrom('mutation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const { outcome, code, number } = row;
  const inFeed = number === null ? {} : { number, contributors: JSON.parse(row.contributors) as string[] };
  return { mutation: id, outcome, code, receivedAt: row.received_at, ...inFeed };
}

function wait(mutation: Mutation, missing: readonly string[]): Answer {
  return { waiting: { mutation: mutation.id, missing: [...missing] } };
}

/** Whether what the mutation builds on was accepted; `null` when all of it was. */
async function orderOf(tx: Store, mutation: Mutation): Promise<Exclude<Decision, { outcome: 'accepted' }> | null> {
  if (mutation.after.length === 0) return null;
  const rows = await tx.selectFrom('mutation').select(['id', 'outcome']).where('id', 'in', mutation.after).execute();
  const missing = mutation.after.filter((id) => !rows.some((row) => row.id === id));
  if (missing.length > 0) return { outcome: 'waiting', missing };
  const isAllAccepted = rows.every((row) => row.outcome === 'accepted');
  return isAllAccepted ? null : { outcome: 'superseded', code: 'built_on_refused' };
}

/** `null` for values that the wire's schema lets through and the canonical form does not: fractions, lone surrogates. */
function canonicalOrNull(mutation: Mutation): string | null {
  try {
    return canonicalJson(mutation);
  } catch {
    return null;
  }
}
