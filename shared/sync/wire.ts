import { z } from 'zod';
import { mediaHash, postIdSchema, revisionIdSchema } from '../content/index.ts';
import { siteLookSchema } from '../site/index.ts';
import { deputySchema, permitSchema, ROLES, regulationVersionSchema } from '../workflow/index.ts';
import { ACCOUNT_LIMITS, passSchema, passwordSchema } from './account.ts';
import { auditPlaceSchema, auditProofSchema } from './audit.ts';
import { erasureSchema } from './erasure.ts';
import { mutationSchema, publicKeySchema } from './mutation.ts';
import { HANDOVERS, handoverSchema } from './portal-key.ts';

/** The version of the protocol spoken here; a portal that speaks another says so in words. */
export const PROTOCOL = 1;

/** Limits of one request and one page, shared by both sides. */
export const WIRE_LIMITS = {
  mutations: 200,
  objects: 200,
  /** Revisions asked for whole in one request. */
  whole: 20,
  requestBytes: 8_000_000,
  /** Soft limit of one page of changes, in bytes of JSON; one change may exceed it alone. */
  pageBytes: 512_000,
  accountCharacters: 100,
  deviceNameCharacters: 100,
  /** Of a crest in base64: as large as 256 by 256 pixels of one byte can be. */
  crestCharacters: 100_000,
} as const;

/**
 * A revision on the wire: its canonical JSON as it is (`json`), or base64 of it compressed, with the canonical JSON of
 * `base` as dictionary where one is named. The receiver checks that the result hashes to `id`, and asks for it whole
 * when it does not hold the base.
 */
export const encodedRevisionSchema = z.strictObject({
  id: revisionIdSchema,
  codec: z.enum(['zstd', 'deflate', 'json']),
  base: revisionIdSchema.optional(),
  data: z.string().max(4_000_000),
});
export type EncodedRevision = z.infer<typeof encodedRevisionSchema>;

/** Where a client stands in its unit's changes. On another epoch it reads all again (design 7). */
export const cursorSchema = z.strictObject({ epoch: z.string().min(1).max(64), number: z.int().min(0) });
export type Cursor = z.infer<typeof cursorSchema>;

export const VERDICT_CODES = [
  'ok',
  'unknown_mutation',
  'malformed',
  'bad_signature',
  'unknown_device',
  'device_revoked',
  'wrong_unit',
  'not_yours',
  'not_shown',
  'bad_revision',
  'head_moved',
  'known_id',
  'known_number',
  'bad_seal',
  'unknown_key',
  'rules_changed',
  'content_changed',
  'render_changed',
  'review_moved',
  'built_on_refused',
  'erased',
  'edited_since',
  // The codes of `judge` and `readiness`, as they are:
  'unknown_transition',
  'wrong_state',
  'wrong_role',
  'not_owner',
  'wrote_it',
  'published_it',
  'passed_stage',
  'other_stage',
  'other_revision',
  'not_live',
  'reviewed_already',
  'nothing_new',
  'offline',
  'checks_open',
  'no_change_note',
  'no_replacement',
  'claimed',
  'not_claimed',
  'not_theirs',
  'no_title',
  'title_too_long',
  'summary_too_long',
  'too_many_blocks',
  'no_category',
  'empty_body',
  'missing_alt',
  'newer_version',
  'block_over_limit',
  'missing_pictures',
] as const;
export type VerdictCode = (typeof VERDICT_CODES)[number];

/** A crest as the portal made it: PNG in base64, under the hash of its bytes. */
export const crestSchema = z.strictObject({ hash: mediaHash, data: z.base64().max(WIRE_LIMITS.crestCharacters) });
export type Crest = z.infer<typeof crestSchema>;

/** What the portal decided on one mutation. `number` is its place in the unit's changes, when it was accepted. */
export const verdictSchema = z.object({
  mutation: z.uuid(),
  /** `forked`: nothing was executed or stored; the sender starts a new device line and sends again (design 6). */
  outcome: z.enum(['accepted', 'superseded', 'refused', 'forked']),
  /** A {@link VERDICT_CODES}; unknown ones come from a newer portal and are shown by their outcome. */
  code: z.string().max(64),
  receivedAt: z.iso.datetime(),
  /** Of an accepted one: what its line in the feed says. The sender gets no such line in this reply. */
  number: z.int().min(1).optional(),
  contributors: z.array(z.string()).optional(),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const memberSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(200),
  title: z.string().max(200),
  roles: z.array(z.enum(ROLES)).max(50),
  /** Roles held for others for a time; left out where there are none. */
  deputies: z.array(deputySchema).max(20).optional(),
});
export type Member = z.infer<typeof memberSchema>;

export const unitSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(300),
  level: z.enum(['office', 'school']),
});
export type Unit = z.infer<typeof unitSchema>;

/** One line of a unit's feed. `number` only grows; a client never sees a line it may not read. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mutation'),
    number: z.int().min(1),
    /** For a `post.publish` the portal itself is the device and `person` is `null`. */
    mutation: mutationSchema,
    person: z.string().nullable(),
    post: postIdSchema,
    contributors: z.array(z.string()),
    receivedAt: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal('revision'),
    number: z.int().min(1),
    post: postIdSchema,
    revision: encodedRevisionSchema,
  }),
  /** Who made a text, when and from what: an old one that its post does not show, whose body is sent when asked for. */
  z.strictObject({
    kind: z.literal('revision_line'),
    number: z.int().min(1),
    post: postIdSchema,
    revision: z.strictObject({
      id: revisionIdSchema,
      author: z.string().max(64).nullable(),
      parents: z.array(revisionIdSchema).max(2),
      createdAt: z.iso.datetime().nullable(),
    }),
  }),
  /** A text of this person that lost a race: it is in no save, and waits beside the post's head (design 4). */
  z.strictObject({ kind: z.literal('head'), number: z.int().min(1), post: postIdSchema, revision: revisionIdSchema }),
  /** This person no longer sees the post: its copy is dropped, their own text excepted. */
  z.strictObject({ kind: z.literal('hide'), number: z.int().min(1), post: postIdSchema }),
  z.strictObject({ kind: z.literal('erased'), number: z.int().min(1), erasure: erasureSchema }),
  z.strictObject({ kind: z.literal('member'), number: z.int().min(1), member: memberSchema }),
  z.strictObject({
    /** Text of a device that was revoked, for its person alone: to be adopted as a draft of its own, or let be. */
    kind: z.literal('set_aside'),
    number: z.int().min(1),
    post: postIdSchema,
    revision: encodedRevisionSchema,
  }),
  /** A version of the unit's regulation. It is in force from its own first day on. */
  z.strictObject({ kind: z.literal('rules'), number: z.int().min(1), rules: regulationVersionSchema }),
  /** How the unit's site looks now, and the crest it names where that is another one. Only the newest of each is kept. */
  z.strictObject({ kind: z.literal('site'), number: z.int().min(1), site: siteLookSchema }),
  z.strictObject({ kind: z.literal('crest'), number: z.int().min(1), crest: crestSchema }),
]);
export type Change = z.infer<typeof changeSchema>;
/** What a computer knows of a text whose body it has not fetched. */
export type RevisionLine = Extract<Change, { kind: 'revision_line' }>['revision'];

/** A mutation that its carrier may not read, and the text it names: only the portal opens the box. */
export const sealedMutationSchema = z.strictObject({
  mutation: z.uuid(),
  /** Base64 of: the sender's one-time X25519 key (32 bytes), then AES-256-GCM of the packed content with its tag. */
  box: z.base64().min(64).max(4_000_000),
});
export type SealedMutation = z.infer<typeof sealedMutationSchema>;

export const syncRequestSchema = z.object({
  protocol: z.literal(PROTOCOL),
  cursor: cursorSchema.nullable(),
  revisions: z.array(encodedRevisionSchema).max(WIRE_LIMITS.objects),
  mutations: z.array(mutationSchema).max(WIRE_LIMITS.mutations),
  /** The newest head of the audit log that the client holds: the portal proves that its log still contains it. */
  audit: auditPlaceSchema.optional(),
  /** Erasures that a restored portal may have lost. */
  erasures: z.array(erasureSchema).max(WIRE_LIMITS.mutations).optional(),
  /** Asked by a computer that begins to read: what can it work with at once, and how much is to come? */
  recent: z.literal(true).optional(),
  /** Takes `revision_line` in place of old texts, while it reads a large feed for the first time. */
  lines: z.literal(true).optional(),
  /** Revisions to be sent whole: they came against a base that is not here. */
  whole: z.array(revisionIdSchema).max(WIRE_LIMITS.whole).optional(),
  /** Mutations carried for others in boxes that the carrier cannot open; executed before `mutations`. */
  sealed: z.array(sealedMutationSchema).max(WIRE_LIMITS.mutations).optional(),
});
/** A field of a newer program is passed over: what it asks for, this portal does not do yet. */
export type SyncRequest = z.infer<typeof syncRequestSchema>;

const amountSchema = z.object({ used: z.int().min(0), most: z.int().min(0) });

/** What a person has sent on a day in Vietnam, in bytes, and what they may. */
export const quotaSchema = z.object({
  day: z.iso.date(),
  text: amountSchema,
  files: amountSchema,
  /** A text of this request did not fit any more: what names it waits, and both are to be sent again. */
  isOver: z.boolean(),
});
export type Quota = z.infer<typeof quotaSchema>;

export const syncReplySchema = z.object({
  /** The portal's clock, from which skew is measured. */
  now: z.iso.datetime(),
  verdicts: z.array(verdictSchema),
  /** Mutations that wait for something they name: no verdict yet, send again. `missing` lists what to send. */
  waiting: z.array(z.object({ mutation: z.uuid(), missing: z.array(z.string()) })),
  /** Pictures named by what was accepted and not here yet. */
  wantedMedia: z.array(mediaHash),
  /** Those asked for whole, as far as this person may see them. */
  whole: z.array(encodedRevisionSchema).optional(),
  /** Checked one by one with {@link changeSchema}: a line of a newer version must not keep the others out. */
  changes: z.array(z.unknown()),
  /** Lines out of turn, when asked for: the newest posts. They come again in their place; the cursor knows nothing of them. */
  recent: z.array(z.unknown()).optional(),
  /** Characters of canonical text in all the revisions to come, when `recent` was asked for. */
  bytesToCome: z.int().min(0).optional(),
  cursor: cursorSchema,
  more: z.boolean(),
  audit: auditProofSchema.optional(),
  /** Places in the request's `sealed` of boxes that hold nothing the portal could open. */
  unopened: z.array(z.int()).optional(),
  /** How near this person is to what they may send on one day, once it is near. */
  quota: quotaSchema.optional(),
});
export type SyncReply = z.infer<typeof syncReplySchema>;

/** Asks for the bodies of texts of which only lines are here, when somebody opens one. */
export const revisionsRequestSchema = z.strictObject({
  revisions: z.array(revisionIdSchema).min(1).max(WIRE_LIMITS.whole),
});
/** Whole, as far as the asker may see them; one that was erased is left out. */
export const revisionsReplySchema = z.object({ revisions: z.array(encodedRevisionSchema).max(WIRE_LIMITS.whole) });

/** Public facts of a portal: what a client shows before it signs in, and how it knows the portal again. */
export const portalInfoSchema = z.object({
  product: z.literal('ban-thao'),
  protocol: z.int(),
  portal: z.string().min(1).max(100),
  publicKey: publicKeySchema,
  /** What may name another key when this one is lost (docs/spec/portal-key.md); `null` for a portal that has none. */
  recoveryKey: publicKeySchema.nullable().optional(),
  handovers: z.array(handoverSchema).max(HANDOVERS).optional(),
  unit: unitSchema,
});
export type PortalInfo = z.infer<typeof portalInfoSchema>;

const deviceShape = {
  id: z.uuid(),
  publicKey: publicKeySchema,
  name: z.string().max(WIRE_LIMITS.deviceNameCharacters),
  /** The device line this one was started from: text and keys made under that one count as this one's own. */
  startedFrom: z.uuid().nullable().default(null),
};

/** Registers a new device line of the signed-in person; the reply's token belongs to the new line. */
export const startLineRequestSchema = z.strictObject(deviceShape);
export type StartLineRequest = z.infer<typeof startLineRequestSchema>;
export const startLineReplySchema = passSchema;

export const signInRequestSchema = z.strictObject({
  account: z.string().trim().min(1).max(WIRE_LIMITS.accountCharacters),
  password: z.string().min(1).max(ACCOUNT_LIMITS.passwordCharacters),
  /** With a one-time password: the one that takes its place. */
  newPassword: z.string().min(1).max(ACCOUNT_LIMITS.passwordCharacters).optional(),
  device: z.strictObject(deviceShape),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

export const signInReplySchema = passSchema.extend({
  portal: portalInfoSchema,
  member: memberSchema,
});
export type SignInReply = z.infer<typeof signInReplySchema>;

/**
 * Registers the person's approval key on the signed-in device. `id` names it in approvals. `password` where the sign-in is
 * not of just now: a computer that was left signed in makes no key for whoever sits down at it.
 */
export const registerKeyRequestSchema = z.strictObject({
  id: z.uuid(),
  publicKey: publicKeySchema,
  password: passwordSchema.optional(),
});
export type RegisterKeyRequest = z.infer<typeof registerKeyRequestSchema>;

export const permitReplySchema = permitSchema;

/** An error reply: RFC 9457 with a code of ours. The client shows its own sentence for the code. */
export const PROBLEM_CODES = [
  'bad_request',
  'wrong_password',
  'password_needed',
  'password_to_choose',
  'password_short',
  'password_common',
  'password_same',
  'signed_out',
  'device_revoked',
  'device_taken',
  'forbidden',
  'not_administrator',
  'rules_moved',
  'rules_past',
  'head_only',
  'head_erases',
  'head_withdraws',
  'no_replacement',
  'last_head',
  'member_moved',
  'account_taken',
  'not_an_author',
  'site_moved',
  'colour_unreadable',
  'crest_unreadable',
  'not_found',
  'too_large',
  'too_many_requests',
  'quota_reached',
  'hash_mismatch',
  'erased',
  'protocol_mismatch',
  'disk_full',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().max(64),
});
export type Problem = z.infer<typeof problemSchema>;

/** The paths of the API, under the portal's address. */
export const API = {
  info: '/api/v1/info',
  session: '/api/v1/session',
  /** The next pass of a device, for its secret and its key's signature. */
  renew: '/api/v1/session/renew',
  password: '/api/v1/session/password',
  key: '/api/v1/device/key',
  line: '/api/v1/device/line',
  sync: '/api/v1/sync',
  /** POST ids of revisions: their texts, as far as the caller may see them. */
  revisions: '/api/v1/revisions',
  /** A word of the portal that it heard this device just now: what is done online alone carries it. */
  permit: '/api/v1/permit',
  /** For the head and the administrator, online: the regulation, roles, devices. */
  rules: '/api/v1/admin/rules',
  members: '/api/v1/admin/members',
  addMember: '/api/v1/admin/members/new',
  resetPassword: '/api/v1/admin/members/password',
  handOver: '/api/v1/admin/members/hand-over',
  adminDevices: '/api/v1/admin/devices',
  revoke: '/api/v1/admin/devices/revoke',
  /** For the head, the administrator and the clerk, online: what the public site says of the unit. */
  site: '/api/v1/admin/site',
  coverage: '/api/v1/admin/site/coverage',
  /** GET the news that are pinned now. */
  pins: '/api/v1/pins',
  /** For the head alone. */
  erase: '/api/v1/admin/erase',
  /** For the head and the administrator, online: what units had that were merged into theirs, and taking a page of it down. */
  mergedPosts: '/api/v1/admin/merged',
  withdrawMerged: '/api/v1/admin/merged/withdraw',
  /** tus 1.0 (resumable upload); metadata: `hash` (SHA-256 hex). */
  uploads: '/api/v1/uploads',
  /** GET a picture a signed-in member may see: `${API.media}/${hash}`. */
  media: '/api/v1/media',
  /** GET the newest version that the portal's administrator announces, for anyone. */
  update: '/api/v1/update',
  /** GET the devices of the caller's unit as the portal certifies them. */
  devices: '/api/v1/devices',
  /** GET what the devices of the caller's unit are called. */
  deviceNames: '/api/v1/devices/names',
  /** GET whose the unit's approval keys are, as the portal certifies them. */
  approvalKeys: '/api/v1/devices/keys',
  /** POST mutations: their verdicts, signed. */
  receipts: '/api/v1/receipts',
  /** POST a revision of somebody else and the pictures brought for it. */
  carriedMedia: '/api/v1/media/carried',
  /** For what watches the portal: it runs; it can answer; its figures. */
  health: '/api/v1/health',
  ready: '/api/v1/ready',
  metrics: '/api/v1/metrics',
  /** This API as OpenAPI 3.1. */
  openapi: '/api/v1/openapi.json',
} as const;
