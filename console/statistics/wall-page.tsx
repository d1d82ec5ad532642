import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { smallestAggregate } from '../../src/kernel/measures.ts';
import type { Table } from '../../src/capabilities/statistics/contract.ts';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useSession } from '../shell/session.tsx';
import { useSpeech } from '../shell/words-context.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { fill } from '../words/words.ts';
import { nameIn, sayCell } from './figures.ts';
import { useTable } from './queries.ts';

const refreshEvery = 60_000;
const today = 'batches,concluded';
const year = 'batches,open,overdue,on-time-conclusion,participation,satisfaction-office';

/** Figures for a hall or an office, read from afar; it needs no hand and names nobody (T-2). */
export function WallPage() {
  const { language, words } = useSpeech();
  const say = words.statistics.wall;
  const { unit } = useSession();
  usePageTitle(say.title);
  const day = useTable({ measures: today, preset: 'day' }, { refreshEvery });
  const now = useTable({ measures: year, preset: 'year' }, { refreshEvery });
  const months = useTable(
    { measures: today, rows: 'period', step: 'month', preset: 'rolling-365' },
    { refreshEvery },
  );
  const topics = useTable({ measures: 'batches', rows: 'topic', preset: 'year' }, { refreshEvery });
  const read = [day, now, months, topics].map(({ dataUpdatedAt }) => dataUpdatedAt);
  const time = formatMoment(Math.min(...read));
  const isStale = [day, now, months, topics].some((query) => query.isError || query.isPaused);
  const empty = day.data === undefined || now.data === undefined;
  return (
    <main id="main" className="wall">
      <header className="wall-head">
        <h1>
          {unit?.name} <span>{say.heading}</span>
        </h1>
        <WallClock language={language} />
      </header>
      {empty && now.isError && <ProblemNote error={now.error} />}
      {empty && !now.isError && <Waiting lines={8} />}
      {!empty && (
        <div className="wall-figures">
          <Figures title={say.today} table={day.data} />
          <Figures title={say.year} table={now.data} />
        </div>
      )}
      <div className="wall-charts">
        {months.data !== undefined && <Bars title={say.trend} table={months.data} last={12} />}
        {topics.data !== undefined && <Bars title={say.topics} table={topics.data} largest={7} />}
      </div>
      <footer className="wall-foot">
        <p role="status">{empty ? '' : fill(isStale ? say.stale : say.updated, { time })}</p>
        <Link to="/statistics">{say.leave}</Link>
      </footer>
    </main>
  );
}

function WallClock({ language }: { readonly language: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 10_000);
    return () => window.clearInterval(timer);
  }, []);
  const form = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  return <p className="figure">{form.format(now)}</p>;
}

function Figures({ title, table }: { readonly title: string; readonly table: Table }) {
  const { language, words } = useSpeech();
  const say = words.statistics;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <dl>
        {table.measures.map((measure, place) => (
          <div key={measure.id}>
            <dt>{nameIn(measure.name, language)}</dt>
            <dd className="figure">
              {sayCell(table.cells[0]?.[0]?.[place], measure.unit, language, say)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/**
 * Visitors stand before the wall: the largest lines are those with ten matters or more, as in public
 * statistics. Bars with their numbers; a chart library would be no clearer from ten metres away.
 */
function Bars(props: {
  readonly title: string;
  readonly table: Table;
  readonly last?: number;
  readonly largest?: number;
}) {
  const { language, words } = useSpeech();
  const { title, table } = props;
  const value = (row: number, place: number): number => table.cells[row]?.[0]?.[place]?.value ?? 0;
  const all = table.rows.map((_, row) => row).slice(0, -1);
  const rows =
    props.largest === undefined
      ? all.slice(-(props.last ?? all.length))
      : all
          .filter((row) => value(row, 0) >= smallestAggregate)
          .toSorted((one, other) => value(other, 0) - value(one, 0))
          .slice(0, props.largest);
  const most = Math.max(1, ...rows.flatMap((row) => table.measures.map((_, at) => value(row, at))));
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <table className="wall-bars">
        <thead className="unseen">
          <tr>
            <th scope="col">{title}</th>
            {table.measures.map(({ id, name }) => (
              <th key={id} scope="col">
                {nameIn(name, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={table.rows[row]?.key}>
              <th scope="row">{nameIn(table.rows[row]?.label ?? { zh: '', en: '' }, language)}</th>
              {table.measures.map(({ id, unit }, place) => (
                <td key={id} className="figure">
                  <span
                    className={`wall-bar wall-bar-${place}`}
                    style={{ width: `${(value(row, place) / most) * 70}%` }}
                  />{' '}
                  {sayCell(table.cells[row]?.[0]?.[place], unit, language, words.statistics)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.measures.length > 1 && (
        <p className="wall-legend" aria-hidden="true">
          {table.measures.map(({ id, name }, place) => (
            <span key={id}>
              <span className={`wall-bar wall-bar-${place}`} /> {nameIn(name, language)}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
