import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { loadOrganisation } from '../../src/capabilities/identity-organisation/index.ts';
import { countStaleThird, factConsumer } from '../../src/capabilities/statistics/index.ts';
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
  await rm(running, { recursive: true, force: true });
  if (!existsSync(loaded)) {
    for (const name of readdirSync(under)) {
      if (new RegExp(`^loaded-${size}-[0-9a-f]+(\\.new-\\d+)?$`).test(name))
        await rm(path.join(under, name), { recursive: true });
    }
    await refuseFullDisk(under, size);
    const draft = `${loaded}.new-${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await load(draft, size, write);
    await rename(draft, loaded);
  }
  // cp keeps owner and mode, which PostgreSQL insists on.
  await promisify(execFile)('cp', ['-a', loaded, running]);
  return running;
}

/** What a petition takes on the disk, loaded and once more as the copy that is measured. */
const bytesEach = 2 * 40_000;

/** PostgreSQL stops in the middle of a load when the disk is full, and says so in its own log alone. */
async function refuseFullDisk(under: string, size: number): Promise<void> {
  const { bavail, bsize } = await statfs(under);
  const [needed, free] = [size * bytesEach + 2e9, bavail * bsize].map((n) => Math.round(n / 1e9));
  if ((needed ?? 0) <= (free ?? 0)) return;
  throw new Error(
    `${size} petitions need about ${needed} GB below ${under}, and ${free} GB are free. The statistics are brought to a million from any size: leave --size out.`,
  );
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
      // A failure is thrown where it is waited for, with everything closed behind it.
      writing.catch(() => undefined);
      batch = new Batch();
      write(`\rloading ${number} of ${size} petitions`);
    }
  }
  await writing;
  write('\nindexing words …\n');
  await owner.query(searchIndex);
  for (const consumer of consumers) {
    await owner.query('INSERT INTO feed_cursor (consumer, leaf_index) VALUES ($1, $2)', [
      consumer,
      leaf - 1,
    ]);
  }
  await finishFacts(owner);
  await owner.query('VACUUM ANALYZE');
  write('counting facts ahead …\n');
  while ((await countStaleThird(core, 0)) > 0);
  await shrinkLog(owner);
}

/** Everybody who reads the feed has read what is loaded; else the worker would all through a run. */
const consumers = [
  'petitions.reactions',
  'hearings-mediation.reactions',
  'review.reactions',
  'commitments.reactions',
  'leader-letters.reactions',
  'disputes.reactions',
  factConsumer,
];

/** Built at once the index of words takes a tenth of the time that row by row takes. */
async function dropSearchIndex(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ definition: string }>(
    `SELECT indexdef AS definition FROM pg_indexes WHERE indexname = 'search_entry_words'`,
  );
  await owner.query('DROP INDEX search_entry_words');
  return rows[0]?.definition ?? '';
}

/** Files of the log that were made for the load stay until they are used: so they are, empty. */
async function shrinkLog(owner: Client): Promise<void> {
  for (let round = 0; round < 60; round += 1) {
    const { rows } = await owner.query<{ small: boolean }>(
      'SELECT sum(size) < 400e6 AS small FROM pg_ls_waldir()',
    );
    if (rows[0]?.small === true) return;
    for (let file = 0; file < 10; file += 1) {
      await owner.query("SELECT pg_logical_emit_message(true, 'bench', '')");
      await owner.query('SELECT pg_switch_wal()');
    }
    await owner.query('CHECKPOINT');
  }
}
