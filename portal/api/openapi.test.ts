import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API } from '../../shared/sync/index.ts';
import { type Board, startBoard } from '../testing/index.ts';

interface Schema {
  readonly type?: string;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string }[];
  readonly summary?: string;
  readonly security?: readonly unknown[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const rowsSchema = z.array(z.object({ id: z.string().optional(), device: z.string().optional() }));
const pageSchema = z
  .object({ devices: rowsSchema.optional(), names: rowsSchema.optional(), next: z.string().nullable() })
  .transform(({ devices, names, next }) => ({ devices: devices ?? names ?? [], next }));

let board: Board;
let api: Document;
beforeAll(async () => {
  board = await startBoard();
  api = (await (await board.get(API.openapi)).json()) as Document;
});
afterAll(() => board.close());

const operations = (): [string, Operation][] =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and names exactly the routes that there are', () => {
    expect(api.openapi).toMatch(/^3\.1\./);
    // Fastify answers HEAD wherever there is a GET.
    const gets = new Set(board.portal.routes.filter(({ method }) => method === 'GET').map(({ url }) => url));
    const routes = board.portal.routes
      .filter(({ url, method }) => url.startsWith('/api/') && !(method === 'HEAD' && gets.has(url)))
      .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
    expect(
      operations()
        .map(([name]) => name)
        .sort(),
    ).toEqual([...new Set(routes)].sort());
  });

  it('says of each what it is for, who may call it, and that it fails with a problem', () => {
    const access = new Map(
      board.portal.routes.map((route) => [`${route.method} ${route.url.replace(/:(\w+)/g, '{$1}')}`, route.access]),
    );
    for (const [name, { summary, security, responses }] of operations()) {
      expect([name, summary]).toEqual([name, expect.stringMatching(/\w/)]);
      expect([name, security?.length]).toEqual([
        name,
        ['member', 'administrator', 'site_keeper'].includes(access.get(name) ?? '') ? 1 : 0,
      ]);
      expect([name, Object.keys(responses.default?.content ?? {})]).toEqual([name, ['application/problem+json']]);
    }
  });

  it('has the shapes that are checked at the border', () => {
    for (const path of [API.session, API.sync, API.key]) {
      const post = api.paths[path]?.post;
      expect(post?.requestBody?.content['application/json']?.schema.type).toBe('object');
      expect(Object.keys(post?.responses ?? {})).toContain('200');
    }
  });

  it('lists nothing without an end: each list is paged, or no longer than its schema says', () => {
    const lists = operations().flatMap(([name, { parameters = [], requestBody, responses }]) => {
      const reply = responses['200']?.content?.['application/json']?.schema;
      const asked = parameters.map((parameter) => parameter.name);
      const body = requestBody?.content['application/json']?.schema.properties ?? {};
      const isPaged = (asked.includes('after') && asked.includes('limit')) || 'cursor' in body;
      return Object.entries({ '': reply, ...reply?.properties }).flatMap(([key, schema]) =>
        schema?.type === 'array' ? [{ list: `${name} ${key}`, hasEnd: isPaged || schema.maxItems !== undefined }] : [],
      );
    });
    expect(lists.map(({ list }) => list)).toContain(`GET ${API.adminDevices} devices`);
    expect(lists.filter(({ hasEnd }) => !hasEnd)).toEqual([]);
  });

  it('turns the pages of a list without leaving anything out, and refuses a page that is too long', async () => {
    const head = await board.signIn('head');
    for (let more = 0; more < 4; more += 1) await board.signIn('author');
    for (const path of [API.devices, API.adminDevices, API.deviceNames]) {
      const seen: string[] = [];
      let after = '';
      for (let page = 0; page < 10; page += 1) {
        const reply = await head.request(`${path}?limit=2${after}`);
        const { devices, next } = pageSchema.parse(await reply.json());
        expect(devices.length).toBeLessThanOrEqual(2);
        seen.push(...devices.map(({ id, device }) => id ?? device ?? ''));
        if (next === null) break;
        after = `&after=${next}`;
      }
      const whole = pageSchema.parse(await (await head.request(path)).json());
      expect(seen).toEqual(whole.devices.map(({ id, device }) => id ?? device ?? ''));
      expect(seen.length).toBeGreaterThanOrEqual(5);
      await expect(head.request(`${path}?limit=201`)).rejects.toMatchObject({ code: 'bad_request' });
      await expect(head.request(`${path}?page=2`)).rejects.toMatchObject({ code: 'bad_request' });
    }
  });

  it('is kept to: each error of each call is a problem of the kind it says', async () => {
    const { token } = await board.signIn('author');
    for (const [name] of operations()) {
      const [method = '', path = ''] = name.split(' ');
      if (method === 'HEAD') continue;
      for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
        const reply = await fetch(`${board.url}${path.replace('{hash}', 'x')}`, { method, headers });
        if (reply.ok || path.startsWith(API.uploads)) continue;
        expect([name, reply.headers.get('content-type')]).toEqual([name, 'application/problem+json; charset=utf-8']);
        expect(await reply.json()).toMatchObject({ status: reply.status, code: expect.stringMatching(/^\w+$/) });
      }
    }
  });
});
