import type { Handlers } from '../../shared/contract/index.ts';
import type { BackendSettings } from './host-protocol.ts';
import type { Desk } from './posts/index.ts';
import type { Program } from './program.ts';
import type { Session } from './session.ts';

/** The procedures of some groups of the contract. */
export type HandlersOf<Group extends string> = {
  readonly [Name in keyof Handlers as Name extends `${Group}.${string}` ? Name : never]: Handlers[Name];
};

/** What the procedures work with. */
export interface HandlerParts {
  readonly session: Session;
  readonly settings: BackendSettings;
  readonly program: Program;
  /** @throws AppError `not_connected` while nobody works here. */
  readonly desk: () => Desk;
  /** Asks for a sync soon, for something that is to be sent, and hands the value on. */
  readonly changed: <Value>(value: Value) => Value;
}
