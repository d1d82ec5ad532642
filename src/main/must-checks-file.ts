import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseMustCheckSettings } from '../capabilities/supervision/index.ts';

/**
 * What the office has set for the must-checks, from `must-checks.json` in the data directory: by which
 * numbers a unit is compared with its peers, and where they come from.
 * @returns nothing where the office has set nothing
 * @throws when the file is there and is none: nobody is compared by half a formula
 */
export async function readMustChecks(
  dataDir: string,
): Promise<ReturnType<typeof parseMustCheckSettings> | undefined> {
  const text = await readFile(path.join(dataDir, 'must-checks.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  return text === undefined ? undefined : parseMustCheckSettings(JSON.parse(text));
}
