import { createElement, Fragment } from 'react';
import {
  loadOrganisation,
  type Organisation,
  type Unit,
} from '../capabilities/identity-organisation/index.ts';
import {
  leaderBeside,
  meetingsBeside,
  visitsBeside,
  waysBeside,
} from '../capabilities/case-sponsorship/index.ts';
import { promisesBeside } from '../capabilities/commitments/index.ts';
import { disputeOriginBeside } from '../capabilities/disputes/index.ts';
import { countOfPetition } from '../capabilities/hearings-mediation/index.ts';
import { paperKinds, renderPaper, verifyPaper } from '../capabilities/papers/index.ts';
import {
  askForWord,
  openPaperFile,
  openPart,
  openProgress,
  openReceipt,
  readOwnLooks,
  registerPetition,
  replaceLostCode,
  runCommand,
  stageUpload,
  unstageUpload,
  type PetitionPagesDeps,
} from '../capabilities/petitions/index.ts';
import { localDate, startOfDay } from '../kernel/local-date.ts';
import { refuse } from '../kernel/refusals.ts';
import { ok } from '../kernel/result.ts';
import { nobody } from '../platform/database/index.ts';
import type { UploadInspector } from '../platform/files/index.ts';
import type { GuessThrottle } from '../platform/http/index.ts';
import { deriveId } from '../platform/vault/index.ts';
import { draftStore } from '../portal/index.ts';
import type { OfficeInfo } from '../portal/index.ts';
import type { Core } from './core.ts';

/** What Reg. art. 18 has every office publish; the procedure is the same for all. */
const officeInfoOf = (unit: Unit): OfficeInfo => ({
  id: unit.id,
  name: unit.name,
  address: unit.receptionPlace ?? unit.address ?? '',
  phone: unit.phone ?? '',
  hours: unit.receptionHours ?? '',
  email: unit.email ?? '',
  procedure: '',
});

const noOffice: OfficeInfo = {
  id: '',
  name: '',
  address: '',
  phone: '',
  hours: '',
  email: '',
  procedure: '',
};

/** The office that citizens of this installation turn to first: the county's, else the nearest. */
function mainOfficeOf(organisation: Organisation): OfficeInfo {
  const offices = officesOf(organisation);
  const office = offices.find((unit) => unit.level === 'county') ?? offices[0];
  return office === undefined ? noOffice : officeInfoOf(office);
}

const isOffice = (unit: Unit): boolean => unit.active && unit.kind === 'petition-office';

/** Citizens look for the office nearest to them: the lowest level comes first. */
const nearestFirst = ['township', 'county', 'city', 'province', 'village'];

const officesOf = (organisation: Organisation): Unit[] =>
  organisation.units
    .filter(isOffice)
    .toSorted((one, other) => nearestFirst.indexOf(one.level) - nearestFirst.indexOf(other.level));

/** The same, asked for once at the start: a page about a failure asks no database. */
export const mainOffice = (core: Core): Promise<OfficeInfo> =>
  core.db.withActor(nobody, 'read', async (tx) => mainOfficeOf(await loadOrganisation(tx)));

/** Units that people know by name and may mean in a petition. */
const nameable = new Set<Unit['kind']>(['bureau', 'township', 'enterprise', 'other']);

/** What other capabilities keep beside a petition, for its progress page, one after the other. */
function besideOf(deps: Core['petitions']): NonNullable<PetitionPagesDeps['beside']> {
  const all = [
    leaderBeside(deps),
    meetingsBeside(deps),
    waysBeside(deps),
    visitsBeside(deps),
    promisesBeside(deps),
    disputeOriginBeside(deps),
  ];
  return async (petition, reading) => {
    const shown = await Promise.all(all.map((show) => show(petition, reading)));
    return shown.every((part) => part === null) ? null : createElement(Fragment, null, ...shown);
  };
}
/** Puts the citizens' pages over the real house. */
export function portalDeps(
  core: Core,
  inspector: UploadInspector,
  guesses: GuessThrottle,
  officeFonts?: string,
): PetitionPagesDeps {
  const { petitions: deps } = core;
  const organisation = (): Promise<Organisation> =>
    core.db.withActor(nobody, 'read', (tx) => loadOrganisation(tx));
  const now = (): number => Date.now();
  return {
    now,
    guesses,
    publicUrl: deps.publicUrl,
    drafts: draftStore(core.db, deps.vault),
    mainOffice: async () => mainOfficeOf(await organisation()),
    offices: async () => officesOf(await organisation()).map(officeInfoOf),
    verifyPaper: async (code) => {
      const house = await organisation();
      const found = await core.db.withActor(nobody, 'read', (tx) => verifyPaper(tx, code));
      if (found === undefined) return refuse('not-found');
      return ok({
        title: paperKinds[found.kind].title,
        number: found.number ?? '',
        issuer: house.find(found.unitId)?.name ?? '',
        sealedAt: found.issuedOn === null ? 0 : startOfDay(localDate(found.issuedOn)).getTime(),
        pdfHash: found.sha256,
        isVoid: found.stage === 'void',
      });
    },
    submit: (input, { commandKey, owner }) =>
      registerPetition(deps, input, { actor: null, commandKey, uploadOwner: owner }),
    openProgress: (number, code) => openProgress(deps, number, code, now()),
    askForWord: (lost, language) => askForWord(deps, lost, { language, now: now() }),
    replaceLostCode: (lost, commandKey) => replaceLostCode(deps, lost, { commandKey, now: now() }),
    openPart: (petitionId, number) => openPart(deps, petitionId, number),
    command: (petitionId, type, input, commandKey) =>
      runCommand(deps, petitionId, type, input, {
        actor: { kind: 'petitioner', petitionId },
        commandId: deriveId(deps.keys, `petitioner:${petitionId}`, type, commandKey),
        uploadOwner: `petition:${petitionId}`,
      }),
    readLooks: (petitionId) => readOwnLooks(deps, petitionId),
    beside: besideOf(deps),
    countProceedings: (petitionId) =>
      countOfPetition(deps, { kind: 'petitioner', petitionId }, petitionId),
    regionChildren: async (parent) => {
      const { regions } = await organisation();
      return regions
        .filter((region) => region.parentCode === parent)
        .map(({ code, name }) => ({
          code,
          name,
          hasChildren: regions.some((region) => region.parentCode === code),
        }));
    },
    regionPath: async (code) => {
      const house = await organisation();
      return house
        .regionsAround(code)
        .toReversed()
        .map((region) => ({
          code: region.code,
          name: region.name,
          hasChildren: house.regions.some((other) => other.parentCode === region.code),
        }));
    },
    unitsNear: async (regionCode) => {
      const house = await organisation();
      const around = new Set(house.regionsAround(regionCode).map((region) => region.code));
      return house.units
        .filter((unit) => unit.active && nameable.has(unit.kind) && around.has(unit.regionCode))
        .slice(0, 100)
        .map(({ id, name }) => ({ code: id, name }));
    },
    stageUpload: async (owner, file, keepUntil) => {
      const inspected = await inspector.inspect(file);
      return inspected.ok ? stageUpload(deps, inspected.value, owner, keepUntil) : inspected;
    },
    discardUpload: (owner, uploadId) => unstageUpload(deps, owner, uploadId),
    openPaper: async (petitionId, paperId) => {
      const actor = { kind: 'petitioner', petitionId } as const;
      if (paperId === 'receipt') {
        const document = await openReceipt(deps, actor, petitionId);
        if (document === null) return refuse('paper-unknown');
        const { bytes } = await renderPaper(document, 'pdf', officeFonts);
        return ok({ ...pdf, fileName: `${document.title}.pdf`, bytes: Buffer.from(bytes) });
      }
      const file = await openPaperFile(deps, actor, petitionId, paperId);
      return file === null
        ? refuse('paper-unknown')
        : ok({ ...pdf, fileName: `${file.title}.pdf`, bytes: file.bytes });
    },
  };
}

const pdf = { mediaType: 'application/pdf' } as const;
