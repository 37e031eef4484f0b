import { z } from 'zod';
import { deputySchema, ROLES, regulationTextSchema, WITHDRAWAL_REASONS } from '../workflow/index.ts';
import { nextPageSchema, PAGE_ROWS } from './paging.ts';

/**
 * Sets a new version of the regulation over the one named `base`: another one set meanwhile is not overwritten.
 * `replaces`: a version that is still to come and whose place this one takes; the others keep their day.
 */
export const setRulesRequestSchema = z.strictObject({
  base: z.string().min(1).max(64),
  text: regulationTextSchema,
  replaces: z.string().min(1).max(64).optional(),
});
export type SetRulesRequest = z.infer<typeof setRulesRequestSchema>;

/**
 * Gives a member other roles from now on. `title` stays when it is left out. `seen` is what they held when this was
 * begun: what somebody else has given or taken meanwhile is not undone unseen.
 */
export const setMemberRequestSchema = z.strictObject({
  person: z.string().min(1).max(64),
  seen: z.strictObject({ roles: z.array(z.enum(ROLES)).max(50), deputies: z.array(deputySchema).max(20) }).optional(),
  title: z.string().trim().max(200).optional(),
  roles: z.array(z.enum(ROLES)).max(ROLES.length),
  deputies: z.array(deputySchema.refine(({ from, to }) => from <= to)).max(20),
});
export type SetMemberRequest = z.infer<typeof setMemberRequestSchema>;

/** Makes an account for somebody who comes to the board. */
export const addMemberRequestSchema = z.strictObject({
  /** The name to sign in with; kept in normal form. */
  account: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .regex(/^[\p{L}\p{N}._@-]+$/u),
  name: z.string().trim().min(1).max(200),
  title: z.string().trim().max(200),
  roles: z.array(z.enum(ROLES)).max(ROLES.length),
});
export type AddMemberRequest = z.infer<typeof addMemberRequestSchema>;

/** The account made, and its first password: told this once, kept nowhere in words. */
export const addedMemberSchema = z.strictObject({
  person: z.string(),
  account: z.string(),
  password: z.string(),
});
export type AddedMember = z.infer<typeof addedMemberSchema>;

/** Gives all posts of somebody who leaves to another author. */
export const handOverRequestSchema = z.strictObject({
  from: z.string().min(1).max(64),
  to: z.string().min(1).max(64),
});
export type HandOverRequest = z.infer<typeof handOverRequestSchema>;

/** A device of the unit, as whoever revokes one sees it. */
export const adminDeviceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  person: z.string(),
  personName: z.string(),
  registeredAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  /** The line it was started from, by a copied or restored data folder. */
  startedFrom: z.string().nullable(),
});
export type AdminDevice = z.infer<typeof adminDeviceSchema>;

/** A page of them, by id. */
export const adminDevicesReplySchema = z.strictObject({
  devices: z.array(adminDeviceSchema).max(PAGE_ROWS),
  next: nextPageSchema,
});
export type AdminDevicesReply = z.infer<typeof adminDevicesReplySchema>;

/** Revokes a device and all lines started from it. Approvals received after `since` are flagged; `null`: none. */
export const revokeRequestSchema = z.strictObject({
  device: z.string().min(1).max(64),
  since: z.iso.datetime().nullable(),
  reason: z.string().trim().min(1).max(500),
});
export type RevokeRequest = z.infer<typeof revokeRequestSchema>;

/** How many devices were revoked, and how many approvals flagged. */
export const revokedReplySchema = z.strictObject({ devices: z.int().min(0), flagged: z.int().min(0) });

/** Erases a text (with all others of its post, if so wished) or a picture or file, everywhere and for good (design 3). */
export const eraseRequestSchema = z.strictObject({
  what: z.enum(['revision', 'media']),
  /** Id of the revision, or hash of the file. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  isWholePost: z.boolean(),
  /** The legal ground in words: for the audit log alone. */
  ground: z.string().trim().min(1).max(500),
});
export type EraseRequest = z.infer<typeof eraseRequestSchema>;

/** A post of a unit that was merged into the caller's: what readers see of it here, and what will not be published. */
export const mergedPostSchema = z.strictObject({
  post: z.string(),
  unit: z.string(),
  unitName: z.string(),
  /** Empty when its words were erased. */
  title: z.string(),
  /** Where the page is on this unit's site, and since when; `null` when none is public. */
  page: z.strictObject({ address: z.string(), publishedAt: z.iso.datetime() }).nullable(),
  /** An approval that was not served before the merger, and never will be; `at`: the time it was to wait for. */
  held: z.strictObject({ at: z.iso.datetime().nullable() }).nullable(),
});
export type MergedPost = z.infer<typeof mergedPostSchema>;

/** A page of them, by id. */
export const mergedPostsReplySchema = z.strictObject({
  posts: z.array(mergedPostSchema).max(PAGE_ROWS),
  next: nextPageSchema,
});

/** Takes down the page of such a post. `replacement`: a public post of the caller's unit, for the reason `replaced` alone. */
export const withdrawMergedRequestSchema = z.strictObject({
  post: z.uuid(),
  reason: z.enum(WITHDRAWAL_REASONS),
  /** For the logs of both units. */
  explanation: z.string().trim().max(2_000),
  /** For readers. */
  publicNote: z.string().trim().max(500).optional(),
  replacement: z.uuid().optional(),
});
export type WithdrawMergedRequest = z.infer<typeof withdrawMergedRequestSchema>;
