import { createHash } from 'node:crypto';
import { PgBoss, type ConstructorOptions, type Job, type JobResult } from 'pg-boss';
import { clientConfig, run, type Tx } from '../database/index.ts';
import { checkJobData, type JobDefinition, type JobKind } from './definition.ts';
import { listDeadLetters, type DeadLetter } from './dead-letters.ts';
import { failureOf } from './failure.ts';
import { jobSchema } from './install.ts';

/** Where jobs go that failed for good. */
export const deadLetterQueue = 'dead-letters';

export type Jobs = {
  /**
   * Puts a job into the queue inside the caller's transaction, in one round trip: it exists if
   * and only if the transaction commits.
   * @param tx a transaction of the writing role
   * @param options.startAfter not before this moment
   * @param options.id a second job with the same id is not made
   * @returns the job's id, or undefined when that id existed
   */
  readonly enqueue: <Data>(
    tx: Tx,
    job: JobKind<Data>,
    data: Data,
    options?: { readonly startAfter?: Date; readonly id?: string },
  ) => Promise<string | undefined>;
  /** Begins to work off the queues and to keep the schedules. */
  readonly start: () => Promise<void>;
  /** Runs everything that is due now, here, until nothing is; for tests and single commands. */
  readonly runDue: () => Promise<number>;
  /** The jobs that failed for good, newest first, at most 200. */
  readonly deadLetters: () => Promise<readonly DeadLetter[]>;
  /** Puts dead letters back into their queues. */
  readonly redrive: (ids: readonly string[]) => Promise<number>;
  /** Lets running jobs end (30 s at most) and closes the connections. */
  readonly stop: () => Promise<void>;
};

export type JobsOptions = {
  /** The app login's address. */
  readonly url: string;
  readonly definitions: readonly JobDefinition[];
  /** Told of failures; receives whole errors, so it must be a log that guards personal data. */
  readonly onError: (error: unknown, job?: string) => void;
  /** Seconds between two looks into an empty queue; 1 unless told. */
  readonly pollingSeconds?: number;
};

/**
 * A worker says this often that it lives. When it was killed, what it had begun is found after one of
 * these and run again; without it, only when the job's own limit ends, which for walks over all
 * petitions is hours.
 */
const heartbeatSeconds = 30;
const superviseSeconds = 15;

const bossOptions = (url: string, connections: number): ConstructorOptions => {
  const { ssl, options, keepAlive: _, types: __, ...rest } = clientConfig(url);
  return {
    connectionString: rest.connectionString ?? url,
    ...(ssl ? { ssl } : {}),
    application_name: 'huiyin-jobs',
    options: `${options ?? ''} -c role=huiyin_write`,
    max: connections,
    schema: jobSchema,
    migrate: false,
    reindex: false,
    monitorVacuum: false,
  };
};

/**
 * Opens the job queue.
 * @returns the door to it; `start` is called by the worker only
 */
export const createJobs = async (options: JobsOptions): Promise<Jobs> => {
  const { definitions, onError } = options;
  const sender = new PgBoss({ ...bossOptions(options.url, 2), supervise: false, schedule: false });
  sender.on('error', onError);
  await sender.start();
  await createQueues(sender, definitions);
  let worker: PgBoss | undefined;

  const perform = async (definition: JobDefinition, job: Job): Promise<JobResult> => {
    try {
      const context = { jobId: job.id, attempt: job.retryCount + 1, signal: job.signal };
      await definition.perform(job.data ?? {}, context);
      return { id: job.id, status: 'completed' };
    } catch (error) {
      onError(error, definition.name);
      return { id: job.id, status: 'failed', output: failureOf(error) };
    }
  };

  const runQueue = async (definition: JobDefinition): Promise<number> => {
    const jobs = await sender.fetch<object>(definition.name, { batchSize: 50 });
    for (const job of jobs) {
      const result = await perform(definition, { ...job, signal: new AbortController().signal });
      if (result.status === 'completed') await sender.complete(definition.name, job.id);
      else await sender.fail(definition.name, job.id, { ...failureOutput(result) });
    }
    return jobs.length;
  };

  return {
    enqueue: async (tx, job, data, when = {}) => {
      const id = await sender.send(job.name, checkJobData(job, data), {
        db: adapterOf(tx),
        ...(when.startAfter ? { startAfter: when.startAfter } : {}),
        ...(when.id ? { id: when.id } : {}),
      });
      return id ?? undefined;
    },
    start: async () => {
      worker = new PgBoss({
        ...bossOptions(options.url, 4),
        supervise: true,
        schedule: true,
        superviseIntervalSeconds: superviseSeconds,
        monitorIntervalSeconds: superviseSeconds,
      });
      worker.on('error', onError);
      await worker.start();
      await keepSchedules(worker, definitions);
      for (const definition of definitions) {
        await worker.work(
          definition.name,
          {
            batchSize: definition.concurrency,
            burstWhenBatchFull: definition.concurrency > 1,
            pollingIntervalSeconds: options.pollingSeconds ?? 1,
            perJobResults: true,
          },
          (jobs: Job[]) => Promise.all(jobs.map((job) => perform(definition, job))),
        );
      }
    },
    runDue: async () => {
      let total = 0;
      for (;;) {
        let round = 0;
        for (const definition of definitions) round += await runQueue(definition);
        if (round === 0) return total;
        total += round;
      }
    },
    deadLetters: () => listDeadLetters(sender.getDb()),
    redrive: (ids) => sender.redrive(deadLetterQueue, { ids: [...ids] }),
    stop: async () => {
      await worker?.stop({ graceful: true, timeout: 30_000 });
      await sender.stop({ graceful: false });
    },
  };
};

const failureOutput = (result: JobResult): object =>
  typeof result.output === 'object' && result.output !== null ? result.output : {};

const createQueues = async (boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> => {
  const there = new Set((await boss.getQueues()).map((queue) => queue.name));
  const keepDays = 24 * 3600;
  if (!there.has(deadLetterQueue))
    await boss.createQueue(deadLetterQueue, { retentionSeconds: 365 * keepDays });
  for (const { name, retry, expireInSeconds } of definitions) {
    const queue = {
      retryLimit: retry.limit,
      retryDelay: retry.delaySeconds,
      retryBackoff: true,
      retryDelayMax: retry.maximumDelaySeconds,
      expireInSeconds,
      heartbeatSeconds,
      deadLetter: deadLetterQueue,
      // A finished job says nothing that the event record does not say better.
      deleteAfterSeconds: keepDays,
    };
    await (there.has(name) ? boss.updateQueue(name, queue) : boss.createQueue(name, queue));
  }
};

const keepSchedules = async (
  boss: PgBoss,
  definitions: readonly JobDefinition[],
): Promise<void> => {
  const wanted = definitions.filter((definition) => definition.schedule);
  for (const schedule of await boss.getSchedules())
    if (!wanted.some((definition) => definition.name === schedule.name))
      await boss.unschedule(schedule.name);
  for (const { name, schedule } of wanted)
    if (schedule)
      await boss.schedule(name, schedule.cron, {}, { tz: 'Asia/Shanghai', missed: 'once' });
};

/** Names by statement, so that PostgreSQL parses pg-boss's long insert once per connection. */
const names = new Map<string, string>();

const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known) return known;
  const name = `jobs.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
};

const adapterOf = (tx: Tx) => ({
  executeSql: async (text: string, values: unknown[] = []) => ({
    rows: [...(await run<Record<string, unknown>>(tx, { name: nameOf(text), text, values }))],
  }),
});
