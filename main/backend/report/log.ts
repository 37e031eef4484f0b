import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStream } from 'rotating-file-stream';
import type { SyncStatus } from '../../../shared/contract/index.ts';
import { bugFacts, framesOf, nameOf } from './frames.ts';

const FILE = 'ban-thao.log';
const FILE_SIZE = '1M';
/** Beside the one being written. */
const OLD_FILES = 4;
/** A disk that does not answer must not keep the program from ending. */
const CLOSE_LIMIT_MS = 2_000;

/** What is known of the program and the computer when a log begins. */
export interface StartFacts {
  readonly version: string;
  readonly platform: string;
}

/**
 * The local log. Each kind of line is a method with typed facts and there is no other way in, so that no content, title,
 * name, address or secret can get into it.
 */
export interface Log {
  started(facts: StartFacts): void;
  stopped(): void;
  /** The program could not open its data: why, by code. */
  refusedToStart(code: string): void;
  /** The database was found damaged; the next start rebuilds it. */
  damaged(): void;
  /** A damaged database was rebuilt. */
  recovered(at: string): void;
  /** How a sync ended; the same end again says nothing new and is left out. */
  syncEnded(status: Pick<SyncStatus, 'state' | 'problem' | 'pending'>): void;
  /** A procedure was answered with an error that a person can act on. */
  failed(procedure: string, code: string): void;
  /** An error that no code foresees. */
  bug(error: unknown, place: string): void;
  windowBug(bug: { readonly name: string; readonly stack: string }): void;
  updateChecked(outcome: 'none' | 'newer' | 'not_newer' | 'bad_signature' | 'failed'): void;
  /** The newest lines, oldest first, as they are in the files. */
  lines(most: number): string[];
  /** Resolves when everything is in the file, or the disk has not answered for two seconds. */
  close(): Promise<void>;
}

/**
 * Opens the rotating log of a folder: JSON lines, five files of one megabyte at most. A log that cannot be written stops
 * nothing.
 */
export function openLog(folder: string, now: () => Date): Log {
  const stream = openStream(folder);
  let lastSync = '';
  const write = (event: string, facts: object = {}): void => {
    if (stream?.writable) stream.write(`${JSON.stringify({ at: now().toISOString(), event, ...facts })}\n`);
  };
  return {
    started: (facts) => write('started', facts),
    stopped: () => write('stopped'),
    refusedToStart: (code) => write('refused_to_start', { code }),
    damaged: () => write('damaged'),
    recovered: (at) => write('recovered', { madeAt: at }),
    syncEnded: ({ state, problem, pending }) => {
      const facts = { state, code: problem, pending };
      if (state === 'syncing' || JSON.stringify(facts) === lastSync) return;
      lastSync = JSON.stringify(facts);
      write('sync_ended', facts);
    },
    failed: (procedure, code) => write('failed', { procedure, code }),
    bug: (error, place) => write('bug', { place, ...bugFacts(error) }),
    windowBug: ({ name, stack }) => write('window_bug', { name: nameOf(name), frames: framesOf(stack) }),
    updateChecked: (outcome) => write('update_checked', { outcome }),
    lines: (most) => newestLines(folder, most),
    close: () =>
      new Promise((resolve) => {
        if (!stream?.writable) return resolve();
        stream.once('close', resolve);
        setTimeout(resolve, CLOSE_LIMIT_MS).unref();
        stream.end();
      }),
  };
}

function openStream(folder: string): ReturnType<typeof createStream> | null {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return null;
  }
  const stream = createStream(FILE, { path: folder, size: FILE_SIZE, rotate: OLD_FILES, mode: 0o600 });
  // A full disk ends the log, not the program.
  stream.on('error', () => {});
  return stream;
}

function newestLines(folder: string, most: number): string[] {
  let lines: string[] = [];
  for (let index = 0; index <= OLD_FILES && lines.length < most; index += 1)
    lines = [...linesOf(join(folder, index === 0 ? FILE : `${FILE}.${index}`)), ...lines];
  return lines.slice(-most);
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}
