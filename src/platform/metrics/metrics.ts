import { createServer } from 'node:http';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { ok, type Result } from '../../kernel/result.ts';
import { refuseStart, type StartProblem } from '../config/problems.ts';
import type { Database } from '../database/pool.ts';

/** A registry of its own, so that two servers in one test do not share counts. */
export const createMetrics = (): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
};

/** Counts the connections of the pool when somebody looks. */
export const measureDatabase = (registry: Registry, db: Pick<Database, 'connections'>): void => {
  const gauge = new Gauge({
    name: 'huiyin_database_connections',
    help: 'Connections of the pool by state, and callers waiting for one',
    labelNames: ['state'],
    registers: [registry],
    collect: () => {
      for (const [state, count] of Object.entries(db.connections())) gauge.set({ state }, count);
    },
  });
};

export type MetricsServer = { readonly port: number; readonly close: () => Promise<void> };

/**
 * Serves the metrics on a port of their own, on loopback.
 * @param port 0 takes any free one
 * @returns the server, or refused when the port is taken
 */
export const serveMetrics = (
  registry: Registry,
  port: number,
): Promise<Result<MetricsServer, StartProblem>> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve) => {
    server.once('error', () =>
      resolve(refuseStart('port-in-use', { name: 'METRICS_PORT', value: port })),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(
        ok({
          port: typeof address === 'object' && address ? address.port : port,
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              server.closeAllConnections();
            }),
        }),
      );
    });
  });
};
