import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Language } from '../../platform/http/index.ts';
import { neutralise } from '../desk/index.ts';
import type { Cell, MeasureEntry, Table } from './contract.ts';

type Line = readonly (string | number | null)[];

const words = {
  sheet: { zh: '统计表', en: 'Statistics' },
  asOf: { zh: '截至', en: 'As of' },
  period: { zh: '时期', en: 'Period' },
  compared: { zh: '对比时期', en: 'Compared with' },
  formula: { zh: '计算公式', en: 'Formula' },
  source: { zh: '口径来源', en: 'Source' },
  value: { zh: '值', en: 'value' },
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  before: { zh: '对比值', en: 'compared value' },
  hidden: { zh: '不足 10 件，不显示', en: 'fewer than 10, not shown' },
} as const;

const pick = (name: { readonly zh: string; readonly en: string }, language: Language): string =>
  language === 'zh-CN' ? name.zh : name.en;

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000;

/** What stands of one measure in one cell: the value with what it is made of beside it. */
function partsOf(cell: Cell | undefined, measure: MeasureEntry, table: Table, language: Language) {
  const gone = cell === undefined || cell.hidden;
  const value = gone ? pick(words.hidden, language) : rounded(cell.value);
  const made =
    measure.denominator === null ? [] : [cell?.numerator ?? null, cell?.denominator ?? null];
  return [
    value,
    ...made,
    ...(table.compared === null ? [] : [rounded(cell?.before?.value ?? null)]),
  ];
}

function headOf(measure: MeasureEntry, table: Table, language: Language): readonly string[] {
  const name = pick(measure.name, language);
  const of = (part: keyof typeof words): string => `${name} · ${pick(words[part], language)}`;
  return [
    name,
    ...(measure.denominator === null ? [] : [of('numerator'), of('denominator')]),
    ...(table.compared === null ? [] : [of('before')]),
  ];
}

/**
 * A table line by line, with its period, formulas and sources on top: it is read where nobody can
 * ask how it was made.
 */
export function linesOfTable(table: Table, language: Language): readonly Line[] {
  const { period, compared, measures, rows, columns } = table;
  const span = ({ from, to }: { from: string; to: string }): string => `${from} – ${to}`;
  const wide = columns.length > 1;
  const about: Line[] = measures.map((measure) => [
    pick(measure.name, language),
    pick(words.formula, language),
    pick(measure.formula, language),
    pick(words.source, language),
    pick(measure.source, language),
  ]);
  return [
    [pick(words.asOf, language), table.asOf],
    [pick(words.period, language), span(period)],
    ...(compared === null ? [] : [[pick(words.compared, language), span(compared)]]),
    ...about,
    [],
    [
      '',
      ...columns.flatMap(({ label }) =>
        measures.flatMap((measure) =>
          headOf(measure, table, language).map((head) =>
            wide ? `${pick(label, language)} · ${head}` : head,
          ),
        ),
      ),
    ],
    ...rows.map(({ label }, row) => [
      pick(label, language),
      ...columns.flatMap((_, column) =>
        measures.flatMap((measure, place) =>
          partsOf(table.cells[row]?.[column]?.[place], measure, table, language),
        ),
      ),
    ]),
  ];
}

/** no text of a table is taken for a formula. */
const safe = (cell: string | number | null): string | number =>
  typeof cell === 'string' ? neutralise(cell) : (cell ?? '');

const quoted = (cell: string | number | null): string => {
  const text = String(safe(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as CSV, with the mark by which spreadsheets know UTF-8. */
export const csvOf = (table: Table, language: Language): string =>
  `\uFEFF${linesOfTable(table, language)
    .map((line) => line.map(quoted).join(','))
    .join('\r\n')}\r\n`;

/** A table as XLSX, written line by line. */
export function xlsxOf(table: Table, language: Language): PassThrough {
  const bytes = new PassThrough();
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: bytes,
    useStyles: false,
    useSharedStrings: false,
  });
  const sheet = writer.addWorksheet(pick(words.sheet, language));
  for (const line of linesOfTable(table, language)) sheet.addRow(line.map(safe)).commit();
  sheet.commit();
  writer.commit().catch((error: Error) => bytes.destroy(error));
  return bytes;
}
