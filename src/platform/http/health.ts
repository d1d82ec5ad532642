import type { FastifyInstance } from 'fastify';
import type { Refusal } from '../../kernel/refusals.ts';
import { sendRefusal } from './problem.ts';

/** One thing that must hold before requests are served. */
export interface ReadinessCheck {
  readonly name: string;
  /** @returns nothing when it holds */
  readonly check: () => Promise<Refusal | undefined>;
}

/**
 * `/healthz` says that the process lives, `/readyz` that it can work: a balancer takes a server
 * out by the second and restarts it by the first.
 */
export const addHealth = (app: FastifyInstance, checks: readonly ReadinessCheck[]): void => {
  app.get('/healthz', { schema: { hide: true }, logLevel: 'warn' }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );
  app.get('/readyz', { schema: { hide: true }, logLevel: 'warn' }, async (_request, reply) => {
    for (const { name, check } of checks) {
      const refusal = await check().catch((): Refusal => ({
        code: 'database-unavailable',
        params: {},
      }));
      if (refusal !== undefined) return sendRefusal(reply.header('x-not-ready', name), refusal);
    }
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
};
