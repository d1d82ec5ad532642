import { lazy, Suspense, useId, useMemo } from 'react';
import { Link } from 'react-router';
import type {
  LaidChart,
  LaidTable,
  ReportView,
} from '../../../src/capabilities/statistics/reports/contract.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { behindAddress } from '../address.ts';
import { nameIn } from '../figures.ts';

// ECharts is larger than a page: it comes when a chart is first drawn.
const Chart = lazy(async () => ({ default: (await import('../chart.tsx')).Chart }));

/** A chart for the eye; the table that follows says the same. */
function LaidChartPicture({ chart }: { readonly chart: LaidChart }) {
  const { language } = useSpeech();
  const drawn = useMemo(
    () => ({
      labels: chart.rows.map(({ label }) => nameIn(label, language)),
      series: chart.series.map((name, place) => ({
        name: nameIn(name, language),
        unit: 'matters' as const,
        values: chart.rows.map(({ values }) => values[place] ?? 0),
      })),
    }),
    [chart, language],
  );
  return (
    <figure className="report-chart">
      <figcaption>{nameIn(chart.caption, language)}</figcaption>
      <Suspense fallback={<Waiting lines={6} />}>
        <Chart kind={chart.form === 'bars' ? 'bar' : 'line'} {...drawn} />
      </Suspense>
    </figure>
  );
}

type Figures = ReportView['figures'];

/** A table as it is printed; the first number of a line opens the matters behind it (T-1). */
export function LaidFigures(props: { readonly table: LaidTable; readonly figures: Figures }) {
  const { language, words } = useSpeech();
  const id = useId();
  const { table, figures } = props;
  const frame = {
    from: figures.period.from,
    to: figures.period.until,
    asOf: figures.asOf,
    ...(figures.narrowed === null ? {} : { region: figures.narrowed }),
  };
  const [first, ...heads] = table.heads;
  return (
    <>
      {table.chart !== null && <LaidChartPicture chart={table.chart} />}
      <h3 id={id}>{nameIn(table.caption, language)}</h3>
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby={id}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{first === undefined ? '' : nameIn(first, language)}</th>
              {heads.map((head, at) => (
                <th key={at} scope="col" className="number">
                  {nameIn(head, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ label, cells, total, behind }, row) => (
              <tr key={row} className={total ? 'sum' : undefined}>
                <th scope="row">{nameIn(label, language)}</th>
                {cells.map((cell, at) => {
                  const figure = nameIn(cell, language);
                  const opens = at === 0 && behind !== null && /\d/.test(figure);
                  return (
                    <td key={at} className="figure number">
                      {opens ? (
                        <Link
                          to={behindAddress(frame, behind)}
                          aria-label={fill(words.reports.open, {
                            name: nameIn(label, language),
                            figure,
                          })}
                        >
                          {figure}
                        </Link>
                      ) : (
                        figure
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.note !== null && <p className="quiet">{nameIn(table.note, language)}</p>}
    </>
  );
}
