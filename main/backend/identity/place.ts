import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeFileSafely } from '../store/index.ts';

/**
 * Where a data folder lives: this machine and this very folder of its disk, as one hash. A copy gets another; so does
 * a folder moved to another disk, which costs one new line and nothing else.
 */
export function placeOf(folder: string): string {
  const { ino } = statSync(folder, { bigint: true });
  return createHash('sha256')
    .update(JSON.stringify([machineId(), hostname(), String(ino)]))
    .digest('hex');
}

/** Linux names each installation; elsewhere the machine's name must do. */
function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    return '';
  }
}

const witnessSchema = z.record(z.string(), z.int().min(0));

/**
 * Remembers outside the data folder the highest number of each line that may have left this computer. A folder put back
 * from a backup counts less than the witness does, and must not give those numbers to other mutations.
 */
export interface Witness {
  highest(device: string): number;
  /** Keeps the number; on disk when this returns. */
  note(device: string, seq: number): void;
}

/** The witness in that folder. A file that is lost or damaged bears witness to nothing: the portal still finds a fork. */
export function openWitness(folder: string): Witness {
  const path = join(folder, 'lines.json');
  let known: Record<string, number> = witnessSchema.safeParse(readJsonFile(path)).data ?? {};
  const highest = (device: string): number => known[device] ?? 0;
  return {
    highest,
    note: (device, seq) => {
      if (seq <= highest(device)) return;
      known = { ...known, [device]: seq };
      writeFileSafely(path, JSON.stringify(known));
    },
  };
}
