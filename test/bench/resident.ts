import { readFileSync } from 'node:fs';

/** Bytes of memory that a process holds now (Linux). */
export function residentBytes(process: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0) * 1024;
}
