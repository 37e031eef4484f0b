import { z } from 'zod';
import { setSiteRequestSchema, siteSettingsReplySchema } from '../sync/index.ts';

/** What the public site says of the unit. Online alone, by the head, the administrator and the clerk. */
export const SITE_CONTRACT = {
  'site.read': { input: z.null(), output: siteSettingsReplySchema },
  'site.set': { input: setSiteRequestSchema, output: z.null() },
} as const;
