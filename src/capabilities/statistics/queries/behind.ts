import type { StaffActor } from '../../../kernel/actor.ts';
import { parseLocalDate } from '../../../kernel/local-date.ts';
import { smallestAggregate, type Dimension, type Term } from '../../../kernel/measures.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import { findRows, linesOf, unitsOf } from '../../desk/index.ts';
import type { PetitionLine } from '../../petitions/index.ts';
import type { StatisticsDeps } from '../commands/deps.ts';
import { totalKey, type BehindQuery } from '../contract.ts';
import { listFacts, type FactPlace } from '../read-store.ts';
import { bucketsOf } from '../spans.ts';
import { daysOfTerm } from './counting.ts';
import { both, codesOf, frameOf, type Frame } from './frame.ts';
import { fill, readerOf } from './table.ts';

/** What counts on a day: a petition, or a record that is about none, by kind and id. */
export interface BehindLine {
  readonly day: string;
  readonly petition: PetitionLine | null;
  readonly record: { readonly kind: string; readonly id: string } | null;
}

/** One page of the matters behind a number, by the day on which they count. */
export interface BehindPage {
  readonly items: readonly BehindLine[];
  readonly next: string | null;
}

const form = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/;

function parsePlace(after: string | undefined): FactPlace | null {
  const [, day, id] = form.exec(after ?? '') ?? [];
  const date = day === undefined ? undefined : parseLocalDate(day);
  return date === undefined || id === undefined ? null : { day: date, id };
}

const writePlace = ({ day, id }: FactPlace): string => `${day}.${id}`;

/** The frame of one line: its codes, or its days. */
function within(
  frame: Frame,
  dimension: Dimension | undefined,
  key: string | undefined,
  base: string | undefined,
): Frame {
  if (dimension === undefined || key === undefined || key === totalKey) return frame;
  if (dimension === 'period') {
    const bucket = bucketsOf(frame.span, frame.step).find((each) => each.key === key);
    return bucket === undefined ? frame : { ...frame, span: bucket };
  }
  // A node among its own children stands for what is known no deeper.
  const codes = key === base ? { [dimension]: [key] } : codesOf(frame.organisation, dimension, key);
  return { ...frame, filter: both(frame.filter, codes) };
}

/** Whether the table shows the cell whose list is asked for. */
async function isShown(tx: Tx, frame: Frame, query: BehindQuery): Promise<boolean> {
  const filled = await fill(tx, frame, null);
  const row = filled?.keys.rows.indexOf(query.row ?? totalKey) ?? -1;
  const column = filled?.keys.columns.indexOf(query.column ?? totalKey) ?? -1;
  return filled?.cells[row]?.[column]?.[0]?.hidden === false;
}

/** A page of each term, put together: the newest day first. */
async function placesOf(
  tx: Tx,
  sources: StatisticsDeps['sources'],
  terms: readonly Term[],
  frame: Frame,
  { after, limit }: Pick<BehindQuery, 'after' | 'limit'>,
) {
  const lists = await Promise.all(
    terms.map(async (term) => {
      const { detail, ...dims } = term.where ?? {};
      const kind = sources.find(({ kinds }) => kinds[term.fact] !== undefined)?.streams[0] ?? '';
      const ask = {
        kind: term.fact,
        ...daysOfTerm(term, frame, frame.span),
        row: null,
        column: null,
        step: frame.step,
        filter: both(frame.filter, dims),
      };
      const places = await listFacts(tx, ask, {
        details: detail ?? null,
        valued: term.of === 'sum',
        after: parsePlace(after),
        limit: limit + 1,
      });
      return places.map((place) => ({ ...place, kind }));
    }),
  );
  const all = new Map(lists.flat().map((place) => [writePlace(place), place]));
  return [...all].toSorted(([one], [other]) => (one < other ? 1 : -1)).map(([, place]) => place);
}

/**
 * The matters behind one number (T-1), of which the reader sees those that they may open: a page may
 * be shorter than its limit, and the list still goes on.
 * @param now epoch ms
 * @returns refusals of `readTable`, and `aggregate-too-small` for a number that is not shown
 */
export async function listBehind(
  deps: StatisticsDeps,
  actor: StaffActor,
  query: BehindQuery,
  now: number,
): Promise<Result<BehindPage, Refusal>> {
  const reader = await readerOf(deps, actor);
  if (!reader.ok) return reader;
  const { organisation, jurisdiction } = reader.value;
  const { measure: id, part, row, column, after, limit, ...rest } = query;
  const framed = frameOf(deps, organisation, jurisdiction, { ...rest, measures: [id] }, now);
  if (!framed.ok) return framed;
  const frame = framed.value;
  const measure = frame.measures[0]?.measure;
  const terms = (part === 'numerator' ? measure?.numerator : measure?.denominator) ?? [];
  const scope = scopeOf(actor);
  const own = jurisdiction.kind === 'region' ? jurisdiction.code : undefined;
  const baseOf = (dimension: Dimension | undefined): string | undefined => {
    if (dimension === 'region') return query.region?.length === 1 ? query.region[0] : own;
    return dimension === 'topic' && query.topic?.length === 1 ? query.topic[0] : undefined;
  };
  const places = await deps.db.withActor(scope, 'statistics', async (tx) => {
    const guarded = frame.guarded || measure?.guarded === true;
    if (guarded && !(await isShown(tx, frame, query))) return null;
    const narrowed = within(
      within(frame, query.rows, row, baseOf(query.rows)),
      query.columns,
      column,
      baseOf(query.columns),
    );
    return placesOf(tx, deps.sources, terms, narrowed, { after, limit });
  });
  if (places === null) return refuse('aggregate-too-small', { least: smallestAggregate });
  const shown = places.slice(0, limit);
  const last = places.length > shown.length ? shown.at(-1) : undefined;
  const ids = [...new Set(shown.flatMap(({ petitionId }) => petitionId ?? []))];
  const lines = await deps.db.withActor(scope, 'read', async (tx) => {
    const rows = await findRows(tx, { units: unitsOf(actor), userId: actor.userId }, ids);
    return new Map((await linesOf(tx, deps, rows, now)).map((line) => [line.id, line]));
  });
  return ok({
    items: shown.flatMap(({ day, petitionId, kind, id: recordId }): BehindLine[] => {
      if (petitionId === null) {
        return [{ day, petition: null, record: { kind, id: recordId } }];
      }
      const petition = lines.get(petitionId);
      return petition === undefined ? [] : [{ day, petition, record: null }];
    }),
    next: last === undefined ? null : writePlace(last),
  });
}
