import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { checkAttachment, type FileFinding } from '../../../shared/checks/index.ts';
import { extensionOfMime, type FileReference } from '../../../shared/content/index.ts';

/** Milliseconds one file may take: an honest one of a hundred pages takes some seconds on a slow computer. */
const TIME_LIMIT_MS = 30_000;
/** Megabytes of words on their way; past them the thread ends, and nothing else with it. */
const MEMORY_LIMIT_MB = 512;
/** Larger files hold films or scans, and few words. In bytes. */
const LARGEST = 50_000_000;

/**
 * What must not be published with a file that lies at a path. Its words are read in a thread of its own, with limits on
 * time and memory. A file that cannot be read, or of a kind without words, is judged by its name.
 */
export async function inspectFile(
  path: string,
  { name, mime, bytes }: FileReference,
  timeLimitMs = TIME_LIMIT_MS,
): Promise<FileFinding[]> {
  const extension = extensionOfMime(mime);
  const words = bytes > LARGEST || isWordless(extension) ? null : await wordsIn(path, extension, timeLimitMs);
  return checkAttachment(name, words ?? '');
}

const WORDLESS: readonly string[] = ['doc', 'xls', 'ppt', 'rtf', 'zip', 'rar', '7z', 'mp3', 'mp4'];

function isWordless(extension: string): boolean {
  return WORDLESS.includes(extension);
}

async function wordsIn(path: string, extension: string, timeLimitMs: number): Promise<string | null> {
  const thread = new Worker(threadFile(), {
    workerData: { path, extension },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve) => {
      timer = setTimeout(() => resolve(null), timeLimitMs);
      thread.once('message', (words: string | null) => resolve(words));
      // Broken, locked by a password, or beyond the limits: nothing is known of its words.
      thread.once('error', () => resolve(null));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

/** Beside this file as it is written; in a built program `attachment.js`, beside the bundle or the folder of its pieces. */
function threadFile(): string {
  if (import.meta.url.endsWith('.ts')) return fileURLToPath(new URL('./thread.ts', import.meta.url));
  const beside = fileURLToPath(new URL('./attachment.js', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../attachment.js', import.meta.url));
}
