import { addDays, localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import { guardedDimensions, type Dimension, type Measure } from '../../../kernel/measures.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { levels } from '../../../kernel/units.ts';
import type { Organisation } from '../../identity-organisation/index.ts';
import type { StatisticsDeps } from '../commands/deps.ts';
import { noneKey, type Step, type TableQuery } from '../contract.ts';
import type { DimFilter } from '../read-store.ts';
import { bucketsOf, comparedSpan, spanOf, type Span } from '../spans.ts';
import { axisOf, type Axis } from './axis.ts';
import { findMeasure } from './catalogue.ts';
import { scopeFilter, type Jurisdiction } from './jurisdiction.ts';

/** A query made ready: what is counted, for whom, over which days, as known when. */
export interface Frame {
  readonly organisation: Organisation;
  readonly measures: readonly { readonly capability: string; readonly measure: Measure }[];
  readonly span: Span;
  readonly compared: Span | null;
  readonly step: Step;
  readonly today: LocalDate;
  /** The end of which day the reader looks from; today for now. */
  readonly asOf: LocalDate;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly filter: DimFilter;
  /** Whether a dimension of the query shows aggregates of ten or more only. */
  readonly guarded: boolean;
}

/** As many cells as a reader can look at; a year of days by unit is a list, not a table. */
export const mostCells = 20_000;

/** What a query asks, without measures and comparison: so a list is asked for. */
export type FrameQuery = Omit<TableQuery, 'measures'>;

const narrowing = [
  'region',
  'level',
  'office',
  'unit',
  'channel',
  'topic',
  'purpose',
  'visit',
  'repeat',
  'leader',
] as const satisfies readonly Dimension[];

/** Codes that pass both; a dimension that only one asks for is that one's. */
export function both(one: DimFilter, other: DimFilter): DimFilter {
  const merged: Record<string, readonly (string | null)[]> = { ...one };
  for (const [name, codes] of Object.entries(other)) {
    const before = merged[name];
    merged[name] = before === undefined ? codes : before.filter((code) => codes.includes(code));
  }
  return merged;
}

/** The codes of facts that one asked code of a dimension stands for. */
export function codesOf(
  organisation: Organisation,
  dimension: (typeof narrowing)[number],
  code: string,
): DimFilter {
  if (dimension === 'level') {
    const offices = organisation.units.filter(({ level }) => level === code);
    const known = (levels as readonly string[]).includes(code);
    return { office: known ? offices.map(({ id }) => id) : [null] };
  }
  if (code === noneKey) return { [dimension]: [null] };
  if (dimension === 'region') {
    return { region: organisation.regionsWithin(code) };
  }
  return { [dimension]: dimension === 'topic' ? organisation.categoriesWithin(code) : [code] };
}

function askedFilter(organisation: Organisation, query: FrameQuery): DimFilter {
  return narrowing.reduce<DimFilter>((filter, dimension) => {
    const codes = query[dimension];
    if (codes === undefined) return filter;
    const any = codes
      .map((code) => codesOf(organisation, dimension, code))
      .reduce<Record<string, readonly (string | null)[]>>((all, each) => {
        for (const [name, more] of Object.entries(each)) {
          all[name] = [...(all[name] ?? []), ...more];
        }
        return all;
      }, {});
    return both(filter, any);
  }, {});
}

function daysOf(
  query: FrameQuery,
  today: LocalDate,
): Result<{ span: Span; asOf: LocalDate }, Refusal> {
  const asOf = query.asOf ?? today;
  const { from, to, preset } = query;
  const given = from !== undefined && to !== undefined ? { from, to } : undefined;
  const span = given ?? (preset === undefined ? undefined : spanOf(preset, asOf));
  if (span === undefined || span.from > span.to || asOf > today) {
    return refuse('table-period', {}, 'preset');
  }
  // Nobody reads forty years of days; and a date far off would make them.
  if (addDays(span.from, 366 * 40) < span.to)
    return refuse('table-too-large', { limit: mostCells });
  return ok({ span, asOf });
}

function findUnmeasured(measure: Measure, query: FrameQuery): Dimension | undefined {
  const asked: Dimension[] = [
    ...(query.rows === undefined ? [] : [query.rows]),
    ...(query.columns === undefined ? [] : [query.columns]),
    ...narrowing.filter((dimension) => query[dimension] !== undefined),
  ];
  return asked.find((dimension) => !measure.dimensions.includes(dimension));
}

/**
 * The measures asked for, and after them those that must stand beside them (U-7: satisfaction is not
 * read without participation, nor a rate of conclusions without how often they were done again), as
 * far as they can be cut in the same way.
 */
export function withBeside(deps: Pick<StatisticsDeps, 'measures'>, query: TableQuery): TableQuery {
  const beside = query.measures.flatMap((id) => findMeasure(deps, id)?.measure.beside ?? []);
  const fitting = beside.filter((id) => {
    const found = findMeasure(deps, id);
    return found !== undefined && findUnmeasured(found.measure, query) === undefined;
  });
  return { ...query, measures: [...new Set([...query.measures, ...fitting])] };
}

/** The children of which node are shown: of the only one asked for, else of the reader's own top. */
function baseOf(query: FrameQuery, jurisdiction: Jurisdiction) {
  const top = jurisdiction.kind === 'region' ? jurisdiction.code : null;
  const [region, ...others] = query.region ?? [];
  return {
    region: region !== undefined && others.length === 0 ? region : top,
    topic: query.topic?.length === 1 ? (query.topic[0] ?? null) : null,
  };
}

/**
 * Makes a query ready.
 * @param now epoch ms
 * @returns refusals `measure-unknown`, `dimension-not-measured`, `table-period`, `table-too-large`
 */
export function frameOf(
  deps: Pick<StatisticsDeps, 'measures'>,
  organisation: Organisation,
  jurisdiction: Jurisdiction,
  query: TableQuery,
  now: number,
): Result<Frame, Refusal> {
  const measures: { readonly capability: string; readonly measure: Measure }[] = [];
  for (const id of new Set(query.measures)) {
    const found = findMeasure(deps, id);
    if (found === undefined) return refuse('measure-unknown', { measure: id }, 'measures');
    const dimension = findUnmeasured(found.measure, query);
    if (dimension !== undefined) {
      return refuse('dimension-not-measured', { measure: id, dimension }, 'rows');
    }
    measures.push(found);
  }
  const today = localDateOf(now);
  const days = daysOf(query, today);
  if (!days.ok) return days;
  const { span, asOf } = days.value;
  const step = query.step ?? 'month';
  const wide = query.rows === 'period' || query.columns === 'period';
  if (wide && bucketsOf(span, step).length > 400) {
    return refuse('table-too-large', { limit: mostCells });
  }
  const parts = { organisation, span, step, ...baseOf(query, jurisdiction) };
  const guards: readonly (Dimension | undefined)[] = guardedDimensions;
  return ok({
    organisation,
    measures,
    span,
    compared: query.compare === undefined ? null : comparedSpan(span, query.compare, query.preset),
    step,
    today,
    asOf,
    rows: axisOf(query.rows, parts),
    columns: axisOf(query.columns, parts),
    filter: both(scopeFilter(organisation, jurisdiction), askedFilter(organisation, query)),
    guarded:
      guards.includes(query.rows) ||
      guards.includes(query.columns) ||
      query.level !== undefined ||
      query.repeat !== undefined,
  });
}
