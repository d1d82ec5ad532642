import {
  onceMore,
  scopeOf,
  setStreams,
  withClock,
  type Tx,
} from '../../../../platform/database/index.ts';
import { loadStreams, lockStream } from '../../../../platform/record/index.ts';
import { bodyHashOf, deriveId, insertCase } from '../../../../platform/vault/index.ts';
import { StepRefused, systemActor } from '../../../petitions/index.ts';
import type { Hit, MustCheck, SupervisionItem } from '../case.ts';
import type { EndedHit, ItemCommand, ItemPlace } from '../command.ts';
import { decideItem } from '../decide/index.ts';
import { itemKind } from '../events.ts';
import { foldItem } from '../evolve.ts';
import { readByAll, type ReadersFacts } from '../projection.ts';
import { findItems } from '../store.ts';
import { upcast } from '../upcast.ts';
import { commitItem } from './commit.ts';
import type { MustCheckDeps } from './deps.ts';

export const actor = systemActor('must-checks');
export const scope = scopeOf(actor);

/** What the system found about one petition, or one unit, by one check. */
export interface Found {
  readonly check: MustCheck;
  readonly place: ItemPlace;
  readonly hits: readonly Hit[];
}

/** One item for each check, petition and unit, however often something is found. */
export const itemIdOf = (
  deps: Pick<MustCheckDeps, 'keys'>,
  check: MustCheck,
  { petitionId, unit }: Pick<ItemPlace, 'petitionId' | 'unit'>,
): string =>
  deriveId(deps.keys, 'system:must-checks', check, JSON.stringify([petitionId ?? '', unit]));

interface Told {
  readonly id: string;
  readonly command: ItemCommand;
}

interface Known {
  readonly item: SupervisionItem;
  readonly readers: ReadersFacts;
  readonly head: Awaited<ReturnType<typeof lockStream>>;
}

/** Items as they are, each locked, in the order of their ids so that nobody waits in a circle. */
async function lockItems(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const rows = await findItems(tx, ids);
  const heads = new Map<string, Known['head']>();
  for (const { id } of rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    heads.set(id, await lockStream(tx, id));
  }
  const streams = await loadStreams(tx, [...heads.keys()], [itemKind]);
  const known = new Map<string, Known>();
  for (const { id, accusation, named } of rows) {
    const item = foldItem(id, streams.get(id)?.events.map(upcast) ?? []);
    if (item === null) throw new Error(`supervision item ${id} without a record`);
    known.set(id, { item, readers: { accusation, named }, head: heads.get(id) ?? null });
  }
  return known;
}

async function record(
  deps: MustCheckDeps,
  told: readonly Told[],
  now: number,
): Promise<readonly string[]> {
  const calendar = deps.calendar();
  return deps.db.withActor(scope, 'write', (tx) =>
    withClock(deps, async () => {
      const units = await deps.organisation(tx);
      const ids = [...new Set(told.map(({ id }) => id))];
      await setStreams(tx, ids);
      const known = await lockItems(tx, ids);
      const changed: string[] = [];
      for (const { id, command } of told) {
        const { item = null, readers = readByAll, head = null } = known.get(id) ?? {};
        const petition = { accusation: readers.accusation, readers: [] };
        const decision = decideItem(item, command, { actor, now, calendar, units, petition });
        if (!decision.ok) throw new StepRefused(decision.refusal);
        if (decision.value.length === 0) continue;
        if (item === null) {
          const key = deps.vault.newCaseKey();
          await insertCase(tx, id, key.wrapped, key.keyVersion, []);
        }
        const bodyHash = bodyHashOf(deps.keys, command);
        const commandId = deriveId(deps.keys, 'system:must-checks', id, bodyHash.toString('hex'));
        const events = decision.value;
        const place = { id, head, before: item, readers, events, actor, commandId, bodyHash };
        await commitItem(tx, deps, { ...place, at: now });
        changed.push(id);
      }
      return changed;
    }),
  );
}

/** So many items are written in one transaction: long enough to be quick, short enough to hold nobody up. */
const together = 100;

async function recordAll(
  deps: MustCheckDeps,
  told: readonly Told[],
  now: number,
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (let at = 0; at < told.length; at += together) {
    const part = told.slice(at, at + together);
    // Somebody may open one of them at this very moment.
    changed.push(...(await onceMore(() => record(deps, part, now))));
  }
  return changed;
}

/**
 * Opens an item for what was found, adds to it, or opens it again; what it knows already is no news,
 * so that nothing fires twice.
 * @param now epoch ms
 * @returns ids of the items that changed
 */
export function recordHits(
  deps: MustCheckDeps,
  found: readonly Found[],
  now: number,
): Promise<readonly string[]> {
  const byItem = new Map<string, Found>();
  for (const each of found) {
    const id = itemIdOf(deps, each.check, each.place);
    const before = byItem.get(id);
    byItem.set(
      id,
      before === undefined ? each : { ...before, hits: [...before.hits, ...each.hits] },
    );
  }
  const told = [...byItem].map(([id, { check, place, hits }]): Told => ({
    id,
    command: { type: 'recordHits', check, place, hits },
  }));
  return recordAll(deps, told, now);
}

/**
 * Notes that what was found is no more. It closes nothing: a person does.
 * @param now epoch ms
 */
export const noteEnded = (
  deps: MustCheckDeps,
  ended: ReadonlyMap<string, readonly EndedHit[]>,
  now: number,
): Promise<readonly string[]> =>
  recordAll(
    deps,
    [...ended].map(([id, each]): Told => ({ id, command: { type: 'noteEnded', ended: each } })),
    now,
  );
