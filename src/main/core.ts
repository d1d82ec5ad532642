import path from 'node:path';
import {
  createIdentity,
  loadOrganisation,
  type IdentityContext,
} from '../capabilities/identity-organisation/index.ts';
import type { PetitionDeps } from '../capabilities/petitions/index.ts';
import { renderPaperKind } from '../capabilities/petitions/index.ts';
import { builtInCalendar } from '../kernel/calendar-years.ts';
import type { Database } from '../platform/database/index.ts';
import { FileStore } from '../platform/files/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import { Vault, WordIndex, type MasterKeys } from '../platform/vault/index.ts';
import { snapshotOf } from './organisation-snapshot.ts';

/** What server, worker, tools and tests all work with. */
export interface Core {
  readonly db: Database;
  readonly keys: MasterKeys;
  readonly petitions: PetitionDeps;
  readonly identity: IdentityContext;
}

export interface CoreOptions {
  readonly db: Database;
  readonly keys: MasterKeys;
  readonly dataDir: string;
  readonly publicUrl: string;
  /** Where jobs are sent; a tool that renders nothing may leave it out. */
  readonly jobs?: Pick<Jobs, 'enqueue'>;
  readonly requireSecondFactor?: boolean;
}

/** Puts the capabilities together over one database and one set of keys. */
export async function composeCore(options: CoreOptions): Promise<Core> {
  const { db, keys, jobs } = options;
  const vault = new Vault(keys);
  const directory = path.join(options.dataDir, 'files');
  const files = await FileStore.open({ directory, vault, keys });
  const calendar = builtInCalendar();
  const petitions: PetitionDeps = {
    db,
    keys,
    vault,
    words: new WordIndex(keys),
    files,
    calendar: () => calendar,
    organisation: async (tx) => snapshotOf(await loadOrganisation(tx)),
    enqueueRendering: async (tx, petitionId, paperId) => {
      await jobs?.enqueue(tx, renderPaperKind, { petitionId, paperId });
    },
    publicUrl: options.publicUrl,
  };
  const identity = createIdentity({
    database: db,
    masterKeys: keys,
    ...(options.requireSecondFactor === undefined
      ? {}
      : { requireSecondFactor: options.requireSecondFactor }),
  });
  return { db, keys, petitions, identity };
}
