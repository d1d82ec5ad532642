import type { Db } from 'pg-boss';
import { z } from 'zod';
import { jobSchema } from './install.ts';

/** A job that failed for good. */
export type DeadLetter = {
  readonly id: string;
  readonly job: string;
  readonly data: unknown;
  readonly failure: unknown;
  readonly attempts: number;
  readonly since: Date;
};

const letters = z.array(
  z.object({
    id: z.string(),
    job: z
      .string()
      .nullable()
      .transform((name) => name ?? ''),
    data: z.unknown(),
    failure: z.unknown(),
    attempts: z.number(),
    since: z.date(),
  }),
);

/** Lists what lies in the dead letter queue, newest first, at most 200. */
export const listDeadLetters = async (db: Db): Promise<readonly DeadLetter[]> => {
  const { rows } = await db.executeSql(
    `SELECT id, source_name AS job, data, source_output AS failure,
            coalesce(source_retry_count, 0) + 1 AS attempts, created_on AS since
       FROM ${jobSchema}.job
      WHERE name = $1 AND state IN ('created', 'retry')
      ORDER BY created_on DESC LIMIT 200`,
    ['dead-letters'],
  );
  return letters.parse(rows);
};
