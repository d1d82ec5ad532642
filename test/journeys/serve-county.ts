import { buildConsoleIfStale } from '../../src/main/build-console.ts';
import { publishNextMonth } from '../../src/capabilities/statistics/index.ts';
import { createDemo } from '../../src/main/demo/index.ts';
import { mainOffice } from '../../src/main/portal-deps.ts';
import { runServer } from '../../src/main/run-server.ts';
import { atRest } from '../harness/at-rest.ts';

/** The whole program with its console and a demo county of `COUNTY_SIZE` petitions. */
const complain = (text: string): boolean => process.stderr.write(text);
await buildConsoleIfStale(complain);
const server = await runServer(process.env, complain);
if (server === undefined) process.exit(1);
const made = await createDemo({
  core: server.core,
  now: Date.now(),
  size: Number(process.env['COUNTY_SIZE'] ?? '80'),
});
if (!made.ok) throw new Error(JSON.stringify(made.refusal));
await atRest(server.core.db.ownerUrl ?? '');
const office = await mainOffice(server.core);
// The facts of the last events may still be on their way.
for (let tries = 100, published = 0; tries > 0; tries -= 1) {
  const more = await publishNextMonth(server.core.statistics, office.id, Date.now(), 0);
  published += more;
  if (more === 0 && published > 0) break;
  if (more === 0) await new Promise((resolve) => setTimeout(resolve, 200));
}
process.stdout.write(`${JSON.stringify({ url: server.url, password: made.value.password })}\n`);
process.once('SIGTERM', () => {
  void server.close().then(() => process.exit(0));
});
