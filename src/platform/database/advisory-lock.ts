import { Client } from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { clientConfig } from './connection.ts';

/** Lock of the one server on an embedded database, in the database's advisory lock space. */
const serverLockKey = '720140501002';

export type AdvisoryLock = { readonly release: () => Promise<void> };

/**
 * Takes the lock that only one server may have, on a connection of its own, and takes it again
 * when that connection breaks. The connection of a killed server disappears within moments.
 * @returns the lock, or the pid that another server wrote beside its lock
 */
export const takeServerLock = async (
  adminUrl: string,
  patienceMs = 5_000,
): Promise<AdvisoryLock | { readonly heldBy: string }> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const client = new Client({
      ...clientConfig(adminUrl),
      application_name: `huiyin-server ${process.pid}`,
    });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS taken',
      [serverLockKey],
    );
    if (rows[0]?.taken) return keep(client, adminUrl);
    const heldBy = await nameHolder(client);
    await client.end();
    if (Date.now() > deadline) return { heldBy };
    await wait(200);
  }
};

const nameHolder = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name
       FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted
        AND a.application_name LIKE 'huiyin-server %'`,
  );
  return rows[0]?.name.replace('huiyin-server ', '') ?? '?';
};

const keep = (first: Client, adminUrl: string): AdvisoryLock => {
  const state: { released: boolean; again?: AdvisoryLock } = { released: false };
  const retake = async (): Promise<void> => {
    while (!state.released && state.again === undefined) {
      const again = await takeServerLock(adminUrl).catch(() => undefined);
      if (again && 'release' in again) state.again = again;
      else await wait(1_000, undefined, { ref: false });
    }
    if (state.released) await state.again?.release();
  };
  first.once('end', () => {
    if (!state.released) void retake();
  });
  return {
    release: async () => {
      state.released = true;
      await first.end().catch(() => undefined);
      await state.again?.release();
    },
  };
};
