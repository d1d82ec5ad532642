import { readConfig } from '../platform/config/config.ts';
import type { StartProblem } from '../platform/config/problems.ts';
import { prepareDataDir } from '../platform/database/data-dir.ts';
import { openDatabase } from '../platform/database/open.ts';

/**
 * `npm run migrate`: brings the schema up to date and finishes what an interrupted run left.
 * @param env the environment with the settings
 * @param write where the sentences go
 * @returns the exit code
 */
export const runMigrate = async (
  env: Readonly<Record<string, string | undefined>>,
  write: (text: string) => unknown,
): Promise<number> => {
  const read = readConfig(env);
  if (!read.ok) return say(write, read.refusal);
  const prepared = await prepareDataDir(read.value);
  if (!prepared.ok) return say(write, [prepared.refusal]);
  const opened = await openDatabase(prepared.value, { as: 'tool', halfDone: 'resume' });
  if (!opened.ok) return say(write, [opened.refusal]);
  const { applied, close } = opened.value;
  for (const name of applied) write(`+ ${name}\n`);
  write(`数据库结构已是最新。 The database schema is up to date (${applied.length} applied).\n`);
  await close();
  return 0;
};

/** Writes why a program does not start, in both languages, and gives its exit code. */
export const say = (
  write: (text: string) => unknown,
  problems: readonly StartProblem[],
): number => {
  for (const { zh, en } of problems) write(`${zh}\n${en}\n`);
  return 1;
};
