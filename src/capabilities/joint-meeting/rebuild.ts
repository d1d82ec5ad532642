import {
  differencesOf,
  findKeptFor,
  keepFiles,
  paperFiles,
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from '../petitions/index.ts';
import type { MeetingDeps } from './commands/index.ts';
import { meetingStreamKind } from './events.ts';
import { fold } from './evolve.ts';
import type { Meeting } from './meeting.ts';
import { findMeeting, meetingRowOf, writeMeeting } from './store.ts';
import { upcast } from './upcast.ts';

interface Folded {
  readonly meeting: Meeting;
  /** Addresses of what it keeps: the files of its minutes. */
  readonly files: readonly string[];
}

const meetings: StreamRebuild<Folded> = {
  kinds: [meetingStreamKind],
  fold: async (tx, streamId, events) => {
    const meeting = fold(streamId, events.map(upcast));
    if (meeting === null) return null;
    return { meeting, files: (await paperFiles(tx, streamId)).toSorted() };
  },
  compare: async (tx, streamId, { meeting, files }) =>
    differencesOf(
      { meeting: await findMeeting(tx, streamId), files: await findKeptFor(tx, streamId, files) },
      { meeting: meetingRowOf(meeting), files },
    ),
  write: async (tx, streamId, { meeting, files }) => {
    writeMeeting(tx, meeting);
    await keepFiles(tx, streamId, files);
  },
};

/**
 * Folds joint meetings again from the record (L-1), and compares or writes what follows.
 * @returns every difference and every broken chain
 */
export const rebuildMeetings = (
  deps: MeetingDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> => rebuildStreams(deps, meetings, mode);
