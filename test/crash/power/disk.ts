import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** One change of a file, or the moment its changes were asked to be safe. */
export interface DiskEvent {
  readonly kind: 'write' | 'truncate' | 'sync' | 'unlink' | 'rename';
  readonly path: string;
  readonly offset: number;
  readonly data: Buffer;
}

const KINDS = { w: 'write', t: 'truncate', s: 'sync', u: 'unlink', r: 'rename' } as const;

/** The events of a trace, in the order they happened. */
export function readTrace(bytes: Buffer): DiskEvent[] {
  const events: DiskEvent[] = [];
  let at = 0;
  while (at + 17 <= bytes.length) {
    const kind = KINDS[bytes.toString('latin1', at, at + 1) as keyof typeof KINDS];
    const pathLength = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const offset = Number(bytes.readBigUInt64LE(at + 9));
    at += 17;
    const path = bytes.toString('utf8', at, at + pathLength);
    at += pathLength;
    events.push({ kind, path, offset, data: bytes.subarray(at, at + length) });
    at += length;
  }
  return events;
}

interface FileState {
  /** What a power cut cannot take. */
  safe: Buffer;
  /** What the disk may or may not have written yet. */
  pending: DiskEvent[];
}

/**
 * What a disk may hold when the power goes after the first `count` events: all that was synced, and of the rest any
 * part, in any order, the last one torn. Names (create, rename, unlink) take effect at once, as a journaling file
 * system keeps them; contents do not. A disk that is not honest says that it has synced and has not.
 */
export function diskAfterPowerCut(
  events: readonly DiskEvent[],
  count: number,
  random: () => number,
  isHonest = true,
): Map<string, Buffer> {
  const files = new Map<string, FileState>();
  const fileOf = (path: string): FileState => {
    const state = files.get(path) ?? { safe: Buffer.alloc(0), pending: [] };
    files.set(path, state);
    return state;
  };
  for (const event of events.slice(0, count)) {
    if (event.kind === 'unlink') files.delete(event.path);
    else if (event.kind === 'rename') {
      const state = files.get(event.path);
      files.delete(event.path);
      if (state !== undefined) files.set(event.data.toString('utf8'), state);
    } else if (event.kind === 'sync') {
      if (!isHonest) continue;
      const state = files.get(event.path);
      if (state === undefined) continue;
      state.safe = state.pending.reduce(apply, state.safe);
      state.pending = [];
    } else fileOf(event.path).pending.push(event);
  }
  const disk = new Map<string, Buffer>();
  for (const [path, { safe, pending }] of files)
    disk.set(
      path,
      pending.filter(() => random() < 0.5).reduce((content, event) => apply(content, tear(event, random)), safe),
    );
  return disk;
}

/** Writes a disk's files under another root. The shared-memory file of SQLite is not on any disk. */
export function layOut(disk: ReadonlyMap<string, Buffer>, from: string, to: string): void {
  for (const [path, content] of disk) {
    if (path.endsWith('-shm') || path.includes(' (deleted)')) continue;
    const target = join(to, relative(from, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

function apply(content: Buffer, event: DiskEvent): Buffer {
  if (event.kind === 'truncate')
    return Buffer.concat([content.subarray(0, event.offset), Buffer.alloc(Math.max(0, event.offset - content.length))]);
  const end = event.offset + event.data.length;
  const grown = Buffer.alloc(Math.max(content.length, end));
  content.copy(grown);
  event.data.copy(grown, event.offset);
  return grown;
}

/** One write in four reaches the disk only in part. */
function tear(event: DiskEvent, random: () => number): DiskEvent {
  if (event.kind !== 'write' || random() > 0.25) return event;
  return { ...event, data: event.data.subarray(0, Math.floor(event.data.length * random())) };
}
