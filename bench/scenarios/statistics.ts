import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { addDays, localDateOf } from '../../src/kernel/local-date.ts';
import { countStaleThird, factConsumer } from '../../src/capabilities/statistics/index.ts';
import { clientConfig, createDatabase, type Database } from '../../src/platform/database/index.ts';
import { markThirds } from '../data/facts.ts';
import { summarise } from '../load.ts';
import { Sender, signIn } from '../sender.ts';
import { compareWithRecord } from './statistics-check.ts';
import { measureRegistration } from './registration.ts';
import type { Figure, Ground, Scenario } from './scenario.ts';

/** As many petitions as the facts are brought up to. */
const many = 1_000_000;

const main = 'batches,persons,timely-triage,timely-acceptance,on-time-conclusion,open,overdue';
const rates = 'days-per-case,redo-share,participation,satisfaction-office,satisfaction-unit';

/** What a dashboard asks, one after the other: tiles beside the year before, charts with tables. */
const dashboards: readonly string[] = [
  `measures=${main}&preset=month&compare=mom`,
  `measures=${main}&preset=year`,
  `measures=${main}&preset=year&compare=yoy`,
  'measures=batches,concluded&rows=period&preset=year&compare=yoy',
  'measures=open,overdue&rows=period&preset=rolling-365',
  `measures=${rates}&preset=year`,
  'measures=batches,on-time-conclusion&rows=unit&preset=quarter',
  'measures=batches&rows=topic&preset=rolling-365',
  'measures=overdue,open&rows=unit&preset=year',
  'measures=batches,open,overdue&rows=region&preset=year',
];

const freeTables: readonly string[] = [
  'measures=batches,persons,concluded,on-time-conclusion&rows=unit&columns=period&step=week&preset=year',
  'measures=batches,days-per-case&rows=topic&columns=channel&preset=rolling-365&compare=yoy',
  'measures=timely-acceptance,resolved-first&rows=unit&columns=channel&preset=year',
  'measures=open,overdue&rows=unit&columns=period&preset=year&compare=yoy',
  'measures=open,overdue&rows=topic&columns=channel&preset=year',
];

const say = (text: string): boolean => process.stdout.write(`  ${text}\n`);

/**
 * Brings the facts up to a million petitions: copies of the loaded ones under other ids and other
 * codes, 50 variants of each combination. Without indexes, which are made at once afterwards: row by
 * row they take ten times as long.
 */
async function multiply(owner: Client, size: number): Promise<void> {
  const factor = Math.max(1, Math.round(many / size));
  const [id, dims] = [
    'dims_id # (v::bigint << 8)',
    `region || v, office, unit || (v % 20), channel,
    topic || '.' || v, purpose, visit, "repeat", leader`,
  ];
  await owner.query(
    `INSERT INTO fact_dims SELECT ${id}, ${dims} FROM fact_dims, generate_series(1, 50) v
     ON CONFLICT DO NOTHING`,
  );
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
      WHERE tablename = 'fact' AND indexname <> 'fact_pkey'`,
  );
  await owner.query('ALTER TABLE fact DROP CONSTRAINT fact_pkey');
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`);
  await owner.query('CREATE TEMP TABLE loaded AS SELECT * FROM fact');
  const steps = Math.min(10, factor - 1);
  for (let step = 0; step < steps; step += 1) {
    const copies = Array.from({ length: factor - 1 }, (_, k) => k + 1);
    await owner.query(
      `INSERT INTO fact (stream_id, kind, fact_key, known_from, known_to, day, value, detail, dims_id,
                         petition_id)
       SELECT md5(stream_id::text || k)::uuid, kind, fact_key, known_from, known_to, day, value,
              detail, dims_id # ((1 + abs((k + hashtext(stream_id::text)::bigint) % 50)) << 8),
              petition_id
         FROM loaded, unnest($1::int[]) k`,
      [copies.filter((k) => k % steps === step)],
    );
    say(`facts of ${Math.round(((step + 1) / steps) * many).toLocaleString('en')} petitions`);
  }
  await owner.query('DROP TABLE loaded');
  await owner.query(`SET maintenance_work_mem = '1GB'`);
  say('indexes …');
  await owner.query('ALTER TABLE fact ADD PRIMARY KEY (stream_id, kind, fact_key, known_from)');
  for (const { definition } of indexes) await owner.query(definition);
  await markThirds(owner);
  await owner.query('VACUUM ANALYZE fact');
  await owner.query('VACUUM ANALYZE fact_dims');
}

/** Counts ahead what the copies have moved, as the worker does in its quiet seconds. */
async function countAhead(db: Database, owner: Client): Promise<number> {
  const { rows } = await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM fact_stale');
  const all = rows[0]?.n ?? 0;
  const started = performance.now();
  for (let done = 0; (await countStaleThird({ db }, 0)) > 0; done += 1) {
    if (done % 100 === 99) say(`${done + 1} of ${all} thirds of months counted`);
  }
  const each = (performance.now() - started) / Math.max(1, all);
  await owner.query('VACUUM ANALYZE fact_third');
  return each;
}

/** One reader who asks one thing after the other. */
async function ask(
  sender: Sender,
  queries: readonly string[],
  seconds: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const query of queries) await sender.get(`/api/v1/statistics/table?${query}`);
  const end = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < end || turn < queries.length; turn += 1) {
    const started = performance.now();
    await sender.get(`/api/v1/statistics/table?${queries[turn % queries.length]}`);
    times.push(performance.now() - started);
  }
  return times;
}

/**
 * Registrations without facts behind them, with, and without once more: a machine that grows slower
 * meanwhile favours neither. Without, their reader is told that it has read everything.
 */
async function registrations(ground: Ground, owner: Client, head: string) {
  const clerk = await signIn(ground.program, 'bench.clerk');
  const one = async (): Promise<number> => {
    const figures = await measureRegistration(ground, 'staff', '/api/v1/registrations', clerk);
    return figures.find(({ name }) => name === 'registration.staff')?.value ?? 0;
  };
  const sender = new Sender(ground.program, head);
  const cursor = 'UPDATE feed_cursor SET leaf_index = $2 WHERE consumer = $1';
  const without = async (): Promise<number> => {
    const { rows } = await owner.query<{ leaf_index: number }>(
      'SELECT leaf_index FROM feed_cursor WHERE consumer = $1',
      [factConsumer],
    );
    await owner.query(cursor, [factConsumer, 2 ** 50]);
    const reached = await one();
    await owner.query(cursor, [factConsumer, rows[0]?.leaf_index ?? 0]);
    say(`${reached.toFixed(0)} registrations a second without facts; catching up …`);
    while ((await lagOf(sender)) >= 1) await wait(500);
    return reached;
  };
  const before = await without();
  const lags: number[] = [];
  const measured = new AbortController();
  const watching = (async () => {
    while (!measured.signal.aborted) {
      lags.push((await lagOf(sender)) * 1000);
      await wait(500);
    }
  })();
  const reached = await one();
  measured.abort();
  await watching;
  say(`${reached.toFixed(0)} registrations a second with facts behind them`);
  while ((await lagOf(sender)) >= 1) await wait(500);
  const after = await without();
  sender.close();
  return { without: (before + after) / 2, reached, lag: summarise(lags, 1).p95 };
}

async function lagOf(sender: Sender): Promise<number> {
  const { body } = await sender.get('/api/v1/statistics/table?measures=batches&preset=day');
  return (JSON.parse(body) as { freshness: { seconds: number } }).freshness.seconds;
}

/** Dashboards, free tables and past days over a million petitions; registration with facts behind. */
export const statistics: Scenario = {
  name: 'statistics',
  run: async (ground) => {
    const { program, settings } = ground;
    const head = await signIn(program, 'bench.head');
    const figures: Figure[] = [];
    const add = (name: string, value: number, unit: Figure['unit']): void => {
      figures.push({ name: `statistics.${name}`, value, unit });
    };
    const db = createDatabase({ url: program.appUrl });
    const owner = new Client(clientConfig(program.ownerUrl));
    await owner.connect();
    const sender = new Sender(program, head);
    try {
      if (settings.check) {
        say('every number once more from the raw events …');
        add('check.differences', await compareWithRecord(db, sender), '×');
      }
      await multiply(owner, settings.size);
      add('count-third', await countAhead(db, owner), 'ms');
      const p95 = async (name: string, queries: readonly string[]): Promise<void> => {
        say(`${name} …`);
        const times = await ask(sender, queries, settings.seconds);
        add(`${name}.p95`, summarise(times, settings.seconds).p95, 'ms');
      };
      await p95('dashboard', dashboards);
      await p95('free-table', freeTables);
      const asOf = addDays(localDateOf(Date.now()), -200);
      const past = [...dashboards, ...freeTables].map((query) => `${query}&asOf=${asOf}`);
      await p95('past-day', past);
      const { without, reached, lag } = await registrations(ground, owner, head);
      add('registration.of-without', without === 0 ? 0 : reached / without, '×');
      add('registration', reached, '/s');
      add('lag.p95', lag, 'ms');
    } finally {
      sender.close();
      await owner.end();
      await db.close();
    }
    return figures;
  },
};
