import { localDateOf } from '../../../../kernel/local-date.ts';
import { nextPlace, placeBefore, scopeOf, setStream } from '../../../../platform/database/index.ts';
import { caseKeyOf, openItems } from '../../../../platform/vault/index.ts';
import { readStand, type CommitmentStand } from '../../../commitments/index.ts';
import { systemActor, type OrganisationSnapshot } from '../../../petitions/index.ts';
import {
  doneOf,
  isLate,
  totalOf,
  type HouseholdDetails,
  type PromiseWords,
  type PublicPromise,
} from '../case.ts';
import { codeKeyOf } from '../codes.ts';
import type { PromiseDeps } from '../commands/deps.ts';
import { openFiguresOf } from '../projection.ts';
import { findByCode, findPromiseByNumber, listPromises } from '../store.ts';
import type { OpenPromise, OwnHousehold } from '../view.ts';
import { wordsOfPromises } from './read.ts';

const scope = scopeOf(systemActor('public-promises'));

function openOf(
  promise: PublicPromise,
  words: PromiseWords,
  stand: CommitmentStand | null,
  organisation: OrganisationSnapshot,
  now: number,
): OpenPromise {
  const figures = openFiguresOf(promise);
  const total = totalOf(promise);
  return {
    number: promise.number,
    title: words.title,
    text: words.text,
    leader: words.leader,
    unit: organisation.find(promise.unit)?.name ?? '',
    phone: organisation.contactOf(promise.unit).phone,
    madeOn: localDateOf(promise.madeAt),
    dueDate: promise.dueDate,
    status: promise.status,
    late: isLate(promise, localDateOf(now)),
    allDone: total > 0 && doneOf(promise) === total,
    total: figures.total,
    steps: words.steps.map((step, at) => ({ ...step, count: figures.steps[at] ?? null })),
    changedOn: promise.changedAt === null ? null : localDateOf(promise.changedAt),
    formerDates: (stand?.formerDates ?? []).map(({ dueDate, changedAt, reason }) => ({
      dueDate,
      changedOn: localDateOf(changedAt),
      reason,
    })),
    withdrawn:
      stand?.withdrawn == null
        ? null
        : { on: localDateOf(stand.withdrawn.at), reason: stand.withdrawn.reason },
  };
}

/**
 * What was promised to many households, the newest first, as everybody sees it.
 * @param now epoch ms
 */
export const listOpenPromises = (
  deps: PromiseDeps,
  now: number,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly items: readonly OpenPromise[]; readonly next: string | null }> =>
  deps.db.withActor(scope, 'read', async (tx) => {
    const rows = (await listPromises(tx, placeBefore(after), limit)).map(({ promise }) => promise);
    const words = await wordsOfPromises(tx, deps, rows);
    const organisation = await deps.organisation(tx);
    return {
      items: rows.flatMap((promise) => {
        const spoken = words.get(promise.id);
        return spoken === undefined ? [] : [openOf(promise, spoken, null, organisation, now)];
      }),
      next: nextPlace(rows, limit, ({ madeAt }) => madeAt),
    };
  });

/**
 * One promise as everybody sees it, with every day that it was promised for.
 * @param now epoch ms
 * @returns null where there is none, or none that may be seen
 */
export async function readOpenPromise(
  deps: PromiseDeps,
  number: number,
  now: number,
): Promise<OpenPromise | null> {
  const read = await deps.db.withActor(scope, 'read', async (tx) => {
    const row = await findPromiseByNumber(tx, number);
    if (row === null || row.promise.withheld) return null;
    const { promise } = row;
    const words = (await wordsOfPromises(tx, deps, [promise])).get(promise.id);
    return words === undefined
      ? null
      : { promise, words, organisation: await deps.organisation(tx) };
  });
  if (read === null) return null;
  const { promise, words, organisation } = read;
  return openOf(promise, words, await readStand(deps, promise.commitmentId), organisation, now);
}

/**
 * What a household reads of itself. The caller throttles by source and number (P-3).
 * @param code as people type it
 * @returns null alike, after the same look, for what cannot be a code and for one that nobody has
 */
export const readOwnHousehold = (
  deps: PromiseDeps,
  number: number,
  code: string,
): Promise<OwnHousehold | null> =>
  deps.db.withActor(scope, 'read', async (tx) => {
    const row = await findPromiseByNumber(tx, number);
    if (row === null || row.promise.withheld) return null;
    const { id } = row.promise;
    await setStream(tx, id);
    const found = await findByCode(tx, id, codeKeyOf(deps, id, code));
    if (found === null) return null;
    const key = await caseKeyOf(tx, deps, id);
    const opened = await openItems(tx, deps, id, key, [found.details]);
    const { reference, note } = opened.get(found.details) as HouseholdDetails;
    return { reference, step: found.step, movedOn: localDateOf(found.movedAt), note };
  });
