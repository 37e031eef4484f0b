import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { renamePatiently } from './files.ts';

/** One statement that changed the database, with its values. */
export type LogStep = readonly [sql: string, values: readonly unknown[]];

/** One committed transaction. `lsn` counts them from 1 without a gap; `version` is the database's then. */
export interface LogRecord {
  readonly lsn: number;
  readonly version: number;
  readonly steps: readonly LogStep[];
}

/** Writes transactions to the log beside the database. */
export interface LogWriter {
  /** On disk (fdatasync) when it returns. What could not be written is kept and written first the next time. */
  append(lsn: number, steps: readonly LogStep[]): void;
  /** Goes on in a new segment, so that older ones can be dropped once a backup holds them. */
  rotate(): void;
  /** Tries once more what could not be written. Returns whether all is in the log. */
  close(): boolean;
}

const MAGIC = 'BTLOG1';
const HEADER_BYTES = 8;
/** A segment is ended past this many bytes: opening reads the newest one only. */
const SEGMENT_BYTES = 4_000_000;

/**
 * Opens the log for appending. A segment is a file named by its first transaction: a line with the magic and the
 * database's version, then records of length (u32), CRC-32 (u32) and JSON. A statement's text is written once a
 * segment and then named by its number.
 */
export function openLogWriter(folder: string, version: number): LogWriter {
  let file: number | null = null;
  let numbers = new Map<string, number>();
  let size = 0;
  const backlog: [number, readonly LogStep[]][] = [];

  const open = (lsn: number): number => {
    mkdirSync(folder, { recursive: true });
    // A name that exists is from a log that was cut short of this transaction: it holds nothing newer.
    const opened = openSync(join(folder, segmentName(lsn)), 'w', 0o600);
    writeSync(opened, `${MAGIC} ${version}\n`);
    numbers = new Map();
    size = 0;
    return opened;
  };
  const encode = (lsn: number, steps: readonly LogStep[], known: Map<string, number>): Buffer => {
    const named = steps.map(([sql, values]) => {
      const number = known.get(sql);
      if (number !== undefined) return [number, values];
      known.set(sql, known.size);
      return [sql, values];
    });
    const payload = Buffer.from(JSON.stringify([lsn, named]), 'utf8');
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt32LE(payload.length, 0);
    header.writeUInt32LE(crc32(payload), 4);
    return Buffer.concat([header, payload]);
  };
  const close = (): void => {
    if (file !== null) closeSync(file);
    file = null;
  };
  const write = (): void => {
    const [first] = backlog;
    if (first === undefined) return;
    try {
      if (size > SEGMENT_BYTES) close();
      file ??= open(first[0]);
      // Numbers count only once their text is on disk: a failed write must not leave a reference to nothing.
      const known = new Map(numbers);
      const bytes = Buffer.concat(backlog.map(([number, pending]) => encode(number, pending, known)));
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written);
      fdatasyncSync(file);
      size += bytes.length;
      numbers = known;
      backlog.length = 0;
    } catch (error) {
      // The segment may end in half a record; the next try begins a new one at the first that is missing.
      close();
      throw error;
    }
  };
  return {
    append: (lsn, steps) => {
      backlog.push([lsn, steps]);
      write();
    },
    rotate: close,
    close: () => {
      try {
        write();
      } catch {
        // Whoever opens the database next sees what is missing.
      }
      close();
      return backlog.length === 0;
    },
  };
}

/**
 * Reads every transaction after `after`, in order and without a gap. Stops at the first damaged or missing one:
 * nothing after it can be trusted to build on it.
 */
export function* readLog(folder: string, after: number): Generator<LogRecord> {
  let expected = after + 1;
  const segments = listSegments(folder);
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    if (next !== undefined && next.first <= expected) continue;
    for (const record of readSegment(join(folder, segment.name))) {
      if (record.lsn < expected) continue;
      if (record.lsn > expected) return;
      yield record;
      expected += 1;
    }
  }
}

/** Whether the log holds that transaction. */
export function isLogged(folder: string, lsn: number): boolean {
  return readLog(folder, lsn - 1).next().value?.lsn === lsn;
}

/**
 * Moves the segments that begin after that transaction elsewhere. They lie beyond a gap, and another transaction gets the
 * number that is missing: repeated after it, they would put old words over new ones.
 */
export function setLogAside(folder: string, lsn: number, aside: string): void {
  for (const { name, first } of listSegments(folder))
    if (first > lsn) renamePatiently(join(folder, name), join(aside, name));
}

/** Drops segments that hold nothing after that transaction. */
export function dropLogBefore(folder: string, lsn: number): void {
  const segments = listSegments(folder);
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    if (next !== undefined && next.first <= lsn + 1) rmSync(join(folder, segment.name));
  }
}

/** Bytes of all segments, and the first transaction they hold. */
export function measureLog(folder: string): { bytes: number; first: number | null } {
  const segments = listSegments(folder);
  return {
    bytes: segments.reduce((sum, { name }) => sum + statSync(join(folder, name)).size, 0),
    first: segments[0]?.first ?? null,
  };
}

function* readSegment(path: string): Generator<LogRecord> {
  const bytes = readFileSync(path);
  const end = bytes.indexOf(0x0a);
  const [magic, version] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split(' ');
  if (end < 0 || magic !== MAGIC) return;
  const statements: string[] = [];
  let at = end + 1;
  while (at + HEADER_BYTES <= bytes.length) {
    const length = bytes.readUInt32LE(at);
    const payload = bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length);
    if (payload.length !== length || crc32(payload) !== bytes.readUInt32LE(at + 4)) return;
    const [lsn, named] = JSON.parse(payload.toString('utf8')) as [number, [string | number, unknown[]][]];
    const steps = named.map(([name, values]): LogStep => {
      if (typeof name === 'string') statements.push(name);
      return [typeof name === 'string' ? name : (statements[name] ?? ''), values];
    });
    yield { lsn, version: Number(version), steps };
    at += HEADER_BYTES + length;
  }
}

function listSegments(folder: string): { name: string; first: number }[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => /^\d{12}\.log$/.test(name))
    .sort()
    .map((name) => ({ name, first: Number(name.slice(0, 12)) }));
}

function segmentName(lsn: number): string {
  return `${String(lsn).padStart(12, '0')}.log`;
}
