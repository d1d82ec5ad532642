import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runMustChecks } from '../../src/capabilities/supervision/index.ts';
import { composeCore, type Core } from '../../src/main/core.ts';
import { createDatabase } from '../../src/platform/database/index.ts';
import { MasterKeys } from '../../src/platform/vault/index.ts';

/** What a night found, and how long it lasted. */
export interface Night {
  readonly found: number;
  /** Of these, periods that ran out. */
  readonly late: number;
  readonly ms: number;
}

/**
 * What the nightly look needs, on the program's database. Items of a bench are opened by nobody: any
 * key seals what they do not contain.
 */
export async function openNight(url: string): Promise<{ core: Core; end: () => Promise<void> }> {
  const db = createDatabase({ url });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'huiyin-supervision-'));
  const keys = new MasterKeys(1, new Map([[1, Buffer.alloc(32, 3)]]));
  const core = await composeCore({ db, keys, dataDir, publicUrl: '' });
  return {
    core,
    end: async () => {
      core.stop();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** One night in a process of its own, as in the worker: whoever reads lists meanwhile is measured apart. */
if (import.meta.filename === process.argv[1]) {
  const { core, end } = await openNight(process.argv[2] ?? '');
  const started = performance.now();
  const found = await runMustChecks(core.supervision, Date.now(), new AbortController().signal);
  const night: Night = {
    found: Object.values(found).reduce<number>((sum, each) => sum + each, 0),
    late: found['not-in-time'],
    ms: performance.now() - started,
  };
  await end();
  process.send?.(night, () => process.disconnect());
}
