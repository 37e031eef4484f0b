import { statfs } from 'node:fs/promises';
import { arch, cpus, freemem, release, totalmem, type } from 'node:os';
import type { SyncStatus } from '../../../shared/contract/index.ts';
import type { RecoveryReport, Store } from '../store/index.ts';
import type { Log } from './log.ts';

const LINES = 200;
const MEGABYTE = 1_000_000;

/** What a diagnostic file is made from. `store` and what goes with it are `null` before the first sign-in. */
export interface DiagnosticSources {
  readonly version: string;
  readonly home: string;
  readonly log: Log;
  readonly now: () => Date;
  readonly language: string;
  readonly profile: {
    readonly kind: 'unit' | 'demo';
    readonly store: Store;
    readonly sync: SyncStatus;
    readonly approvalKey: string;
    readonly isSignedIn: boolean;
    readonly recovery: RecoveryReport | null;
  } | null;
}

/**
 * The diagnostic file: JSON text with numbers, codes and versions. No content, title, name, address, path or secret is
 * in it: a teacher can send it to anyone who helps.
 */
export async function makeDiagnostics(sources: DiagnosticSources): Promise<{ fileName: string; text: string }> {
  const { version, log, now, language, profile } = sources;
  const at = now().toISOString();
  const facts = {
    product: 'ban-thao',
    madeAt: at,
    version,
    language,
    computer: {
      system: `${type()} ${release()}`,
      architecture: arch(),
      processors: cpus().length,
      memoryMegabytes: megabytes(totalmem()),
      freeMemoryMegabytes: megabytes(freemem()),
      programMemoryMegabytes: megabytes(process.memoryUsage().rss),
      freeDiskMegabytes: await freeDisk(sources.home),
      runtimes: runtimes(),
    },
    data: profile && {
      kind: profile.kind,
      isSignedIn: profile.isSignedIn,
      approvalKey: profile.approvalKey,
      sync: { ...profile.sync, params: undefined },
      recovery: profile.recovery,
      ...storeFacts(profile.store),
    },
    log: log.lines(LINES).map(parseLine),
  };
  return { fileName: `ban-thao-chan-doan-${at.slice(0, 10)}.json`, text: JSON.stringify(facts, null, 2) };
}

/** Versions of what the program runs on, those that tell something. */
function runtimes(): Record<string, string> {
  const { node, electron, chrome, v8 } = process.versions;
  return Object.fromEntries(
    Object.entries({ node, electron, chrome, v8 }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

const TABLES = {
  post: 'SELECT count(*) AS n FROM post',
  revision: 'SELECT count(*) AS n FROM revision',
  working: 'SELECT count(*) AS n FROM working',
  working_block: 'SELECT count(*) AS n FROM working_block',
  mutation: 'SELECT count(*) AS n FROM mutation',
  media: 'SELECT count(*) AS n FROM media',
  member: 'SELECT count(*) AS n FROM member',
} as const;

/** Counts of rows, and of mutations by name and outcome. A database that cannot be read says which code it gives. */
function storeFacts(store: Store): object {
  try {
    const count = (sql: string): number => store.prepare<[], { n: number }>(sql).get()?.n ?? 0;
    return {
      databaseVersion: store.pragma('user_version', { simple: true }),
      sqlite: store.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get()?.version,
      rows: Object.fromEntries(Object.entries(TABLES).map(([table, sql]) => [table, count(sql)])),
      outbox: store
        .prepare("SELECT name, outcome, count(*) AS count FROM mutation WHERE outcome <> 'accepted' GROUP BY 1, 2")
        .all(),
      picturesMissing: count('SELECT count(*) AS n FROM media WHERE is_here = 0'),
      picturesToSend: count('SELECT count(*) AS n FROM media WHERE is_wanted = 1'),
    };
  } catch (error) {
    return { databaseError: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' };
  }
}

async function freeDisk(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return megabytes(bavail * bsize);
  } catch {
    return null;
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / MEGABYTE);
}

/** A line that a power cut has broken off is left out: it may be anything. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
