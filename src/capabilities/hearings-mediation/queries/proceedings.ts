import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { setStream, type Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { caseKeyOf, openItems } from '../../../platform/vault/index.ts';
import {
  openVisible,
  scopeOf,
  visibleNumbers,
  type OrganisationSnapshot,
  type PetitionDeps,
} from '../../petitions/index.ts';
import { fold } from '../evolve.ts';
import { mayBegin } from '../policy.ts';
import { findOfPaper, findOfPetition, findOfUnits, type ProceedingRow } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { ProceedingLine, ProceedingsOfPetition, ProceedingView } from '../view.ts';
import { openRoster } from './roster.ts';
import { viewOf } from './view.ts';
import { wordingOf } from './wording.ts';

const lineOf = (
  row: ProceedingRow,
  number: string,
  organisation: Pick<OrganisationSnapshot, 'find'>,
): ProceedingLine => ({
  id: row.id,
  petitionId: row.petitionId,
  number,
  kind: row.kind,
  stage: row.stage,
  unit: { id: row.unit, name: organisation.find(row.unit)?.name ?? row.unit },
  begunAt: row.begunAt.getTime(),
  plannedOn: row.plannedOn,
  confirmBy: row.confirmBy,
});

/**
 * What hangs on one petition, newest first.
 * @returns null when there is no such petition for this reader
 */
export function listOfPetition(
  deps: PetitionDeps,
  actor: Actor,
  petitionId: string,
): Promise<ProceedingsOfPetition | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return null;
    const organisation = await deps.organisation(tx);
    const rows = await findOfPetition(tx, petitionId);
    const { number, purpose } = folder.petition;
    return {
      items: rows.map((row) => lineOf(row, number, organisation)),
      mayBegin: purpose !== 'accusation' && mayBegin(actor, folder.petition),
    };
  });
}

/** What the reader's units conduct, newest first; only on petitions that the reader may see. */
export function listOfUnits(
  deps: PetitionDeps,
  actor: StaffActor,
): Promise<readonly ProceedingLine[]> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const rows = await findOfUnits(tx, [actor.unitId]);
    const numbers = await visibleNumbers(
      tx,
      rows.map(({ petitionId }) => petitionId),
    );
    return rows.flatMap((row) => {
      const number = numbers.get(row.petitionId);
      return number === undefined ? [] : [lineOf(row, number, organisation)];
    });
  });
}

interface Looking {
  readonly actor: Actor;
  readonly petitionId: string;
  /** Epoch ms. */
  readonly now: number;
}

async function openIn(
  tx: Tx,
  deps: PetitionDeps,
  { actor, petitionId, now }: Looking,
  ids: readonly string[] | 'all',
): Promise<readonly ProceedingView[]> {
  const folder = await openVisible(tx, deps, actor, petitionId);
  if (folder === null) return [];
  const organisation = await deps.organisation(tx);
  const rows = await findOfPetition(tx, petitionId);
  const wanted = rows.filter(({ id }) => ids === 'all' || ids.includes(id));
  if (wanted.length === 0) return [];
  const roster = await openRoster(tx, deps);
  const views: ProceedingView[] = [];
  for (const row of wanted) {
    await setStream(tx, row.id);
    const events = (await loadEvents(tx, row.id)).map(upcast);
    const state = fold(row.id, events);
    if (state === null) continue;
    const key = await caseKeyOf(tx, deps, row.id);
    const opened = await openItems(tx, deps, row.id, key);
    views.push(
      viewOf(state, events, {
        line: lineOf(row, folder.petition.number, organisation),
        actor,
        now,
        calendar: deps.calendar(),
        organisation,
        roster,
        wording: wordingOf(folder, organisation, roster, opened),
      }),
    );
  }
  return views;
}

/**
 * One proceeding as one reader sees it.
 * @param now epoch ms
 * @returns null when there is no such proceeding for this reader (404, never 403)
 */
export function openProceeding(
  deps: PetitionDeps,
  actor: Actor,
  petitionId: string,
  id: string,
  now: number,
): Promise<ProceedingView | null> {
  return deps.db.withActor(
    scopeOf(actor),
    'read',
    async (tx) => (await openIn(tx, deps, { actor, petitionId, now }, [id]))[0] ?? null,
  );
}

/** All proceedings of a petition, opened: what its petitioner reads in the portal. */
export const openAll = (
  deps: PetitionDeps,
  actor: Actor,
  petitionId: string,
  now: number,
): Promise<readonly ProceedingView[]> =>
  deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    openIn(tx, deps, { actor, petitionId, now }, 'all'),
  );

/** How many proceedings a petition has that this reader may see. */
export const countOfPetition = (
  deps: PetitionDeps,
  actor: Actor,
  petitionId: string,
): Promise<number> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    return folder === null ? 0 : (await findOfPetition(tx, petitionId)).length;
  });

/** Proceedings that a paper of a petition belongs to; for the system. */
export const placesOfPaper = (
  deps: Pick<PetitionDeps, 'db'>,
  paperId: string,
): Promise<readonly ProceedingRow[]> =>
  deps.db.withActor(scopeOf({ kind: 'system', name: 'proceedings' }), 'read', (tx) =>
    findOfPaper(tx, paperId),
  );
