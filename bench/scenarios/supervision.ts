import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { itemIdOf, type MustCheck } from '../../src/capabilities/supervision/index.ts';
import { clientConfig, type Database } from '../../src/platform/database/index.ts';
import { measureFeedLag } from '../../src/platform/feed/index.ts';
import { summarise } from '../load.ts';
import { Sender, signIn } from '../sender.ts';
import type { Figure, Scenario } from './scenario.ts';
import { openNight, type Night } from './supervision-night.ts';

/** So many petitions for each loaded one: a million for the hundred thousand of a whole bench. */
const factor = 10;

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

interface Opened {
  readonly id: string;
  readonly check: MustCheck;
  readonly unit: string;
  readonly copy: string;
}

/** What a first night over the copies would have opened, as the next night meets it. */
async function multiplyItems(owner: Client, deps: Parameters<typeof itemIdOf>[0]): Promise<void> {
  for (let copy = 1; copy < factor; copy += 1) {
    const { rows } = await owner.query<Opened>(
      `SELECT stream_id AS id, check_code AS check, unit_id AS unit,
              ${copied('petition_id')} AS copy
         FROM supervision_item
        WHERE petition_id IN (SELECT stream_id FROM petition_number)`,
      [String(copy)],
    );
    const copies = [
      rows.map(({ id }) => id),
      rows.map((row) => row.copy),
      rows.map((row) => itemIdOf(deps, row.check, { petitionId: row.copy, unit: row.unit })),
    ];
    const names = 'unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS n(old, petition_id, id)';
    await owner.query(
      `INSERT INTO supervision_item (stream_id, check_code, petition_id, unit_id, office_id, status,
                                     raised_at, due_on, accusation, reader_units, named, version)
       SELECT n.id, check_code, n.petition_id, unit_id, office_id, status, raised_at, due_on,
              accusation, reader_units, named, version
         FROM ${names} JOIN supervision_item i ON i.stream_id = n.old`,
      copies,
    );
    await owner.query(
      `INSERT INTO supervision_hit (stream_id, hit_key, check_code, live)
       SELECT n.id, hit_key, check_code, live
         FROM ${names} JOIN supervision_hit h ON h.stream_id = n.old AND n.petition_id IS NOT NULL`,
      copies,
    );
  }
  await owner.query('VACUUM ANALYZE supervision_item');
  await owner.query('VACUUM ANALYZE supervision_hit');
}

/** One night, in a process of its own. */
async function night(url: string): Promise<Night> {
  const child = fork(path.join(import.meta.dirname, 'supervision-night.ts'), [url], {
    execArgv: ['--import', 'tsx'],
  });
  const [told] = (await once(child, 'message')) as [Night];
  return told;
}

/** Waits until everybody who follows the feed has taken what the first night did. */
async function atRest(db: Database): Promise<void> {
  for (;;) {
    const { unplaced, consumers } = await measureFeedLag(db);
    if (Math.max(unplaced, ...Object.values(consumers)) === 0) return;
    await setTimeout(500);
  }
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

/**
 * The nightly must-checks: what a first night over the loaded petitions opens a second; then how long
 * a night over ten times as many lasts in which nothing is new, and lists meanwhile.
 */
export const supervision: Scenario = {
  name: 'supervision',
  run: async ({ program, settings }) => {
    const owner = new Client(clientConfig(program.ownerUrl));
    await owner.connect();
    const { core, end } = await openNight(program.appUrl);
    const sender = new Sender(program, await signIn(program, 'bench.head'));
    const figures: Figure[] = [];
    const add = (name: string, value: number, unit: Figure['unit']): void => {
      figures.push({ name: `supervision.${name}`, value, unit });
    };
    try {
      const first = await night(program.appUrl);
      add('opened', first.found / (first.ms / 1000), '/s');
      await atRest(core.db);
      await multiply(owner);
      await multiplyItems(owner, core.supervision);
      const second = night(program.appUrl);
      const times = await readMeanwhile(sender, second);
      const { late, ms } = await second;
      // Ten times as many steps may let one more unit be found behind its peers.
      if (late > 0) throw new Error(`a night in which nothing is new found ${late} periods`);
      add('night', ms, 'ms');
      add('list.p95', summarise(times, settings.seconds).p95, 'ms');
    } finally {
      sender.close();
      await owner.end();
      await end();
    }
    return figures;
  },
};
