import { Link } from 'react-router';
import type {
  Cell,
  MeasureEntry,
  Table,
  TableLine,
} from '../../src/capabilities/statistics/contract.ts';
import { useSpeech } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { behindAddress, type Asked } from './address.ts';
import { formatValue, nameIn, sayCell } from './figures.ts';

/** A table as it was put together: columns, under each its measures; each number opens its list. */
export function FreeTable({ table, asked }: { readonly table: Table; readonly asked: Asked }) {
  const { language, words } = useSpeech();
  const say = words.statistics;
  const { measures, rows, columns, cells } = table;
  const wide = columns.length > 1;
  const corner = asked['rows'] === undefined ? '' : dimensionName(say.dimension, asked['rows']);
  return (
    <div
      className="table-scroll free-table"
      tabIndex={0}
      role="group"
      aria-label={say.builder.tableLabel}
    >
      <table className="table">
        <thead>
          {wide && (
            <tr>
              <td rowSpan={2}>{corner}</td>
              {columns.map((column) => (
                <th key={column.key} scope="colgroup" colSpan={measures.length}>
                  {nameIn(column.label, language)}
                </th>
              ))}
            </tr>
          )}
          <tr>
            {!wide && <td>{corner}</td>}
            {columns.flatMap((column) =>
              measures.map((measure) => (
                <th key={`${column.key} ${measure.id}`} scope="col" className="number">
                  {nameIn(measure.name, language)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.key} className={row.key === 'total' ? 'sum' : undefined}>
              <th scope="row">{nameIn(row.label, language)}</th>
              {columns.flatMap((column, c) =>
                measures.map((measure, m) => (
                  <NumberCell
                    key={`${column.key} ${measure.id}`}
                    cell={cells[r]?.[c]?.[m]}
                    {...{ measure, asked, row, column }}
                  />
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const dimensionName = (names: Readonly<Record<string, string>>, name: string): string =>
  names[name] ?? name;

function NumberCell(props: {
  readonly cell: Cell | undefined;
  readonly measure: MeasureEntry;
  readonly asked: Asked;
  readonly row: TableLine;
  readonly column: TableLine;
}) {
  const { language, words } = useSpeech();
  const say = words.statistics;
  const { cell, measure, asked, row, column } = props;
  const figure = sayCell(cell, measure.unit, language, say);
  const to = (part: 'numerator' | 'denominator'): string =>
    behindAddress(asked, {
      measure: measure.id,
      part,
      rows: asked['rows'],
      row: row.key,
      columns: asked['columns'],
      column: column.key,
    });
  const open = cell !== undefined && !cell.hidden && cell.value !== null;
  const before = cell?.before ?? null;
  return (
    <td className={`figure number ${column.key === 'total' ? 'sum' : ''}`}>
      {open ? <Link to={to('numerator')}>{figure}</Link> : figure}
      {open && measure.denominator !== null && (
        <span className="cell-before">
          {cell.numerator} ÷ <Link to={to('denominator')}>{cell.denominator}</Link>
        </span>
      )}
      {before !== null && before.value !== null && (
        <span className="cell-before">
          {fill(say.builder.before, { value: formatValue(before.value, measure.unit, language) })}
        </span>
      )}
    </td>
  );
}
