import { randomBytes } from 'node:crypto';
import { constants, copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import sharp from 'sharp';
import { FILE_MIMES, type FileMime, fileFamily, isFileOf, LIMITS } from '../../shared/content/index.ts';
import { API, type Problem } from '../../shared/sync/index.ts';
import type { Caller } from '../accounts/index.ts';
import { ProblemError, problemOf, problemOfDisk } from '../problem.ts';
import { inspect, keepFile } from './files.ts';

/** Milliseconds an unfinished upload is kept after its last byte. */
const STALE = 7 * 24 * 3_600_000;

/** The resumable upload of pictures and attached files (tus 1.0). */
export interface Uploads {
  /** Answers one request of a signed-in member. */
  handle(caller: Caller, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** What uploads need from outside. */
export interface UploadParts {
  /** The portal's folder: unfinished uploads and finished pictures have folders of their own in it. */
  readonly folder: string;
  readonly now: () => Date;
  /** Whether a file is not to come in: their unit has erased it. */
  readonly isRefused: (caller: Caller, hash: string) => Promise<boolean>;
  /** Counts what a caller is about to bring against what they may send on a day; `false`: no more today. */
  readonly spend: (caller: Caller, bytes: number) => Promise<boolean>;
  /** Told of each picture that is here whole, checked and on the disk. */
  readonly arrived: (caller: Caller, picture: { hash: string; bytes: number }) => Promise<void>;
  /** Notes an error nobody foresaw in the log. */
  readonly report: (error: unknown, about: Readonly<Record<string, string>>) => void;
}

/**
 * Takes pictures and attached files in. What arrives must hash to what its metadata says and be of the type these name
 * (without one: WebP); then it is kept. An upload belongs to the person who began it: its id starts with theirs.
 */
export async function createUploads({ folder, now, isRefused, spend, arrived, report }: UploadParts): Promise<Uploads> {
  const directory = join(folder, 'uploads');
  await mkdir(directory, { recursive: true });
  await dropStale(directory, now());
  const store = new UploadStore({ directory });
  const callers = new WeakMap<IncomingMessage, Caller>();
  const callerOf = (request: { runtime?: { node?: { req?: unknown } } }): Caller => {
    const caller = callers.get(request.runtime?.node?.req as IncomingMessage);
    if (caller === undefined) throw new ProblemError('internal');
    return caller;
  };

  const server = new Server({
    path: API.uploads,
    datastore: store,
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: LIMITS.fileBytes,
    namingFunction: (request) => `${callerOf(request).person}.${randomBytes(16).toString('hex')}`,
    async onIncomingRequest(request, id) {
      if (!id.startsWith(`${callerOf(request).person}.`)) throw failure(problemOf('not_found'));
    },
    async onUploadCreate(request, upload) {
      const { hash, type } = upload.metadata ?? {};
      if (!/^[0-9a-f]{64}$/.test(hash ?? '') || (type != null && !isFileMime(type)))
        throw failure(problemOf('bad_request'));
      if (await isRefused(callerOf(request), hash ?? '')) throw failure(problemOf('erased'));
      const caller = callerOf(request);
      if (!(await spend(caller, upload.size ?? LIMITS.fileBytes))) throw failure(problemOf('quota_reached'));
      return {};
    },
    async onUploadFinish(request, upload) {
      const whole = join(directory, `whole-${randomBytes(16).toString('hex')}`);
      try {
        // What is looked at is kept, not what another process may still be writing into the upload for its person. The
        // upload goes first, however this ends: nobody is told that all of it is here, and it is begun anew.
        await copyFile(join(directory, upload.id), whole, constants.COPYFILE_FICLONE).finally(() =>
          store.remove(upload.id),
        );
        const { hash, bytes } = await lookAt(whole, upload.metadata ?? {});
        if (await isRefused(callerOf(request), hash)) throw failure(problemOf('erased'));
        await keepFile(whole, folder, hash);
        await arrived(callerOf(request), { hash, bytes });
        return {};
      } finally {
        await rm(whole, { force: true });
      }
    },
    onResponseError(_request, error) {
      if ('status_code' in error) return failure(problemOfStatus(error));
      report(error, {});
      return failure(problemOfDisk(error) ?? problemOf('internal'));
    },
  });

  return {
    handle(caller, request, response) {
      callers.set(request, caller);
      return server.handle(request, response);
    },
  };
}

/** Whether a file is what its upload said it would be. @throws a failure that says what it is not. */
async function lookAt(
  file: string,
  said: Readonly<Record<string, string | null | undefined>>,
): Promise<{ readonly hash: string; readonly bytes: number }> {
  const { hash, bytes, head } = await inspect(file);
  if (hash !== said.hash) throw failure(problemOf('hash_mismatch'));
  const type = said.type ?? null;
  const isSound = type === null ? fileFamily(head) === 'webp' : isFileMime(type) && isFileOf(type, head);
  if (!isSound) throw failure(problemOf('bad_request'));
  if (fileFamily(head) === 'webp' && (await pixelsOf(file)) > LIMITS.picturePixels)
    throw failure(problemOf('too_large'));
  return { hash, bytes };
}

/** How many pixels a picture unpacks to; 0 for one that nobody can unpack. */
async function pixelsOf(file: string): Promise<number> {
  const found = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  return found === null ? 0 : found.width * found.height;
}

function isFileMime(type: string): type is FileMime {
  return (FILE_MIMES as readonly string[]).includes(type);
}

/** FileStore as it is seen from outside: TypeScript lets nobody override what a class calls private. */
const OpenFileStore = FileStore as unknown as new (options: { directory: string }) => Pick<FileStore, keyof FileStore>;

/**
 * FileStore makes its folder in its constructor and throws where nobody can catch, which would end the portal. Here the
 * folder is made before, where a failure is the caller's.
 */
class UploadStore extends OpenFileStore {
  protected checkOrCreateDirectory(): void {}
}

/** What tus throws: a status and a body. The status stays tus's own, for its clients decide by it what to retry. */
interface Failure {
  status_code: number;
  body: string;
}

function failure(problem: Problem): Failure {
  return { status_code: problem.status, body: JSON.stringify(problem) };
}

function problemOfStatus({ status_code: status, body }: Failure): Problem {
  if (body.startsWith('{')) return JSON.parse(body) as Problem;
  if (status === 413) return problemOf('too_large');
  if (status === 404 || status === 410) return { ...problemOf('not_found'), status };
  return { ...problemOf(status >= 500 ? 'internal' : 'bad_request'), status };
}

async function dropStale(directory: string, now: Date): Promise<void> {
  for (const name of await readdir(directory).catch(() => [])) {
    const path = join(directory, name);
    if (now.getTime() - (await stat(path)).mtimeMs > STALE) await rm(path, { force: true });
  }
}
