import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** A fresh id for each request; a client's own is not taken, since it would stand in the log. */
export const newRequestId = (): string => randomUUID().slice(0, 13);

/**
 * One line for each answer. It holds the route's pattern and never the address itself: numbers,
 * names typed into a search and form fields stand in addresses, and a caller's network address is
 * personal data.
 */
export const addAccessLog = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
};
