import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { PROTOCOL, type Problem } from '../../shared/sync/index.ts';
import { PROBLEM_TYPE, ProblemError, problemOf, problemOfDisk } from '../problem.ts';

/**
 * Turns every error into a problem reply, or into a page for readers of the site. A bug is logged and told as
 * `internal`, without its text.
 */
export function answerErrors(app: FastifyInstance, failedPage: (host: string | undefined) => string): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOfError(error, request.body);
    if (problem.status >= 500) request.log.error(error);
    reply.code(problem.status).header('cache-control', 'no-store').removeHeader('content-length');
    if (!request.url.startsWith('/api/'))
      return reply.type('text/html; charset=utf-8').send(failedPage(request.headers.host));
    return reply.type(PROBLEM_TYPE).send(JSON.stringify(problem));
  });
}

function problemOfError(error: FastifyError, body: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (hasZodFastifySchemaValidationErrors(error))
    return problemOf(speaksOtherProtocol(body) ? 'protocol_mismatch' : 'bad_request');
  const { statusCode = 500 } = error;
  if (statusCode === 413) return problemOf('too_large');
  if (statusCode < 500) return problemOf('bad_request');
  return problemOfDisk(error) ?? problemOf('internal');
}

function speaksOtherProtocol(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'protocol' in body && body.protocol !== PROTOCOL;
}
