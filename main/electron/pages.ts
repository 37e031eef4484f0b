import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { MEDIA_CACHING, mediaNameAt, pageAt, securityHeaders } from '../shell/index.ts';
import { isOwn } from './rules.ts';

/**
 * Answers requests of the window's own scheme: files of its build and stored pictures, nothing else.
 * @param picturePath the path of a stored picture, `null` when it is not here
 */
export function pageServer(folder: string, picturePath: (name: string) => Promise<string | null>) {
  return async (request: Request): Promise<Response> => {
    if (!isOwn(request.url)) return refusal(403);
    if (request.method !== 'GET') return refusal(405);
    const { pathname } = new URL(request.url);
    const name = mediaNameAt(pathname);
    if (name !== null) {
      const path = await picturePath(name);
      return path === null ? refusal(404) : fileAnswer(path, 'image/webp', MEDIA_CACHING);
    }
    const page = pageAt(folder, pathname);
    return page === null ? refusal(404) : fileAnswer(page.file, page.type, page.caching);
  };
}

async function fileAnswer(file: string, type: string, caching: string): Promise<Response> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return refusal(404);
  const headers = {
    ...securityHeaders([]),
    'Content-Type': type,
    'Content-Length': `${found.size}`,
    'Cache-Control': caching,
  };
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers });
}

function refusal(status: 403 | 404 | 405): Response {
  return new Response(null, { status, headers: securityHeaders([]) });
}
