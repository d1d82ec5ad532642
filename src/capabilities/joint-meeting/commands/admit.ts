import { ok, type Result } from '../../../kernel/result.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { scopeOf, setStream } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { openFolder, runSystemCommand, systemActor } from '../../petitions/index.ts';
import { fold } from '../evolve.ts';
import { readersOf } from '../meeting.ts';
import { upcast } from '../upcast.ts';
import type { MeetingDeps } from './deps.ts';

const actor = systemActor('joint-meeting');

/** Events after which those at the table may read what is on the agenda. */
export const admittingTypes = ['JointMeetingCalled', 'JointMeetingItemAdded'] as const;

/**
 * Lets those at the table read the petitions on the agenda, from the call on. It stays theirs
 * afterwards: who decided must be able to look up what on, and each look leaves its trace (L-4).
 * An accusation is on no agenda (L-5).
 */
export async function admitMembers(
  deps: MeetingDeps,
  events: readonly RecordedEvent[],
): Promise<Result<null, Refusal>> {
  for (const meetingId of new Set(events.map(({ streamId }) => streamId))) {
    const meeting = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
      await setStream(tx, meetingId);
      return fold(meetingId, (await loadEvents(tx, meetingId)).map(upcast));
    });
    if (meeting === null || meeting.calledAt === null || meeting.state === 'cancelled') continue;
    for (const petitionId of meeting.agenda.flatMap((item) => item.petitionId ?? [])) {
      const folder = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
        openFolder(tx, deps.vault, petitionId),
      );
      if (folder === null || folder.petition.purpose === 'accusation') continue;
      const missing = readersOf(meeting).filter((unit) => !folder.petition.readers.includes(unit));
      for (const unit of missing) {
        const commandId = deriveId(
          deps.keys,
          'system:joint-meeting',
          `admit:${petitionId}:${unit}`,
          meetingId,
        );
        const done = await runSystemCommand(
          deps,
          petitionId,
          { type: 'admitReader', unit },
          { actor, commandId },
        );
        if (!done.ok) return done;
      }
    }
  }
  return ok(null);
}
