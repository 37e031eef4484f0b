import { z } from 'zod';
import { CREST_BYTES, sitePinSchema, siteSettingsSchema } from '../site/index.ts';
import { PAGE_ROWS } from './paging.ts';

const namedPageSchema = z.strictObject({ post: z.string(), title: z.string() });

/** The site's settings as they are. `version` counts their changes; `pages` are what may be pinned, newest first; `standing` what the menu shows, in its order. */
export const siteSettingsReplySchema = z.strictObject({
  version: z.int().min(0),
  settings: siteSettingsSchema,
  pages: z.array(namedPageSchema).max(PAGE_ROWS),
  standing: z.array(namedPageSchema).max(PAGE_ROWS),
  /** The crest, PNG in base64. */
  crest: z.string().nullable(),
  /** How many readers said they are content, so so, and not content. */
  ratings: z.strictObject({ good: z.int(), fair: z.int(), poor: z.int() }),
});
export type SiteSettingsReply = z.infer<typeof siteSettingsReplySchema>;

/**
 * Sets them over the version named `base`: what another person set meanwhile is not overwritten. `picture`: a new crest, as
 * it was chosen, in base64.
 */
export const setSiteRequestSchema = z.strictObject({
  base: z.int().min(0),
  settings: siteSettingsSchema,
  picture: z
    .base64()
    .max(Math.ceil((CREST_BYTES * 4) / 3) + 4)
    .optional(),
});
export type SetSiteRequest = z.infer<typeof setSiteRequestSchema>;

/** How each category stands that a unit must keep. */
export const coverageReplySchema = z.strictObject({
  categories: z
    .array(
      z.strictObject({
        code: z.string(),
        name: z.strictObject({ vi: z.string(), en: z.string() }),
        state: z.enum(['empty', 'late', 'due', 'fine']),
        count: z.int(),
        newest: z.iso.date().nullable(),
        due: z.iso.date().nullable(),
        basis: z.string(),
        verified: z.boolean(),
      }),
    )
    .max(PAGE_ROWS),
});
export type CoverageReply = z.infer<typeof coverageReplySchema>;
/** The news that are pinned now, with the titles readers see: for everybody of the board. */
export const pinsReplySchema = z.strictObject({
  pins: z.array(sitePinSchema.extend({ title: z.string() })).max(PAGE_ROWS),
});
export type PinsReply = z.infer<typeof pinsReplySchema>;
