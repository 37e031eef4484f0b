import { z } from 'zod';

/** Sizes the text can be written in, in per cent of the usual. */
export const TEXT_SIZES = [90, 100, 115, 130, 150, 175, 200] as const;
export const USUAL_TEXT_SIZE = 100;
export const textSizeSchema = z.literal(TEXT_SIZES);
export type TextSize = z.infer<typeof textSizeSchema>;
