import type { PostRow } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { Badge } from '../design/index.ts';

/** Who is at a review now, or to whom it was given. */
export function WorkerBadge({ worker }: { readonly worker: PostRow['worker'] }) {
  const t = useT();
  if (worker === null) return null;
  const { name, isMe, isAtIt } = worker;
  if (isAtIt) return <Badge tone="info">{isMe ? t('work.row.atMe') : t('work.row.at', { name })}</Badge>;
  return <Badge tone={isMe ? 'info' : 'neutral'}>{isMe ? t('work.row.givenMe') : t('work.row.given', { name })}</Badge>;
}
