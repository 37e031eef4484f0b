import type { Mutation, VerdictCode } from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { type Action, type MutationArgs, parseAction, type RemarkAct, rolesOn } from '../../shared/workflow/index.ts';
import { memberOf } from '../accounts/index.ts';
import { type Audience, EVERYONE, hasRevisionLine, maySee } from '../feed/index.ts';
import type { Store } from '../store/index.ts';
import type { Case, Decision } from './decide.ts';
import { type KnownPost, knownPost } from './status.ts';

const refuse = (code: VerdictCode): Decision => ({ outcome: 'refused', code });
const ACCEPTED: Decision = { outcome: 'accepted', contributors: [], html: null };

/**
 * A remark is said by a member of the board on a text they may see; what answers it is about the same text, so that
 * the thread is seen by whoever sees that, and goes with it when it is erased. A proposed wording is answered by the
 * post's author alone.
 */
export async function decideRemark(tx: Store, { unit, person, action, at }: Case, post: KnownPost): Promise<Decision> {
  const args = action.args as MutationArgs<RemarkAct>;
  if (post.unit === null || !(await maySee(tx, { unit, person }, args.revision))) return refuse('not_shown');
  const member = await memberOf(tx, unit, person);
  if (rolesOn(member, dayInVietnam(at.toISOString())).length === 0) return refuse('wrong_role');
  if (args.thread === undefined) return ACCEPTED;
  const thread = await threadOf(tx, args.thread);
  if (thread === null) return { outcome: 'waiting', missing: [args.thread] };
  if (thread === 'none' || thread.post !== args.post || thread.revision !== args.revision)
    return refuse('bad_revision');
  if (action.name !== 'post.resolveComment' || action.args.answer === undefined) return ACCEPTED;
  if (thread.wording === undefined) return refuse('bad_revision');
  return post.status.owner === person ? ACCEPTED : refuse('not_owner');
}

/** The remark that began a thread; `none` when the mutation is something else or was turned down, `null` when it is not here. */
async function threadOf(tx: Store, id: string): Promise<MutationArgs<'post.comment'> | 'none' | null> {
  const row = await tx.selectFrom('mutation').select(['canonical', 'outcome']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const { name, args } = JSON.parse(row.canonical) as Mutation;
  const action = row.outcome === 'accepted' ? parseAction(name, args) : null;
  return action?.name === 'post.comment' && action.args.thread === undefined ? action.args : 'none';
}

/** Who is given a remark: the board where it was given the text, else the post's author, whose draft it is. */
export async function audienceOfRemark(tx: Store, unit: string, { args }: Action): Promise<Audience> {
  if (await hasRevisionLine(tx, unit, EVERYONE, args.revision)) return EVERYONE;
  const { owner } = (await knownPost(tx, args.post)).status;
  return owner === null ? EVERYONE : { person: owner };
}
