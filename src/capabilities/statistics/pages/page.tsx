import type { ReactElement } from 'react';
import { dayInWords } from '../../../portal/dates.ts';
import { Layout } from '../../../portal/layout.tsx';
import type { Reading } from '../../../portal/page.tsx';
import { sayer, type Say } from '../../../portal/words/index.ts';
import { publishedOnDay } from '../commands/publish-month.ts';
import type { Cell, MeasureEntry, OpenMonth, Table } from '../contract.ts';
import { periodName } from '../words.ts';
import { openFiguresWords, type OpenFiguresKey } from './words/index.ts';

interface Telling {
  readonly reading: Reading;
  readonly tell: Say<OpenFiguresKey>;
}

const nameOf = ({ reading }: Telling, name: { readonly zh: string; readonly en: string }): string =>
  reading.language === 'en' ? name.en : name.zh;

function figureOf({ reading, tell }: Telling, cell: Cell | undefined, unit: MeasureEntry['unit']) {
  if (cell === undefined || cell.hidden) return tell('hidden');
  if (cell.value === null) return tell('nothing');
  const value = unit === 'share' ? cell.value * 100 : cell.value;
  const digits = unit === 'share' || unit === 'mean-days' ? 1 : 0;
  const format = new Intl.NumberFormat(reading.language, { maximumFractionDigits: digits });
  return tell(`unit.${unit}`, { value: format.format(value) });
}

const Totals = ({ from, table }: { readonly from: Telling; readonly table: Table }) => (
  <table>
    <thead>
      <tr>
        {(['measure', 'value', 'how'] as const).map((column) => (
          <th key={column} scope="col">
            {from.tell(`column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {table.measures.map((measure, place) => {
        const cell = table.cells[0]?.[0]?.[place];
        const { numerator = null, denominator = null } = cell ?? {};
        return (
          <tr key={measure.id}>
            <td>{nameOf(from, measure.name)}</td>
            <td>{figureOf(from, cell, measure.unit)}</td>
            <td>
              {nameOf(from, measure.formula)}
              {numerator !== null && denominator !== null && (
                <> ({from.tell('parts', { numerator, denominator })})</>
              )}
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

/** Its length says what the number beside it says: a picture for those who like one. */
const Bar = ({ share }: { readonly share: number }): ReactElement => (
  <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect width={Math.max(share * 100, 0.5)} height="8" />
  </svg>
);

const Lines = ({
  from,
  head,
  measures,
  lines,
}: {
  readonly from: Telling;
  /** What the lines are. */
  readonly head: string;
  readonly measures: readonly MeasureEntry[];
  readonly lines: readonly {
    readonly name: string;
    readonly cells: readonly (Cell | undefined)[];
  }[];
}): ReactElement => {
  const most = Math.max(1, ...lines.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0)));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {measures.map((measure) => (
            <th key={measure.id} scope="col">
              {nameOf(from, measure.name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, cells }) => (
          <tr key={name}>
            <td>{name}</td>
            {measures.map((measure, place) => {
              const value = cells[place]?.value ?? 0;
              return (
                <td key={measure.id} className="barred">
                  {measures.length > 1 && (
                    <span className="narrow-only">{nameOf(from, measure.name)} </span>
                  )}
                  {figureOf(from, cells[place], measure.unit)}
                  {value > 0 && <Bar share={value / most} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Registered and concluded, month by month, oldest first: each as it was published. */
const Series = ({
  from,
  months,
}: {
  readonly from: Telling;
  readonly months: readonly OpenMonth[];
}): ReactElement => {
  const measures = (months[0]?.sections[0]?.table.measures ?? []).filter(({ id }) =>
    ['batches', 'concluded'].includes(id),
  );
  const lines = months.slice(0, 12).toReversed();
  const cellOf = ({ sections }: OpenMonth, id: string): Cell | undefined => {
    const table = sections[0]?.table;
    return table?.cells[0]?.[0]?.[table.measures.findIndex((measure) => measure.id === id)];
  };
  return (
    <Lines
      from={from}
      head={from.tell('column.month')}
      measures={measures}
      lines={lines.map((each) => ({
        name: monthInWords(from, each.month),
        cells: measures.map(({ id }) => cellOf(each, id)),
      }))}
    />
  );
};

const monthInWords = (from: Telling, month: string): string =>
  nameOf(from, periodName(month, 'month'));

/** How a place answers its people, for anybody (T-2, W-3); every bar stands in a table. */
export const OpenFiguresPage = ({
  reading,
  months,
  shown,
  place,
}: {
  readonly reading: Reading;
  /** All that are published, newest first. */
  readonly months: readonly OpenMonth[];
  /** The one that is looked at; none where nothing is published yet. */
  readonly shown: OpenMonth | undefined;
  /** Whose figures they are. */
  readonly place: string;
}): ReactElement => {
  const from = { reading, tell: sayer(openFiguresWords, reading.language) };
  const { tell } = from;
  return (
    <Layout reading={reading} title={tell('title')} back="/">
      <h1>{tell('title')}</h1>
      <p>{tell('lead', { office: place })}</p>
      <p>
        {tell('when', { day: publishedOnDay })} {tell('small')}
      </p>
      {shown === undefined && <p>{tell('none')}</p>}
      {shown !== undefined && (
        <>
          <nav aria-label={tell('month')}>
            <ul className="periods">
              {months.map(({ month }) => (
                <li key={month}>
                  <a
                    href={`/statistics?month=${month.slice(0, 7)}`}
                    aria-current={month === shown.month && 'page'}
                  >
                    {monthInWords(from, month)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <p>
            {tell('published', {
              month: monthInWords(from, shown.month),
              day: dayInWords(shown.publishedOn, reading.language),
            })}
          </p>
          {shown.sections.map(({ name, table }) => (
            <section key={name} aria-labelledby={name}>
              <h2 id={name}>{tell(`section.${name}`)}</h2>
              {name === 'all' ? (
                <Totals {...{ from, table }} />
              ) : (
                <Lines
                  from={from}
                  head={tell(`column.${name}`)}
                  measures={table.measures}
                  lines={table.rows.slice(0, -1).map(({ label }, row) => ({
                    name: nameOf(from, label),
                    cells: table.cells[row]?.[0] ?? [],
                  }))}
                />
              )}
            </section>
          ))}
          <section aria-labelledby="series">
            <h2 id="series">{tell('section.month')}</h2>
            <Series {...{ from, months }} />
          </section>
          <h2>{tell('machine')}</h2>
          <p>{tell('machine.help')}</p>
          <ul>
            {(['json', 'csv'] as const).map((kind) => (
              <li key={kind}>
                <a href={`/statistics.${kind}`}>{tell(`machine.${kind}`)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
};
