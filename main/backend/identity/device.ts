import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { newId } from '../../../shared/content/index.ts';
import { newKeyPair, publicKeySchema } from '../../../shared/sync/index.ts';
import { readJsonFile, writeFileSafely } from '../store/index.ts';

const deviceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  publicKey: publicKeySchema,
  secretKey: publicKeySchema,
});

/** This data folder as the portal knows it: an id and the Ed25519 key that signs its mutations (hex). */
export type Device = z.infer<typeof deviceSchema>;

/** A device nobody knows yet. */
export function newDevice(): Device {
  return { id: newId(), name: hostname().slice(0, 100), ...newKeyPair() };
}

/** The device of a data folder, or `null` before the first sign-in. */
export function readDevice(folder: string): Device | null {
  const value = readJsonFile(join(folder, 'device.json'));
  return value === null ? null : deviceSchema.parse(value);
}

/** Keeps the device in a file only its owner can read. */
export function writeDevice(folder: string, device: Device): void {
  writeFileSafely(join(folder, 'device.json'), JSON.stringify(device));
}
