import { firstSheet, inspectArchive, uploadLimits } from '../../platform/files/index.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';

type Row = Readonly<Record<string, string>>;

/** More places than any province has. */
const mostRows = 100_000;

/** A list of places unpacks to far less than a file of evidence may. */
const rowFileLimits = { ...uploadLimits, unpackedBytes: 50 * 1024 * 1024 };

/** Text in the encoding that Chinese office programs still write, where it is not UTF-8. */
const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

/** Cells of a CSV file (RFC 4180). */
export const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    row.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    if (found[3] !== ',') {
      if (row.some((cell) => cell !== '')) rows.push(row);
      row = [];
    }
    if (found[3] === '' || pattern.lastIndex >= text.length) break;
  }
  return rows;
};

const toRows = (cells: readonly (readonly string[])[]): Row[] => {
  const [head = [], ...body] = cells;
  return body.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] ?? ''])));
};

const readXlsx = async (bytes: Buffer): Promise<string[][]> =>
  (await firstSheet(bytes)).map((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, at) => (cells[at - 1] = cell.text.trim()));
    return Array.from(cells, (cell) => cell ?? '');
  });

const readJson = (text: string): unknown[] | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Rows of a file with a heading: CSV (UTF-8 or GB 18030), XLSX, or a JSON list.
 * @returns refusal `file-damaged`, `file-empty`, `file-type`, `file-archive-bomb`
 */
export const readRowFile = async (
  name: string,
  bytes: Buffer,
): Promise<Result<readonly unknown[], Refusal>> => {
  const kind = name.toLowerCase().split('.').at(-1);
  let rows: readonly unknown[] | undefined;
  if (kind === 'csv') rows = toRows(parseCsv(decode(bytes).replace(/^\uFEFF/, '')));
  else if (kind === 'json') rows = readJson(decode(bytes));
  else if (kind === 'xlsx') {
    const verdict = await inspectArchive(bytes, rowFileLimits);
    if (verdict === 'bomb') return refuse('file-archive-bomb', { name });
    if (verdict === 'xlsx') rows = await readXlsx(bytes).then(toRows, () => undefined);
  } else return refuse('file-type', { name });
  if (rows === undefined) return refuse('file-damaged', { name });
  if (rows.length === 0) return refuse('file-empty', { name });
  return rows.length > mostRows ? refuse('file-too-large', { name, limit: 20 }) : ok(rows);
};
