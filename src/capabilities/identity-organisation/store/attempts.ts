import { run, type Tx } from '../../../platform/database/index.ts';

export interface Attempt {
  readonly failures: number;
  readonly lastAt: Date;
  readonly lockedUntil: Date | null;
}

/** The tries under a name, locked until the end of the transaction; made when there is none. */
export const lockAttempt = async (tx: Tx, nameHash: Buffer, at: Date): Promise<Attempt> => {
  await run(tx, {
    name: 'attempt.begin',
    text: `INSERT INTO sign_in_attempt (name_hash, failures, last_at) VALUES ($1, 0, $2)
           ON CONFLICT (name_hash) DO NOTHING`,
    values: [nameHash, at],
  });
  const rows = await run<Attempt>(tx, {
    name: 'attempt.lock',
    text: `SELECT failures, last_at AS "lastAt", locked_until AS "lockedUntil"
             FROM sign_in_attempt WHERE name_hash = $1 FOR UPDATE`,
    values: [nameHash],
  });
  return rows[0] ?? { failures: 0, lastAt: at, lockedUntil: null };
};

export const putAttempt = async (tx: Tx, nameHash: Buffer, attempt: Attempt): Promise<void> => {
  await run(tx, {
    name: 'attempt.put',
    text: `UPDATE sign_in_attempt SET failures = $2, last_at = $3, locked_until = $4
            WHERE name_hash = $1`,
    values: [nameHash, attempt.failures, attempt.lastAt, attempt.lockedUntil],
  });
};

export const sweepAttempts = async (tx: Tx, before: Date): Promise<void> => {
  await run(tx, {
    name: 'attempt.sweep',
    text: 'DELETE FROM sign_in_attempt WHERE last_at < $1',
    values: [before],
  });
};
