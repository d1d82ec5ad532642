import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { createMetrics, measureDatabase, serveMetrics } from './metrics.ts';

const serve = async () => {
  const registry = createMetrics();
  measureDatabase(registry, { connections: () => ({ total: 3, idle: 2, waiting: 1 }) });
  const served = await serveMetrics(registry, 0);
  if (!served.ok) throw new Error(served.refusal.en);
  return served.value;
};

test('X-3 metrics stand on a port of their own and serve nothing else', async () => {
  const { port, close } = await serve();
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(text).toContain('huiyin_database_connections{state="waiting"} 1');
  expect(text).toContain('process_cpu_seconds_total');
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
  await close();
});

test("X-3 metrics do not listen on the machine's other addresses", async () => {
  const { port, close } = await serve();
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((entry) => entry.family === 'IPv4' && !entry.internal);
  for (const { address } of others) {
    const reached = await new Promise((resolve) => {
      const socket = connect(port, address, () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  }
  await close();
});

test('X-3 a taken metrics port is one clear sentence', async () => {
  const { port, close } = await serve();
  const second = await serveMetrics(createMetrics(), port);
  expect(second).toMatchObject({ ok: false, refusal: { code: 'port-in-use' } });
  await close();
});
