import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { addDays, localDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { composeCore, type Core } from '../../main/core.ts';
import { createDemo } from '../../main/demo/index.ts';
import { seedCalendar } from '../../platform/calendar/index.ts';
import { consumeFeed, createSequencer } from '../../platform/feed/index.ts';
import { MasterKeys } from '../../platform/vault/index.ts';
import { loadOrganisation } from '../identity-organisation/index.ts';
import {
  besideParts,
  expectAll,
  readGround,
  rowsOf,
  type Ground,
} from './brute-force-compare.test-data.ts';
import { totalKey } from './contract.ts';
import {
  catalogueOf,
  countStaleThird,
  factConsumer,
  factScope,
  freshnessOf,
  listBehind,
  publishNextMonth,
  readTable,
  rebuildFacts,
  refoldNextPage,
  refoldStreams,
  statisticsReactions,
} from './index.ts';
import { expectRecordOfWork } from './record-of-work/record.test-data.ts';
import { monthEnd } from './spans.ts';
import { readOpenMonths } from './queries/open-months.ts';

let database: TestDatabase;
let core: Core;
let directory: string;
let head: StaffActor;
let top: string;
let ground: Ground;
const now = Date.now();
const today = localDateOf(now);
const rows = <Row>(text: string): Promise<Row[]> => rowsOf<Row>(database, text);

/** Petitions that a unit may open, accusations apart. */
const readableBy = async (unitId: string): Promise<readonly string[]> =>
  (
    await rows<{ stream_id: string }>(
      `SELECT stream_id FROM petition WHERE NOT accusation AND reader_units @> ARRAY['${unitId}']
        ORDER BY 1`,
    )
  ).map(({ stream_id }) => stream_id);

const staff = (unitId: string): StaffActor => ({
  kind: 'staff',
  userId: 'reader',
  unitId,
  roles: ['office-head'],
  readingUnits: [unitId],
});

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(path.join(tmpdir(), 'huiyin-statistics-'));
  await seedCalendar(database.db);
  core = await composeCore({
    db: database.db,
    keys: new MasterKeys(1, new Map([[1, Buffer.alloc(32, 5)]])),
    dataDir: directory,
    publicUrl: 'https://huiyin.example',
  });
  const made = await createDemo({ core, now, size: 60 });
  if (!made.ok) throw new Error(made.refusal.code);
  while ((await refoldNextPage(core.statistics)) > 0);
  const organisation = await database.db.withActor(factScope, 'read', loadOrganisation);
  const [root] = organisation.regions.filter(({ parentCode }) => parentCode === null);
  top = root?.code ?? '';
  const office =
    organisation.units.find(
      ({ kind, regionCode }) => kind === 'petition-office' && regionCode === top,
    ) ?? organisation.units.find(({ kind }) => kind === 'petition-office');
  head = staff(office?.id ?? '');
  ground = await readGround({ database, core, head, now });
});
afterAll(async () => {
  core.stop();
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

const year = { from: addDays(today, -400), to: today };

describe('T-1 every measure against plain loops over the raw events', () => {
  test.each(['unit', 'channel', 'topic', 'region'] as const)(
    'T-1 by %s, as known now',
    async (dimension) => {
      await expectAll(ground, year, today, dimension);
    },
  );

  test('R-7 the demo’s past reception day is counted: nothing is proved by nothing', async () => {
    const all = await besideParts(ground, today);
    const parts = new Set(all.map(({ measure, part }) => `${measure} ${part}`));
    const missing = catalogueOf(core.statistics)
      .filter(({ capability }) => capability === 'reception-days')
      .flatMap(({ id, denominator }) => [
        `${id} numerator`,
        ...(denominator === null ? [] : [`${id} denominator`]),
      ])
      .filter((name) => !parts.has(name));
    expect(missing).toEqual([]);
  });

  test('T-1 counted months say the same as the facts they were counted from', async () => {
    while ((await countStaleThird(core.statistics, 0)) > 0);
    await expectAll(ground, year, today, 'unit');
    await expectAll(
      ground,
      { from: addDays(today, -75), to: addDays(today, -3) },
      today,
      'channel',
    );
  });

  test('T-1 what stood at past days, by thirds of months that are counted, some of which have moved', async () => {
    const spans = [41, 90, 163].map((back) => ({
      from: addDays(today, -400),
      to: addDays(today, -back),
    }));
    for (const span of spans) await expectAll(ground, span, today, 'unit');
    await rows(`INSERT INTO fact_stale (kind, what, third)
      SELECT kind, what, third FROM fact_third WHERE what = 'stock' AND hashtext(third::text) % 3 = 0
       GROUP BY 1, 2, 3 ON CONFLICT DO NOTHING`);
    for (const span of spans) await expectAll(ground, span, today, 'region');
    while ((await countStaleThird(core.statistics, 0)) > 0);
    expect(await rebuildFacts(core.statistics, 'check')).toEqual([]);
  });

  test('T-1 what stood at the end of each month is what is read as of that day', async () => {
    const query = { measures: ['open', 'overdue'], preset: 'rolling-365' as const };
    const months = await readTable(
      core.statistics,
      head,
      { ...query, rows: 'period', columns: 'channel', step: 'month' },
      now,
    );
    if (!months.ok) throw new Error(months.refusal.code);
    for (const [row, { key }] of months.value.rows.entries()) {
      if (key === totalKey || key.slice(0, 7) === today.slice(0, 7)) continue;
      const asOf = monthEnd(key as LocalDate);
      const then = await readTable(core.statistics, head, { ...query, rows: 'channel', asOf }, now);
      if (!then.ok) throw new Error(then.refusal.code);
      for (const [place, channel] of then.value.rows.entries()) {
        const column = months.value.columns.findIndex((each) => each.key === channel.key);
        const shown = months.value.cells[row]?.[column] ?? [];
        const wanted = then.value.cells[place]?.[0] ?? [];
        expect(shown.map(({ value }) => value)).toEqual(wanted.map(({ value }) => value));
      }
    }
  });

  test('T-1 as of ten past days', async () => {
    const days = ground.streams
      .flatMap(({ events }) => events.map(({ at }) => localDateOf(at)))
      .toSorted();
    for (let place = 0; place < 10; place += 1) {
      const asOf = days[Math.floor((days.length * (place + 0.5)) / 10)] ?? today;
      await expectAll(ground, { from: addDays(asOf, -90), to: asOf }, asOf, 'unit');
    }
  });
});

describe('L-5 accusations in statistics', () => {
  test('L-5 an accusation gives no fact, and nothing beside it does', async () => {
    const found = await rows<{ n: string }>(
      `SELECT count(*) AS n FROM fact f JOIN petition p ON p.stream_id = f.petition_id
        WHERE p.accusation`,
    );
    const accusations = await rows<{ n: string }>(
      'SELECT count(*) AS n FROM petition WHERE accusation',
    );
    expect(Number(accusations[0]?.n)).toBeGreaterThan(0);
    expect(Number(found[0]?.n)).toBe(0);
  });
});

describe('T-1 the list behind a number', () => {
  test('T-1 it holds as many matters as the number says, all within the reader’s rights', async () => {
    const table = await readTable(
      core.statistics,
      head,
      { measures: ['batches'], rows: 'channel', ...year },
      now,
    );
    if (!table.ok) throw new Error(table.refusal.code);
    const { rows: lines, cells } = table.value;
    for (const [row, { key }] of lines.entries()) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await listBehind(
          core.statistics,
          head,
          {
            measure: 'batches',
            part: 'numerator',
            rows: 'channel',
            row: key,
            ...year,
            limit: 7,
            ...(after === undefined ? {} : { after }),
          },
          now,
        );
        if (!page.ok) throw new Error(page.refusal.code);
        seen.push(...page.value.items.flatMap(({ petition }) => petition?.id ?? []));
        after = page.value.next ?? undefined;
      } while (after !== undefined);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeLessThanOrEqual(cells[row]?.[0]?.[0]?.numerator ?? 0);
      if (key === totalKey) expect(seen.toSorted()).toEqual(await readableBy(head.unitId));
    }
  });

  test('T-1 a unit sees its own figures alone', async () => {
    const bureau = { ...staff('housing'), roles: ['handler' as const] };
    const table = await readTable(
      core.statistics,
      bureau,
      { measures: ['batches'], rows: 'unit', ...year },
      now,
    );
    if (!table.ok) throw new Error(table.refusal.code);
    expect(table.value.rows.map(({ key }) => key)).toEqual(['housing', totalKey]);
  });
});

test('S-7 a leader’s record of work is what plain rows say, and a county sees what it did', async () => {
  await expectRecordOfWork(ground, year);
});

describe('aggregates of ten or more', () => {
  test('T-1 totals by level and repeats are hidden below ten, and so is their list', async () => {
    const query = {
      measures: ['batches'],
      rows: 'repeat' as const,
      columns: 'channel' as const,
      ...year,
    };
    const table = await readTable(core.statistics, head, query, now);
    if (!table.ok) throw new Error(table.refusal.code);
    const shown = table.value.cells.flat(2).filter(({ hidden }) => !hidden);
    expect(shown.every(({ numerator }) => numerator === 0 || (numerator ?? 0) >= 10)).toBe(true);
    const row = table.value.cells.findIndex((line) => line[0]?.[0]?.hidden === true);
    const behind = await listBehind(
      core.statistics,
      head,
      {
        measure: 'batches',
        part: 'numerator',
        rows: 'repeat',
        columns: 'channel',
        row: table.value.rows[row]?.key,
        column: table.value.columns[0]?.key,
        ...year,
        limit: 10,
      },
      now,
    );
    expect(behind).toMatchObject({ ok: false, refusal: { code: 'aggregate-too-small' } });
  });
});

describe('L-1 facts are made again from the record', () => {
  test('L-1 a check finds what was changed, and rebuilding mends it', async () => {
    expect(await rebuildFacts(core.statistics, 'check')).toEqual([]);
    await rows(
      `UPDATE fact SET value = value + 1 WHERE ctid = (SELECT min(ctid) FROM fact WHERE kind = 'registered')`,
    );
    await rows(
      `UPDATE fact_third SET facts = facts + 1 WHERE kind = 'open' AND dimension = '' AND side = 'region'`,
    );
    const faults = await rebuildFacts(core.statistics, 'check');
    expect(new Set(faults.map(({ what }) => what))).toEqual(new Set(['facts']));
    expect(faults.length).toBeGreaterThanOrEqual(2);
    await rebuildFacts(core.statistics, 'write');
    while ((await countStaleThird(core.statistics, 0)) > 0);
    expect(await rebuildFacts(core.statistics, 'check')).toEqual([]);
    // Everything is folded, counted and compared three times over.
  }, 90_000);

  test('T-1 there is something to prove of every capability', async () => {
    const kinds = await rows<{ kind: string }>('SELECT DISTINCT kind FROM fact ORDER BY 1');
    const seen = kinds.map(({ kind }) => kind);
    expect(seen).toEqual(
      expect.arrayContaining([
        'review-asked',
        'review-closed',
        'hearing',
        'mediation',
        'rated-unit',
        'commitment-made',
        'commitment-due',
        'commitment-fulfilled',
        'letter-laid',
        'letter-instruction',
        'backlog-case',
        'home-visit-ended',
      ]),
    );
  });

  test('T-1 the feed alone brings every fact, also when a batch comes twice', async () => {
    await rows('DELETE FROM fact');
    const onError = (error: unknown): never => {
      throw error;
    };
    const sequencer = createSequencer({ db: database.db, onError });
    while ((await sequencer.step()) > 0);
    const handle = statisticsReactions(core.statistics);
    const facts = consumeFeed({
      db: database.db,
      consumers: {
        [factConsumer]: async (batch) => {
          await handle(batch);
          await handle(batch);
        },
      },
      onError,
    });
    expect((await freshnessOf(core.statistics, now)).behind).toBeGreaterThan(0);
    while ((await facts.step()) > 0);
    expect(await rebuildFacts(core.statistics, 'check')).toEqual([]);
    expect(await freshnessOf(core.statistics, now + 1000)).toMatchObject({ behind: 0, seconds: 0 });
  });

  test('T-1 folding a stream twice changes nothing', async () => {
    const ids = ground.streams.map(({ id }) => id);
    const changed = await database.db.withActor(factScope, 'write', (tx) =>
      refoldStreams(tx, core.statistics, ids),
    );
    expect(changed).toBe(0);
  });
});

describe('T-2 open figures', () => {
  const publish = (at: number): Promise<number> =>
    publishNextMonth(core.statistics, head.unitId, at, 0);

  test('T-2 closed months are published once and never change, and no number in them is below ten', async () => {
    while ((await publish(Date.now())) > 0);
    const months = await readOpenMonths(core.statistics, top, 24);
    expect(months.length).toBeGreaterThan(2);
    expect(months.every(({ month }) => month < `${today.slice(0, 7)}-01`)).toBe(true);
    const cells = months.flatMap(({ sections }) => sections.flatMap(({ table }) => table.cells));
    const shown = cells.flat(2).filter(({ hidden }) => !hidden);
    const counts = shown.map(({ numerator, denominator }) => denominator ?? numerator ?? 0);
    expect(shown.length).toBeGreaterThan(0);
    expect(counts.every((count) => count === 0 || count >= 10)).toBe(true);
    expect(cells.flat(2).some(({ hidden }) => hidden)).toBe(true);

    await rows(
      `UPDATE fact SET known_to = known_from WHERE kind = 'registered' AND known_to = 'infinity'`,
    );
    await publish(Date.now() + 32 * 86_400_000);
    const later = await readOpenMonths(core.statistics, top, 24);
    expect(later.slice(-months.length)).toEqual(months);
    await expect(rows('SELECT 1 FROM open_month')).resolves.toHaveLength(later.length);
    await rebuildFacts(core.statistics, 'write');
  });

  test('T-2 nothing is published while facts are being brought in', async () => {
    await rows('DELETE FROM open_month');
    expect(await publishNextMonth(core.statistics, head.unitId, Date.now(), 3600)).toBe(0);
  });
});
