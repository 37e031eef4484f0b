import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { API, signedUpdateSchema } from '../../shared/sync/index.ts';
import { ProblemError } from '../problem.ts';

/**
 * Passes on the announcement of a new version that the administrator has put into the portal's folder, under
 * `updates/manifest.json`. The file is read at each request, so that a new one counts at once; programs check its
 * signature themselves, and ask once a day.
 */
export function registerUpdates(plain: FastifyInstance, folder: string): void {
  const file = join(folder, 'updates', 'manifest.json');
  plain
    .withTypeProvider<ZodTypeProvider>()
    .get(
      API.update,
      { config: { access: 'anyone' }, schema: { response: { 200: signedUpdateSchema } } },
      async (request, reply) => {
        const text = await readFile(file, 'utf8').catch(() => null);
        if (text === null) throw new ProblemError('not_found');
        const parsed = signedUpdateSchema.safeParse(parseJson(text));
        if (!parsed.success) {
          request.log.error({ file: 'updates/manifest.json', issues: parsed.error.issues }, 'not an announcement');
          throw new ProblemError('not_found');
        }
        return reply.header('cache-control', 'no-store').send(parsed.data);
      },
    );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
