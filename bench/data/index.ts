import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { loadOrganisation } from '../../src/capabilities/identity-organisation/index.ts';
import { composeCore, type Core } from '../../src/main/core.ts';
import { openAll } from '../../src/main/open.ts';
import { snapshotOf } from '../../src/main/organisation-snapshot.ts';
import { clientConfig, nobody } from '../../src/platform/database/index.ts';
import { seedCalendar } from '../../src/platform/calendar/index.ts';
import { actorNamed, bureaus, makeCounty } from '../county.ts';
import { environment } from '../settings.ts';
import { Batch } from './copy.ts';
import { finishFacts } from './facts.ts';
import { makePetition, type Cast } from './petition.ts';
import { addRows } from './rows.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Changes with whatever the loaded rows depend on. */
function fingerprint(size: number): string {
  const hash = createHash('sha256').update(String(size));
  const folders = ['db/migrations', 'bench/data'].map((folder) => path.join(root, folder));
  for (const folder of folders) {
    for (const name of readdirSync(folder).sort())
      hash.update(readFileSync(path.join(folder, name)));
  }
  for (const name of ['texts.ts', 'county.ts'])
    hash.update(readFileSync(path.join(root, 'bench', name)));
  return hash.digest('hex').slice(0, 12);
}

/**
 * A data directory with so many petitions in it, copied from one that was loaded once: a run
 * never measures what the run before left behind.
 * @param under folder for all bench data
 * @param write where progress is told
 * @returns the directory to start the program on
 */
export async function prepareData(
  under: string,
  size: number,
  write: (text: string) => unknown,
): Promise<string> {
  const loaded = path.join(under, `loaded-${size}-${fingerprint(size)}`);
  const running = path.join(under, 'run');
  await mkdir(under, { recursive: true, mode: 0o755 });
  if (!existsSync(loaded)) {
    for (const name of readdirSync(under)) {
      if (new RegExp(`^loaded-${size}-[0-9a-f]+$`).test(name))
        await rm(path.join(under, name), { recursive: true });
    }
    const draft = `${loaded}.new-${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await load(draft, size, write);
    await rename(draft, loaded);
  }
  await rm(running, { recursive: true, force: true });
  // cp keeps owner and mode, which PostgreSQL insists on.
  await promisify(execFile)('cp', ['-a', loaded, running]);
  return running;
}

const portion = 1000;

async function load(
  dataDir: string,
  size: number,
  write: (text: string) => unknown,
): Promise<void> {
  const opened = await openAll(environment(dataDir, 0), 'server');
  if (!opened.ok) throw new Error(opened.refusal.map(({ en }) => en).join('\n'));
  const { database, keys } = opened.value;
  const ownerUrl = database.db.ownerUrl ?? '';
  const owner = new Client(clientConfig(ownerUrl));
  try {
    await seedCalendar(database.db);
    const publicUrl = 'http://127.0.0.1';
    const core = await composeCore({ db: database.db, keys, dataDir, publicUrl });
    await makeCounty(core.identity);
    await owner.connect();
    await loadPetitions(owner, core, size, write);
    core.stop();
  } finally {
    await owner.end();
    await database.close();
  }
}

async function loadPetitions(
  owner: Client,
  core: Core,
  size: number,
  write: (text: string) => unknown,
): Promise<void> {
  const deps = core.petitions;
  const organisation = await core.db.withActor(nobody, 'read', loadOrganisation);
  const snapshot = snapshotOf(organisation);
  const named = (name: string) => actorNamed(organisation, name);
  const cast: Cast = {
    clerk: named('bench.clerk'),
    officer: named('bench.officer'),
    head: named('bench.head'),
    bureaus: bureaus.map((_, n) => ({
      handler: named(`bench.handler${n}`),
      head: named(`bench.unithead${n}`),
    })),
  };
  const { rows } = await owner.query<{ next: number }>(
    'SELECT coalesce(max(leaf_index) + 1, 0)::int AS next FROM log_leaf',
  );
  let leaf = rows[0]?.next ?? 0;
  const now = Date.now();
  let batch = new Batch();
  let writing = Promise.resolve();
  const searchIndex = await dropSearchIndex(owner);
  for (let number = 1; number <= size; number += 1) {
    const at = { number, age: 1 - number / size, now };
    const life = makePetition(deps, snapshot, cast, at);
    leaf += addRows(batch, deps, life, number, leaf);
    if (number % portion === 0 || number === size) {
      // PostgreSQL takes one portion on one core while the next is made on the other.
      await writing;
      writing = batch.write(owner);
      batch = new Batch();
      write(`\rloading ${number} of ${size} petitions`);
    }
  }
  await writing;
  write('\nindexing words …\n');
  await owner.query(searchIndex);
  await owner.query('INSERT INTO feed_cursor (consumer, leaf_index) VALUES ($1, $2)', [
    'petitions.reactions',
    leaf - 1,
  ]);
  await finishFacts(owner, leaf - 1);
  await owner.query('VACUUM ANALYZE');
  await shrinkLog(owner);
}

/** Built at once the index of words takes a tenth of the time that row by row takes. */
async function dropSearchIndex(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ definition: string }>(
    `SELECT indexdef AS definition FROM pg_indexes WHERE indexname = 'search_entry_words'`,
  );
  await owner.query('DROP INDEX search_entry_words');
  return rows[0]?.definition ?? '';
}

/** Each checkpoint keeps fewer files of the log for reuse: a copy shall not carry gigabytes of it. */
async function shrinkLog(owner: Client): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    await owner.query('SELECT pg_switch_wal()');
    await owner.query('CHECKPOINT');
  }
}
