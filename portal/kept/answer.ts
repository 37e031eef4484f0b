import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { remembering } from '../remembering.ts';
import { type PageType, placeAt } from '../site/index.ts';
import { type Edition, isMissing, type KeptPages } from './edition.ts';
import { fileOf } from './file.ts';
import { FORMS, formFor } from './forms.ts';

/** A page in one form, ready to send. */
interface Ready {
  readonly bytes: Buffer;
  readonly tag: string;
  readonly headers: readonly string[];
}

/** Bytes of pages held in memory: what most readers ask for, well below what a process may take. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Answers readers from the kept pages, before anything else of the server is asked. Only what is there, and only for a
 * plain address: all else is the server's.
 */
export class KeptAnswers {
  /** Pages sent so far. */
  sent = 0;
  readonly #pages: KeptPages;
  readonly #current: () => Edition | null;
  readonly #headers: readonly string[];
  #edition = '';
  readonly #formFor = remembering(formFor);
  #bytes = 0;
  /** By form and address; the one asked for last is at the end. */
  readonly #ready = new Map<string, Ready>();

  /** @param headers what every answer of the server carries. */
  constructor(pages: KeptPages, current: () => Edition | null, headers: readonly (readonly [string, string])[]) {
    this.#pages = pages;
    this.#current = current;
    this.#headers = headers.flat();
  }

  /** Answers the request, or calls `otherwise`. */
  answer(request: IncomingMessage, response: ServerResponse, otherwise: () => void): void {
    if (!this.#takes(request, response, otherwise)) otherwise();
  }

  #takes(request: IncomingMessage, response: ServerResponse, otherwise: () => void): boolean {
    const { method, url = '' } = request;
    if ((method !== 'GET' && method !== 'HEAD') || url.startsWith('/api/')) return false;
    const edition = this.#current();
    if (edition === null) return false;
    if (edition.name !== this.#edition) {
      this.#ready.clear();
      this.#bytes = 0;
      this.#edition = edition.name;
    }
    const suffix = this.#formFor(request.headers['accept-encoding'] as string | undefined);
    const id = `${suffix} ${url}`;
    const ready = this.#ready.get(id);
    if (ready !== undefined) {
      this.#send(request, response, ready);
      return true;
    }
    const place = placeAt(url);
    if (place === null) return false;
    const { shelf, name } = fileOf(place);
    readFile(`${this.#pages.path(edition, shelf, name)}${suffix}`).then(
      (bytes) => {
        const found = this.#prepare(bytes, typeOf(name), suffix);
        if (edition.name === this.#edition) this.#remember(id, found);
        this.#send(request, response, found);
      },
      (error: unknown) => {
        if (isMissing(error)) otherwise();
        else response.destroy();
      },
    );
    return true;
  }

  #prepare(bytes: Buffer, type: PageType, suffix: string): Ready {
    const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
    const encoding = FORMS.find((form) => form.suffix === suffix)?.encoding;
    const headers = [
      ...this.#headers,
      ...['content-type', `${type}; charset=utf-8`, 'cache-control', 'no-cache', 'vary', 'accept-encoding'],
      ...(encoding === undefined ? [] : ['content-encoding', encoding]),
      ...['etag', tag, 'content-length', String(bytes.length)],
    ];
    return { bytes, tag, headers };
  }

  #remember(id: string, ready: Ready): void {
    this.#ready.set(id, ready);
    this.#bytes += ready.bytes.length;
    for (const [oldest, { bytes }] of this.#ready) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#ready.delete(oldest);
      this.#bytes -= bytes.length;
    }
  }

  #send(request: IncomingMessage, response: ServerResponse, { bytes, tag, headers }: Ready): void {
    this.sent += 1;
    if (isKnown(request.headers['if-none-match'], tag)) {
      const without = headers.indexOf('content-length');
      response.writeHead(304, [...headers.slice(0, without)]).end();
      return;
    }
    response.writeHead(200, headers as string[]);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }
}

function isKnown(header: string | undefined, tag: string): boolean {
  return header?.split(',').some((known) => known.trim().replace(/^W\//, '') === tag) ?? false;
}

function typeOf(name: string): PageType {
  if (name.endsWith('.html')) return 'text/html';
  if (name.endsWith('.txt')) return 'text/plain';
  return name === 'atom.xml' ? 'application/atom+xml' : 'application/xml';
}
