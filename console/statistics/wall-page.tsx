import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type {
  Cell,
  MeasureEntry,
  OpenMonth,
  Table,
} from '../../src/capabilities/statistics/contract.ts';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useSession } from '../shell/session.tsx';
import { useSpeech } from '../shell/words-context.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { fill, type Language } from '../words/words.ts';
import { nameIn, sayCell, sayTens } from './figures.ts';
import { useOpenMonths, useTable } from './queries.ts';

const refreshEvery = 60_000;
const rates = ['timely-acceptance', 'on-time-conclusion', 'participation', 'satisfaction-office'];

/**
 * Figures for a hall or an office, read from afar; it needs no hand and names nobody (T-2). Visitors
 * stand before it: what moves is told in full tens, all else as it is published (W-3).
 */
export function WallPage() {
  const { language, words } = useSpeech();
  const say = words.statistics.wall;
  const { unit } = useSession();
  usePageTitle(say.title);
  const day = useTable({ measures: 'batches,concluded', preset: 'day' }, { refreshEvery });
  const now = useTable({ measures: 'open,overdue', preset: 'day' }, { refreshEvery });
  const open = useOpenMonths();
  const live = [day, now];
  const time = formatMoment(Math.min(...live.map(({ dataUpdatedAt }) => dataUpdatedAt)));
  const isStale = live.some((query) => query.isError || query.isPaused);
  const empty = day.data === undefined || now.data === undefined;
  const [newest] = open.data ?? [];
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
          <Figures title={say.now} table={now.data} />
          {newest !== undefined && <Rates month={newest} />}
        </div>
      )}
      {newest !== undefined && (
        <div className="wall-charts">
          <Trend months={open.data ?? []} />
          <Topics month={newest} />
        </div>
      )}
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

/** What moves, in full tens: who watches it go up reads no single matter. */
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
              {sayTens(table.cells[0]?.[0]?.[place]?.value ?? null, language, say)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const sectionOf = (month: OpenMonth, name: OpenMonth['sections'][number]['name']) =>
  month.sections.find((section) => section.name === name)?.table;

const monthName = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
  }).format(new Date(`${month}T00:00:00Z`));

/** How well the newest published month went. */
function Rates({ month }: { readonly month: OpenMonth }) {
  const { language, words } = useSpeech();
  const table = sectionOf(month, 'all');
  const title = monthName(month.month, language);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <dl>
        {table?.measures.map(
          (measure, place) =>
            rates.includes(measure.id) && (
              <div key={measure.id}>
                <dt>{nameIn(measure.name, language)}</dt>
                <dd className="figure">
                  {sayCell(table.cells[0]?.[0]?.[place], measure.unit, language, words.statistics)}
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

function Trend({ months }: { readonly months: readonly OpenMonth[] }) {
  const { language, words } = useSpeech();
  const shown = ['batches', 'concluded'];
  const placesOf = (table: Table | undefined): readonly number[] =>
    shown.map((id) => table?.measures.findIndex((measure) => measure.id === id) ?? -1);
  const newest = months[0] === undefined ? undefined : sectionOf(months[0], 'all');
  const lines = months.toReversed().map((month) => {
    const table = sectionOf(month, 'all');
    return {
      key: month.month,
      name: monthName(month.month, language),
      cells: placesOf(table).map((place) => table?.cells[0]?.[0]?.[place]),
    };
  });
  const measures = placesOf(newest).flatMap((place) => newest?.measures[place] ?? []);
  return <Bars title={words.statistics.wall.trend} measures={measures} lines={lines} />;
}

/** As many topics as are read from ten metres away. */
const mostTopics = 7;

function Topics({ month }: { readonly month: OpenMonth }) {
  const { language, words } = useSpeech();
  const table = sectionOf(month, 'topic');
  const valueOf = (row: number): number => table?.cells[row]?.[0]?.[0]?.value ?? 0;
  const lines = (table?.rows ?? [])
    .map((line, row) => ({ line, row }))
    .filter(({ line, row }) => line.key !== 'total' && valueOf(row) > 0)
    .toSorted((one, other) => valueOf(other.row) - valueOf(one.row))
    .slice(0, mostTopics)
    .map(({ line, row }) => ({
      key: line.key,
      name: nameIn(line.label, language),
      cells: table?.cells[row]?.[0] ?? [],
    }));
  const title = fill(words.statistics.wall.topics, { month: monthName(month.month, language) });
  return <Bars title={title} measures={table?.measures ?? []} lines={lines} />;
}

/** Bars with their numbers; a chart library would be no clearer from ten metres away. */
function Bars(props: {
  readonly title: string;
  readonly measures: readonly MeasureEntry[];
  readonly lines: readonly {
    readonly key: string;
    readonly name: string;
    readonly cells: readonly (Cell | undefined)[];
  }[];
}) {
  const { language, words } = useSpeech();
  const { title, measures, lines } = props;
  const most = Math.max(1, ...lines.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0)));
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <table className="wall-bars">
        <thead className="unseen">
          <tr>
            <th scope="col">{title}</th>
            {measures.map(({ id, name }) => (
              <th key={id} scope="col">
                {nameIn(name, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {measures.map(({ id, unit }, place) => (
                <td key={id} className="figure">
                  <span
                    className={`wall-bar wall-bar-${place}`}
                    style={{ width: `${((cells[place]?.value ?? 0) / most) * 70}%` }}
                  />{' '}
                  {sayCell(cells[place], unit, language, words.statistics)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {measures.length > 1 && (
        <p className="wall-legend" aria-hidden="true">
          {measures.map(({ id, name }, place) => (
            <span key={id}>
              <span className={`wall-bar wall-bar-${place}`} /> {nameIn(name, language)}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
