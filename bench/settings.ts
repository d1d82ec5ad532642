import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface Settings {
  readonly scenarios: readonly string[];
  /** Petitions loaded before anything is measured. */
  readonly size: number;
  /** Seconds that each load lasts. */
  readonly seconds: number;
  /** Where the loaded database is kept between runs. */
  readonly data: string;
  /** Leaves docs/measurements.md as it is. */
  readonly dry: boolean;
  /** Counts every measure once more from the raw events, by plain loops, and compares. */
  readonly check: boolean;
  /** Arguments of Node itself for the program, as for profiling. */
  readonly node: readonly string[];
}

/** `npm run bench [-- name…] [--size 100000] [--seconds 20] [--data DIR] [--dry] [--check]` */
export function readSettings(args: readonly string[]): Settings {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      size: { type: 'string', default: '100000' },
      seconds: { type: 'string', default: '20' },
      data: { type: 'string', default: path.join(tmpdir(), 'huiyin-bench') },
      dry: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      node: { type: 'string', multiple: true, default: [] },
    },
  });
  return {
    scenarios: positionals,
    size: Number(values.size),
    seconds: Number(values.seconds),
    data: path.resolve(values.data),
    dry: values.dry,
    check: values.check,
    node: values.node,
  };
}

/** The program's settings over a data directory. */
export const environment = (dataDir: string, port: number): NodeJS.ProcessEnv => ({
  ...process.env,
  DATA_DIR: dataDir,
  PORT: String(port),
  METRICS_PORT: '0',
  LOG_LEVEL: 'warn',
  REQUIRE_SECOND_FACTOR: 'no',
  // Each request says where it comes from, so that public intake is not throttled as one caller.
  TRUSTED_PROXY: '127.0.0.1',
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
});
