import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw, zstdCompress, zstdDecompress } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PACKED_DICTIONARY, PACKED_METHODS, PACKED_TYPE, WIRE_LIMITS } from '../../shared/sync/index.ts';
import { ProblemError } from '../problem.ts';

const dictionary = Buffer.from(PACKED_DICTIONARY, 'utf8');
/** Each byte counts more than the 0.1 s that a full page of a first sync takes. */
const LEVEL = 16;
/** With a checksum: a bit turned on the way must not turn into another message. */
const params = { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 };
const run = {
  zstd: promisify(zstdCompress),
  unzstd: promisify(zstdDecompress),
  deflate: promisify(deflateRaw),
  inflate: promisify(inflateRaw),
};
const methods = new WeakMap<FastifyRequest, number>();

/** Lets routes take messages in packed form. Unpacking stops at the limit of a request. */
export function takePacked(app: FastifyInstance): void {
  app.addContentTypeParser(PACKED_TYPE, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    const options = { dictionary, maxOutputLength: WIRE_LIMITS.requestBytes };
    const method = body[0] ?? 0;
    methods.set(request, method);
    try {
      const packed = body.subarray(1);
      if (method === PACKED_METHODS.zstd) return JSON.parse(String(await run.unzstd(packed, options)));
      if (method === PACKED_METHODS.deflate) return JSON.parse(String(await run.inflate(packed, options)));
    } catch (error) {
      throw new ProblemError(isTooLarge(error) ? 'too_large' : 'bad_request');
    }
    throw new ProblemError('bad_request');
  });
}

/** How the request came packed: its sender takes texts against a base so too. `null`: it came as plain JSON. */
export function packingOf(request: FastifyRequest): 'zstd' | 'deflate' | null {
  const method = methods.get(request);
  if (method === undefined) return null;
  return method === PACKED_METHODS.zstd ? 'zstd' : 'deflate';
}

/**
 * Answers a packed request in its own form. Headers that speak to browsers are left out: no browser shows this type,
 * and on a poor line they would weigh more than the message.
 */
export async function packReply(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const method = methods.get(request);
  if (method === undefined || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  for (const name of FOR_BROWSERS) reply.raw.removeHeader(name);
  reply.type(PACKED_TYPE);
  const json = Buffer.from(payload, 'utf8');
  const body =
    method === PACKED_METHODS.zstd
      ? await run.zstd(json, { dictionary, params })
      : await run.deflate(json, { dictionary, level: 9 });
  return Buffer.concat([Buffer.of(method), body]);
}

const FOR_BROWSERS = [
  'content-security-policy',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'x-frame-options',
];

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
