import { parsePetitionNumber } from '../../kernel/petition-number.ts';

/** A number and the line of the sheet that it stands on; the heading is line 1. */
interface Line {
  readonly row: number;
  readonly number: string;
}

/** What offices call the column. */
const headings = new Set(['number', '编号', '信访编号', '信访件编号', '登记编号', '受理编号']);

const isNumber = (text: string): boolean => parsePetitionNumber(text).ok;

const cellsOf = (row: unknown): readonly (readonly [string, string])[] =>
  typeof row === 'object' && row !== null
    ? Object.entries(row).map(([name, value]: [string, unknown]) => [
        name.trim(),
        typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '',
      ])
    : [];

/** In a row: what stands under the heading, or what is a number by its digits, or the first cell. */
const numberIn = (cells: readonly (readonly [string, string])[]): string =>
  (
    cells.find(([name]) => headings.has(name.toLowerCase())) ??
    cells.find(([, value]) => isNumber(value)) ??
    cells.find(([, value]) => value !== '')
  )?.[1] ?? '';

/**
 * The petition numbers of a sheet, whatever else it holds. A sheet that begins with numbers at once
 * has no heading.
 * @param rows as `readRowFile` gives them: by heading
 * @returns one line for each row that says anything
 */
export function numbersOfRows(rows: readonly unknown[]): readonly Line[] {
  const first = cellsOf(rows[0])
    .map(([name]) => name)
    .find(isNumber);
  return [
    ...(first === undefined ? [] : [{ row: 1, number: first }]),
    ...rows.map((row, at) => ({ row: at + 2, number: numberIn(cellsOf(row)) })),
  ].filter(({ number }) => number !== '');
}
