import { setStreams } from '../../../../platform/database/index.ts';
import type { RecordedEvent } from '../../../../platform/record/index.ts';
import { loadEvents } from '../../../../platform/record/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  openFolder,
  runSystemCommand,
  StepRefused,
  type Petition,
} from '../../../petitions/index.ts';
import type { InspectionEventOf } from '../../inspections/events.ts';
import { findingKeyOf } from '../case.ts';
import { loadItems } from '../queries/open.ts';
import { findOfPetitions, findSupervised } from '../store.ts';
import { project, readersFactsOf } from './commit.ts';
import { findingItemIdOf } from './place.ts';
import type { MustCheckDeps } from './deps.ts';
import { hitsOf } from './found-in-events.ts';
import { actor, noteEnded, recordHits, scope } from './record-hits.ts';
import { endingOf, isEnding } from './ended-by-events.ts';

const petitionNow = (deps: MustCheckDeps, id: string): Promise<Petition | null> =>
  deps.db.withActor(
    scope,
    'read',
    async (tx) => (await openFolder(tx, deps.vault, id))?.petition ?? null,
  );

/** Of a petition, or of a promise that an opinion made in it. */
async function find(deps: MustCheckDeps, event: RecordedEvent): Promise<void> {
  const found = await hitsOf(deps, event);
  if (found.length > 0) await recordHits(deps, found, event.at);
}

/** Notes on the items of its petition that what was found has ended. */
async function end(deps: MustCheckDeps, event: RecordedEvent): Promise<void> {
  if (!isEnding(event.type)) return;
  const ending = await endingOf(deps, event);
  if (ending === null) return;
  const rows = await deps.db.withActor(scope, 'read', (tx) =>
    findOfPetitions(tx, [ending.petitionId]),
  );
  const items = await loadItems(
    deps,
    rows.map(({ id }) => id),
  );
  const ended = new Map(
    [...items].flatMap(([id, { occurrences }]) => {
      const over = occurrences.flatMap(({ key, ended: before }) => {
        const cause = before === null ? ending.causeOf(key) : null;
        return cause === null ? [] : [{ key, cause, at: event.at }];
      });
      return over.length === 0 ? [] : [[id, over] as const];
    }),
  );
  if (ended.size > 0) await noteEnded(deps, ended, event.at);
}

/** Who may read a petition decides who reads the items about it (L-5): rows follow. */
async function followReaders(deps: MustCheckDeps, { streamId }: RecordedEvent): Promise<void> {
  const rows = await deps.db.withActor(scope, 'read', (tx) => findOfPetitions(tx, [streamId]));
  if (rows.length === 0) return;
  const readers = readersFactsOf(await petitionNow(deps, streamId));
  const ids = rows.map(({ id }) => id);
  const items = await loadItems(deps, ids);
  await deps.db.withActor(scope, 'write', async (tx) => {
    await setStreams(tx, ids);
    for (const item of items.values()) project(tx, deps, item, readers);
  });
}

/** Whoever supervises or answers reads what it is about; of an accusation only the named do. */
async function admitReaders(deps: MustCheckDeps, { streamId, seq }: RecordedEvent): Promise<void> {
  const item = (await loadItems(deps, [streamId])).get(streamId);
  if (item === undefined || item.petitionId === null) return;
  const petition = await petitionNow(deps, item.petitionId);
  if (petition === null || petition.purpose === 'accusation') return;
  for (const unit of new Set([item.unit, item.office])) {
    if (petition.readers.includes(unit)) continue;
    const place = `${streamId}:${seq}:${unit}`;
    const commandId = deriveId(deps.keys, 'system:must-checks', 'admit', place);
    const command = { type: 'admitReader', unit } as const;
    const done = await runSystemCommand(deps, item.petitionId, command, { actor, commandId });
    if (!done.ok) throw new StepRefused(done.refusal);
  }
}

/** Seen to be corrected: noted on the item of the finding, which a person closes. */
async function endFinding(deps: MustCheckDeps, { data, at }: RecordedEvent): Promise<void> {
  const { findingId } = data as InspectionEventOf<'CorrectionVerified'>['data'];
  const id = findingItemIdOf(deps, findingId);
  if (!(await loadItems(deps, [id])).has(id)) return;
  const ended = { key: findingKeyOf(findingId), cause: 'done-late', at } as const;
  await noteEnded(deps, new Map([[id, [ended]]]), at);
}

const followers: Readonly<
  Record<string, readonly ((deps: MustCheckDeps, event: RecordedEvent) => Promise<void>)[]>
> = {
  PetitionRelated: [find],
  PetitionRated: [find, end],
  FollowUpRecorded: [find],
  CommitmentSentBack: [find],
  RelationUndone: [end],
  CommitmentFulfilled: [end],
  CommitmentWithdrawn: [end],
  CommitmentDateChanged: [end],
  CorrectionVerified: [endFinding],
  PetitionClassified: [followReaders],
  HandlerNamed: [followReaders],
  OfficialWithdrew: [followReaders],
  ItemOpened: [admitReaders],
  ItemSucceeded: [admitReaders],
};

/** What the must-checks answer to, of petitions, promises and themselves. */
export const followedTypes: readonly string[] = Object.keys(followers);

/**
 * Finds what events bring about, once however often they come, and notes what they end.
 * @param events oldest first; others are passed over
 */
export async function followEvents(
  deps: MustCheckDeps,
  events: readonly RecordedEvent[],
): Promise<void> {
  const changing = events.filter(({ type }) => followers[type]?.includes(followReaders));
  const supervised =
    changing.length === 0
      ? new Set<string>()
      : await deps.db.withActor(scope, 'read', (tx) =>
          findSupervised(
            tx,
            changing.map(({ streamId }) => streamId),
          ),
        );
  for (const event of events) {
    for (const follow of followers[event.type] ?? []) {
      // Most petitions are classified before anything is found about them. What a batch itself opens
      // is opened for those who may read the petition by then.
      if (follow === followReaders && !supervised.has(event.streamId)) continue;
      await follow(deps, event);
    }
  }
}

/** The same for whole records as they stand: for programs that do not wait for the feed. */
export async function followStreams(
  deps: MustCheckDeps,
  streamIds: readonly string[],
): Promise<void> {
  for (const id of streamIds) {
    const events = await deps.db.withActor(scope, 'read', async (tx) => {
      await setStreams(tx, [id]);
      return loadEvents(tx, id);
    });
    await followEvents(deps, events);
  }
}
