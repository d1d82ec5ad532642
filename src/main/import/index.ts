import { open } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { composeCore, type Core } from '../core.ts';
import { openAll } from '../open.ts';
import { ErrorFile } from './error-file.ts';
import type { Fault, ReadRow } from './fault.ts';
import { importRows, type ImportSummary } from './import-rows.ts';
import { readLines } from './read-lines.ts';
import { FileFault, readSheet } from './read-sheet.ts';
import { writeTemplate } from './template.ts';
import * as words from './words.ts';

type Write = (text: string) => unknown;

const exit = { done: 0, stopped: 1, someRefused: 2, usage: 64 } as const;

interface Arguments {
  readonly file: string;
  readonly source: string;
  readonly region: string | undefined;
  readonly dryRun: boolean;
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        region: { type: 'string' },
        template: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    return { values, file: positionals.length > 1 ? undefined : positionals[0] };
  } catch {
    return undefined;
  }
}

/**
 * `npm run import -- FILE`: petitions in bulk from JSON lines or a workbook (P-1).
 * @param env the environment with the settings
 * @param args the file and its options; see `usage`
 * @param write where sentences for the operator go
 * @returns 0 all rows are in; 2 some were refused; 1 nothing could be read; 64 wrong usage
 */
export async function runImport(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  write: Write,
): Promise<number> {
  const read = readArguments(args);
  if (read?.values.template !== undefined) {
    await writeTemplate(read.values.template);
    write(words.templateWritten(read.values.template));
    return exit.done;
  }
  if (read?.file === undefined) {
    write(words.usage);
    return exit.usage;
  }
  const { file, values } = read;
  const opened = await openAll(env, 'tool');
  if (!opened.ok) {
    for (const { zh, en } of opened.refusal) write(`${zh}\n${en}\n`);
    return exit.stopped;
  }
  const { config, database, keys } = opened.value;
  const scheme = config.tls === undefined ? 'http' : 'https';
  try {
    const core = await composeCore({
      db: database.db,
      keys,
      dataDir: config.dataDir,
      publicUrl: config.publicUrl ?? `${scheme}://${config.host}:${config.port}`,
    });
    try {
      const source = values.source ?? path.parse(file).name;
      const { region } = values;
      return await importFile(core, { file, source, region, dryRun: values['dry-run'] }, write);
    } finally {
      core.stop();
    }
  } finally {
    await database.close();
  }
}

/** Faults that are shown at once; all of them stand in the list. */
const shown = 20;

/**
 * Imports one file.
 * @returns as `runImport`
 */
export async function importFile(
  core: Core,
  { file, source, region, dryRun }: Arguments,
  write: Write,
): Promise<number> {
  if (region !== undefined && !(await hasOffice(core, region))) {
    write(words.regionUnknown(region));
    return exit.stopped;
  }
  const rows = await openRows(file);
  if (rows === undefined) {
    write(words.cannotOpen(file));
    return exit.stopped;
  }
  const errors = await ErrorFile.open(file);
  let faults = 0;
  const onFault = (line: number, why: Fault): void => {
    faults += 1;
    errors.add(line, why);
    if (faults <= shown) write(words.faultLine(line, why.field, why.zh, why.en));
  };
  const started = performance.now();
  let told = started;
  const onProgress = (summary: ImportSummary): void => {
    const now = performance.now();
    if (now - told < 1_000) return;
    told = now;
    write(words.progressLine(summary, Math.round((summary.read / (now - started)) * 1_000)));
  };
  const now = Date.now();
  try {
    const options = { core, rows, source, region, dryRun, now, onFault, onProgress };
    const summary = await importRows(options);
    if (faults > shown) write(words.moreFaults(faults - shown));
    const seconds = (performance.now() - started) / 1_000;
    const list = faults === 0 ? undefined : errors.path;
    write(words.summaryLines(summary, { dryRun, seconds, errors: list }));
    return summary.refused === 0 ? exit.done : exit.someRefused;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    write(`${error.fault.zh}\n${error.fault.en}\n`);
    return exit.stopped;
  } finally {
    await errors.close(faults > 0);
  }
}

const hasOffice = (core: Core, region: string): Promise<boolean> =>
  core.db.withActor(
    { actor: 'system:import', units: [], roles: ['system'] },
    'read',
    async (tx) => {
      const organisation = await core.petitions.organisation(tx);
      return organisation.petitionOfficeOf(region) !== undefined;
    },
  );

/** A workbook by its first bytes, whatever the file is called; anything else is read as lines. */
async function openRows(file: string): Promise<AsyncIterable<ReadRow> | undefined> {
  try {
    const handle = await open(file);
    const start = Buffer.alloc(4);
    await handle.read(start, 0, 4, 0);
    await handle.close();
    const packed = start.equals(Buffer.from('PK\u0003\u0004', 'latin1'));
    return packed || file.toLowerCase().endsWith('.xlsx') ? readSheet(file) : readLines(file);
  } catch {
    return undefined;
  }
}
