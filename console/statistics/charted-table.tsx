import { lazy, Suspense, useId, useMemo } from 'react';
import { Link } from 'react-router';
import type { MeasureEntry } from '../../src/capabilities/statistics/contract.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useSpeech } from '../shell/words-context.tsx';
import { addressWith, behindAddress, isNarrowable, type Asked } from './address.ts';
import { nameIn, sayCell } from './figures.ts';
import { useTable } from './queries.ts';

// ECharts is larger than a page: it comes when a chart is first drawn.
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

/** Bars that a head can take in at once; the table beside them has all. */
const mostBars = 12;

/** Measures along one dimension: a chart for the eye, and beside it the table that opens lists. */
export function ChartedTable(props: {
  readonly title: string;
  readonly kind: 'line' | 'bar';
  readonly rows: 'period' | 'region' | 'unit' | 'topic' | 'channel';
  readonly measures: readonly string[];
  readonly catalogue: readonly MeasureEntry[];
  readonly asked: Asked;
  /** Where the children of a line are shown. */
  readonly page: string;
}) {
  const { language, words } = useSpeech();
  const say = words.statistics;
  const id = useId();
  const { rows, kind, asked } = props;
  const measures = props.measures.filter((each) =>
    props.catalogue.some(
      (entry) =>
        entry.id === each &&
        entry.dimensions.includes(rows) &&
        isNarrowable(entry.dimensions, asked),
    ),
  );
  const frame = { ...asked, rows, ...(rows === 'period' ? { step: 'month' } : {}) };
  const query = useTable(
    { ...frame, measures: measures.join(',') },
    { enabled: measures.length > 0 },
  );
  const table = query.data;
  const drawn = useMemo(() => {
    if (table === undefined) return null;
    const places = table.rows
      .map((_, at) => at)
      .slice(0, -1)
      .filter((at) => kind === 'line' || (table.cells[at]?.[0]?.[0]?.value ?? 0) > 0);
    const first = (at: number): number => table.cells[at]?.[0]?.[0]?.value ?? 0;
    const order =
      kind === 'line'
        ? places
        : places.toSorted((one, other) => first(other) - first(one)).slice(0, mostBars);
    return {
      labels: order
        .flatMap((at) => table.rows[at] ?? [])
        .map(({ label }) => nameIn(label, language)),
      series: table.measures.map((measure, place) => ({
        name: nameIn(measure.name, language),
        unit: measure.unit,
        values: order.map((at) => table.cells[at]?.[0]?.[place]?.value ?? null),
      })),
    };
  }, [table, kind, language]);
  if (measures.length === 0) return null;
  return (
    <section className="panel charted" aria-labelledby={id} aria-busy={query.isFetching}>
      <h2 id={id}>{props.title}</h2>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={6} />}
      {table !== undefined && drawn !== null && (
        <div className="charted-parts">
          {drawn.labels.length > 0 && (
            <Suspense fallback={<Waiting lines={6} />}>
              <Chart kind={kind} labels={drawn.labels} series={drawn.series} />
            </Suspense>
          )}
          <div className="table-scroll" tabIndex={0} role="group" aria-labelledby={id}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{say.dimension[rows]}</th>
                  {table.measures.map((measure) => (
                    <th key={measure.id} scope="col" className="number">
                      {nameIn(measure.name, language)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((line, row) => (
                  <tr key={line.key} className={row === table.rows.length - 1 ? 'sum' : undefined}>
                    <th scope="row">
                      {line.opens && (rows === 'region' || rows === 'topic') ? (
                        <Link to={addressWith(props.page, asked, { [rows]: line.key })}>
                          {nameIn(line.label, language)}
                        </Link>
                      ) : (
                        nameIn(line.label, language)
                      )}
                    </th>
                    {table.measures.map((measure, place) => {
                      const cell = table.cells[row]?.[0]?.[place];
                      const figure = sayCell(cell, measure.unit, language, say);
                      const part = measure.denominator === null ? 'numerator' : 'denominator';
                      return (
                        <td key={measure.id} className="figure number">
                          {cell?.value == null ? (
                            figure
                          ) : (
                            <Link
                              to={behindAddress(frame, {
                                measure: measure.id,
                                part,
                                rows,
                                row: line.key,
                              })}
                            >
                              {figure}
                            </Link>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </section>
  );
}
