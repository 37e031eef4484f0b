/** Why a portal does not start. Each has a sentence under `portal.error.CODE`. */
export type StartProblem =
  | 'port_in_use'
  | 'address_unusable'
  | 'not_initialised'
  | 'already_initialised'
  | 'database_unreachable'
  | 'database_refused'
  | 'database_address'
  | 'database_needed'
  | 'database_occupied'
  | 'portal_running'
  | 'recovery_none'
  | 'recovery_made'
  | 'recovery_mistyped'
  | 'recovery_other'
  | 'nothing_kept'
  | 'backup_exists'
  | 'not_a_backup'
  | 'backup_damaged'
  | 'last_head'
  | 'unit_unknown'
  | 'unit_needed'
  | 'unit_taken'
  | 'unit_address_taken'
  | 'unit_parents'
  | 'unit_merge'
  | 'account_taken'
  | 'import_unreadable'
  | 'import_not_wxr'
  | 'import_category'
  | 'import_by';

/** An expected failure to start, for the administrator who started it. */
export class StartError extends Error {
  readonly code: StartProblem;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: StartProblem, params: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'StartError';
    this.code = code;
    this.params = params;
  }
}
