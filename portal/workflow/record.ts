import { canonicalJson } from '../../shared/content/index.ts';
import type { Mutation, VerdictCode } from '../../shared/sync/index.ts';
import { type Action, isDraftAct, isRemarkAct, type MutationArgs } from '../../shared/workflow/index.ts';
import { appendAudit, mutationEntry } from '../audit/index.ts';
import {
  type Audience,
  EVERYONE,
  hasRevisionLine,
  keepFromFormer,
  writeHeadLine,
  writeMutationLine,
  writeRevisionLine,
} from '../feed/index.ts';
import { claimMedia } from '../media/index.ts';
import { ERASED_TEXT, type Store } from '../store/index.ts';
import { writeHandOverLines } from './hand-over-lines.ts';
import { audienceOfRemark } from './remarks.ts';
import { knownPost, moveStatus } from './status.ts';

/** A mutation with who made it (`null`: the portal) and when it came. */
export interface Arrival {
  readonly unit: string;
  readonly person: string | null;
  readonly mutation: Mutation;
  readonly at: Date;
}

/** Stores an accepted mutation: its lines in the feed, its verdict, and the post's new status. */
export async function recordAccepted(
  tx: Store,
  arrival: Arrival,
  action: Action,
  contributors: readonly string[],
): Promise<void> {
  const { unit, person, mutation } = arrival;
  const { post, revision } = action.args;
  // Drafts are for their author only; the whole board sees a post from its first submission on (design 3).
  const audience = isRemarkAct(action.name)
    ? await audienceOfRemark(tx, unit, action)
    : isDraftAct(action.name) && person !== null
      ? { person }
      : EVERYONE;
  if (action.name === 'post.save')
    for (const merged of await mergedTexts(tx, unit, audience, { post, revision }))
      await writeRevisionLine(tx, unit, audience, { revision: merged, post });
  if (action.name === 'post.save' || action.name === 'post.submit' || action.name === 'post.import')
    await writeRevisionLine(tx, unit, audience, { revision, post });
  const number =
    action.name === 'post.hand_over'
      ? await writeHandOverLines(tx, unit, {
          ...{ mutation: mutation.id, post, from: action.args.from, to: action.args.to },
          isKnownToAll: (await knownPost(tx, post)).status.last !== null,
        })
      : await writeMutationLine(tx, unit, audience, { mutation: mutation.id, post });
  await insert(tx, arrival, { post, revision, contributors, outcome: 'accepted', code: 'ok', number });
  if (person !== null && (action.name === 'post.save' || action.name === 'post.submit'))
    await claimMedia(tx, { unit, person }, revision);
  if (isRemarkAct(action.name)) return;
  const { status } = await knownPost(tx, post);
  if (action.name === 'post.submit' || action.name === 'post.urgent')
    await keepFromFormer(tx, unit, post, status.owner);
  await moveStatus(tx, unit, post, status, { id: mutation.id, action, person, contributors });
}

/**
 * What a merge brings along: texts that lost a race, which nobody was given then. Their author's other computers need
 * them, for the history and to find the common ancestor of the next merge. Oldest first. One that a portal made anew
 * from a backup has not got back is no line of the feed: it would have nothing to say. Only texts of that post by its
 * author, and merges of nobody: anybody can name any text as a parent, and gets nothing for it.
 */
async function mergedTexts(
  tx: Store,
  unit: string,
  audience: Audience,
  { post, revision }: { readonly post: string; readonly revision: string },
): Promise<string[]> {
  const parentsOf = async (id: string): Promise<string[]> =>
    (await tx.selectFrom('revision_parent').select('parent').where('revision', '=', id).execute()).map(
      ({ parent }) => parent,
    );
  const isTheirs = async (id: string): Promise<boolean> => {
    const text = await tx
      .selectFrom('revision')
      .select('author')
      .where('id', '=', id)
      .where('unit', '=', unit)
      .where('post', '=', post)
      .executeTakeFirst();
    return text !== undefined && (text.author === null || !('person' in audience) || text.author === audience.person);
  };
  const found = new Set<string>();
  const queue = await parentsOf(revision);
  if (queue.length < 2) return [];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id) || (await hasRevisionLine(tx, unit, audience, id))) continue;
    if (!(await isTheirs(id))) continue;
    found.add(id);
    queue.push(...(await parentsOf(id)));
  }
  return [...found].reverse();
}

/** Stores the verdict on a mutation that changes nothing, so that a resend gets the same answer. */
export async function recordRejected(
  tx: Store,
  arrival: Arrival,
  action: Action | null,
  verdict: { outcome: 'refused' | 'superseded'; code: VerdictCode },
): Promise<void> {
  const { post = null, revision = null } = action?.args ?? {};
  await insert(tx, arrival, { post, revision, contributors: [], ...verdict, number: null });
}

/**
 * Gives a text that lost a race to all its author's computers: "a lost race keeps a second head" (design 4). Only what
 * they wrote themselves, into a post of theirs; a merge of nobody holds nothing that is not in its parents.
 */
export async function keepSecondHead(
  tx: Store,
  { unit, person }: Arrival,
  { post, revision }: MutationArgs<'post.save'>,
): Promise<void> {
  const known = await knownPost(tx, post);
  if (person === null || known.unit !== unit || known.status.owner !== person) return;
  const text = await tx
    .selectFrom('revision')
    .select('id')
    .where('id', '=', revision)
    .where('post', '=', post)
    .where('author', '=', person)
    .executeTakeFirst();
  if (text === undefined) return;
  for (const merged of await mergedTexts(tx, unit, { person }, { post, revision }))
    await writeRevisionLine(tx, unit, { person }, { revision: merged, post });
  await writeHeadLine(tx, unit, person, { revision, post });
}

async function insert(
  tx: Store,
  { unit, person, mutation, at }: Arrival,
  decided: {
    post: string | null;
    revision: string | null;
    contributors: readonly string[];
    outcome: 'accepted' | 'refused' | 'superseded';
    code: VerdictCode;
    number: number | null;
  },
): Promise<void> {
  const { id, device, seq, name } = mutation;
  // What was said about an erased text may repeat it: the log keeps its hash alone.
  const isErased = decided.code === 'erased' && isRemarkAct(name);
  const row = {
    ...decided,
    contributors: JSON.stringify(decided.contributors),
    ...{ id, unit, device, seq, name, person },
    canonical: canonicalJson(mutation),
    received_at: at.toISOString(),
  };
  await tx
    .insertInto('mutation')
    .values(isErased ? { ...row, canonical: ERASED_TEXT } : row)
    .execute();
  await appendAudit(tx, mutationEntry(row, at));
}
