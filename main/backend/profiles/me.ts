import { type Member, memberSchema } from '../../../shared/sync/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { rolesOn } from '../../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';

/**
 * The person with the roles held today: those the portal last told, which the feed may have changed since the sign-in,
 * and those of people they stand in for.
 */
export function readMe(db: Store, signedIn: Member, now: Date): Member {
  const row = db
    .prepare<[string], { id: string; name: string; title: string; roles: string; deputies: string }>(
      'SELECT * FROM member WHERE id = ?',
    )
    .get(signedIn.id);
  const member =
    row === undefined
      ? signedIn
      : memberSchema.parse({ ...row, roles: JSON.parse(row.roles), deputies: JSON.parse(row.deputies) });
  return { ...member, roles: rolesOn(member, dayInVietnam(now.toISOString())) };
}
