import { z } from 'zod';
import {
  blockSchema,
  draftFieldsSchema,
  focusSchema,
  LIMITS,
  languageSchema,
  mediaHash,
  mediaReferenceSchema,
  pictureReferenceSchema,
  postIdSchema,
  postKindSchema,
  revisionIdSchema,
} from '../content/index.ts';
import { changePasswordRequestSchema, memberSchema, unitSchema, WIRE_LIMITS } from '../sync/index.ts';
import { changeNoteSchema, STATES, TRANSITION_NAMES, WITHDRAWAL_REASONS } from '../workflow/index.ts';
import { AUDIT_CONTRACT } from './audit.ts';
import { BIN_CONTRACT, binStateSchema } from './bin.ts';
import { BOARD_CONTRACT, decisionSchema, exemptionNoteSchema, ruledActionShape } from './board.ts';
import { BUNDLE_CONTRACT, BUNDLE_EVENTS } from './bundle.ts';
import { CALENDAR_CONTRACT } from './calendar.ts';
import { CHECKS_CONTRACT } from './checks.ts';
import { CONFLICT_CONTRACT } from './conflict.ts';
import { EXPORT_CONTRACT } from './export.ts';
import { HISTORY_CONTRACT } from './history.ts';
import { IMPORT_CONTRACT } from './import.ts';
import { MEDIA_CONTRACT } from './media.ts';
import { MOVE_CONTRACT, MOVE_EVENTS } from './move.ts';
import { REMARKS_CONTRACT } from './remarks.ts';
import { REVIEW_CONTRACT } from './review.ts';
import { SITE_CONTRACT, siteShownSchema } from './site.ts';
import { SYNC_CONTRACT, SYNC_EVENTS } from './sync.ts';
import { TAGS_CONTRACT } from './tags.ts';
import { TASKS_CONTRACT } from './tasks.ts';
import { textSizeSchema } from './text-size.ts';
import { TRANSLATION_CONTRACT } from './translation.ts';
import { WORK_CONTRACT, workStateSchema } from './work.ts';

/** Where the newest work on a post is: saved here, sent, accepted by the portal, look again (design 6). */
export const syncWordSchema = z.enum(['saved_here', 'sent', 'accepted', 'look_again']);
export type SyncWord = z.infer<typeof syncWordSchema>;

/** Which posts a list shows. `my_turn`: those the signed-in person may act on now. */
export const postFilterSchema = z.enum([
  'all',
  'mine',
  'my_turn',
  'draft',
  'in_review',
  'published',
  'look_again',
  'bin',
]);
export type PostFilter = z.infer<typeof postFilterSchema>;

export const postRowSchema = z.object({
  post: postIdSchema,
  language: languageSchema,
  title: z.string(),
  category: z.string().nullable(),
  state: z.enum(STATES),
  isLive: z.boolean(),
  word: syncWordSchema,
  ownerName: z.string(),
  isMine: z.boolean(),
  /** Client or portal time of the newest change, ISO, for display. */
  changedAt: z.iso.datetime(),
  /** The cover's picture, whether it is on this computer, and its point that stays in sight. */
  cover: z.object({ hash: mediaHash, isHere: z.boolean(), focus: focusSchema.optional() }).nullable(),
  /** Who is at its review now, or to whom that was given; `null`: nobody. */
  worker: z.object({ name: z.string(), isMe: z.boolean(), isAtIt: z.boolean() }).nullable(),
  kind: postKindSchema,
});
export type PostRow = z.infer<typeof postRowSchema>;

/** A button of the details panel: allowed, or the reason why not (`workflow.denied.CODE`). */
export const possibleActionSchema = z.object({
  name: z.enum(TRANSITION_NAMES),
  allowed: z.boolean(),
  code: z.string().nullable(),
  ...ruledActionShape,
});
export type PossibleAction = z.infer<typeof possibleActionSchema>;

export const timelineEntrySchema = z.object({
  mutation: z.string(),
  name: z.string(),
  personName: z.string(),
  at: z.iso.datetime(),
  /** `null` until the portal has decided. */
  receivedAt: z.iso.datetime().nullable(),
  outcome: z.enum(['pending', 'accepted', 'superseded', 'refused']),
  /** Verdict code, when the outcome is not `accepted`. */
  code: z.string().nullable(),
  /** Reason of a return or a withdrawal, in words; `null` where there is none. */
  reason: z.string().nullable(),
  /** What let the person decide on words of their own. */
  exemption: exemptionNoteSchema.nullable(),
  /** The revision it was done on, as far as it names one that this person may see. */
  revision: revisionIdSchema.nullable(),
  /** The device it was done on: its id, whether it is this computer, and its name where that is known here. */
  device: z.object({ id: z.string(), isThis: z.boolean(), name: z.string().nullable() }).nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const postDetailsSchema = z.object({
  post: postIdSchema,
  /** `edit`: the owner's working copy. `read`: the revision the viewer may see. */
  mode: z.enum(['edit', 'read']),
  language: languageSchema,
  /** The post it is another language of; `null` for one written on its own. */
  translates: postIdSchema.nullable(),
  /** The post on this computer that translates it. */
  translation: postIdSchema.nullable(),
  kind: postKindSchema,
  fields: draftFieldsSchema,
  blocks: z.array(blockSchema),
  /** Every picture that fields and blocks show. */
  media: z.array(mediaReferenceSchema),
  state: z.enum(STATES),
  isLive: z.boolean(),
  word: syncWordSchema,
  /** Texts of the post that wait beside its own for a person to lay them together. */
  conflicts: z.int(),
  ownerName: z.string(),
  bin: binStateSchema,
  decision: decisionSchema,
  work: workStateSchema,
  /** The newest reason of a return or a withdrawal. */
  reason: z.string().nullable(),
  /** Revision that actions apply to: what is under review, or the newest saved. */
  revision: revisionIdSchema.nullable(),
  actions: z.array(possibleActionSchema),
  timeline: z.array(timelineEntrySchema),
  /** Public address, once published. */
  publicUrl: z.string().nullable(),
  /** The revision `fields` and `blocks` come from or build on; given back with each `draft.write`. */
  base: revisionIdSchema.nullable(),
  /** Raised by each change of one working copy; a window that wrote change N ignores events up to N. */
  journalNumber: z.int(),
  /** The post's stand when this was read: as long as it is that, nothing of the post has been written since. */
  stand: z.string(),
});
export type PostDetails = z.infer<typeof postDetailsSchema>;

export const inboxEntrySchema = z.object({
  mutation: z.string(),
  post: postIdSchema,
  title: z.string(),
  name: z.string(),
  /** `set_aside`: text of a revoked device of this person; `mutation` is then its revision. */
  outcome: z.enum(['superseded', 'refused', 'set_aside']),
  code: z.string(),
  receivedAt: z.iso.datetime(),
  isSeen: z.boolean(),
  /** Whether the post may be opened: another's draft that a bundle brought is out of sight once it was turned down. */
  isHere: z.boolean(),
  /** What the person had written with it: a remark, the reason of a return. */
  said: z.string().nullable(),
});
export type InboxEntry = z.infer<typeof inboxEntrySchema>;

export const updateSchema = z.object({
  version: z.string(),
  notes: z.string(),
  publishedAt: z.iso.datetime(),
  /** Size of the installer for this computer in bytes, or `null` when there is none for it. */
  bytes: z.int().nullable(),
  /** Where the checked installer lies, once downloaded. */
  savedAt: z.string().nullable(),
});
export type Update = z.infer<typeof updateSchema>;

export const appStateSchema = z.object({
  version: z.string(),
  language: languageSchema,
  textSize: textSizeSchema,
  /** Whether this host can start the sample unit (the portal is installed beside the program). */
  isDemoAvailable: z.boolean(),
  profile: z.object({ key: z.string(), kind: z.enum(['unit', 'demo']) }).nullable(),
  unit: unitSchema.nullable(),
  site: siteShownSchema.nullable(),
  me: memberSchema.nullable(),
  portalAddress: z.string().nullable(),
  /** False once the portal no longer knows this sign-in: editing goes on, syncing waits. */
  isSignedIn: z.boolean(),
  /** Whether the person has an approval key on this device, and whether it is unlocked. */
  approvalKey: z.enum(['none', 'locked', 'unlocked']),
  /** Other identities on this computer, for the account menu. */
  people: z.array(z.object({ key: z.string(), name: z.string(), title: z.string(), isCurrent: z.boolean() })),
  /** Shown where a PIN is asked, in the sample unit only. */
  demoPin: z.string().nullable(),
  /** Set after the database was found damaged and rebuilt, until the person has read it. */
  recovery: z.object({ at: z.iso.datetime(), folder: z.string() }).nullable(),
  /** Set after this data folder was found copied or restored and a new device line begun, until the person has read it. */
  newLine: z.object({ at: z.iso.datetime(), why: z.enum(['copied', 'restored', 'twice']) }).nullable(),
  /** When a file to move to another computer was made from here, until the person has read it. */
  movedAt: z.iso.datetime().nullable(),
  /** The name of a file of colleagues' work that was opened with the program and waits to be looked at. */
  arrivedBundle: z.string().nullable(),
  /** A newer version of the program that the portal announces, its signature checked. */
  update: updateSchema.nullable(),
});
export type AppState = z.infer<typeof appStateSchema>;

const nothing = z.null();
const onPost = z.strictObject({ post: postIdSchema });
export const pinSchema = z.string().regex(/^\d{6}$/);

/**
 * What the renderer may ask of the backend: one procedure a line, its input and output checked at the border
 * (design 2). Names are `group.verb`.
 */
export const CONTRACT = {
  'app.state': { input: nothing, output: appStateSchema },
  /** The person has read that the database was rebuilt. */
  'app.recoverySeen': { input: nothing, output: nothing },
  /** The person has read that this computer began a new device line. */
  'app.newLineSeen': { input: nothing, output: nothing },
  /** How large the text is that is being written, on this computer. */
  'app.setTextSize': { input: z.strictObject({ textSize: textSizeSchema }), output: nothing },
  'app.setLanguage': { input: z.strictObject({ language: languageSchema }), output: nothing },

  /** Starts the sample unit's portal, makes its data once, and signs in. Progress comes as `demo.progress`. */
  'demo.start': { input: nothing, output: nothing },
  'profile.switch': { input: z.strictObject({ key: z.string().max(64) }), output: nothing },

  /** Signs in to a portal; on a fresh data folder also binds it to that portal and unit. */
  'connect.signIn': {
    input: z.strictObject({
      address: z.string().trim().min(1).max(500),
      account: z.string().trim().min(1).max(100),
      password: z.string().min(1).max(200),
      /** With a one-time password: the one that takes its place. */
      newPassword: z.string().min(1).max(200).optional(),
      /** What the board is to call this computer; without one, what its system calls it. Counts at the first sign-in. */
      deviceName: z.string().trim().max(WIRE_LIMITS.deviceNameCharacters).optional(),
    }),
    output: z.object({ needsPin: z.boolean() }),
  },
  /** Online. */
  'connect.changePassword': { input: changePasswordRequestSchema, output: nothing },
  /**
   * Makes the person's approval key on this device, wrapped by the PIN, and registers it. Online. `password` where the
   * portal asks for it (`password_needed`).
   */
  'connect.setPin': {
    input: z.strictObject({ pin: pinSchema, password: z.string().min(1).max(200).optional() }),
    output: nothing,
  },

  'posts.list': {
    input: z.strictObject({
      filter: postFilterSchema,
      category: z.string().max(16).nullable(),
      query: z.string().max(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({ total: z.int(), rows: z.array(postRowSchema) }),
  },
  /** How many posts each filter holds. */
  'posts.counts': { input: nothing, output: z.record(postFilterSchema, z.int()) },
  'posts.create': { input: z.strictObject({ kind: postKindSchema }), output: z.object({ post: postIdSchema }) },
  'posts.open': { input: onPost, output: postDetailsSchema },
  /** The post's stand now, to know whether details read a moment ago still hold. */
  'posts.stand': { input: onPost, output: z.object({ stand: z.string() }) },
  /** Mints a revision if the working copy differs from the head (leaving the post, five idle minutes). */
  'posts.leave': { input: onPost, output: nothing },
  'posts.act': {
    input: z.strictObject({
      post: postIdSchema,
      /** The revision the person was looking at; another one by now is refused. `null` for `submit`: the working copy. */
      revision: revisionIdSchema.nullable(),
      action: z.enum(TRANSITION_NAMES),
      reason: z.string().trim().max(2_000),
      listedReason: z.enum(WITHDRAWAL_REASONS).nullable(),
      /** What the person saw, when approving: refused if it would not be the same bytes now. */
      htmlHash: revisionIdSchema.nullable(),
      /** Ids of the checks that were ticked. */
      checks: z.array(z.string().max(40)).max(100).optional(),
      /** What readers of a live page are told when its correction is submitted. */
      change: changeNoteSchema.optional(),
      /** When to publish: with an approval, left out for at once; for `schedule`, `null` for at once. */
      publishAt: z.iso.datetime().nullable().optional(),
      /** What readers are told of a withdrawal beside its reason, and the post that takes its place. */
      publicNote: z.string().trim().max(500).optional(),
      replacement: postIdSchema.optional(),
    }),
    output: nothing,
  },
  /** Unlocks the approval key for 15 minutes. */
  'approval.unlock': { input: z.strictObject({ pin: pinSchema }), output: nothing },
  'approval.lock': { input: nothing, output: nothing },

  /**
   * Journals what changed in the working copy, durable when it returns (fsync). `order` is the ids of all blocks,
   * when their order or number changed; `blocks` are the changed ones. `base` is the revision the window's text
   * builds on: another computer's text that came meanwhile is not overwritten unseen. The reply's `base` is the next.
   */
  'draft.write': {
    input: z.strictObject({
      post: postIdSchema,
      base: revisionIdSchema.nullable(),
      fields: draftFieldsSchema.partial().nullable(),
      // Far past the limit of a revision: what is typed is kept first, and judged when it is to be sent.
      order: z
        .array(z.string().max(64))
        .max(LIMITS.blocks * 10)
        .nullable(),
      blocks: z.array(blockSchema).max(LIMITS.blocks * 10),
    }),
    output: z.object({ journalNumber: z.int(), base: revisionIdSchema.nullable() }),
  },

  /** The post as readers will see it: of the working copy (`revision: null`) or of a revision the viewer may see. */
  'posts.preview': {
    input: z.strictObject({ post: postIdSchema, revision: revisionIdSchema.nullable() }),
    output: z.object({
      html: z.string(),
      htmlHash: revisionIdSchema,
      contentHash: revisionIdSchema,
      missingMedia: z.array(mediaHash),
    }),
  },

  /** Takes a picture in: shrunk to WebP of at most 1600 px, metadata stripped. `data` is base64 of the chosen file. */
  'media.add': {
    input: z.strictObject({
      name: z.string().max(500),
      data: z.base64().max(Math.ceil((LIMITS.pictureBytes * 4) / 3) + 4),
    }),
    output: pictureReferenceSchema,
  },

  'inbox.list': { input: nothing, output: z.array(inboxEntrySchema) },
  'inbox.seen': { input: z.strictObject({ mutation: z.string().max(64) }), output: nothing },

  /** Everything the portal decided against this person's actions, seen or not. */
  'inbox.history': { input: nothing, output: z.array(inboxEntrySchema) },
  /** Takes text from a revoked device over as a new draft. */
  'inbox.adopt': { input: z.strictObject({ revision: revisionIdSchema }), output: z.object({ post: postIdSchema }) },

  /** A file to send for help: JSON text about the program's state, without content, names, addresses or secrets. */
  'report.make': { input: nothing, output: z.object({ fileName: z.string(), text: z.string() }) },
  /** The window met a bug: its kind and its stack go to the local log, never its message. */
  'report.windowBug': {
    input: z.strictObject({ name: z.string().max(200), stack: z.string().max(20_000) }),
    output: nothing,
  },
  ...AUDIT_CONTRACT,
  ...BOARD_CONTRACT,
  ...TAGS_CONTRACT,
  ...TRANSLATION_CONTRACT,
  ...TASKS_CONTRACT,
  ...WORK_CONTRACT,
  ...CALENDAR_CONTRACT,
  ...IMPORT_CONTRACT,
  ...MEDIA_CONTRACT,
  ...MOVE_CONTRACT,
  ...BUNDLE_CONTRACT,
  ...HISTORY_CONTRACT,
  ...BIN_CONTRACT,
  ...EXPORT_CONTRACT,
  ...CONFLICT_CONTRACT,
  ...CHECKS_CONTRACT,
  ...REMARKS_CONTRACT,
  ...REVIEW_CONTRACT,
  ...SITE_CONTRACT,
  ...SYNC_CONTRACT,
  /** Downloads the installer of the announced version and checks it. Progress comes as `update.progress`. */
  'update.download': { input: nothing, output: z.object({ savedAt: z.string() }) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof CONTRACT;
export type ProcedureName = keyof Contract;
export type Input<Name extends ProcedureName> = z.infer<Contract[Name]['input']>;
export type Output<Name extends ProcedureName> = z.infer<Contract[Name]['output']>;

/** What the backend tells the window unasked. `backend.state` is told by the shell, which outlives the backend. */
export const EVENTS = {
  'posts.changed': z.object({ posts: z.array(postIdSchema).nullable() }),
  ...SYNC_EVENTS,
  'inbox.changed': z.object({ unseen: z.int() }),
  'profile.changed': z.object({}),
  'demo.progress': z.object({ done: z.int(), total: z.int() }),
  /** `app.state` has changed by itself. */
  'app.changed': z.object({}),
  ...MOVE_EVENTS,
  ...BUNDLE_EVENTS,
  'update.progress': z.object({ done: z.int(), total: z.int() }),
  'backend.state': z.object({ state: z.enum(['up', 'restarting', 'failed']) }),
} as const;
export type EventName = keyof typeof EVENTS;
export type EventData<Name extends EventName> = z.infer<(typeof EVENTS)[Name]>;
