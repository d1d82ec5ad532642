import { actorId } from '../../../kernel/actor.ts';
import { unitOf, type Tx } from '../../../platform/database/index.ts';
import { appendEvents, type StreamHead } from '../../../platform/record/index.ts';
import { dayStreamKind, receptionEventVersion, type DayEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { ReceptionDay } from '../reception-day.ts';
import { writeDay } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { CommandOptions, ReceptionDeps } from './deps.ts';

/** The reading of the law that decisions are made by; a new reading gets a new name. */
export const rulesVersion = 'regulation-2022-05-01';

export interface Commit {
  readonly streamId: string;
  readonly head: StreamHead | null;
  readonly before: ReceptionDay | null;
  readonly events: readonly DayEvent[];
  readonly options: CommandOptions;
  readonly commandId: string;
  readonly bodyHash: Buffer;
  readonly at: number;
}

/** Writes the events of one command and the row that lists and the portal read. */
export async function commitDay(
  tx: Tx,
  deps: ReceptionDeps,
  commit: Commit,
): Promise<ReceptionDay> {
  const { streamId, options } = commit;
  const recorded = await appendEvents(tx, {
    streamId,
    kind: dayStreamKind,
    head: commit.head,
    events: commit.events.map(({ type, data }) => ({
      type,
      typeVersion: receptionEventVersion,
      data,
    })),
    stamp: {
      actor: actorId(options.actor),
      unitId: unitOf(options.actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId: commit.commandId,
    },
    at: commit.at,
    bodyHash: commit.bodyHash,
  });
  const after = recorded
    .map(upcast)
    .reduce<ReceptionDay | null>((day, event) => evolve(streamId, day, event), commit.before);
  if (after === null) throw new Error('A command without events leaves no reception day');
  writeDay(tx, after);
  const issued = commit.events.find(({ type }) => type === 'MinutesIssued');
  const paperId = after.minutes?.issued?.paperId;
  if (issued !== undefined && paperId != null) {
    await deps.enqueueRendering(tx, streamId, paperId, dayStreamKind);
  }
  return after;
}
