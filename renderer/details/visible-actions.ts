import type { PossibleAction, PostDetails } from '../../shared/contract/index.ts';

/** The order of buttons: what moves the post on first, what takes it back last. */
const ORDER: readonly PossibleAction['name'][] = [
  'approve',
  'appraise',
  'review',
  'submit',
  'schedule',
  'return',
  'recall',
  'urgent',
  'withdraw',
];

/** Denials that tell a person nothing about this post: the action is someone else's, or of another time. */
const NOT_THEIRS: ReadonlySet<string> = new Set([
  'wrong_role',
  'not_owner',
  'unknown_transition',
  'wrong_state',
  'not_live',
  'reviewed_already',
]);

/**
 * The actions to show, possible ones first. One that is not possible now is shown with its reason when the person could do
 * something about it, or when it is the step they are waiting for: approving a post that is still being appraised.
 */
export function visibleActions({ actions, state }: Pick<PostDetails, 'actions' | 'state'>): PossibleAction[] {
  const isShown = ({ name, allowed, code }: PossibleAction): boolean => {
    if (allowed) return true;
    if (!NOT_THEIRS.has(code ?? '')) return !isAlreadySent(name, state);
    return name === 'approve' && code === 'wrong_state' && state === 'submitted';
  };
  const shown = ORDER.flatMap((name) => actions.filter((action) => action.name === name)).filter(isShown);
  return [...shown.filter(({ allowed }) => allowed), ...shown.filter(({ allowed }) => !allowed)];
}

/** What is under review cannot be written in, so there is nothing to send again. */
function isAlreadySent(name: PossibleAction['name'], state: PostDetails['state']): boolean {
  return name === 'submit' && ['submitted', 'appraised', 'approved', 'scheduled'].includes(state);
}

const FORWARD: ReadonlySet<string> = new Set(['approve', 'appraise', 'review', 'submit']);

/** The action that Ctrl+Enter means: the first possible one that moves the post on, else the first of those shown. */
export function primaryAction(visible: readonly PossibleAction[]): PossibleAction | null {
  const forward = visible.filter(({ name }) => FORWARD.has(name));
  return forward.find(({ allowed }) => allowed) ?? forward[0] ?? null;
}
