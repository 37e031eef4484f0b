import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { Gauge, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import { API } from '../../shared/sync/index.ts';
import { ProblemError } from '../problem.ts';
import type { Store } from '../store/index.ts';

/** Seconds; most pages take a few milliseconds, a sign-in takes long on purpose. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * What watches the portal asks: whether it runs, whether it can answer, and its figures for Prometheus. The figures
 * name routes, never addresses or persons, and are for the machine itself only.
 *
 * @param keptSent how many pages were answered from files, which no route sees.
 */
export function registerMonitoring(plain: FastifyInstance, store: Store, keptSent: () => number): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const registry = new Registry();
  const registers = [registry];
  const seconds = new Histogram({
    name: 'banthao_http_request_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'],
    ...{ buckets: BUCKETS, registers },
  });
  new Gauge({
    name: 'banthao_kept_pages_sent',
    help: 'Pages of the site answered from files',
    registers,
    collect() {
      this.set(keptSent());
    },
  });
  new Gauge({
    name: 'banthao_process_resident_bytes',
    help: 'Memory of this process',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'banthao_process_uptime_seconds',
    help: 'Time since this process started',
    registers,
    collect() {
      this.set(process.uptime());
    },
  });
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  plain.addHook('onClose', async () => void delay.disable());
  new Gauge({
    name: 'banthao_process_delay_seconds',
    help: 'Longest time that this process kept others waiting since it was last asked',
    registers,
    collect() {
      this.set(delay.max / 1e9);
      delay.reset();
    },
  });
  plain.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const status = `${Math.floor(reply.raw.statusCode / 100)}xx`;
    seconds.observe({ method, route: routeOptions.url ?? 'none', status }, reply.elapsedTime / 1_000);
  });

  const state = { 200: z.strictObject({ status: z.literal('ok') }) };
  app.get(API.health, { config: { access: 'anyone' }, schema: { response: state } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get(API.ready, { config: { access: 'anyone' }, schema: { response: state } }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(store);
    } catch (error) {
      throw new ProblemError('unavailable', { cause: error });
    }
    return reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
  app.get(API.metrics, { config: { access: 'operator' } }, async (_request, reply) =>
    reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics()),
  );
}
