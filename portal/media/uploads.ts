import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
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
  /** Told of each picture that is here whole, checked and on the disk. */
  readonly arrived: (caller: Caller, picture: { hash: string; bytes: number }) => Promise<void>;
  /** Notes an error nobody foresaw in the log. */
  readonly report: (error: unknown, about: Readonly<Record<string, string>>) => void;
}

/**
 * Takes pictures and attached files in. What arrives must hash to what its metadata says and be of the type these name
 * (without one: WebP); then it is kept. An upload belongs to the person who began it: its id starts with theirs.
 */
export async function createUploads({ folder, now, isRefused, arrived, report }: UploadParts): Promise<Uploads> {
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
      return {};
    },
    async onUploadFinish(request, upload) {
      const path = join(directory, upload.id);
      const found = await inspect(path);
      const type = upload.metadata?.type ?? null;
      const isSound =
        type === null ? fileFamily(found.head) === 'webp' : isFileMime(type) && isFileOf(type, found.head);
      if (found.hash !== upload.metadata?.hash || !isSound) {
        await store.remove(upload.id);
        throw failure(problemOf(found.hash === upload.metadata?.hash ? 'bad_request' : 'hash_mismatch'));
      }
      if (await isRefused(callerOf(request), found.hash)) {
        await store.remove(upload.id);
        throw failure(problemOf('erased'));
      }
      await keepFile(path, folder, found.hash);
      await store.configstore.delete(upload.id);
      await arrived(callerOf(request), { hash: found.hash, bytes: found.bytes });
      return {};
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
