import path from 'node:path';
import { exportKind, findStaffActor, type ExportDeps } from '../capabilities/desk/index.ts';
import {
  createIdentity,
  loadOrganisation,
  type IdentityContext,
} from '../capabilities/identity-organisation/index.ts';
import { enqueueMessage } from '../capabilities/messages/index.ts';
import type { SponsorshipDeps } from '../capabilities/case-sponsorship/index.ts';
import type { PetitionDeps } from '../capabilities/petitions/index.ts';
import {
  countOpenPetitions,
  followHeadKind,
  renderPaperKind,
} from '../capabilities/petitions/index.ts';
import {
  consequenceCasePapers,
  consequenceKind,
  lettersCasePapers,
  lettersKind,
} from '../capabilities/supervision/index.ts';
import { findLawfulBodies, reviewCasePapers } from '../capabilities/review/index.ts';
import type { ReportDeps } from '../capabilities/statistics/index.ts';
import { calendarProvider } from '../platform/calendar/index.ts';
import { setThresholds } from '../kernel/clock-colours.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { MustCheckDeps } from '../capabilities/supervision/index.ts';
import { FileStore, type FileStoreOptions } from '../platform/files/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import { newId, Vault, WordIndex, type MasterKeys } from '../platform/vault/index.ts';
import { readMustChecks } from './must-checks-file.ts';
import { readAidRules, readPractice } from './practice-file.ts';
import { snapshotOf } from './organisation-snapshot.ts';
import { factSources, measuresOf } from './statistics-sources.ts';

/** What server, worker, tools and tests all work with. */
export interface Core {
  readonly db: Database;
  readonly keys: MasterKeys;
  readonly supervision: MustCheckDeps;
  readonly petitions: SponsorshipDeps;
  readonly exports: ExportDeps;
  readonly identity: IdentityContext;
  readonly statistics: ReportDeps;
  /** Ends what looks for new calendars; the database is the caller's. */
  readonly stop: () => void;
}

export interface CoreOptions {
  readonly db: Database;
  readonly keys: MasterKeys;
  readonly dataDir: string;
  readonly publicUrl: string;
  /** Where jobs are sent; a tool that renders nothing may leave it out. */
  readonly jobs?: Pick<Jobs, 'enqueue'>;
  readonly requireSecondFactor?: boolean;
  readonly oidc?: NonNullable<Config['oidc']>;
  /** Tells the free bytes of the files' disk; replaced in tests. */
  readonly freeBytes?: NonNullable<FileStoreOptions['freeBytes']>;
}

/** Puts the capabilities together over one database and one set of keys. */
export async function composeCore(options: CoreOptions): Promise<Core> {
  const { db, keys, jobs } = options;
  const vault = new Vault(keys);
  const directory = path.join(options.dataDir, 'files');
  const { freeBytes } = options;
  const files = await FileStore.open({
    directory,
    vault,
    keys,
    ...(freeBytes === undefined ? {} : { freeBytes }),
  });
  const calendars = await calendarProvider(db);
  const practice = await readPractice(options.dataDir);
  if (practice !== undefined) setThresholds(practice.clockColours);
  const aidRules = await readAidRules(options.dataDir);
  const petitions: SponsorshipDeps = {
    db,
    keys,
    vault,
    words: new WordIndex(keys),
    files,
    calendar: calendars.calendar,
    calendarInForce: calendars.inForce,
    organisation: organisationOf(),
    reviewBodies: async (tx, issuer, on) =>
      findLawfulBodies(tx, await petitions.organisation(tx), { issuer, stage: 'review', on }),
    casePapers: (kind) =>
      ({
        review: reviewCasePapers,
        [lettersKind.kind]: lettersCasePapers,
        [consequenceKind.kind]: consequenceCasePapers,
      })[kind]?.(petitions),
    ...(practice === undefined ? {} : { practice }),
    ...(aidRules === undefined ? {} : { aidRules }),
    enqueueRendering: async (tx, petitionId, paperId, kind) => {
      const place = { petitionId, paperId, ...(kind === undefined ? {} : { kind }) };
      await jobs?.enqueue(tx, renderPaperKind, place);
    },
    enqueueFollowing: async (tx, headId) => {
      await jobs?.enqueue(tx, followHeadKind, { headId });
    },
    publicUrl: options.publicUrl,
  };
  const identity = createIdentity({
    database: db,
    masterKeys: keys,
    ...(options.requireSecondFactor === undefined
      ? {}
      : { requireSecondFactor: options.requireSecondFactor }),
    ...(options.oidc === undefined ? {} : { oidc: oidcOf(options.oidc, options.publicUrl) }),
    countOpenPetitions,
    tellStaff: (tx, { about, userId, unitId, template, params }) =>
      enqueueMessage(tx, {
        streamId: about,
        messageId: newId(),
        unitId,
        recipient: { kind: 'staff', unitId, userId },
        template,
        params,
        named: [`staff:${userId}`],
      }),
  });
  const exports: ExportDeps = {
    ...petitions,
    enqueueExport: async (tx, exportId) => {
      await jobs?.enqueue(tx, exportKind, { exportId });
    },
    findActor: findStaffActor,
  };
  const statistics: ReportDeps = {
    db,
    keys,
    sources: factSources,
    measures: measuresOf(practice),
    calendar: calendars.calendar,
    vault,
    organisation: petitions.organisation,
  };
  const mustChecks = await readMustChecks(options.dataDir);
  const supervision = { ...petitions, ...(mustChecks === undefined ? {} : { mustChecks }) };
  return { db, keys, petitions, supervision, exports, identity, statistics, stop: calendars.stop };
}

/** The organisation as a transaction first saw it: asked for several times, looked up once. */
function organisationOf(): PetitionDeps['organisation'] {
  const seen = new WeakMap<Tx, ReturnType<PetitionDeps['organisation']>>();
  return (tx) => {
    const known = seen.get(tx);
    if (known !== undefined) return known;
    const looked = loadOrganisation(tx).then(snapshotOf);
    seen.set(tx, looked);
    return looked;
  };
}

const oidcOf = (oidc: NonNullable<Config['oidc']>, publicUrl: string) => ({
  ...oidc,
  redirectUri: `${publicUrl}/api/v1/session/oidc/callback`,
  claim: 'preferred_username',
});
