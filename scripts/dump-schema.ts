import { mkdtemp, chmod, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ensureDatabase,
  onDatabase,
  withClient,
} from '../src/platform/database/cluster-database.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { dumpSchema } from '../src/platform/database/schema-dump.ts';

/** Where the generated schema is kept. */
export const schemaFile = fileURLToPath(new URL('../db/schema.sql', import.meta.url));

/** The schema that all migrations make, tried on a PostgreSQL of its own. */
export const generateSchema = async (): Promise<string> => {
  const home = await mkdtemp(path.join(tmpdir(), 'huiyin-schema-'));
  await chmod(home, 0o711);
  const started = await startEmbedded(home, { shared_buffers: '32MB', fsync: 'off' });
  if (!started.ok) throw new Error(started.refusal.en);
  const { adminUrl, stop } = started.value;
  try {
    await withClient(adminUrl, (client) => ensureDatabase(client, 'huiyin'));
    const url = onDatabase(adminUrl, 'huiyin');
    const migrated = await migrate(url);
    if (!migrated.ok) throw new Error(migrated.refusal.en);
    return await dumpSchema(url);
  } finally {
    await stop();
    await rm(home, { recursive: true, force: true });
  }
};

if (process.argv[1] === import.meta.filename) await writeFile(schemaFile, await generateSchema());
