import { builtInCalendar } from '../../src/kernel/calendar-years.ts';
import { addDays, localDateOf } from '../../src/kernel/local-date.ts';
import { upcast } from '../../src/capabilities/petitions/upcast.ts';
import {
  partsOf,
  stocks,
  type Part,
} from '../../src/capabilities/statistics/brute-force.test-data.ts';
import { factScope } from '../../src/capabilities/statistics/index.ts';
import { run, type Database } from '../../src/platform/database/index.ts';
import { loadStreams } from '../../src/platform/record/index.ts';
import type { Sender } from '../sender.ts';

interface Cell {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

interface Answer {
  readonly measures: readonly { readonly id: string }[];
  readonly rows: readonly { readonly key: string }[];
  readonly cells: readonly (readonly (readonly Cell[])[])[];
}

/** Each past day with the year before it. */
const daysBack = [0, 17, 41, 68, 99, 133, 180, 241, 312, 420, 555];
const page = 500;
/** Small numbers of it are not shown, so tables do not say them. */
const guarded = 'repeat-share';

const keyOf = (asOf: string, measure: string, part: string, unit: string): string =>
  [asOf, measure, part, unit].join(' ');

/** Adds what one part gives where it lies in the year that a table shows. */
function add(sums: Map<string, number>, asOf: string, from: string, part: Part): void {
  if (part.day > asOf || (!stocks.has(part.measure) && part.day < from)) return;
  for (const unit of [part.unit, 'total']) {
    const key = keyOf(asOf, part.measure, part.part, unit);
    sums.set(key, (sums.get(key) ?? 0) + part.amount);
  }
}

/** What plain loops over all raw events say, by as-of day, measure and unit. */
async function bruteForce(db: Database, today: string): Promise<Map<string, number>> {
  const calendar = builtInCalendar();
  const sums = new Map<string, number>();
  let done = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const streams = await db.withActor(factScope, 'read', async (tx) => {
      const rows = await run<{ stream_id: string }>(tx, {
        name: 'bench.streams',
        text: `SELECT stream_id FROM stream WHERE kind = 'petition' AND stream_id > $1
                ORDER BY stream_id LIMIT $2`,
        values: [after, page],
      });
      return loadStreams(
        tx,
        rows.map(({ stream_id }) => stream_id),
        ['petition'],
      );
    });
    const last = [...streams.keys()].at(-1);
    if (last === undefined) return sums;
    after = last;
    done += streams.size;
    if (done % (20 * page) === 0) process.stdout.write(`  ${done} petitions read\n`);
    for (const { streamId: id, events } of streams.values()) {
      const stream = { id, events: events.map(upcast) };
      for (const back of daysBack) {
        const asOf = addDays(today as Parameters<typeof addDays>[0], -back);
        const parts = partsOf(stream, asOf, () => calendar, back === 0);
        for (const part of parts) {
          if (part.measure !== guarded) add(sums, asOf, addDays(asOf, -365), part);
        }
      }
    }
  }
}

/** What the tables say, in the same form. */
async function fromTables(sender: Sender, today: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const { body } = await sender.get('/api/v1/measures');
  const { items } = JSON.parse(body) as {
    items: readonly { readonly id: string; readonly capability: string }[];
  };
  const ids = items
    .filter(({ capability, id }) => capability === 'petitions' && id !== guarded)
    .map(({ id }) => id);
  for (const back of daysBack) {
    const asOf = addDays(today as Parameters<typeof addDays>[0], -back);
    for (let place = 0; place < ids.length; place += 12) {
      const measures = ids.slice(place, place + 12).join(',');
      const query = `measures=${measures}&rows=unit&from=${addDays(asOf, -365)}&to=${asOf}&asOf=${asOf}`;
      const answer = await sender.get(`/api/v1/statistics/table?${query}`);
      const table = JSON.parse(answer.body) as Answer;
      table.rows.forEach(({ key }, row) => {
        table.measures.forEach(({ id }, at) => {
          const cell = table.cells[row]?.[0]?.[at];
          for (const part of ['numerator', 'denominator'] as const) {
            const amount = cell?.[part] ?? 0;
            if (amount !== 0) found.set(keyOf(asOf, id, part, key), amount);
          }
        });
      });
    }
  }
  return found;
}

/**
 * Counts every measure of petitions once more from the raw events, as known now and as of ten past
 * days, and compares with what the tables say.
 * @returns how many numbers differ
 */
export async function compareWithRecord(db: Database, sender: Sender): Promise<number> {
  const today = localDateOf(Date.now());
  const expected = await bruteForce(db, today);
  const found = await fromTables(sender, today);
  for (const [key, sum] of expected) if (sum === 0) expected.delete(key);
  const keys = new Set([...expected.keys(), ...found.keys()]);
  const differing = [...keys].filter((key) => expected.get(key) !== found.get(key));
  for (const key of differing.slice(0, 20)) {
    process.stdout.write(
      `${key}: ${expected.get(key) ?? 0} by loops, ${found.get(key) ?? 0} shown\n`,
    );
  }
  process.stdout.write(`${keys.size} numbers compared\n`);
  return differing.length;
}
