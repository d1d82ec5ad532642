import { z } from 'zod';

/** What the sender of a job must know: its name and what its data look like. */
export type JobKind<Data> = {
  /** Unique in the program, `<capability>.<verb>`; also the name of its queue. */
  readonly name: string;
  /** Ids and codes only: a job's data lie in clear in the database (L-3). */
  readonly schema: z.ZodType<Data>;
};

/** How often and how soon a failed job runs again. */
export type JobRetry = {
  readonly limit: number;
  /** Seconds before the second attempt; doubles with each attempt, with some chance mixed in. */
  readonly delaySeconds: number;
  readonly maximumDelaySeconds: number;
};

export type JobContext = {
  readonly jobId: string;
  /** 1 at the first run. */
  readonly attempt: number;
  /** Aborted when the job ran longer than its limit or the worker stops. */
  readonly signal: AbortSignal;
};

/** A job bound to what it does. It checks its data itself, so that jobs of all kinds are alike. */
export type JobDefinition = {
  readonly name: string;
  readonly retry: JobRetry;
  readonly schedule: JobSchedule | undefined;
  /** Seconds after which a run counts as lost and the job runs again. */
  readonly expireInSeconds: number;
  /** Runs side by side in one worker. */
  readonly concurrency: number;
  /** Checks the data and runs the handler. */
  readonly perform: (data: unknown, context: JobContext) => Promise<void>;
};

/** Five cron fields, read in Asia/Shanghai; the job then runs with empty data. */
export type JobSchedule = { readonly cron: string };

const usualRetry: JobRetry = { limit: 8, delaySeconds: 5, maximumDelaySeconds: 3600 };

/**
 * Defines a job: at-least-once, so the handler must be harmless when it runs twice.
 * @param job.name see JobKind
 * @param job.schema the data; ids and codes only
 * @param job.schedule when it runs by itself
 * @param job.retry 8 attempts from 5 seconds up to an hour unless told
 * @param job.expireInSeconds 900 unless told
 * @param job.concurrency 4 unless told
 * @param job.handler what it does; throws to be run again
 */
export const defineJob = <Data>(
  job: JobKind<Data> & {
    readonly schedule?: JobSchedule;
    readonly retry?: JobRetry;
    readonly expireInSeconds?: number;
    readonly concurrency?: number;
    readonly handler: (data: Data, context: JobContext) => Promise<void>;
  },
): JobDefinition & JobKind<Data> => ({
  name: job.name,
  schema: job.schema,
  schedule: job.schedule,
  retry: job.retry ?? usualRetry,
  expireInSeconds: job.expireInSeconds ?? 900,
  concurrency: job.concurrency ?? 4,
  perform: (data, context) => job.handler(job.schema.parse(data), context),
});

const idOrCode = z.union([
  z.string().regex(/^[A-Za-z0-9:_.-]{0,120}$/),
  z.number(),
  z.boolean(),
  z.null(),
]);
const idsOnly = z.record(z.string(), z.union([idOrCode, z.array(idOrCode).max(1000)]));

/**
 * Checks what is about to lie in clear in the queue.
 * @returns the data, ready to be sent; throws on anything that could be a person's words
 */
export const checkJobData = <Data>(kind: JobKind<Data>, data: Data): Record<string, unknown> =>
  idsOnly.parse(kind.schema.parse(data) ?? {});
