import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parsePractice, type Practice } from '../capabilities/petitions/index.ts';

/**
 * The office's own practice after a conclusion, from `practice.json` in the data directory: the scale
 * of ratings with its source, the days of reminders, the tries of a follow-up.
 * @returns nothing where the office has set nothing
 * @throws when the file is there and is no practice: nobody rates by half a scale
 */
export async function readPractice(dataDir: string): Promise<Practice | undefined> {
  const text = await readFile(path.join(dataDir, 'practice.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  return text === undefined ? undefined : parsePractice(JSON.parse(text));
}
