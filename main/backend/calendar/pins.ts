import { z } from 'zod';
import type { Calendar } from '../../../shared/contract/index.ts';
import { API, pinsReplySchema } from '../../../shared/sync/index.ts';
import type { Desk } from '../posts/index.ts';
import { readSetting, writeSetting } from '../store/index.ts';
import { askPortal } from '../sync/index.ts';

const PINS = 'pinsAsTold';
const keptSchema = z.object({ at: z.iso.datetime(), pins: pinsReplySchema.shape.pins });

/** Asks the portal which news are pinned, and keeps what it says. @throws AppError as `askPortal`. */
export async function askPins(desk: Desk, token: string | null): Promise<void> {
  const { pins } = await askPortal({ address: desk.address(), path: API.pins, token, reply: pinsReplySchema });
  writeSetting(desk.db, PINS, { at: desk.now().toISOString(), pins });
}

/** What the portal last said of them. */
export function knownPins({ db }: Desk): Calendar['pins'] {
  return readSetting(db, PINS, keptSchema);
}
