import { z } from 'zod';
import { coverageReplySchema, setSiteRequestSchema, siteSettingsReplySchema } from '../sync/index.ts';

/** What the public site says of the unit. Online alone, by the head, the administrator and the clerk. */
export const SITE_CONTRACT = {
  'site.read': { input: z.null(), output: siteSettingsReplySchema },
  /** Which categories that the unit must keep are empty or late. */
  'site.coverage': { input: z.null(), output: coverageReplySchema },
  'site.set': { input: setSiteRequestSchema, output: z.null() },
} as const;
