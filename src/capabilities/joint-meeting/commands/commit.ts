import { actorId } from '../../../kernel/actor.ts';
import { unitOf, type Tx } from '../../../platform/database/index.ts';
import { appendEvents, type StreamHead } from '../../../platform/record/index.ts';
import { meetingEventVersion, meetingStreamKind, type MeetingEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Meeting } from '../meeting.ts';
import { writeMeeting } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { MeetingDeps, MeetingOptions } from './deps.ts';

/** The reading of the law that decisions are made by; a new reading gets a new name. */
const rulesVersion = 'regulation-2022-05-01';

interface Commit {
  readonly streamId: string;
  readonly head: StreamHead | null;
  readonly before: Meeting | null;
  readonly events: readonly MeetingEvent[];
  readonly options: MeetingOptions;
  readonly commandId: string;
  readonly bodyHash: Buffer;
  readonly at: number;
}

/** Writes the events of one command and the row that lists read. */
export async function commitMeeting(
  tx: Tx,
  deps: MeetingDeps,
  { streamId, options, ...commit }: Commit,
): Promise<Meeting> {
  const recorded = await appendEvents(tx, {
    streamId,
    kind: meetingStreamKind,
    head: commit.head,
    events: commit.events.map(({ type, data }) => ({
      type,
      typeVersion: meetingEventVersion,
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
    .reduce<Meeting | null>((meeting, event) => evolve(streamId, meeting, event), commit.before);
  if (after === null) throw new Error('A command without events leaves no meeting');
  writeMeeting(tx, after);
  const issued = commit.events.find(({ type }) => type === 'JointMeetingMinutesIssued');
  const paperId = after.minutes?.issued?.paperId;
  if (issued !== undefined && paperId !== undefined) {
    await deps.enqueueRendering(tx, streamId, paperId, meetingStreamKind);
  }
  return after;
}
