import { z } from 'zod';
import { LIMITS } from '../content/index.ts';

/** What the window asks of the backend to bring a document into a post. */
export const IMPORT_CONTRACT = {
  /**
   * A Word document as HTML, its pictures in it as `data:` addresses. Not to be trusted: the window cleans it as it
   * cleans what is pasted. `data` is base64 of the chosen file.
   */
  'import.docx': {
    input: z.strictObject({ data: z.base64().max(Math.ceil((LIMITS.documentBytes * 4) / 3) + 4) }),
    output: z.object({ html: z.string() }),
  },
  /** Gives up the document that is being read; its `import.docx` fails. */
  'import.stop': { input: z.null(), output: z.null() },
} as const;
