import { AppError, type PostDetails } from '../../../shared/contract/index.ts';
import { WITHDRAWAL_REASONS } from '../../../shared/workflow/index.ts';
import type { Chance } from './chance.ts';
import type { Computer } from './computer.ts';
import { PIN } from './unit.ts';

/** How an action ended on the computer itself. */
export interface Acted {
  readonly action: PostDetails['actions'][number];
  /** The code of its refusal here; `null` when it went into the outbox. */
  readonly code: string | null;
}

/** Does one of the actions that the window shows of a post, mostly one whose button is enabled. */
export async function actOn(computer: Computer, details: PostDetails, chance: Chance): Promise<Acted | null> {
  const enabled = details.actions.filter(({ allowed }) => allowed);
  const choice = enabled.length > 0 && chance.happens(0.9) ? enabled : details.actions;
  if (choice.length === 0) return null;
  const action = chance.pick(choice);
  return { action, code: await codeOf(() => doAction(computer, details, action, chance)) };
}

async function doAction(
  computer: Computer,
  { post, revision: shown }: PostDetails,
  { name: action, checks }: PostDetails['actions'][number],
  chance: Chance,
): Promise<void> {
  const revision = action === 'submit' ? null : shown;
  let htmlHash: string | null = null;
  if (['approve', 'urgent', 'review'].includes(action) && revision !== null) {
    if (action !== 'review') await unlock(computer);
    ({ htmlHash } = await computer.call('posts.preview', { post, revision }));
  }
  await computer.call('posts.act', {
    ...{ post, revision, action, htmlHash },
    reason: ['return', 'urgent'].includes(action) ? 'Xem lại câu mở đầu.' : '',
    listedReason: action === 'withdraw' ? chance.pick(WITHDRAWAL_REASONS) : null,
    checks: checks.map(({ id }) => id),
    ...(action === 'submit' ? { change: { note: 'Sửa lại câu chữ.', isMinor: chance.happens(0.5) } } : {}),
    ...(action === 'withdraw' ? { replacement: post } : {}),
    ...(action === 'approve' && chance.happens(0.2) ? { publishAt: soon(chance) } : {}),
    ...(action === 'schedule' ? { publishAt: chance.happens(0.5) ? null : soon(chance) } : {}),
  });
}

/** Asks for the PIN as the window does: not while the key is open. */
export async function unlock(computer: Computer): Promise<void> {
  const { approvalKey } = await computer.call('app.state', null);
  if (approvalKey !== 'unlocked') await computer.call('approval.unlock', { pin: PIN });
}

/** A time in the next hours. */
function soon(chance: Chance): string {
  return new Date(Date.now() + (1 + chance.below(5)) * 3_600_000).toISOString();
}

/** The code of the error that work ends in; `null` when it does not. Anything but an {@link AppError} is thrown on. */
export async function codeOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'denied' ? `denied ${String(error.params.reason)}` : error.code;
  }
}
