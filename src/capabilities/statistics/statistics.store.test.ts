import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { addDays, localDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { seedCalendar } from '../../platform/calendar/index.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { consumeFeed, createSequencer } from '../../platform/feed/index.ts';
import { MasterKeys } from '../../platform/vault/index.ts';
import { composeCore, type Core } from '../../main/core.ts';
import { createDemo } from '../../main/demo/index.ts';
import { loadOrganisation } from '../identity-organisation/index.ts';
import type { RecordedPetitionEvent } from '../petitions/events.ts';
import { upcast } from '../petitions/upcast.ts';
import { upcast as upcastProceeding } from '../hearings-mediation/upcast.ts';
import type { RecordedReviewEvent } from '../review/events.ts';
import { loadStreams, type WholeStream } from '../../platform/record/index.ts';
import { partsOf, stocks, type Part, type RawStream } from './brute-force.test-data.ts';
import { partsOfProceeding, partsOfReview } from './brute-force-beside.test-data.ts';
import { partsOfReception, receptionKinds } from './brute-force-reception.test-data.ts';
import { noneKey, totalKey, type Table } from './contract.ts';
import {
  catalogueOf,
  countStaleMonth,
  factConsumer,
  factScope,
  freshnessOf,
  listBehind,
  publicTable,
  readTable,
  rebuildFacts,
  refoldNextPage,
  refoldStreams,
  statisticsReactions,
} from './index.ts';

let database: TestDatabase;
let core: Core;
let directory: string;
let head: StaffActor;
let top: string;
let streams: readonly RawStream[];
const now = Date.now();
const today = localDateOf(now);

const rows = <Row>(text: string): Promise<Row[]> =>
  withClient(database.ownerUrl, async (client) => (await client.query(text)).rows as Row[]);

/** Every stream of some kinds, as the record has it. */
async function readRaw(...kinds: readonly string[]): Promise<readonly WholeStream[]> {
  const ids = await rows<{ stream_id: string }>('SELECT stream_id FROM stream ORDER BY 1');
  const all = ids.map(({ stream_id }) => stream_id);
  const read = database.db.withActor(factScope, 'read', (tx) => loadStreams(tx, all, kinds));
  return [...(await read).values()];
}

const readStreams = async (): Promise<readonly RawStream[]> =>
  (await readRaw('petition')).map(({ streamId, events }) => ({
    id: streamId,
    events: events.map((event): RecordedPetitionEvent => upcast(event)),
  }));

/** What records beside petitions give, those beside accusations left out. */
async function besideParts(asOf: LocalDate): Promise<readonly Part[]> {
  const calendar = core.statistics.calendar;
  const accusations = new Set(
    (await rows<{ id: string }>('SELECT stream_id AS id FROM petition WHERE accusation')).map(
      ({ id }) => id,
    ),
  );
  const whole = await readRaw('review', 'hearing', 'mediation');
  const received = (await readRaw(...receptionKinds)).flatMap((stream) =>
    partsOfReception(stream, asOf, asOf === today),
  );
  const beside = whole.flatMap(({ streamId, kind, events }) => {
    const about: unknown = Reflect.get(events[0]?.data ?? {}, 'petitionId');
    const matter = streams.find(({ id }) => id === about);
    const registered = localDateOf(matter?.events[0]?.at ?? now);
    // The demo tells of mediations before their matters are registered: nobody knew of them then.
    if (accusations.has(matter?.id ?? '') || registered > asOf) return [];
    const parts =
      kind === 'review'
        ? partsOfReview(
            streamId,
            events as unknown as readonly RecordedReviewEvent[],
            asOf,
            calendar,
            asOf === today,
          )
        : partsOfProceeding(events.map(upcastProceeding), asOf);
    return parts;
  });
  return [...beside, ...received].map((part) => ({
    ...part,
    region: '',
    channel: '',
    topic: '',
  }));
}

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
  streams = await readStreams();
});
afterAll(async () => {
  core.stop();
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

/** What the brute force says, in the form in which tables say it. */
function expected(
  parts: readonly Part[],
  measure: string,
  part: Part['part'],
  span: { readonly from: string; readonly to: string },
  keyOf: (part: Part) => string,
): Record<string, number> {
  const sums: Record<string, number> = { [totalKey]: 0 };
  for (const each of parts) {
    if (each.measure !== measure || each.part !== part || each.day > span.to) continue;
    if (!stocks.has(measure) && each.day < span.from) continue;
    const key = keyOf(each);
    sums[key] = (sums[key] ?? 0) + each.amount;
    sums[totalKey] = (sums[totalKey] ?? 0) + each.amount;
  }
  return sums;
}

/** The cells of one measure by row, without those in which there is nothing. */
function told(table: Table, place: number, part: 'numerator' | 'denominator') {
  return Object.fromEntries(
    table.rows.flatMap(({ key }, row) => {
      const amount = table.cells[row]?.[0]?.[place]?.[part] ?? null;
      return amount === null || (amount === 0 && key !== totalKey) ? [] : [[key, amount]];
    }),
  );
}

const without = (sums: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(sums).filter(([key, sum]) => sum !== 0 || key === totalKey));

/** Measures whose brute force is here; those of later capabilities are proved beside their facts. */
const proved = ['petitions', 'review', 'hearings-mediation', 'reception-days'];

const counted = (dimension: string) =>
  catalogueOf(core.statistics).filter(({ capability }) =>
    dimension === 'unit' ? proved.includes(capability) : capability === 'petitions',
  );

/** Compares every measure along one dimension. */
async function expectAll(
  span: { readonly from: LocalDate; readonly to: LocalDate },
  asOf: LocalDate,
  dimension: 'unit' | 'channel' | 'topic' | 'region',
): Promise<void> {
  const calendar = core.statistics.calendar;
  const partsAt = (day: LocalDate): readonly Part[] =>
    streams.flatMap((stream) => partsOf(stream, day, calendar, day === today));
  const parts = [...partsAt(asOf), ...(await besideParts(asOf))];
  // What stands at the end of a period is known at that end.
  const atEnd = span.to < asOf ? partsAt(span.to) : parts;
  const measures = counted(dimension).filter(({ id }) => id !== 'repeat-share');
  for (let place = 0; place < measures.length; place += 12) {
    const page = measures.slice(place, place + 12);
    const read = await readTable(
      core.statistics,
      head,
      { measures: page.map(({ id }) => id), rows: dimension, ...span, asOf },
      now,
    );
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    const table = read.value;
    page.forEach(({ id, denominator }, at) => {
      for (const part of ['numerator', 'denominator'] as const) {
        if (part === 'denominator' && denominator === null) continue;
        const known = stocks.has(id) ? atEnd : parts;
        const wanted = expected(known, id, part, span, (each) => keyAlong(table, each, dimension));
        expect([id, part, asOf, told(table, at, part)]).toEqual([id, part, asOf, without(wanted)]);
      }
    });
  }
}

/** Trees are shown one step at a time: everything that lies under a line stands on it. */
function keyAlong(table: Table, part: Part, dimension: 'unit' | 'channel' | 'topic' | 'region') {
  if (dimension === 'unit' || dimension === 'channel') return part[dimension];
  const parents = dimension === 'region' ? regionParents : topicParents;
  const lines = new Set(table.rows.map(({ key }) => key));
  for (
    let code: string | undefined = part[dimension];
    code !== undefined;
    code = parents.get(code)
  ) {
    if (lines.has(code)) return code;
  }
  return noneKey;
}

const regionParents = new Map<string, string>();
const topicParents = new Map<string, string>();
beforeAll(async () => {
  const organisation = await database.db.withActor(factScope, 'read', loadOrganisation);
  for (const { code, parentCode } of organisation.regions) {
    if (parentCode !== null) regionParents.set(code, parentCode);
  }
  for (const { code, parentCode } of organisation.categories) {
    if (parentCode !== null) topicParents.set(code, parentCode);
  }
});

const year = { from: addDays(today, -400), to: today };

describe('T-1 every measure against plain loops over the raw events', () => {
  test.each(['unit', 'channel', 'topic', 'region'] as const)(
    'T-1 by %s, as known now',
    async (dimension) => {
      await expectAll(year, today, dimension);
    },
  );

  test('R-7 the demo’s past reception day is counted: nothing is proved by nothing', async () => {
    const all = await besideParts(today);
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
    while ((await countStaleMonth(core.statistics, 0)) > 0);
    await expectAll(year, today, 'unit');
    await expectAll({ from: addDays(today, -75), to: addDays(today, -3) }, today, 'channel');
  });

  test('T-1 as of ten past days', async () => {
    const days = streams
      .flatMap(({ events }) => events.map(({ at }) => localDateOf(at)))
      .toSorted();
    for (let place = 0; place < 10; place += 1) {
      const asOf = days[Math.floor((days.length * (place + 0.5)) / 10)] ?? today;
      await expectAll({ from: addDays(asOf, -90), to: asOf }, asOf, 'unit');
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
        seen.push(...page.value.items.map(({ petition }) => petition.id));
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

  test('T-2 the public sees no cell with fewer than ten behind it', async () => {
    const table = await publicTable(
      core.statistics,
      { kind: 'region', code: top },
      { measures: ['batches', 'timely-acceptance'], rows: 'unit', ...year },
      now,
    );
    if (!table.ok) throw new Error(table.refusal.code);
    const shown = table.value.cells.flat(2).filter(({ hidden }) => !hidden);
    const behind = shown.map(({ numerator, denominator }) => denominator ?? numerator ?? 0);
    expect(behind.every((count) => count === 0 || count >= 10)).toBe(true);
    expect(table.value.cells.flat(2).some(({ hidden }) => hidden)).toBe(true);
  });
});

describe('L-1 facts are made again from the record', () => {
  test('L-1 a check finds what was changed, and rebuilding mends it', async () => {
    expect(await rebuildFacts(core.statistics, 'check')).toEqual([]);
    await rows(
      `UPDATE fact SET value = value + 1 WHERE ctid = (SELECT min(ctid) FROM fact WHERE kind = 'registered')`,
    );
    await rows(
      `UPDATE fact_month SET facts = facts + 1 WHERE kind = 'open' AND dimension = '' AND side = 'region'`,
    );
    const faults = await rebuildFacts(core.statistics, 'check');
    expect(new Set(faults.map(({ what }) => what))).toEqual(new Set(['facts']));
    expect(faults.length).toBeGreaterThanOrEqual(2);
    await rebuildFacts(core.statistics, 'write');
    while ((await countStaleMonth(core.statistics, 0)) > 0);
    expect(await rebuildFacts(core.statistics, 'check')).toEqual([]);
  });

  test('T-1 there is something to prove of every capability', async () => {
    const kinds = await rows<{ kind: string }>('SELECT DISTINCT kind FROM fact ORDER BY 1');
    const seen = kinds.map(({ kind }) => kind);
    for (const kind of ['review-asked', 'review-closed', 'hearing', 'mediation', 'rated-unit']) {
      expect(seen).toContain(kind);
    }
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
      consumer: factConsumer,
      handle: async (batch) => {
        await handle(batch);
        await handle(batch);
      },
      onError,
    });
    expect((await freshnessOf(core.statistics, now)).behind).toBeGreaterThan(0);
    while ((await facts.step()) > 0);
    expect(await rebuildFacts(core.statistics, 'check')).toEqual([]);
    expect(await freshnessOf(core.statistics, now + 1000)).toMatchObject({ behind: 0, seconds: 0 });
  });

  test('T-1 folding a stream twice changes nothing', async () => {
    const ids = streams.map(({ id }) => id);
    const changed = await database.db.withActor(factScope, 'write', (tx) =>
      refoldStreams(tx, core.statistics, ids),
    );
    expect(changed).toBe(0);
  });
});
