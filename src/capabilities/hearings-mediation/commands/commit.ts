import { actorId, type Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  appendEvents,
  type RecordedEvent,
  type StreamHead,
} from '../../../platform/record/index.ts';
import { unitOf, writeCaseItems, type PetitionDeps } from '../../petitions/index.ts';
import { proceedingEventVersion, type ProceedingEvent, type Recorded } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Proceeding } from '../proceeding.ts';
import { itemsOf } from '../projection.ts';
import { writeProceeding } from '../store.ts';
import { upcast } from '../upcast.ts';

/** The reading of the law that decisions are made by; a new reading gets a new name. */
export const rulesVersion = 'regulation-2022-05-01';

export interface Commit {
  readonly streamId: string;
  readonly kind: Proceeding['kind'];
  readonly head: StreamHead | null;
  readonly before: Proceeding | null;
  readonly events: readonly ProceedingEvent[];
  readonly actor: Actor;
  readonly commandId: string;
  readonly bodyHash: Buffer;
  readonly at: number;
}

/** Writes the events of one command and the row that lists read. */
export async function commitProceeding(
  tx: Tx,
  deps: PetitionDeps,
  commit: Commit,
): Promise<Proceeding> {
  const recorded = await appendEvents(tx, {
    streamId: commit.streamId,
    kind: commit.kind,
    head: commit.head,
    events: commit.events.map(({ type, data }) => ({
      type,
      typeVersion: proceedingEventVersion,
      data,
    })),
    stamp: {
      actor: actorId(commit.actor),
      unitId: unitOf(commit.actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId: commit.commandId,
    },
    at: commit.at,
    bodyHash: commit.bodyHash,
  });
  const after = recorded
    .map((event: RecordedEvent): Recorded<ProceedingEvent> => upcast(event))
    .reduce<Proceeding | null>(
      (state, event) => evolve(commit.streamId, state, event),
      commit.before,
    );
  if (after === null) throw new Error('A command without events leaves no proceeding');
  writeProceeding(tx, after);
  writeCaseItems(tx, after.kind, after, itemsOf(after, deps.calendar()));
  return after;
}
