import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { MEDIA_CACHING, mediaHashAt, pageAt, securityHeaders } from '../shell/index.ts';
import { isOwn } from './rules.ts';

/**
 * Answers requests of the window's own scheme: files of its build and stored pictures, nothing else.
 * @param mediaPath the path of a stored picture, `null` when it is not here
 */
export function pageServer(folder: string, mediaPath: (hash: string) => Promise<string | null>) {
  return async (request: Request): Promise<Response> => {
    if (!isOwn(request.url) || request.method !== 'GET') return new Response(null, { status: 403 });
    const { pathname } = new URL(request.url);
    const hash = mediaHashAt(pathname);
    const path = hash === null ? null : await mediaPath(hash);
    if (path !== null) return fileResponse(path, 'image/webp', MEDIA_CACHING);
    const page = pageAt(folder, pathname);
    return page === null ? new Response(null, { status: 404 }) : fileResponse(page.file, page.type, page.caching);
  };
}

async function fileResponse(file: string, type: string, caching: string): Promise<Response> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return new Response(null, { status: 404 });
  const headers = { ...securityHeaders([]), 'Content-Type': type, 'Cache-Control': caching };
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers });
}
