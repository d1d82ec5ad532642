import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import {
  nextPlace,
  placeBefore,
  scopeOf,
  setStream,
  setStreams,
  type Tx,
} from '../../../../platform/database/index.ts';
import {
  caseKeyOf,
  openItems,
  unwrapCaseKey,
  loadCaseKeys,
} from '../../../../platform/vault/index.ts';
import { readStand } from '../../../commitments/index.ts';
import {
  maskName,
  maskTelephone,
  recordAccess,
  visibleNumbers,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import {
  doneOf,
  isLate,
  totalOf,
  type HouseholdDetails,
  type PromiseWords,
  type PublicPromise,
} from '../case.ts';
import { householdIdOf } from '../codes.ts';
import type { PromiseDeps } from '../commands/deps.ts';
import type { HouseholdsQuery, PromisesQuery } from '../contract.ts';
import { isPromiseVisible, mayMakePromise, mayPromise } from '../policy.ts';
import { findHouseholds, findPromise, listHouseholds, listPromises } from '../store.ts';
import type {
  HouseholdLine,
  HouseholdPage,
  HouseholdView,
  PromiseLine,
  PromisePage,
  PromiseView,
} from '../view.ts';

/** The opened words of promises whose rows were passed; their streams are open afterwards. */
export async function wordsOfPromises(
  tx: Tx,
  deps: Pick<PromiseDeps, 'vault'>,
  promises: readonly PublicPromise[],
): Promise<ReadonlyMap<string, PromiseWords>> {
  if (promises.length === 0) return new Map();
  const ids = promises.map(({ id }) => id);
  await setStreams(tx, ids);
  const keys = await loadCaseKeys(tx, ids);
  const words = await Promise.all(
    promises.map(async ({ id, words: { id: item } }) => {
      const opened = await openItems(tx, deps, id, unwrapCaseKey(deps, id, keys), [item]);
      return [id, opened.get(item) as PromiseWords] as const;
    }),
  );
  return new Map(words);
}

const lineOf = (
  promise: PublicPromise,
  words: PromiseWords,
  organisation: OrganisationSnapshot,
  now: number,
): PromiseLine => {
  const named = (id: string) => ({ id, name: organisation.find(id)?.name ?? '' });
  return {
    id: promise.id,
    number: promise.number,
    title: words.title,
    status: promise.status,
    late: isLate(promise, localDateOf(now)),
    unit: named(promise.unit),
    byUnit: named(promise.byUnit),
    leader: words.leader,
    madeAt: promise.madeAt,
    dueDate: promise.dueDate,
    total: totalOf(promise),
    done: doneOf(promise),
    changedAt: promise.changedAt,
  };
};

/** Promises of the reader's units, newest first. */
export const listPublicPromises = (
  deps: PromiseDeps,
  actor: StaffActor,
  { after, limit }: PromisesQuery,
  now: number,
): Promise<PromisePage> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = (await listPromises(tx, placeBefore(after), limit)).map(({ promise }) => promise);
    const words = await wordsOfPromises(tx, deps, rows);
    const organisation = await deps.organisation(tx);
    return {
      items: rows.flatMap((promise) => {
        const spoken = words.get(promise.id);
        const seen = spoken !== undefined && isPromiseVisible(actor, promise);
        return seen ? [lineOf(promise, spoken, organisation, now)] : [];
      }),
      next: nextPlace(rows, limit, ({ madeAt }) => madeAt),
      mayMake: mayMakePromise(actor),
    };
  });

/** A promise for this reader with its stream open; null when there is none. */
async function passed(tx: Tx, actor: StaffActor, id: string): Promise<PublicPromise | null> {
  const row = await findPromise(tx, id);
  if (row === null || !isPromiseVisible(actor, row.promise)) return null;
  await setStream(tx, id);
  return row.promise;
}

/**
 * One promise with its progress and what became of its days.
 * @param now epoch ms
 * @returns null when there is none for this reader
 */
export async function openPublicPromise(
  deps: PromiseDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<PromiseView | null> {
  const read = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const promise = await passed(tx, actor, id);
    if (promise === null) return null;
    const words = (await wordsOfPromises(tx, deps, [promise])).get(id);
    if (words === undefined) return null;
    const { petitionId } = promise;
    const numbers = petitionId === null ? null : await visibleNumbers(tx, [petitionId]);
    const number = petitionId === null ? undefined : numbers?.get(petitionId);
    const line = lineOf(promise, words, await deps.organisation(tx), now);
    const petition =
      petitionId === null || number === undefined ? null : { id: petitionId, number };
    return { promise, words, line, petition };
  });
  if (read === null) return null;
  const { promise, words, line, petition } = read;
  const stand = await readStand(deps, promise.commitmentId);
  return {
    ...line,
    version: promise.version,
    text: words.text,
    steps: words.steps.map((step, at) => ({ ...step, count: promise.counts[at] ?? 0 })),
    commitmentId: promise.commitmentId,
    meetingId: promise.meetingId,
    petition,
    formerDates: stand?.formerDates ?? [],
    withdrawn: stand?.withdrawn ?? null,
    slips: promise.slips,
    mayKeep: mayPromise(actor, 'changeHouseholds', promise),
  };
}

/** Households in the order in which they came, or the one of a reference; null as above. */
export const listPromiseHouseholds = (
  deps: PromiseDeps,
  actor: StaffActor,
  id: string,
  { step, reference = '', after, limit }: HouseholdsQuery,
): Promise<HouseholdPage | null> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    if ((await passed(tx, actor, id)) === null) return null;
    const one = reference.trim();
    const rows =
      one === ''
        ? await listHouseholds(tx, id, step ?? null, after, limit)
        : [...(await findHouseholds(tx, id, [householdIdOf(deps, id, one)])).values()];
    const key = await caseKeyOf(tx, deps, id);
    const items = rows.map(({ details }) => details);
    const opened = items.length === 0 ? new Map() : await openItems(tx, deps, id, key, items);
    return {
      items: rows.map((row): HouseholdLine => {
        const details = opened.get(row.details) as HouseholdDetails;
        return {
          id: row.id,
          place: row.place,
          reference: details.reference,
          name: maskName(details.name),
          mobile: maskTelephone(details.mobile),
          step: row.step,
          movedAt: row.movedAt,
          note: details.note,
        };
      }),
      next: one !== '' || rows.length < limit ? null : String(rows.at(-1)?.place ?? 0),
    };
  });

/** One household with name and mobile whole, for whoever keeps the promise; the look is recorded. */
export const openHousehold = (
  deps: PromiseDeps,
  actor: StaffActor,
  id: string,
  householdId: string,
): Promise<HouseholdView | null> =>
  deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const promise = await passed(tx, actor, id);
    if (promise === null || !mayPromise(actor, 'changeHouseholds', promise)) return null;
    const row = (await findHouseholds(tx, id, [householdId])).get(householdId);
    if (row === undefined) return null;
    await recordAccess(tx, actor, id, `household:${householdId}`);
    const key = await caseKeyOf(tx, deps, id);
    const opened = await openItems(tx, deps, id, key, [row.details]);
    const { reference, name, mobile, note } = opened.get(row.details) as HouseholdDetails;
    const { place, step, movedAt, codeVersion } = row;
    return { id: row.id, place, reference, name, mobile, step, movedAt, note, codeVersion };
  });
