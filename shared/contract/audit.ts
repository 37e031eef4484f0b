import { z } from 'zod';

/** What the window may ask about the portal's audit log. */
export const AUDIT_CONTRACT = {
  /** The heads kept here, as a file for `audit verify --heads`. */
  'audit.heads': { input: z.null(), output: z.object({ fileName: z.string(), text: z.string() }) },
} as const;
