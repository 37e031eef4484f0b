import { z } from 'zod';
import { siteLookSchema } from '../site/index.ts';
import { coverageReplySchema, crestSchema, setSiteRequestSchema, siteSettingsReplySchema } from '../sync/index.ts';

/** How the unit's site looks, as the last sync told. `crest`: PNG in base64, `null` where there is none here. */
export const siteShownSchema = siteLookSchema.extend({ crest: crestSchema.shape.data.nullable() });
export type SiteShown = z.infer<typeof siteShownSchema>;

/** What the public site says of the unit. Online alone, by the head, the administrator and the clerk. */
export const SITE_CONTRACT = {
  'site.read': { input: z.null(), output: siteSettingsReplySchema },
  /** Which categories that the unit must keep are empty or late. */
  'site.coverage': { input: z.null(), output: coverageReplySchema },
  'site.set': { input: setSiteRequestSchema, output: z.null() },
} as const;
