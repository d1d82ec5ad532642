import { actorId, type Actor } from '../../../kernel/actor.ts';
import { type Tx, unitOf } from '../../../platform/database/index.ts';
import { appendEvents, type StreamHead } from '../../../platform/record/index.ts';
import { updateStage } from '../../papers/index.ts';
import { eventVersion, type PetitionEvent } from '../events.ts';
import { namedAloneOf } from '../case.ts';
import { followNamed } from '../case-store.ts';
import { evolve } from '../evolve.ts';
import { findPaper, isAccusation, type Petition } from '../petition.ts';
import { countClock, type CountedClock, isRunning } from '../../../kernel/case-clocks.ts';
import { isDeepEqual } from '../../../kernel/same.ts';
import { project, type Projection } from '../projection.ts';
import { filesOf, keepFiles } from '../file-store.ts';
import { withdrawLists, writeLists, writePetition } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { PetitionDeps } from './deps.ts';
import { keepRelations } from './keep-relations.ts';
import { followPurpose } from './look-up.ts';
import { enqueueNotices } from './notices.ts';

/** The reading of the law that decisions are made by; a new reading gets a new name. */
export const rulesVersion = 'regulation-2022-05-01';

export interface Commit {
  readonly streamId: string;
  readonly head: StreamHead | null;
  readonly before: Petition | null;
  readonly events: readonly PetitionEvent[];
  readonly actor: Actor;
  readonly commandId: string;
  readonly bodyHash: Buffer;
  readonly at: number;
}

/** The running clocks that another calendar than before makes end on another day (P-9). */
function findMoved(
  deps: PetitionDeps,
  before: Petition | null,
  after: Projection,
): readonly CountedClock[] {
  if (before === null || before.calendarVersion === deps.calendar().version) return [];
  const calendar = deps.calendar(before.calendarVersion);
  return after.clocks.filter((now) => {
    const clock = before.clocks.find(({ key }) => key === now.key);
    return (
      clock !== undefined && isRunning(clock) && now.dueDate !== countClock(clock, calendar).dueDate
    );
  });
}

/** Sealed papers that a command took the ground from: whoever verifies one reads that it is void. */
const voidedBy = (before: Petition | null, after: Petition): readonly string[] =>
  (before?.papers ?? [])
    .filter(({ stage }) => stage === 'sealed')
    .filter(({ id }) => findPaper(after, id)?.stage === 'void')
    .map(({ id }) => id);

/** Its records are seen by whoever sees the petition now. */
async function followNames(tx: Tx, before: Petition | null, after: Petition): Promise<void> {
  if (before === null) return;
  const named = namedAloneOf(after);
  if (isDeepEqual(namedAloneOf(before), named)) return;
  await followNamed(tx, after.id, named);
}

/** Writes the events of one command and everything that people must see at once (P-15). */
export async function commitEvents(
  tx: Tx,
  deps: PetitionDeps,
  commit: Commit,
): Promise<{ readonly petition: Petition; readonly projection: Projection }> {
  const calendar = deps.calendar();
  const recorded = await appendEvents(tx, {
    streamId: commit.streamId,
    kind: 'petition',
    head: commit.head,
    events: commit.events.map(({ type, data }) => ({ type, typeVersion: eventVersion, data })),
    stamp: {
      actor: actorId(commit.actor),
      unitId: unitOf(commit.actor),
      calendarVersion: calendar.version,
      rulesVersion,
      commandId: commit.commandId,
    },
    at: commit.at,
    bodyHash: commit.bodyHash,
  });
  const after = recorded.reduce<Petition | null>(
    (petition, event) => evolve(commit.streamId, petition, upcast(event)),
    commit.before,
  );
  if (after === null) throw new Error('A command without events leaves no petition');
  const projection = project(after, calendar);
  await writePetition(tx, after, projection.clocks);
  if (commit.before !== null && isAccusation(commit.before) !== isAccusation(after)) {
    const readers = isAccusation(after) ? commit.before.readers : commit.before.named;
    await withdrawLists(tx, after, readers);
    await followPurpose(tx, deps, after);
  }
  await followNames(tx, commit.before, after);
  await writeLists(tx, after, projection);
  await keepRelations(tx, commit.before, after);
  if (after.groupNews !== (commit.before?.groupNews ?? 0)) {
    await deps.enqueueFollowing(tx, after.id);
  }
  for (const paperId of voidedBy(commit.before, after)) {
    await updateStage(tx, commit.streamId, paperId, 'void');
  }
  for (const event of commit.events) {
    await keepFiles(tx, commit.streamId, filesOf(event));
    if (event.type === 'PaperServed') {
      await updateStage(tx, commit.streamId, event.data.paperId, 'served');
    }
    if (event.type === 'PaperSealed') {
      await deps.enqueueRendering(tx, commit.streamId, event.data.paperId);
    }
  }
  await enqueueNotices(tx, deps, {
    before: commit.before,
    after,
    projection,
    moved: findMoved(deps, commit.before, projection),
    events: commit.events,
    commandId: commit.commandId,
  });
  return { petition: after, projection };
}
