import { z } from 'zod';
import {
  fileReferenceSchema,
  LIMITS,
  mediaHash,
  mediaReferenceSchema,
  pictureReferenceSchema,
} from '../content/index.ts';

/** Bytes of a file in one message: small enough that keys are heard in between. */
export const FILE_PIECE = 1_000_000;

const upload = z.uuid();
const onFile = z.strictObject({ hash: mediaHash });

/** Files to download, beside pictures (`media.add`). */
export const MEDIA_CONTRACT = {
  /** Hands over the next piece of a file (base64), in order from 0. */
  'media.give': {
    input: z.strictObject({
      upload,
      offset: z.int().min(0).max(LIMITS.fileBytes),
      data: z.base64().max(Math.ceil((FILE_PIECE * 4) / 3) + 4),
    }),
    output: z.null(),
  },
  /** Keeps what was handed over, if it is what its name says. It is on the disk when this returns. */
  'media.keep': { input: z.strictObject({ upload, name: z.string().max(500) }), output: fileReferenceSchema },
  /** Gives up what was handed over. */
  'media.drop': { input: z.strictObject({ upload }), output: z.null() },
  /** Cuts a part out of a stored picture, in thousandths of its sides: a new picture. */
  'media.crop': {
    input: z.strictObject({
      hash: mediaHash,
      left: z.int().min(0).max(999),
      top: z.int().min(0).max(999),
      width: z.int().min(1).max(1_000),
      height: z.int().min(1).max(1_000),
    }),
    output: pictureReferenceSchema,
  },
  /** What is known of a stored file; `null` for one nobody has named here. */
  'media.about': {
    input: onFile,
    output: z.object({ reference: mediaReferenceSchema, isHere: z.boolean() }).nullable(),
  },
  /** Puts a copy of an attached file into the person's downloads folder. */
  'media.saveCopy': { input: onFile, output: z.object({ savedAt: z.string() }) },
} as const;
