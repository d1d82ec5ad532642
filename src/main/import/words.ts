import type { ImportSummary } from './import-rows.ts';

/** What the import says to whoever runs it. */
export const usage = [
  '用法：npm run import -- 文件 [--source 来源名称] [--region 地区代码] [--dry-run]',
  '      npm run import -- --template 模板.xlsx',
  '文件为 JSON 行（.jsonl）或 XLSX 表格；编号相同的行只导入一次。',
  'Usage: npm run import -- FILE [--source NAME] [--region CODE] [--dry-run]',
  '       npm run import -- --template OUT.xlsx',
  'FILE holds JSON lines (.jsonl) or is an XLSX workbook; a row is imported once by its number.',
  '',
].join('\n');

export const cannotOpen = (file: string): string => `打不开文件 ${file}。\nCannot open ${file}.\n`;

export const regionUnknown = (code: string): string =>
  `没有代码为“${code}”的地区，或者它没有信访机构。\nThere is no region “${code}” with a petition office.\n`;

export const templateWritten = (file: string): string => `模板已写入 ${file}\nTemplate: ${file}\n`;

export const faultLine = (line: number, field: string, zh: string, en: string): string =>
  `第 ${line} 行${field === '' ? '' : ` ${field}`}：${zh}\n  line ${line}: ${en}\n`;

export const moreFaults = (count: number): string =>
  `（其余 ${count} 行的原因见清单 the other ${count} bad rows stand in the list）\n`;

export const progressLine = (summary: ImportSummary, rowsASecond: number): string =>
  `\r已读 ${summary.read} 行 read · 导入 ${summary.imported} imported · ${rowsASecond} 行/秒 a second   `;

/** The end of a run, in both languages. */
export function summaryLines(
  summary: ImportSummary,
  more: { readonly dryRun: boolean; readonly seconds: number; readonly errors: string | undefined },
): string {
  const { read, imported, already, refused, cleaned, leftOut, unknown } = summary;
  const done = more.dryRun ? ['可以导入', 'could be imported'] : ['导入', 'imported'];
  const seconds = more.seconds.toFixed(1);
  const lines = [
    '',
    `共读 ${read} 行：${done[0]} ${imported}，已有 ${already}，不合格 ${refused}（${seconds} 秒）。`,
    `Read ${read}: ${done[1]} ${imported}, already there ${already}, refused ${refused} (${seconds} s).`,
  ];
  if (cleaned > 0) {
    lines.push(
      `${cleaned} 行去掉了看不见的控制字符。`,
      `Invisible control characters were taken out of ${cleaned} rows.`,
    );
  }
  if (leftOut > 0) {
    lines.push(
      `${leftOut} 行原来的答复超过字数限制，没有随件导入。`,
      `The earlier answer of ${leftOut} rows is over the limit and was not imported with them.`,
    );
  }
  if (unknown.size > 0) {
    const names = [...unknown].slice(0, 20).join(', ');
    lines.push(`没有使用的字段：${names}`, `Fields not used: ${names}`);
  }
  if (more.errors !== undefined) {
    lines.push(`不合格行清单：${more.errors}`, `List of bad rows: ${more.errors}`);
  }
  return `${lines.join('\n')}\n`;
}
