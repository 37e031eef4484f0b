import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is not let in: with which HTTP status. */
export type Refused = 400 | 401 | 403;

/**
 * Decides who may talk to this server: only the window that was opened with the one-time token. Other programs and web
 * pages of this computer reach 127.0.0.1 too, so every request must name this very host, come from this very origin, and
 * carry the cookie that the token was exchanged for.
 */
export class Gate {
  readonly #session: string;
  #port = 0;
  #token: string | null;

  /** `random` makes an unguessable text; called twice. */
  constructor(random: () => string) {
    this.#session = random();
    this.#token = random();
  }

  /** The port, once the server listens. */
  set port(port: number) {
    this.#port = port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The address that opens the program once; later it only works in the window that used it. */
  get entrance(): string {
    return `${this.origin}/open?token=${this.#token ?? ''}`;
  }

  /** Takes the token, once. Returns the cookie that stands for it, or `null`. */
  exchange(token: string): string | null {
    if (this.#token === null || !isSame(token, this.#token)) return null;
    this.#token = null;
    return `${this.#cookieName}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** The status to refuse a request with before anything else is looked at, or `null`. */
  refusesSource(request: IncomingMessage): Refused | null {
    const { host, origin } = request.headers;
    // A name that resolves to 127.0.0.1 (DNS rebinding) shows here.
    if (host !== `127.0.0.1:${this.#port}`) return 400;
    if (origin !== undefined && origin !== this.origin) return 403;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403;
    return null;
  }

  /** Whether the request carries this run's cookie. */
  isMember(request: IncomingMessage): boolean {
    const prefix = `${this.#cookieName}=`;
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    return cookies.some((cookie) => cookie.startsWith(prefix) && isSame(cookie.slice(prefix.length), this.#session));
  }

  /** The status to refuse a WebSocket with, or `null`. A browser always names the origin there. */
  refusesUpgrade(request: IncomingMessage): Refused | null {
    const refused = this.refusesSource(request);
    if (refused !== null) return refused;
    if (request.headers.origin !== this.origin) return 403;
    return this.isMember(request) ? null : 401;
  }

  /** Cookies are not kept apart by port, so two running programs need two names. */
  get #cookieName(): string {
    return `banthao-${this.#port}`;
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
