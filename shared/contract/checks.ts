import { z } from 'zod';
import { CHECK_RULES, type CheckRule } from '../checks/index.ts';
import { mediaHash } from '../content/index.ts';

/** Words a person may keep; enough for years, few enough to read at each check. */
const MOST_WORDS = 5_000;

/** What a person lets through in checks: words in lower case NFC, phone numbers as digits from 0 on. */
export const letThroughSchema = z.object({
  words: z.array(z.string().min(1).max(40)).max(MOST_WORDS),
  phones: z.array(z.string().regex(/^0\d{9,10}$/)).max(MOST_WORDS),
});

/** What was found in an attached file: a rule, and the words it is about. */
export const fileFindingSchema = z.object({
  rule: z.enum(Object.keys(CHECK_RULES) as [CheckRule, ...CheckRule[]]),
  words: z.string(),
});

/** What the window may ask about the checks of a text. */
export const CHECKS_CONTRACT = {
  'checks.letThrough': { input: z.null(), output: letThroughSchema },
  /** Adds to the list kept on this computer, and gives it back whole. */
  'checks.add': { input: letThroughSchema, output: letThroughSchema },
  /** What must not, or should not, be published with an attached file: looked into once, on this computer. */
  'checks.file': {
    input: z.strictObject({ hash: mediaHash }),
    output: z.object({ findings: z.array(fileFindingSchema) }),
  },
} as const;
