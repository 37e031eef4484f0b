import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { API, problemSchema } from '../../shared/sync/index.ts';

/** What each call is for, by method and path; `portal/api/openapi.test.ts` finds one that is missing here. */
const SUMMARIES: Readonly<Record<string, string>> = {
  [`GET ${API.info}`]: 'Who this portal is',
  [`POST ${API.session}`]: 'Sign in on a device',
  [`POST ${API.renew}`]: 'The next pass of a device, for its last secret and a signature of its key',
  [`POST ${API.password}`]: 'Change one’s own password',
  [`POST ${API.key}`]: 'Register the public half of an approval key',
  [`POST ${API.line}`]: 'Start a new line of a device',
  [`POST ${API.permit}`]: 'A short-lived word of the portal, for what is done online alone',
  [`POST ${API.sync}`]: 'Exchange text, mutations and a page of the feed',
  [`POST ${API.revisions}`]: 'Texts by their ids, as far as the caller may see them',
  [`POST ${API.rules}`]: 'Set a new version of the regulation (head, administrator)',
  [`POST ${API.addMember}`]: 'Make an account for a new member (head, administrator)',
  [`POST ${API.resetPassword}`]: 'Give a member a one-time password (head, administrator)',
  [`POST ${API.handOver}`]: 'Give all posts of a member to another author (head, administrator)',
  [`POST ${API.members}`]: 'Give a member other roles (head, administrator)',
  [`GET ${API.pins}`]: 'The news that are pinned now',
  [`GET ${API.adminDevices}`]: 'The devices of the unit (head, administrator)',
  [`GET ${API.site}`]: 'What the public site says of the unit (head, administrator, clerk)',
  [`POST ${API.site}`]: 'Set it over the version that was seen (head, administrator, clerk)',
  [`GET ${API.coverage}`]: 'Which mandatory categories are empty or late (head, administrator, clerk)',
  [`POST ${API.erase}`]: 'Erase a text or a file everywhere, with its legal ground (head)',
  [`GET ${API.mergedPosts}`]: 'What units had that were merged into this one (head, administrator)',
  [`POST ${API.withdrawMerged}`]: 'Take down a page of a unit that was merged into this one (who may withdraw)',
  [`POST ${API.revoke}`]: 'Revoke a device and its lines (head, administrator)',
  [`GET ${API.media}/:hash`]: 'A picture that the caller may see',
  [`POST ${API.carriedMedia}`]: 'Bring pictures for a revision that was carried for somebody',
  [`GET ${API.devices}`]: 'The devices of the unit, certified',
  [`GET ${API.deviceNames}`]: 'What the devices of the unit are called',
  [`POST ${API.deviceNames}`]: 'Call a computer of one’s own something else',
  [`GET ${API.approvalKeys}`]: 'The approval keys of the unit, certified',
  [`POST ${API.receipts}`]: 'Signed verdicts of mutations',
  [`GET ${API.update}`]: 'The newest version that is announced',
  [`GET ${API.health}`]: 'Whether the process runs',
  [`GET ${API.ready}`]: 'Whether the portal can answer',
  [`GET ${API.metrics}`]: 'Figures for Prometheus, for the machine itself',
  [`GET ${API.openapi}`]: 'This document',
};
const UPLOADS = 'Resumable upload of a picture (tus 1.0)';

const PROBLEM = {
  description: 'A problem (RFC 9457) with a code',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Begins to note every route registered from here on, and serves what was noted as OpenAPI 3.1. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Ban Thao portal', version: '1', description: 'Sizes and counts are limited as the schemas say.' },
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
        schemas: { Problem: z.toJSONSchema(problemSchema) as Record<string, unknown> },
      },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route as Parameters<typeof jsonSchemaTransform>[0]);
      const { config, method } = route.route;
      const [first = ''] = [method].flat();
      const isUpload = url.startsWith(API.uploads);
      return {
        url,
        schema: {
          ...schema,
          hide: !url.startsWith('/api/'),
          summary: isUpload ? UPLOADS : (SUMMARIES[`${first} ${url}`] ?? ''),
          security: config?.access !== 'anyone' && config?.access !== 'operator' ? [{ token: [] }] : [],
        },
      };
    },
    transformObject: (documentObject) => {
      if (!('openapiObject' in documentObject)) return {};
      const { openapiObject } = documentObject;
      for (const path of Object.values(openapiObject.paths ?? {}))
        for (const operation of Object.values(path ?? {}))
          if (typeof operation === 'object' && 'responses' in operation)
            operation.responses = { ...operation.responses, default: PROBLEM };
      return openapiObject;
    },
  });
}

/** Serves the document. Made once: routes cannot change while the portal runs. */
export function registerOpenApi(app: FastifyInstance): void {
  let text: string | null = null;
  app.get(API.openapi, { config: { access: 'anyone' } }, async (_request, reply) => {
    text ??= JSON.stringify(app.swagger());
    return reply.type('application/json; charset=utf-8').send(text);
  });
}
