import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { budgetOf, keeps, wordsOf } from './budgets.ts';
import type { Figure } from './scenarios/scenario.ts';

const file = path.resolve(import.meta.dirname, '../docs/measurements.md');
const [begin, end] = ['<!-- bench:begin -->', '<!-- bench:end -->'];

const shown = ({ value, unit }: Figure): string => {
  const digits = unit === '×' || value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`;
};

/** The figures as a Markdown table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(
    (figure) =>
      `| ${figure.name} | ${shown(figure)} | ${wordsOf(budgetOf(figure))} | ${keeps(figure) ? '' : 'missed'} |`,
  );
  return ['| Figure | Measured | Budget | |', '| --- | ---: | ---: | --- |', ...rows, ''].join(
    '\n',
  );
}

/** What the figures were measured on; no date, so that a repeated run changes figures alone. */
function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${gigabytes} GB of memory, Node ${process.versions.node}`;
}

/** Figures of earlier runs of other scenarios stay; those measured now take their place. */
function merged(before: string, figures: readonly Figure[]): string {
  const fresh = new Map(figures.map((figure) => [figure.name, figure]));
  const kept = before
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Figure|---)/.test(line))
    .filter((line) => !fresh.has(line.split('|')[1]?.trim() ?? ''));
  const table = tableOf(figures).trimEnd();
  return [table, ...kept].join('\n');
}

/** Writes the figures between the markers of docs/measurements.md. */
export function writeMeasurements(figures: readonly Figure[], size: number): void {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  if (to < from) throw new Error(`${file} has lost the markers between which the bench writes`);
  const generated = [
    '',
    `With ${size.toLocaleString('en')} petitions loaded; program, worker, database and load generator share ${machine()}.`,
    'Repeat with `npm run bench`; one scenario with `npm run bench -- registration`.',
    '',
    merged(text.slice(from, to), figures),
    '',
  ].join('\n');
  writeFileSync(file, text.slice(0, from) + generated + text.slice(to));
}
