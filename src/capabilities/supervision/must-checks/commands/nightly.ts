import { addDays, localDateOf } from '../../../../kernel/local-date.ts';
import { findDuePromises, type CommitmentRow } from '../../../commitments/index.ts';
import { countSteps, type OrganisationSnapshot } from '../../../petitions/index.ts';
import type { EndedHit } from '../command.ts';
import { findBehind, windowOf } from '../peers.ts';
import { defaultSettings } from '../settings.ts';
import { findLive, findUnknown, type HitPlace } from '../store.ts';
import { loadItems } from '../queries/open.ts';
import type { MustCheckDeps } from './deps.ts';
import { findLate, noteDoneLate, page } from './late.ts';
import { supervisorOf } from './place.ts';
import { itemIdOf, noteEnded, recordHits, scope, type Found } from './record-hits.ts';

/** Leaves out what was recorded before, so that a night costs what is new in it. */
async function onlyNew(deps: MustCheckDeps, found: readonly Found[]): Promise<readonly Found[]> {
  const placed = found.map((each) => ({ each, id: itemIdOf(deps, each.check, each.place) }));
  const places = placed.flatMap(({ id, each: { hits } }) =>
    hits.map(({ key }): HitPlace => ({ id, key })),
  );
  if (places.length === 0) return [];
  const unknown = await deps.db.withActor(scope, 'read', (tx) => findUnknown(tx, places));
  if (unknown.length === 0) return [];
  const wanted = new Set(unknown.map(({ id, key }) => `${id} ${key}`));
  return placed.flatMap(({ each, id }) => {
    const hits = each.hits.filter(({ key }) => wanted.has(`${id} ${key}`));
    return hits.length === 0 ? [] : [{ ...each, hits }];
  });
}

/** Must-check 4, by date: what an opinion granted was to be done by a day that has passed. */
async function findBroken(deps: MustCheckDeps, now: number, signal: AbortSignal): Promise<number> {
  const yesterday = addDays(localDateOf(now), -1);
  let opened = 0;
  let after = { dueDate: '1900-01-01', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    signal.throwIfAborted();
    const [rows, units]: [readonly CommitmentRow[], OrganisationSnapshot] = await deps.db.withActor(
      scope,
      'read',
      (tx) => Promise.all([findDuePromises(tx, yesterday, after, page), deps.organisation(tx)]),
    );
    const found = rows.flatMap((row): readonly Found[] => {
      const { petitionId, sourceKind, accusation, unit, dueDate } = row;
      if (petitionId === null || sourceKind !== 'opinion' || accusation) return [];
      // Its readers are the unit and the petition's office.
      const office = row.readers.find((reader) => reader !== unit) ?? unit;
      const evidence = { kind: 'promise', commitmentId: row.id, dueDate } as const;
      return [
        {
          check: 'not-carried-out',
          place: {
            petitionId,
            unit,
            office: supervisorOf(units, office, unit),
            regionCode: units.find(unit)?.regionCode ?? '',
          },
          hits: [{ key: `promise:${row.id}:${dueDate}`, evidence }],
        },
      ];
    });
    opened += (await recordHits(deps, await onlyNew(deps, found), now)).length;
    const last = rows.at(-1);
    if (rows.length < page || last === undefined) return opened;
    after = { dueDate: last.dueDate, id: last.id };
  }
}

const dayOfKey = (key: string): string => key.slice('peers:'.length);

/** Must-check 5. A unit is found once in a window: the next time counts none of the same steps. */
async function findSlow(deps: MustCheckDeps, now: number): Promise<number> {
  const { peers: parameters } = deps.mustChecks ?? defaultSettings;
  const window = windowOf(now, parameters);
  const [counted, units] = await deps.db.withActor(scope, 'read', (tx) =>
    Promise.all([countSteps(tx, window.from, window.to), deps.organisation(tx)]),
  );
  const steps = new Map(counted.map(({ unit, due, kept }) => [unit, { due, kept }]));
  const behind = findBehind(steps, units, window, parameters);
  const ids = [...behind.keys()].map((unit) =>
    itemIdOf(deps, 'behind-peers', { petitionId: null, unit }),
  );
  const known = await loadItems(deps, ids);
  const found = [...behind].flatMap(([unit, figures]): readonly Found[] => {
    const before = known.get(itemIdOf(deps, 'behind-peers', { petitionId: null, unit }));
    const last = before?.occurrences.at(-1);
    if (last !== undefined && dayOfKey(last.key) >= window.from) return [];
    const regionCode = units.find(unit)?.regionCode ?? '';
    const office = supervisorOf(units, units.petitionOfficeOf(regionCode) ?? unit, unit);
    const evidence = { kind: 'peers', ...figures } as const;
    return [
      {
        check: 'behind-peers',
        place: { petitionId: null, unit, office, regionCode },
        hits: [{ key: `peers:${window.to}`, evidence }],
      },
    ];
  });
  const opened = await recordHits(deps, found, now);
  await noteCaughtUp(deps, new Set(ids), now);
  return opened.length;
}

/** Units that were behind and are no more. */
async function noteCaughtUp(
  deps: MustCheckDeps,
  behind: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const ended = new Map<string, EndedHit[]>();
  const live = await deps.db.withActor(scope, 'read', (tx) =>
    findLive(tx, 'behind-peers', null, page),
  );
  for (const { id, key } of live) {
    if (behind.has(id)) continue;
    ended.set(id, [...(ended.get(id) ?? []), { key, cause: 'caught-up', at: now }]);
  }
  await noteEnded(deps, ended, now);
}

/** How many items a night opened, added to or opened again, by check. */
export interface NightlyResult {
  readonly 'not-in-time': number;
  readonly 'not-carried-out': number;
  readonly 'behind-peers': number;
}

/**
 * The nightly look of the must-checks: whatever time alone brings about. What events bring about is
 * found when they happen. A second run the same night finds nothing more.
 * @param now epoch ms
 * @param signal aborted when the worker stops
 */
export async function runMustChecks(
  deps: MustCheckDeps,
  now: number,
  signal: AbortSignal,
): Promise<NightlyResult> {
  const late = await findLate(deps, now, signal);
  const broken = await findBroken(deps, now, signal);
  const slow = await findSlow(deps, now);
  await noteDoneLate(deps, now, late.seen, signal);
  return { 'not-in-time': late.opened, 'not-carried-out': broken, 'behind-peers': slow };
}
