import type { PeriodId } from '../../../../kernel/periods.ts';
import {
  findClocksOver,
  findOverdueClocks,
  findWatched,
  type OrganisationSnapshot,
  type OverdueClock,
  type Watched,
} from '../../../petitions/index.ts';
import type { Hit } from '../case.ts';
import type { EndedHit } from '../command.ts';
import { findItems, findLive, findUnknown, type HitPlace } from '../store.ts';
import type { MustCheckDeps } from './deps.ts';
import { supervisorOf } from './place.ts';
import { itemIdOf, noteEnded, recordHits, scope, type Found } from './record-hits.ts';

/** Rows of one look; each look is a transaction of its own. */
export const page = 2000;

/** What an opinion granted is a promise, and the fourth check's. */
const ofOtherChecks: readonly PeriodId[] = ['execution'];

const nameOf = ({ id, key }: HitPlace): string => `${id} ${key}`;

const hitOf = (clock: OverdueClock): Hit => ({
  key: `clock:${clock.key}`,
  evidence: {
    kind: 'clock',
    period: clock.period,
    clock: clock.key,
    startedAt: clock.startedAt,
    dueDate: clock.dueDate,
    dueAt: clock.dueAt,
  },
});

const foundOf = (
  clock: OverdueClock,
  { office, regionCode }: Watched,
  units: OrganisationSnapshot,
): Found => ({
  check: 'not-in-time',
  place: {
    petitionId: clock.petitionId,
    unit: clock.holder,
    office: supervisorOf(units, office, clock.holder),
    regionCode,
  },
  hits: [hitOf(clock)],
});

/** Which clocks of a page are news; of accusations there is none (L-5). */
async function newsOf(
  deps: MustCheckDeps,
  placed: readonly (HitPlace & { readonly clock: OverdueClock })[],
): Promise<readonly Found[]> {
  return deps.db.withActor(scope, 'read', async (tx) => {
    const unknown = new Set((await findUnknown(tx, placed)).map(nameOf));
    if (unknown.size === 0) return [];
    const clocks = placed.filter((each) => unknown.has(nameOf(each))).map(({ clock }) => clock);
    const ids = new Set(clocks.map(({ petitionId }) => petitionId));
    const watched = new Map((await findWatched(tx, [...ids])).map((each) => [each.id, each]));
    const units = await deps.organisation(tx);
    return clocks.flatMap((clock) => {
      const petition = watched.get(clock.petitionId);
      return petition === undefined ? [] : [foundOf(clock, petition, units)];
    });
  });
}

/** What must-check 1 found in a night. */
export interface Late {
  /** How many items it opened, added to or opened again. */
  readonly opened: number;
  /** Every hit whose clock is overdue now, by item and key: 90 bytes each. */
  readonly seen: ReadonlySet<string>;
}

/** Must-check 1: a statutory or local period ran out, and what it is for is still not done. */
export async function findLate(
  deps: MustCheckDeps,
  now: number,
  signal: AbortSignal,
): Promise<Late> {
  const seen = new Set<string>();
  let opened = 0;
  for (let after: OverdueClock | null = null; ;) {
    signal.throwIfAborted();
    const clocks: readonly OverdueClock[] = await deps.db.withActor(scope, 'read', (tx) =>
      findOverdueClocks(tx, now, after, page, ofOtherChecks),
    );
    const placed = clocks.map((clock) => {
      const place = { petitionId: clock.petitionId, unit: clock.holder };
      return { clock, id: itemIdOf(deps, 'not-in-time', place), key: hitOf(clock).key };
    });
    for (const each of placed) seen.add(nameOf(each));
    opened += (await recordHits(deps, await newsOf(deps, placed), now)).length;
    after = clocks.at(-1) ?? null;
    if (clocks.length < page || after === null) return { opened, seen };
  }
}

/** Of some hits, those whose clocks have stopped or run to a later day, by item. */
async function endedOf(
  deps: MustCheckDeps,
  hits: readonly HitPlace[],
  now: number,
): Promise<ReadonlyMap<string, readonly EndedHit[]>> {
  const ended = new Map<string, EndedHit[]>();
  if (hits.length === 0) return ended;
  await deps.db.withActor(scope, 'read', async (tx) => {
    const rows = await findItems(tx, [...new Set(hits.map(({ id }) => id))]);
    const petitions = new Map(rows.map(({ id, petitionId }) => [id, petitionId]));
    const placed = hits.flatMap(({ id, key: hit }) => {
      const petitionId = petitions.get(id) ?? null;
      return petitionId === null ? [] : [{ id, hit, petitionId, key: hit.slice('clock:'.length) }];
    });
    const over = await findClocksOver(tx, now, placed);
    const clocks = new Map(over.map((clock) => [`${clock.petitionId} ${clock.key}`, clock]));
    for (const { id, hit, petitionId, key } of placed) {
      const clock = clocks.get(`${petitionId} ${key}`);
      if (clock === undefined) continue;
      const cause = clock.stoppedAt === null ? 'date-moved' : 'done-late';
      const end: EndedHit = { key: hit, cause, at: clock.stoppedAt ?? now };
      ended.set(id, [...(ended.get(id) ?? []), end]);
    }
  });
  return ended;
}

/**
 * Notes which periods that ran out have been dealt with since, however late.
 * @param seen what is still overdue: of these nothing is asked
 */
export async function noteDoneLate(
  deps: MustCheckDeps,
  now: number,
  seen: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<void> {
  for (let after: HitPlace | null = null; ;) {
    signal.throwIfAborted();
    const live: readonly HitPlace[] = await deps.db.withActor(scope, 'read', (tx) =>
      findLive(tx, 'not-in-time', after, page),
    );
    const gone = live.filter((hit) => !seen.has(nameOf(hit)));
    await noteEnded(deps, await endedOf(deps, gone, now), now);
    after = live.at(-1) ?? null;
    if (live.length < page || after === null) return;
  }
}
