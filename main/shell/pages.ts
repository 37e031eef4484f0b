import { extname, join, normalize, sep } from 'node:path';
import { pictureNamed } from '../../shared/content/index.ts';

/** Types of the files that the window's build may hold; nothing else is served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** A file of the window's build: where it is, its media type, and how long it may be kept. */
export interface Page {
  readonly file: string;
  readonly type: string;
  readonly caching: string;
}

/** The file of `folder` that a URL path names, or `null` for one outside it or of a type that is not served. */
export function pageAt(folder: string, path: string): Page | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  const type = TYPES[extname(file)];
  if (!file.startsWith(folder + sep) || type === undefined) return null;
  // Names under `assets` carry a hash of their content.
  const caching = decoded.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store';
  return { file, type, caching };
}

/** The name of a picture that a path means (`/media/HASH.webp`, `/media/HASH-320.webp`), or `null`. */
export function mediaNameAt(path: string): string | null {
  const name = /^\/media\/([0-9a-z.-]+)$/.exec(path)?.[1];
  return name !== undefined && pictureNamed(name) !== null ? name : null;
}

/** A picture lies on this disk already; a browser's copy of it would outlive its erasure (design 3). */
export const MEDIA_CACHING = 'no-store';

/**
 * Headers of every answer to the window. `connect`: what it may connect to beside its own origin. Previews are sandboxed
 * `srcdoc` frames, which inherit this policy.
 */
export function securityHeaders(connect: readonly string[]): Readonly<Record<string, string>> {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' blob: data:",
    'connect-src': ["'self'", ...connect].join(' '),
    'font-src': "'self'",
    'frame-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  };
}
