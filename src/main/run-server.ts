import { readdirSync } from 'node:fs';
import path from 'node:path';
import { UploadInspector } from '../platform/files/index.ts';
import { LetterReader } from '../platform/ocr/index.ts';
import { createJobs, type Jobs } from '../platform/jobs/index.ts';
import { createLog } from '../platform/log/log.ts';
import { openSecurityLog } from '../platform/log/security-log.ts';
import { createMetrics, measureDatabase, serveMetrics } from '../platform/metrics/metrics.ts';
import { registerFeedLag } from '../platform/feed/index.ts';
import { recountClocksKind } from '../capabilities/petitions/index.ts';
import { seedCalendar } from '../platform/calendar/index.ts';
import type { Tx } from '../platform/database/index.ts';
import { allJobs } from './all-jobs.ts';
import { composeCore, type Core } from './core.ts';
import { openAll, publicUrlOf, securityLogFile } from './open.ts';
import { composeServer } from './server.ts';
import { keepWorker } from './worker-keeper.ts';

export interface RunningServer {
  readonly url: string;
  readonly core: Core;
  readonly close: () => Promise<void>;
}

const migrationNames = (): string[] =>
  readdirSync(path.resolve(import.meta.dirname, '../../db/migrations'))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.replace(/\.sql$/, ''));

async function enqueueRecount(jobs: Jobs, tx: Tx, calendarVersion: string): Promise<void> {
  await jobs.enqueue(tx, recountClocksKind, { calendarVersion });
}

/**
 * Starts everything: database, server, metrics and worker.
 * @param env the environment with the settings
 * @param write where sentences for the operator go
 * @returns the running server, or nothing when the sentences said why not
 */
export async function runServer(
  env: NodeJS.ProcessEnv,
  write: (text: string) => unknown,
): Promise<RunningServer | undefined> {
  const opened = await openAll(env, 'server');
  if (!opened.ok) {
    for (const { zh, en } of opened.refusal) write(`${zh}\n${en}\n`);
    return undefined;
  }
  const { config, database, keys } = opened.value;
  const log = createLog({ level: config.logLevel });
  const jobs = await createJobs({
    url: database.db.url,
    definitions: allJobs(() => core),
    onError: (error) => log.error({ err: error }, 'jobs'),
  });
  await seedCalendar(database.db, (tx, calendarVersion) =>
    enqueueRecount(jobs, tx, calendarVersion),
  );
  const scheme = config.tls === undefined ? 'http' : 'https';
  const address = (port: number): string => `${scheme}://${config.host}:${port}`;
  const core = await composeCore({
    db: database.db,
    keys,
    dataDir: config.dataDir,
    publicUrl: publicUrlOf(config),
    jobs,
    requireSecondFactor: config.requireSecondFactor,
    ...(config.oidc === undefined ? {} : { oidc: config.oidc }),
  });
  const inspector = new UploadInspector(
    config.clamavSocket === undefined ? {} : { clamavSocket: config.clamavSocket },
  );
  const reader = new LetterReader();
  const security = await openSecurityLog(securityLogFile(config));
  const app = await composeServer({
    core,
    config,
    inspector,
    reader,
    log,
    security: security.record,
    migrations: migrationNames(),
    onNewCalendar: (tx, version) => enqueueRecount(jobs, tx, version),
  });
  const registry = createMetrics();
  measureDatabase(registry, database.db);
  registerFeedLag(registry, database.db);
  const metrics = await serveMetrics(registry, config.metricsPort);
  const worker = keepWorker(env, log);
  const close = async (): Promise<void> => {
    await app.close();
    await worker.stop();
    await jobs.stop();
    core.stop();
    if (metrics.ok) await metrics.value.close();
    inspector.close();
    reader.close();
    await security.close();
    await database.close();
  };
  if (!metrics.ok) {
    write(`${metrics.refusal.zh}\n${metrics.refusal.en}\n`);
    await close();
    return undefined;
  }
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    const taken = (error as { code?: string }).code === 'EADDRINUSE';
    if (!taken) throw error;
    write(`端口 ${config.port} 已被占用，请用 PORT 换一个。\n`);
    write(`Port ${config.port} is taken; choose another with PORT.\n`);
    await close();
    return undefined;
  }
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
  return { url: address(port), core, close };
}
