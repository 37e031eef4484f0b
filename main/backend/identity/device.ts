import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { newId } from '../../../shared/content/index.ts';
import { newKeyPair, publicKeySchema, WIRE_LIMITS } from '../../../shared/sync/index.ts';
import { readJsonFile, writeFileSafely } from '../store/index.ts';
import type { Connection } from './connection.ts';

const deviceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  publicKey: publicKeySchema,
  secretKey: publicKeySchema,
  /** Where this line lives (see `placeOf`); `null` until the folder has been opened once. */
  place: z.string().nullable().default(null),
  /** The line it was started from; `null` for the first one of a folder. */
  startedFrom: z.uuid().nullable().default(null),
  /** Whether the portal knows it. */
  isRegistered: z.boolean().default(true),
});

/** This data folder as the portal knows it: an id and the Ed25519 key that signs its mutations (hex). */
export type Device = z.infer<typeof deviceSchema>;

/** A device nobody knows yet. `called` is what people call the computer; without it, it has the name its system gives it. */
export function newDevice(called = ''): Device {
  const own = called.normalize('NFC').trim() || hostname();
  const name = own.slice(0, WIRE_LIMITS.deviceNameCharacters);
  return { id: newId(), name, ...newKeyPair(), place: null, startedFrom: null, isRegistered: false };
}

/** A device of its own for a copied or restored folder, started from the one it had and called as that was. */
export function newLine(from: Device, place: string): Device {
  return { ...newDevice(), name: from.name, place, startedFrom: from.id };
}

/** The device of a data folder, or `null` before the first sign-in, and where its file is lost or damaged. */
export function readDevice(folder: string): Device | null {
  return deviceSchema.safeParse(readJsonFile(join(folder, 'device.json'))).data ?? null;
}

/** What takes the place of a lost or damaged device: a new line, started from the one that is signed in, where one is. */
export function deviceInPlace({ renewal }: Connection): Device {
  return { ...newDevice(), startedFrom: renewal?.device ?? null };
}

/** Keeps the device in a file only its owner can read. */
export function writeDevice(folder: string, device: Device): void {
  writeFileSafely(join(folder, 'device.json'), JSON.stringify(device));
}
