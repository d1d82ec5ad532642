import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { actorId } from '../../../kernel/actor.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import { openVisible, systemActor, visibleNumbers } from '../../petitions/index.ts';
import type { CommitmentDeps } from '../commands/deps.ts';
import type { ListQuery } from '../contract.ts';
import { isCommitmentVisible, mayMake } from '../policy.ts';
import type { CommitmentRow } from '../projection.ts';
import {
  countOfSources,
  findOfPetition,
  findOfSource,
  listCommitments,
  listPublished,
} from '../store.ts';
import type { CommitmentSource } from '../commitment.ts';
import type { CommitmentLine, CommitmentPage, OwnCommitment, PublicCommitment } from '../view.ts';
import { lineOf, ownOf, publicOf } from './lines.ts';
import { openRecords } from './open.ts';

const start = { dueDate: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };
const end = { dueDate: '9999-12-31', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

const placeOf = (after: string | undefined, otherwise: typeof start): typeof start => {
  if (after === undefined) return otherwise;
  const [dueDate = '', id = ''] = after.split('.');
  return { dueDate, id };
};

const nextOf = (rows: readonly CommitmentRow[], limit: number): string | null => {
  const last = rows.at(-1);
  return last === undefined || rows.length < limit ? null : `${last.dueDate}.${last.id}`;
};

const petitionsOf = (rows: readonly CommitmentRow[]): string[] => [
  ...new Set(rows.flatMap(({ petitionId }) => (petitionId === null ? [] : [petitionId]))),
];

/** The lines of rows whose petitions the reader may see; of others nothing is told (L-5). */
async function linesOf(
  tx: Tx,
  deps: CommitmentDeps,
  rows: readonly CommitmentRow[],
  now: number,
): Promise<readonly CommitmentLine[]> {
  const numbers = await visibleNumbers(tx, petitionsOf(rows));
  const organisation = await deps.organisation(tx);
  const seen = rows.filter(({ petitionId }) => petitionId === null || numbers.has(petitionId));
  const opened = await openRecords(
    tx,
    deps,
    seen.map(({ id }) => id),
  );
  return opened.map((record) => {
    const { petitionId } = record.commitment;
    const number = petitionId === null ? null : (numbers.get(petitionId) ?? null);
    return lineOf(record, number, organisation, now);
  });
}

/**
 * What one source promised, such as a reception or an instruction, as a reader may see it.
 * @param now epoch ms
 */
export const listOfSource = (
  deps: CommitmentDeps,
  actor: StaffActor,
  source: { readonly kind: CommitmentSource; readonly id: string },
  now: number,
): Promise<readonly CommitmentLine[]> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) =>
    linesOf(tx, deps, await findOfSource(tx, source), now),
  );

/**
 * A page of promises by date. Each whose petition the reader may not see (any more) is left out, so
 * that a page can be shorter than asked for (L-5).
 * @param now epoch ms
 */
export function listOfStaff(
  deps: CommitmentDeps,
  actor: StaffActor,
  query: ListQuery,
  now: number,
): Promise<CommitmentPage> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await listCommitments(tx, {
      whose: query.whose,
      userId: actor.userId,
      unitId: actor.unitId,
      units: actor.readingUnits,
      actor: actorId(actor),
      status: query.status ?? null,
      sourceKind: query.source ?? null,
      keptBy: query.unit ?? null,
      today: localDateOf(now),
      after: placeOf(query.after, start),
      limit: query.limit,
    });
    const items = await linesOf(tx, deps, rows, now);
    return { items, next: nextOf(rows, query.limit), mayMake: mayMake(actor) };
  });
}

/** Those of one petition, as one actor sees them; the petition was passed. */
async function openOfPetition(tx: Tx, deps: CommitmentDeps, petitionId: string) {
  const rows = await findOfPetition(tx, petitionId);
  return openRecords(
    tx,
    deps,
    rows.map(({ id }) => id),
  );
}

/**
 * What was promised on one petition, oldest first.
 * @returns null when there is no such petition for this reader
 */
export function listOfPetition(
  deps: CommitmentDeps,
  actor: Actor,
  petitionId: string,
  now: number,
): Promise<readonly CommitmentLine[] | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return null;
    const { number, office } = folder.petition;
    const organisation = await deps.organisation(tx);
    return (await openOfPetition(tx, deps, petitionId))
      .filter(({ commitment }) => isCommitmentVisible(actor, commitment, office))
      .map((opened) => lineOf(opened, number, organisation, now));
  });
}

/** What was promised to a petitioner, oldest first. */
export function listOfPetitioner(
  deps: CommitmentDeps,
  petitionId: string,
  now: number,
): Promise<readonly OwnCommitment[]> {
  const actor = { kind: 'petitioner', petitionId } as const;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return [];
    const organisation = await deps.organisation(tx);
    return (await openOfPetition(tx, deps, petitionId))
      .filter(({ commitment }) => isCommitmentVisible(actor, commitment, null))
      .map((opened) => ownOf(opened, organisation, now));
  });
}

/**
 * What was promised to everybody, the latest date first.
 * @param after as `next` was given
 */
export function listOfPublic(
  deps: CommitmentDeps,
  now: number,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly items: readonly PublicCommitment[]; readonly next: string | null }> {
  const system = scopeOf(systemActor('commitments'));
  return deps.db.withActor(system, 'read', async (tx) => {
    const rows = await listPublished(tx, placeOf(page.after, end), page.limit);
    const organisation = await deps.organisation(tx);
    const opened = await openRecords(
      tx,
      deps,
      rows.map(({ id }) => id),
    );
    const items = opened.map((record) => publicOf(record, organisation, now));
    return { items, next: nextOf(rows, page.limit) };
  });
}

/**
 * How many promises several sources of a kind made, kept and let pass their day: totals for a
 * results page, without a word of any.
 * @param now epoch ms
 */
export const countPromises = (
  deps: CommitmentDeps,
  source: { readonly kind: CommitmentSource; readonly ids: readonly string[] },
  now: number,
): Promise<{ readonly made: number; readonly kept: number; readonly overdue: number }> =>
  deps.db.withActor(scopeOf(systemActor('commitments')), 'read', (tx) =>
    countOfSources(tx, source, localDateOf(now)),
  );
