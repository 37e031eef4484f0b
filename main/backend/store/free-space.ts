import { statfsSync, statSync } from 'node:fs';

/** Bytes that may still be written on the disk of a folder. */
export function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Whether two folders fill the same disk. */
export function isSameDisk(folder: string, other: string): boolean {
  return statSync(folder).dev === statSync(other).dev;
}
