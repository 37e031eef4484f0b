import type { PostRow } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { Badge, VisuallyHidden } from '../design/index.ts';

interface WorkerBadgeProps {
  readonly worker: PostRow['worker'];
  /** The given name alone where there is little room: the last word of a Vietnamese name. */
  readonly isShort?: boolean;
}

/** Who is at a review now, or to whom it was given. */
export function WorkerBadge({ worker, isShort = false }: WorkerBadgeProps) {
  const t = useT();
  if (worker === null) return null;
  const { name, isMe, isAtIt } = worker;
  const words = (who: string): string => t(isAtIt ? 'work.row.at' : 'work.row.given', { name: who });
  if (isMe) return <Badge tone="info">{t(isAtIt ? 'work.row.atMe' : 'work.row.givenMe')}</Badge>;
  const badge = (
    <Badge tone={isAtIt ? 'info' : 'neutral'}>
      {isShort ? (
        <>
          <span aria-hidden="true">{words(givenName(name))}</span>
          <VisuallyHidden>{words(name)}</VisuallyHidden>
        </>
      ) : (
        words(name)
      )}
    </Badge>
  );
  return isShort ? <span title={words(name)}>{badge}</span> : badge;
}

const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;
