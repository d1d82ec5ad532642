import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { aidRulesSchema, type AidRules } from '../capabilities/case-sponsorship/index.ts';
import { parsePractice, type Practice } from '../capabilities/petitions/index.ts';

/** A file of the data directory; nothing where there is none. */
const readSetting = (dataDir: string, name: string): Promise<string | undefined> =>
  readFile(path.join(dataDir, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/**
 * The office's own practice after a conclusion, from `practice.json` in the data directory: the scale
 * of ratings with its source, the days of reminders, the tries of a follow-up.
 * @returns nothing where the office has set nothing
 * @throws when the file is there and is no practice: nobody rates by half a scale
 */
export async function readPractice(dataDir: string): Promise<Practice | undefined> {
  const text = await readSetting(dataDir, 'practice.json');
  return text === undefined ? undefined : parsePractice(JSON.parse(text));
}

/**
 * Who approves which aid at this place, with what says so, from `aid-rules.json` (S-5).
 * @returns nothing where the office has set nothing: the usual practice
 * @throws when the file is there and does not say it for every kind of aid
 */
export async function readAidRules(dataDir: string): Promise<AidRules | undefined> {
  const text = await readSetting(dataDir, 'aid-rules.json');
  return text === undefined ? undefined : aidRulesSchema.parse(JSON.parse(text));
}
