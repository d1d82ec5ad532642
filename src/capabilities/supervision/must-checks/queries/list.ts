import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { isGranted, type Jurisdiction } from '../../../../kernel/permissions.ts';
import { type Tx, nextPlace, placeBefore, scopeOf } from '../../../../platform/database/index.ts';
import {
  openSummaries,
  visibleNumbers,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import type { Check, ItemStatus } from '../case.ts';
import type { MustCheckDeps } from '../commands/deps.ts';
import type { ItemsQuery } from '../contract.ts';
import { mayItem, mayOrder } from '../policy.ts';
import type { ItemRow } from '../projection.ts';
import { findOfPetitions, listItems } from '../store.ts';
import type { ItemLine, ItemPage } from '../view.ts';

export const namedBy = (organisation: OrganisationSnapshot) => (id: string) => ({
  id,
  name: organisation.find(id)?.name ?? id,
});

export function lineOf(
  row: ItemRow,
  petition: ItemLine['petition'],
  organisation: OrganisationSnapshot,
  now: number,
): ItemLine {
  const named = namedBy(organisation);
  const { id, raisedAt, dueDate } = row;
  return {
    id,
    check: row.check as Check,
    status: row.status as ItemStatus,
    petition,
    unit: named(row.unit),
    office: named(row.office),
    raisedAt,
    dueDate,
    overdue: row.status === 'open' && dueDate < localDateOf(now),
  };
}

/** Rows whose petitions the reader may see, as lines; of others nothing is told (L-5). */
export async function linesOf(
  tx: Tx,
  deps: MustCheckDeps,
  rows: readonly ItemRow[],
  now: number,
): Promise<readonly ItemLine[]> {
  const ids = [...new Set(rows.flatMap(({ petitionId }) => petitionId ?? []))];
  const [numbers, summaries, organisation] = await Promise.all([
    visibleNumbers(tx, ids),
    openSummaries(tx, deps.vault, ids),
    deps.organisation(tx),
  ]);
  return rows.flatMap((row) => {
    if (row.petitionId === null) return [lineOf(row, null, organisation, now)];
    const number = numbers.get(row.petitionId);
    if (number === undefined) return [];
    const title = summaries.get(row.petitionId)?.title ?? '';
    return [lineOf(row, { id: row.petitionId, number, title }, organisation, now)];
  });
}

const newestFirst = (one: ItemRow, other: ItemRow): number =>
  other.raisedAt - one.raisedAt || (one.id < other.id ? 1 : -1);

const office: ReadonlySet<Jurisdiction> = new Set<Jurisdiction>(['office']);

/** Whoever verifies sees first what they supervise; all others what their unit has to answer. */
export const sideOf = (actor: StaffActor): 'office' | 'unit' =>
  isGranted(actor.roles, 'supervision.verify', office) || actor.roles.includes('leader')
    ? 'office'
    : 'unit';

/**
 * What waits at the reader's own unit about no petition, and therefore stands on no line of a desk:
 * answers that it owes, and answers that it has to look at.
 */
async function waitingOf(tx: Tx, actor: StaffActor, limit: number): Promise<readonly ItemRow[]> {
  const asked = [
    { side: 'unit', status: 'open', step: 'answerItem' },
    { side: 'office', status: 'answered', step: 'closeItem' },
  ] as const;
  const found = await Promise.all(
    asked.map(async ({ side, status, step }) => {
      const rows = await listItems(tx, {
        side,
        status,
        limit,
        place: actor.unitId,
        unitsAlone: true,
        check: null,
        unit: null,
        overdueOn: null,
        before: placeBefore(undefined),
      });
      return rows.filter((row) => mayItem(actor, step, row));
    }),
  );
  return found.flat().toSorted((one, other) => (one.dueDate < other.dueDate ? -1 : 1));
}

/**
 * Supervision items of an office or of a unit, the newest first (U-2).
 * @param now epoch ms
 */
export function listSupervision(
  deps: MustCheckDeps,
  actor: StaffActor,
  query: ItemsQuery,
  now: number,
): Promise<ItemPage> {
  const { check = null, status = null, unit = null, limit, petition } = query;
  const side = query.side ?? sideOf(actor);
  const overdueOn = query.overdue === 'true' ? localDateOf(now) : null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    if (query.waiting === 'true') {
      const rows = await waitingOf(tx, actor, limit);
      return {
        items: await linesOf(tx, deps, rows, now),
        next: null,
        mayOrder: mayOrder(actor),
      };
    }
    if (petition !== undefined) {
      const rows = await findOfPetitions(tx, [petition]);
      const items = await linesOf(tx, deps, rows.toSorted(newestFirst), now);
      return { items, next: null, mayOrder: mayOrder(actor) };
    }
    const before = placeBefore(query.after);
    const found = await Promise.all(
      actor.readingUnits.map((place) =>
        listItems(tx, { side, place, check, status, unit, overdueOn, before, limit }),
      ),
    );
    // One person may read for two units; of one item both have the same row.
    const known = new Map(found.flat().map((row) => [row.id, row]));
    const rows = [...known.values()].toSorted(newestFirst).slice(0, limit);
    return {
      items: await linesOf(tx, deps, rows, now),
      next: nextPlace(rows, limit, ({ raisedAt }) => raisedAt),
      mayOrder: mayOrder(actor),
    };
  });
}
