import { Client } from 'pg';
import { addDays, localDateOf } from '../../src/kernel/local-date.ts';
import { countStaleThird, factConsumer } from '../../src/capabilities/statistics/index.ts';
import { clientConfig, createDatabase } from '../../src/platform/database/index.ts';
import { summarise } from '../load.ts';
import { Sender, signIn } from '../sender.ts';
import { compareWithRecord } from './statistics-check.ts';
import { measureRegistration } from './registration.ts';
import type { Figure, Ground, Scenario } from './scenario.ts';

/** As many petitions as the facts are brought up to. */
const many = 1_000_000;

const main = 'batches,persons,timely-triage,timely-acceptance,on-time-conclusion,open,overdue';
const rates = 'days-per-case,redo-share,participation,satisfaction-office,satisfaction-unit';

/** What a dashboard asks, one after the other. */
const dashboards: readonly string[] = [
  `measures=${main}&preset=month&compare=mom`,
  `measures=${main}&preset=year`,
  'measures=batches,concluded&rows=period&preset=year&compare=yoy',
  `measures=${rates}&preset=year`,
  'measures=batches,on-time-conclusion&rows=unit&preset=quarter',
  'measures=batches&rows=topic&preset=rolling-365',
  'measures=batches,open,overdue&rows=region&preset=year',
];

const freeTables: readonly string[] = [
  'measures=batches,persons,concluded,on-time-conclusion&rows=unit&columns=period&step=week&preset=year',
  'measures=batches,days-per-case&rows=topic&columns=channel&preset=rolling-365&compare=yoy',
  'measures=timely-acceptance,resolved-first&rows=unit&columns=channel&preset=year',
];

/**
 * Brings the facts up to a million petitions: copies of the loaded ones under other ids and other
 * codes, 50 variants of each combination.
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
  await owner.query(
    `INSERT INTO fact (stream_id, kind, fact_key, known_from, known_to, day, value, detail, dims_id,
                       petition_id)
     SELECT md5(stream_id::text || k)::uuid, kind, fact_key, known_from, known_to, day, value,
            detail, dims_id # ((1 + abs((k + hashtext(stream_id::text)::bigint) % 50)) << 8),
            petition_id
       FROM fact, generate_series(1, $1::int) k`,
    [factor - 1],
  );
  await owner.query(
    `INSERT INTO fact_stale (kind, month) SELECT DISTINCT kind, date_trunc('month', day::timestamp)::date
       FROM fact ON CONFLICT DO NOTHING`,
  );
  await owner.query('VACUUM ANALYZE fact');
  await owner.query('VACUUM ANALYZE fact_dims');
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

/** Registrations with and without facts behind them; without, their reader is told it has read all. */
async function registrations(ground: Ground, owner: Client, head: string) {
  const clerk = await signIn(ground.program, 'bench.clerk');
  const one = async (): Promise<number> => {
    const figures = await measureRegistration(ground, 'staff', '/api/v1/registrations', clerk);
    return figures.find(({ name }) => name === 'registration.staff')?.value ?? 0;
  };
  const cursor = 'UPDATE feed_cursor SET leaf_index = $2 WHERE consumer = $1';
  const { rows } = await owner.query<{ leaf_index: number }>(
    'SELECT leaf_index FROM feed_cursor WHERE consumer = $1',
    [factConsumer],
  );
  await owner.query(cursor, [factConsumer, 2 ** 50]);
  const without = await one();
  await owner.query(cursor, [factConsumer, rows[0]?.leaf_index ?? 0]);
  const lags: number[] = [];
  const sender = new Sender(ground.program, head);
  // What was registered meanwhile is caught up with first.
  for (;;) {
    const seconds = await lagOf(sender);
    if (seconds < 1) break;
  }
  const measured = new AbortController();
  const watching = (async () => {
    while (!measured.signal.aborted) {
      lags.push((await lagOf(sender)) * 1000);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  const reached = await one();
  measured.abort();
  await watching;
  sender.close();
  return { without, reached, lag: summarise(lags, 1).p95 };
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
    try {
      const sender = new Sender(program, head);
      if (settings.check) {
        add('check.differences', await compareWithRecord(db, sender), '×');
      }
      const { without, reached, lag } = await registrations(ground, owner, head);
      add('registration.of-without', without === 0 ? 0 : reached / without, '×');
      add('registration', reached, '/s');
      add('lag.p95', lag, 'ms');
      await multiply(owner, settings.size);
      const counting = performance.now();
      let thirds = 0;
      while ((await countStaleThird({ db }, 0)) > 0) thirds += 1;
      add('count-third', (performance.now() - counting) / Math.max(1, thirds), 'ms');
      const p95 = async (queries: readonly string[]): Promise<number> =>
        summarise(await ask(sender, queries, settings.seconds), settings.seconds).p95;
      add('dashboard.p95', await p95(dashboards), 'ms');
      add('free-table.p95', await p95(freeTables), 'ms');
      const asOf = addDays(localDateOf(Date.now()), -200);
      const past = [...dashboards, ...freeTables].map((query) => `${query}&asOf=${asOf}`);
      add('past-day.p95', await p95(past), 'ms');
      sender.close();
    } finally {
      await owner.end();
      await db.close();
    }
    return figures;
  },
};
