import type { EventData, EventName } from '../../../shared/contract/index.ts';
import type { Member, PortalInfo } from '../../../shared/sync/index.ts';
import type { Rules } from '../../../shared/workflow/index.ts';
import type { ApprovalKey, Device } from '../identity/index.ts';
import type { RulesBook } from '../rules/index.ts';
import type { Store } from '../store/index.ts';

/** Tells the windows that something happened. */
export type Tell = <Name extends EventName>(name: Name, data: EventData<Name>) => void;

/** One person's workplace: the open database and who works at it. Everything the posts room needs, handed in. */
export interface Desk {
  readonly db: Store;
  /** The person and roles as the portal last told them. */
  readonly me: () => Member;
  readonly portal: PortalInfo;
  readonly address: () => string;
  readonly device: Device;
  /** The rules in force today. */
  readonly rules: Rules;
  readonly rulesBook: RulesBook;
  /** Whether the portal answered when it was last asked: what needs it is offered only then. */
  readonly isOnline: () => boolean;
  readonly approvalKey: ApprovalKey;
  readonly now: () => Date;
  readonly tell: Tell;
}
