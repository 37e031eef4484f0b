import { z } from 'zod';

/** Tags that posts of the unit have. */
export const TAGS_CONTRACT = {
  /** Those on posts of this computer, most used first: newest texts only, so that old words fade. */
  'tags.used': { input: z.null(), output: z.object({ tags: z.array(z.string()) }) },
} as const;
