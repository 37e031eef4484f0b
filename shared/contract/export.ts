import { z } from 'zod';
import { postIdSchema } from '../content/index.ts';

/** A post as a file for another program. */
export const EXPORT_CONTRACT = {
  /** Saves what is written now as a Word document in the person's downloads folder. */
  'export.docx': { input: z.strictObject({ post: postIdSchema }), output: z.object({ savedAt: z.string() }) },
} as const;
