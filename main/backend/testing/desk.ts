import { join } from 'node:path';
import { newId } from '../../../shared/content/index.ts';
import type { EventName } from '../../../shared/contract/index.ts';
import { type Member, newKeyPair } from '../../../shared/sync/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { rolesOn } from '../../../shared/workflow/index.ts';
import { newDevice, openApprovalKey } from '../identity/index.ts';
import type { Desk } from '../posts/index.ts';
import { createRulesBook } from '../rules/index.ts';
import { openStore } from '../store/index.ts';

/** What a test may choose of a desk. */
export interface TestDeskOptions {
  readonly member?: Partial<Member>;
  readonly now?: () => Date;
  readonly isOnline?: boolean;
}

/** A desk over a real database in that folder, with no portal near it. */
export function makeDesk(folder: string, options: TestDeskOptions = {}): { desk: Desk; told: EventName[] } {
  const told: EventName[] = [];
  const now = options.now ?? (() => new Date());
  const member: Member = {
    id: 'person-1',
    name: 'Trần Thu Hà',
    title: 'Giáo viên',
    roles: ['author'],
    ...options.member,
  };
  const db = openStore(join(folder, 'database.sqlite'));
  db.prepare('INSERT OR REPLACE INTO member (id, name, title, roles) VALUES (?, ?, ?, ?)').run(
    member.id,
    member.name,
    member.title,
    JSON.stringify(member.roles),
  );
  const rulesBook = createRulesBook(db, now);
  const desk: Desk = {
    db,
    me: () => ({ ...member, roles: rolesOn(member, dayInVietnam(now().toISOString())) }),
    portal: {
      product: 'ban-thao',
      protocol: 1,
      portal: newId(),
      publicKey: newKeyPair().publicKey,
      unit: { id: 'thcs-song-tra', name: 'Trường THCS Sông Trà', level: 'school' },
    },
    address: () => 'http://127.0.0.1:1',
    device: newDevice(),
    get rules() {
      return rulesBook.inForce();
    },
    rulesBook,
    isOnline: () => options.isOnline === true,
    approvalKey: openApprovalKey(folder, now),
    now,
    tell: (name) => told.push(name),
  };
  return { desk, told };
}
