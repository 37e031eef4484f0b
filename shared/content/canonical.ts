import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A JSON value as the canonical form knows it: no floats, no `undefined`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Thrown for a value that has no canonical form. `path` names the place, as in `blocks.3.level`. */
export class CanonicalError extends Error {
  readonly path: string;
  readonly problem: 'not_integer' | 'not_json' | 'lone_surrogate' | 'too_deep';

  constructor(problem: CanonicalError['problem'], path: string) {
    super(`${problem} at ${path || 'the root'}`);
    this.name = 'CanonicalError';
    this.path = path;
    this.problem = problem;
  }
}

const DEEPEST = 128;

/**
 * The canonical form of a value: RFC 8785 (JSON Canonicalization Scheme), restricted to integers so that no two
 * languages can disagree on a number's digits. Keys are sorted by UTF-16 code units; a key whose value is `undefined`
 * is left out.
 *
 * @throws CanonicalError for floats, unsafe integers, functions, lone surrogates, and nesting past 128.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', 0);
}

/** SHA-256 over the UTF-8 bytes of the canonical form, in lower-case hex (64 characters). */
export function canonicalHash(value: unknown): string {
  return hashText(canonicalJson(value));
}

/** SHA-256 over the UTF-8 bytes of a text, in lower-case hex (64 characters). */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 over bytes, in lower-case hex (64 characters). */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** Bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  return utf8ToBytes(text).length;
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > DEEPEST) throw new CanonicalError('too_deep', path);
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isSafeInteger(value)) throw new CanonicalError('not_integer', path);
      return value === 0 ? '0' : String(value);
    case 'string':
      return writeString(value, path);
    case 'object':
      if (Array.isArray(value))
        return `[${value.map((item, index) => write(item, join(path, index), depth + 1)).join(',')}]`;
      return writeObject(value, path, depth);
    default:
      throw new CanonicalError('not_json', path);
  }
}

function writeObject(value: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new CanonicalError('not_json', path);
  const members: string[] = [];
  for (const [key, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (member === undefined) continue;
    members.push(`${writeString(key, path)}:${write(member, join(path, key), depth + 1)}`);
  }
  return `{${members.join(',')}}`;
}

function writeString(text: string, path: string): string {
  if (!text.isWellFormed()) throw new CanonicalError('lone_surrogate', path);
  return JSON.stringify(text);
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}
