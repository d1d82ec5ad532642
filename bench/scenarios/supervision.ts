import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { runMustChecks } from '../../src/capabilities/supervision/index.ts';
import { composeCore } from '../../src/main/core.ts';
import { clientConfig, createDatabase } from '../../src/platform/database/index.ts';
import { MasterKeys } from '../../src/platform/vault/index.ts';
import { summarise } from '../load.ts';
import { Sender, signIn } from '../sender.ts';
import type { Figure, Scenario } from './scenario.ts';

/** So many petitions for each loaded one: a million for the hundred thousand of a whole bench. */
const factor = 10;
const { signal } = new AbortController();

/** An id of the form that answers are checked for. */
const copied = (id: string): string =>
  `overlay(overlay(md5(${id}::text || $1) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;

/** Copies of the loaded petitions and of their clocks, under other ids: all that detection reads. */
async function multiply(owner: Client): Promise<void> {
  for (let copy = 1; copy < factor; copy += 1) {
    await owner.query(
      `INSERT INTO petition (stream_id, number, status, purpose, accusation, channel, office, holder,
                             region_code, reader_units, named, accused_units, version,
                             calendar_version, registered_at)
       SELECT ${copied('stream_id')}, number, status, purpose, accusation, channel, office,
              holder, region_code, reader_units, named, accused_units, version, calendar_version,
              registered_at
         FROM petition WHERE stream_id IN (SELECT stream_id FROM petition_number)`,
      [String(copy)],
    );
    await owner.query(
      `INSERT INTO petition_clock (stream_id, key, period, holder, started_at, due_date, due_at,
                                   provisional, stopped_at)
       SELECT ${copied('c.stream_id')}, key, period, holder, started_at, due_date, due_at,
              provisional, stopped_at
         FROM petition_clock c WHERE c.stream_id IN (SELECT stream_id FROM petition_number)`,
      [String(copy)],
    );
  }
  await owner.query('VACUUM ANALYZE petition');
  await owner.query('VACUUM ANALYZE petition_clock');
}

/** One reader of the lists, as long as some work lasts. */
async function readMeanwhile(sender: Sender, work: Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  const lasting = new AbortController();
  const end = work.finally(() => lasting.abort());
  for (let turn = 0; !lasting.signal.aborted || turn < 20; turn += 1) {
    const started = performance.now();
    await sender.get(turn % 2 === 0 ? '/api/v1/supervision-items?status=unclosed' : '/api/v1/desk');
    times.push(performance.now() - started);
  }
  await end;
  return times;
}

/** The nightly look over a million petitions: what it opens a second, how long a night lasts, lists meanwhile. */
export const supervision: Scenario = {
  name: 'supervision',
  run: async ({ program, settings }) => {
    const owner = new Client(clientConfig(program.ownerUrl));
    await owner.connect();
    const db = createDatabase({ url: program.appUrl });
    const dataDir = await mkdtemp(path.join(tmpdir(), 'huiyin-supervision-'));
    // Items of a bench are opened by nobody: any key seals what they do not contain.
    const keys = new MasterKeys(1, new Map([[1, Buffer.alloc(32, 3)]]));
    const core = await composeCore({ db, keys, dataDir, publicUrl: '' });
    const sender = new Sender(program, await signIn(program, 'bench.head'));
    const figures: Figure[] = [];
    const add = (name: string, value: number, unit: Figure['unit']): void => {
      figures.push({ name: `supervision.${name}`, value, unit });
    };
    const night = async () => {
      const started = performance.now();
      const found = await runMustChecks(core.supervision, Date.now(), signal);
      return { found, ms: performance.now() - started };
    };
    try {
      await multiply(owner);
      const first = await night();
      const opened = Object.values(first.found).reduce<number>((sum, each) => sum + each, 0);
      add('opened', opened / (first.ms / 1000), '/s');
      await owner.query('VACUUM ANALYZE supervision_item');
      await owner.query('VACUUM ANALYZE supervision_hit');
      const second = night();
      const times = await readMeanwhile(sender, second);
      add('night', (await second).ms, 'ms');
      add('list.p95', summarise(times, settings.seconds).p95, 'ms');
    } finally {
      sender.close();
      core.stop();
      await db.close();
      await owner.end();
      await rm(dataDir, { recursive: true, force: true });
    }
    return figures;
  },
};
