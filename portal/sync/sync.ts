import {
  isMutationSignedBy,
  isOfPortal,
  type Mutation,
  type SyncReply,
  type SyncRequest,
} from '../../shared/sync/index.ts';
import type { Caller } from '../accounts/index.ts';
import { auditProof } from '../audit/index.ts';
import { openBoxes } from '../bundle/index.ts';
import { oldBefore, PLAIN_READER, type Reader, readBeginning, readPage, wholeRevisions } from '../feed/index.ts';
import { wantedMedia } from '../media/index.ts';
import { problemOfDisk } from '../problem.ts';
import { quotaOf } from '../quota/index.ts';
import { type Answer, type Context, execute, type RevisionRefusal, takeInRevision } from '../workflow/index.ts';

/**
 * One exchange: text first, then the mutations that name it in the order given, then a page of what is new for this
 * person. A request that is cut off anywhere can be sent again whole.
 *
 * An object that meets a bug is told to the log and waits, without a verdict: it must not keep the others out at every
 * retry. A full disk ends the request instead, for it concerns them all.
 *
 * @param packing how the sender takes texts against a base; `null`: it does not.
 */
export async function sync(
  context: Context,
  caller: Caller,
  request: SyncRequest,
  packing: Reader['codec'] | null = null,
): Promise<SyncReply> {
  const { store, now } = context;
  const { contents, unopened } = openBoxes(context.identity, request.sealed ?? []);
  const refused = new Map<string, RevisionRefusal>();
  let isOverQuota = false;
  for (const revision of [...contents.flatMap((content) => content.revision ?? []), ...request.revisions]) {
    const about = { revision: revision.id };
    const taken = () => takeInRevision(store, caller, revision, now());
    const refusal = await contained(context, about, taken, null);
    // Not here and not refused: what names it waits for the next day.
    if (refusal === 'over_quota') isOverQuota = true;
    else if (refusal !== null) refused.set(revision.id, refusal);
  }
  const offered = publishedBefore(context, request);
  const verdicts: SyncReply['verdicts'] = [];
  const waiting: SyncReply['waiting'] = [];
  for (const mutation of [...contents.map((content) => content.mutation), ...request.mutations]) {
    const about = { mutation: mutation.id };
    const executed = (): Promise<Answer> => execute(context, caller, mutation, { refused, offered });
    const answer = await contained(context, about, executed, { waiting: { ...about, missing: [] } });
    if ('verdict' in answer) verdicts.push(answer.verdict);
    else waiting.push(answer.waiting);
  }
  const asked = packing === null ? PLAIN_READER : readerOf(request, refused, verdicts, packing);
  const lean = request.lines === true ? { ...asked, linesBefore: oldBefore(now()) } : asked;
  const beginning = request.recent === true ? await readBeginning(store, caller, lean) : null;
  const reader = beginning?.isLarge === false ? asked : lean;
  const page = await readPage(store, caller, request.cursor, reader);
  const whole = await wholeRevisions(store, caller, request.whole ?? []);
  const wanted = await wantedMedia(store, caller);
  const audit = await auditProof(store, context.identity, caller.unit, request.audit);
  const quota = await quotaOf(store, caller, isOverQuota, now());
  return {
    ...{ now: now().toISOString(), verdicts, waiting, wantedMedia: wanted, ...page },
    ...(beginning === null ? {} : { bytesToCome: beginning.characters }),
    ...(beginning === null || beginning.recent.length === 0 ? {} : { recent: beginning.recent }),
    ...(whole.length === 0 ? {} : { whole }),
    ...(audit === undefined ? {} : { audit }),
    ...(unopened.length === 0 ? {} : { unopened }),
    ...(quota === null ? {} : { quota }),
  };
}

function readerOf(
  { revisions, mutations }: SyncRequest,
  refused: ReadonlyMap<string, RevisionRefusal>,
  verdicts: SyncReply['verdicts'],
  codec: Reader['codec'],
): Reader {
  // What came sealed the sender cannot read: a verdict alone tells nothing of it.
  const open = new Set(mutations.map(({ id }) => id));
  const told = verdicts.flatMap(({ outcome, mutation }) =>
    outcome === 'accepted' && open.has(mutation) ? mutation : [],
  );
  const holds = revisions.map(({ id }) => id).filter((id) => !refused.has(id));
  return { isPacked: true, codec, holds: new Set(holds), told: new Set(told), linesBefore: null };
}

/**
 * Approvals whose publication this portal signed before it was restored from a backup, and which come back together:
 * it is published as it was, so that what was built on it finds it (design 7). One that was flagged is not published
 * before its flag is back: the portal has forgotten that its device was revoked.
 */
function publishedBefore({ identity }: Context, { mutations }: SyncRequest): ReadonlySet<string> {
  const own = mutations.filter(
    (one) =>
      one.device === identity.portal &&
      (one.name === 'post.publish' || isFlag(one)) &&
      isOfPortal(identity, (key) => isMutationSignedBy(one, key)),
  );
  return new Set(own.flatMap(({ after }) => after));
}

function isFlag({ name, args }: Mutation): boolean {
  return name === 'post.hold' && args.reason === 'approval_flagged';
}

async function contained<Result>(
  context: Context,
  about: Readonly<Record<string, string>>,
  work: () => Promise<Result>,
  instead: Result,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (problemOfDisk(error) !== null) throw error;
    context.report(error, about);
    return instead;
  }
}
