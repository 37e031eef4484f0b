/** Every error a person can act on. Each has a sentence under `error.CODE` that says what to do next. */
export const ERROR_CODES = [
  'bad_input',
  'internal',
  'not_connected',
  'post_not_found',
  'read_only',
  'limit_title',
  'limit_blocks',
  'limit_size',
  'limit_pictures',
  'document_broken',
  'document_kind',
  'document_too_large',
  'page_too_large',
  'page_too_many_blocks',
  'limit_files',
  'limit_gallery',
  'file_kind',
  'file_too_large',
  'file_broken',
  'file_absent',
  'picture_absent',
  'picture_broken',
  'picture_too_large',
  'picture_heic',
  'picture_kind',
  'state_secret',
  'denied',
  'reason_needed',
  'changed_meanwhile',
  'missing_pictures',
  'render_changed',
  'pin_wrong',
  'pin_too_many',
  'pin_locked',
  'pin_needed',
  'no_approval_key',
  'address_invalid',
  'address_insecure',
  'portal_not_found',
  'portal_refused',
  'portal_timeout',
  'portal_maintenance',
  'portal_full',
  'line_cut',
  'not_a_portal',
  'protocol_mismatch',
  'certificate_expired',
  'certificate_untrusted',
  'certificate_host',
  'wrong_password',
  'signed_out',
  'not_a_member',
  'device_revoked',
  'not_administrator',
  'rules_moved',
  'rules_past',
  'head_only',
  'head_erases',
  'last_head',
  'account_taken',
  'site_moved',
  'colour_unreadable',
  'too_many_requests',
  'other_unit',
  'other_portal',
  'other_person',
  'portal_failed',
  'demo_unavailable',
  'demo_failed',
  'database_newer',
  'database_unreadable',
  'folder_unwritable',
  'folder_in_use',
  'disk_full',
  'update_none',
  'update_damaged',
  'update_unreachable',
  'audit_broken',
  'move_not_file',
  'move_passphrase',
  'move_damaged',
  'move_occupied',
  'move_cancelled',
  'move_busy',
  'move_no_room',
  'bundle_not_file',
  'bundle_newer',
  'bundle_damaged',
  'bundle_other_portal',
  'bundle_other_unit',
  'bundle_passphrase_needed',
  'bundle_passphrase',
  'bundle_no_certificate',
  'bundle_nothing',
  'bundle_no_room',
  'bundle_too_large',
  'bundle_cancelled',
  'bundle_busy',
  'backend_down',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values put into the sentence, by name. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An expected failure, with a code the window has words for. Anything else thrown is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}

export function isErrorCode(code: string): code is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code);
}
