import excel from 'exceljs';

/**
 * The rows of a workbook's first sheet, in order, each with its line in it.
 *
 * Read whole and not as a stream: exceljs's streaming reader loses entries of the archive when the
 * machine is busy (docs/adr/workbooks-are-read-whole.md). 50,000 rows of 25 cells take 3.2 s and
 * 830 MB, so callers bound what they accept.
 *
 * @param bytes a workbook that `inspectArchive` found to be one
 * @returns nothing when it holds no sheet
 */
export async function firstSheet(bytes: Buffer): Promise<readonly excel.Row[]> {
  const book = new excel.Workbook();
  // The types know an older Buffer than Node's; the reader takes any view of bytes.
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const rows: excel.Row[] = [];
  book.worksheets[0]?.eachRow((row) => void rows.push(row));
  return rows;
}
