import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ensureDatabase,
  onDatabase,
  withClient,
} from '../src/platform/database/cluster-database.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';

/**
 * Runs `work` on a migrated, empty database on a PostgreSQL of its own, which is gone afterwards.
 * @param work given the address of an owner login
 */
export const withScratchDatabase = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
  const home = await mkdtemp(path.join(tmpdir(), 'huiyin-scratch-'));
  await chmod(home, 0o711);
  const started = await startEmbedded(home, { shared_buffers: '32MB', fsync: 'off' });
  if (!started.ok) throw new Error(started.refusal.en);
  const { adminUrl, stop } = started.value;
  try {
    await withClient(adminUrl, (client) => ensureDatabase(client, 'huiyin'));
    const url = onDatabase(adminUrl, 'huiyin');
    const migrated = await migrate(url);
    if (!migrated.ok) throw new Error(migrated.refusal.en);
    return await work(url);
  } finally {
    await stop();
    await rm(home, { recursive: true, force: true });
  }
};
