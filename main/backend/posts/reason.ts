import { type Action, parseAction } from '../../../shared/workflow/index.ts';
import { type MutationRow, wordsOf } from './events.ts';

/** The words that go with an act, accepted or not: why it was done, or what readers are told. `null`: there are none. */
export function reasonIn(row: Pick<MutationRow, 'id' | 'post' | 'words' | 'sum'>): string | null {
  const { name: written, args: words } = wordsOf(row);
  const action = parseAction(written, words);
  return action === null ? null : reasonOf(action);
}

/** As {@link reasonIn}, of an act that was read already. */
export function reasonOf({ name, args }: Action): string | null {
  switch (name) {
    case 'post.return':
    case 'post.urgent':
      return args.reason;
    case 'post.withdraw':
      return args.explanation || args.publicNote || null;
    case 'post.submit':
      return args.change?.note || null;
    case 'post.comment':
      return args.text || null;
    case 'post.resolveComment':
      return args.note || null;
    default:
      return null;
  }
}
