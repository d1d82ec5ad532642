import { expect } from 'vitest';
import type { TestDatabase } from '../../../test/harness/database.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { localDateOf, type LocalDate } from '../../kernel/local-date.ts';
import type { Core } from '../../main/core.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { loadStreams, type WholeStream } from '../../platform/record/index.ts';
import type { RecordedPromiseEvent } from '../case-sponsorship/public-promises/events.ts';
import type { RecordedMeetingEvent } from '../case-sponsorship/meetings/events.ts';
import type { RecordedWayEvent } from '../case-sponsorship/ways-out/events.ts';
import type { RecordedBacklogEvent } from '../case-sponsorship/events.ts';
import type { RecordedSponsoredEvent } from '../case-sponsorship/sponsored/events.ts';
import type { RecordedVisitEvent } from '../case-sponsorship/visits/events.ts';
import { upcast as upcastCommitment } from '../commitments/upcast.ts';
import { upcast as upcastProceeding } from '../hearings-mediation/upcast.ts';
import { loadOrganisation } from '../identity-organisation/index.ts';
import type { RecordedLetterEvent } from '../leader-letters/events.ts';
import type { RecordedPetitionEvent } from '../petitions/events.ts';
import { upcast } from '../petitions/upcast.ts';
import type { RecordedReviewEvent } from '../review/events.ts';
import {
  partsOfBacklog,
  partsOfCommitment,
  partsOfLetter,
  partsOfProceeding,
  partsOfReview,
} from './brute-force-beside.test-data.ts';
import { partsOfMeeting, partsOfWay } from './brute-force-meetings.test-data.ts';
import { partsOfPromise } from './brute-force-promises.test-data.ts';
import { partsOfReception, receptionKinds } from './brute-force-reception.test-data.ts';
import { partsOfSponsored } from './brute-force-sponsored.test-data.ts';
import { partsOfVisit } from './brute-force-visits.test-data.ts';
import { partsOf, stocks, type Part, type RawStream } from './brute-force.test-data.ts';
import { noneKey, totalKey, type Table } from './contract.ts';
import { catalogueOf, factScope, readTable } from './index.ts';

/** A county whose tables are held against its raw record. */
export interface Ground {
  readonly database: TestDatabase;
  readonly core: Core;
  /** Who reads the tables. */
  readonly head: StaffActor;
  readonly now: number;
  readonly streams: readonly RawStream[];
  readonly parents: Readonly<Record<'region' | 'topic', ReadonlyMap<string, string>>>;
}

export const rowsOf = <Row>({ ownerUrl }: TestDatabase, text: string): Promise<Row[]> =>
  withClient(ownerUrl, async (client) => (await client.query(text)).rows as Row[]);

/** Every stream of some kinds, as the record has it. */
async function readRaw(
  database: TestDatabase,
  ...kinds: readonly string[]
): Promise<readonly WholeStream[]> {
  const text = 'SELECT stream_id FROM stream ORDER BY 1';
  const ids = await rowsOf<{ stream_id: string }>(database, text);
  const all = ids.map(({ stream_id }) => stream_id);
  const read = database.db.withActor(factScope, 'read', (tx) => loadStreams(tx, all, kinds));
  return [...(await read).values()];
}

const parentsOf = (
  nodes: readonly { readonly code: string; readonly parentCode: string | null }[],
): ReadonlyMap<string, string> =>
  new Map(
    nodes.flatMap(({ code, parentCode }) => (parentCode === null ? [] : [[code, parentCode]])),
  );

/** Reads the raw record of a county. */
export async function readGround(
  of: Pick<Ground, 'database' | 'core' | 'head' | 'now'>,
): Promise<Ground> {
  const { db } = of.database;
  const organisation = await db.withActor(factScope, 'read', loadOrganisation);
  const streams = (await readRaw(of.database, 'petition')).map(({ streamId, events }) => ({
    id: streamId,
    events: events.map((event): RecordedPetitionEvent => upcast(event)),
  }));
  const parents = {
    region: parentsOf(organisation.regions),
    topic: parentsOf(organisation.categories),
  };
  return { ...of, streams, parents };
}

const besideKinds = [
  'review',
  'hearing',
  'mediation',
  'commitment',
  'letter',
  'backlog',
  'sponsored',
  'home-visit',
  'three-party-meeting',
  'way-out',
  'public-promise',
];

/** What records beside petitions give, those beside accusations left out. */
export async function besideParts(ground: Ground, asOf: LocalDate): Promise<readonly Part[]> {
  const { core, database, now, streams } = ground;
  const calendar = core.statistics.calendar;
  const today = localDateOf(now);
  const text = 'SELECT stream_id AS id FROM petition WHERE accusation';
  const accusations = new Set((await rowsOf<{ id: string }>(database, text)).map(({ id }) => id));
  const whole = await readRaw(database, ...besideKinds);
  const received = (await readRaw(database, ...receptionKinds)).flatMap((stream) =>
    partsOfReception(stream, asOf, asOf === today),
  );
  const beside = whole.flatMap(({ streamId, kind, events }) => {
    const about: unknown = Reflect.get(events[0]?.data ?? {}, 'petitionId');
    const matter = streams.find(({ id }) => id === about);
    const since = about === null ? events[0]?.at : matter?.events[0]?.at;
    const registered = localDateOf(since ?? now);
    // The demo tells of mediations before their matters are registered: nobody knew of them then.
    if (accusations.has(matter?.id ?? '') || registered > asOf) return [];
    switch (kind) {
      case 'review': {
        const known = events as unknown as readonly RecordedReviewEvent[];
        return partsOfReview(streamId, known, asOf, calendar, asOf === today);
      }
      case 'commitment':
        return partsOfCommitment(events.map(upcastCommitment), asOf, asOf === today);
      case 'backlog':
        return partsOfBacklog(events as unknown as readonly RecordedBacklogEvent[], asOf);
      case 'sponsored':
        return partsOfSponsored(
          events as unknown as readonly RecordedSponsoredEvent[],
          asOf,
          asOf === today,
        );
      case 'home-visit':
        return partsOfVisit(events as unknown as readonly RecordedVisitEvent[], asOf);
      case 'three-party-meeting':
        return partsOfMeeting(events as unknown as readonly RecordedMeetingEvent[], asOf);
      case 'way-out':
        return partsOfWay(events as unknown as readonly RecordedWayEvent[], asOf);
      case 'public-promise':
        return partsOfPromise(
          events as unknown as readonly RecordedPromiseEvent[],
          asOf,
          asOf === today,
        );
      case 'letter':
        return partsOfLetter(events as unknown as readonly RecordedLetterEvent[], asOf);
      default:
        return partsOfProceeding(events.map(upcastProceeding), asOf);
    }
  });
  return [...beside, ...received].map((part) => ({ ...part, region: '', channel: '', topic: '' }));
}

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
const proved = [
  'petitions',
  'review',
  'hearings-mediation',
  'reception-days',
  'commitments',
  'leader-letters',
  'case-sponsorship',
];

const counted = ({ core }: Ground, dimension: string) =>
  catalogueOf(core.statistics).filter(({ capability }) =>
    dimension === 'unit' ? proved.includes(capability) : capability === 'petitions',
  );

/** Compares every measure along one dimension. */
export async function expectAll(
  ground: Ground,
  span: { readonly from: LocalDate; readonly to: LocalDate },
  asOf: LocalDate,
  dimension: 'unit' | 'channel' | 'topic' | 'region',
): Promise<void> {
  const { core, head, now, streams } = ground;
  const calendar = core.statistics.calendar;
  const today = localDateOf(now);
  const partsAt = (day: LocalDate): readonly Part[] =>
    streams.flatMap((stream) => partsOf(stream, day, calendar, day === today));
  const parts = [...partsAt(asOf), ...(await besideParts(ground, asOf))];
  // What stands at the end of a period is known at that end.
  const atEnd =
    span.to < asOf ? [...partsAt(span.to), ...(await besideParts(ground, span.to))] : parts;
  const measures = counted(ground, dimension).filter(({ id }) => id !== 'repeat-share');
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
        const wanted = expected(known, id, part, span, (each) =>
          keyAlong(ground, table, each, dimension),
        );
        expect([id, part, asOf, told(table, at, part)]).toEqual([id, part, asOf, without(wanted)]);
      }
    });
  }
}

/** Trees are shown one step at a time: everything that lies under a line stands on it. */
function keyAlong(
  { parents }: Ground,
  table: Table,
  part: Part,
  dimension: 'unit' | 'channel' | 'topic' | 'region',
) {
  if (dimension === 'unit' || dimension === 'channel') return part[dimension];
  const lines = new Set(table.rows.map(({ key }) => key));
  for (
    let code: string | undefined = part[dimension];
    code !== undefined;
    code = parents[dimension].get(code)
  ) {
    if (lines.has(code)) return code;
  }
  return noneKey;
}
