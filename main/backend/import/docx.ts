import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { LIMITS } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { zipSizes } from './zip-sizes.ts';

/** Word's own parts are a dozen, and a picture is one each. */
const MOST_FILES = 2_000;
/** Milliseconds a document may take: an honest one of the largest size takes some seconds on a slow computer. */
const TIME_LIMIT_MS = 60_000;
/** Megabytes of words and pictures on their way; past them the thread ends, and nothing else with it. */
const MEMORY_LIMIT_MB = 512;

/**
 * A Word document as HTML, read in a thread of its own so that no key waits for it: headings, lists, tables, links and pictures, without fonts and colours. No file beside the
 * document is read, whatever it names.
 *
 * @throws AppError `document_kind` for what is no .docx, `document_too_large` for one past the limits before or after
 * unpacking or in time or memory, `document_broken`, also for one whose reading was given up.
 */
export async function readDocx(
  bytes: Buffer,
  { timeLimitMs = TIME_LIMIT_MS, signal }: { timeLimitMs?: number; signal?: AbortSignal } = {},
): Promise<{ html: string }> {
  const sizes = zipSizes(bytes);
  if (sizes === null) throw new AppError('document_kind');
  if (bytes.length > LIMITS.documentBytes || sizes.files > MOST_FILES || sizes.unpacked > LIMITS.documentUnpackedBytes)
    throw new AppError('document_too_large');
  const thread = new Worker(threadFile(), {
    workerData: { bytes },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new AppError('document_broken')), { once: true });
      timer = setTimeout(() => reject(new AppError('document_too_large')), timeLimitMs);
      thread.once('message', (html: string) => resolve({ html }));
      thread.once('error', (error: NodeJS.ErrnoException) => {
        const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(new AppError(isFull ? 'document_too_large' : 'document_broken', {}, { cause: error }));
      });
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

/** Beside this file as it is written; in a built program `import.js`, beside the bundle or the folder of its pieces. */
function threadFile(): string {
  if (import.meta.url.endsWith('.ts')) return fileURLToPath(new URL('./thread.ts', import.meta.url));
  const beside = fileURLToPath(new URL('./import.js', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../import.js', import.meta.url));
}

/** Reads one document at a time; the one under way can be given up, and its thread ends with it. */
export class DocumentReader {
  #current: AbortController | null = null;

  async read(bytes: Buffer): Promise<{ html: string }> {
    this.stop();
    const current = new AbortController();
    this.#current = current;
    return readDocx(bytes, { signal: current.signal });
  }

  stop(): void {
    this.#current?.abort();
    this.#current = null;
  }
}
