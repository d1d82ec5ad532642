import type { ReactElement } from 'react';
import { dayInWords } from '../../../portal/dates.ts';
import { Layout } from '../../../portal/layout.tsx';
import type { Reading } from '../../../portal/page.tsx';
import { sayer, type Say } from '../../../portal/words/index.ts';
import type { Cell, MeasureEntry, Table } from '../contract.ts';
import { openPresets, type OpenFigures, type SectionName } from './open-figures.ts';
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
  table,
  name,
}: {
  readonly from: Telling;
  readonly table: Table;
  readonly name: Exclude<SectionName, 'all'>;
}): ReactElement => {
  const lines = table.rows.slice(0, -1);
  const value = (row: number, place: number): number => table.cells[row]?.[0]?.[place]?.value ?? 0;
  const most = Math.max(
    1,
    ...lines.flatMap((_, row) => table.measures.map((__, at) => value(row, at))),
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{from.tell(`column.${name}`)}</th>
          {table.measures.map((measure) => (
            <th key={measure.id} scope="col">
              {nameOf(from, measure.name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, row) => (
          <tr key={line.key}>
            <td>{nameOf(from, line.label)}</td>
            {table.measures.map((measure, place) => (
              <td key={measure.id} className="barred">
                {table.measures.length > 1 && (
                  <span className="narrow-only">{nameOf(from, measure.name)} </span>
                )}
                {figureOf(from, table.cells[row]?.[0]?.[place], measure.unit)}
                {value(row, place) > 0 && <Bar share={value(row, place) / most} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** How a place answers its people, for anybody (T-2, W-3); every bar stands in a table. */
export const OpenFiguresPage = ({
  reading,
  figures,
  place,
}: {
  readonly reading: Reading;
  readonly figures: OpenFigures;
  /** Whose figures they are. */
  readonly place: string;
}): ReactElement => {
  const from = { reading, tell: sayer(openFiguresWords, reading.language) };
  const { tell } = from;
  const { preset, sections } = figures;
  const first = sections[0]?.table;
  const day = (date: string): string => dayInWords(date, reading.language);
  return (
    <Layout reading={reading} title={tell('title')} back="/">
      <h1>{tell('title')}</h1>
      <p>{tell('lead', { office: place })}</p>
      <nav aria-label={tell('period')}>
        <ul className="periods">
          {openPresets.map((each) => (
            <li key={each}>
              <a href={`/statistics?period=${each}`} aria-current={each === preset && 'page'}>
                {tell(`period.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {first !== undefined && (
        <p>
          {tell('span', {
            from: day(first.period.from),
            to: day(first.period.to),
            asOf: day(first.asOf),
          })}{' '}
          {tell('small')}
        </p>
      )}
      {sections.map(({ name, table }) => (
        <section key={name} aria-labelledby={name}>
          <h2 id={name}>{tell(`section.${name}`)}</h2>
          {name === 'all' ? <Totals {...{ from, table }} /> : <Lines {...{ from, table, name }} />}
        </section>
      ))}
      <h2>{tell('machine')}</h2>
      <p>{tell('machine.help')}</p>
      <ul>
        {(['json', 'csv'] as const).map((kind) => (
          <li key={kind}>
            <a href={`/statistics.${kind}?period=${preset}`}>{tell(`machine.${kind}`)}</a>
          </li>
        ))}
      </ul>
    </Layout>
  );
};
