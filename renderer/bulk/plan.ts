import type { PossibleAction, PostDetails } from '../../shared/contract/index.ts';
import type { TransitionName } from '../../shared/workflow/index.ts';

/** What may be done with several posts at once, in the order shown. The rest asks of each post something of its own. */
export const BULK_ACTIONS = [
  'submit',
  'appraise',
  'approve',
  'review',
  'return',
  'recall',
] as const satisfies readonly TransitionName[];
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** One post as far as an action on several goes: what would be done, or the code of the sentence why not. */
export type BulkLine =
  | { readonly details: PostDetails; readonly action: PossibleAction; readonly code: null }
  | { readonly details: PostDetails; readonly action: null; readonly code: string };

/**
 * What an action comes to for each post. What has something of its own to ask or to show is left to its own screen: a
 * correction tells its readers what changed, an exemption is looked at one by one.
 */
export function planOf(posts: readonly PostDetails[], name: BulkAction): BulkLine[] {
  return posts.map((details) => {
    const action = details.actions.find((one) => one.name === name);
    if (action === undefined) return { details, action: null, code: 'wrong_role' };
    if (!action.allowed) return { details, action: null, code: action.code ?? 'unknown' };
    if (action.exemption !== null || (name === 'submit' && details.isLive))
      return { details, action: null, code: 'one_by_one' };
    return { details, action, code: null };
  });
}

/** The actions that at least one of the posts allows. */
export function actionsOf(posts: readonly PostDetails[]): BulkAction[] {
  return BULK_ACTIONS.filter((name) => planOf(posts, name).some(({ action }) => action !== null));
}

/** The checklists of all, each item once: what is ticked here is ticked for each post. */
export function checksOf(lines: readonly BulkLine[]): PossibleAction['checks'] {
  const items = lines.flatMap(({ action }) => action?.checks ?? []);
  return items.filter(({ id }, index) => items.findIndex((item) => item.id === id) === index);
}
