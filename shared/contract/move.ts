import { z } from 'zod';

/** Limits of moving to another computer, shown before they bite. */
export const MOVE_RULES = {
  /** Least characters of a passphrase. */
  passphraseLength: 12,
  /** Bytes of the file in one message. */
  pieceBytes: 2_000_000,
} as const;

const passphrase = z.string().min(1).max(200);

/** Moving everything to another computer by one sealed file. */
export const MOVE_CONTRACT = {
  /** What the file would hold; its size in bytes, before anything is written. */
  'move.measure': { input: z.null(), output: z.object({ bytes: z.int(), pictures: z.int() }) },
  /** Makes the file in the person's downloads folder. Progress comes as `move.progress`. */
  'move.make': { input: z.strictObject({ passphrase }), output: z.object({ savedAt: z.string() }) },
  /** Gives up `move.make`: it ends with `move_cancelled` and leaves nothing behind. */
  'move.cancel': { input: z.null(), output: z.null() },
  /** Hands over the next piece of a file (base64), in order from 0. */
  'move.give': {
    input: z.strictObject({
      offset: z.int().min(0),
      /** Bytes of the whole file. */
      total: z.int().min(0),
      data: z.base64().max(Math.ceil((MOVE_RULES.pieceBytes * 4) / 3) + 4),
    }),
    output: z.null(),
  },
  /** Opens what was handed over, and enters it. */
  'move.open': { input: z.strictObject({ passphrase }), output: z.null() },
  /** The person has read that a file was made to move from here. */
  'move.seen': { input: z.null(), output: z.null() },
} as const;

export const MOVE_EVENTS = { 'move.progress': z.object({ done: z.int(), total: z.int() }) } as const;
