import { setStream, type Tx } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { enqueueMessage, type TemplateName } from '../../messages/index.ts';
import type { Meeting, Place } from '../meeting.ts';
import type { MeetingDeps } from './deps.ts';

type News = Extract<TemplateName, 'meeting-called' | 'meeting-changed' | 'meeting-minutes'>;

/** Everybody at the table. */
export const tellMembers = (
  tx: Tx,
  deps: MeetingDeps,
  meeting: Meeting,
  template: News,
  cause: { readonly commandId: string },
): Promise<void> =>
  tellSeats(tx, deps, meeting, [meeting.plan.chair, ...meeting.members], template, cause);

/**
 * Tells some of those at the table, in the step's own transaction; a message names the day and where to
 * look, never a matter (N-1).
 */
export async function tellSeats(
  tx: Tx,
  deps: MeetingDeps,
  meeting: Meeting,
  seats: readonly Place[],
  template: News,
  { commandId }: { readonly commandId: string },
): Promise<void> {
  const organisation = await deps.organisation(tx);
  await setStream(tx, meeting.id);
  for (const { unit, userId } of seats) {
    await enqueueMessage(tx, {
      streamId: meeting.id,
      messageId: deriveId(deps.keys, 'system:joint-meeting', userId, commandId),
      unitId: meeting.unit,
      recipient: { kind: 'staff', unitId: unit, userId },
      template,
      named: null,
      params: {
        office: organisation.find(meeting.unit)?.name ?? '',
        due: meeting.plan.on,
        url: `${deps.publicUrl}/console/joint-meeting/${meeting.id}`,
      },
    });
  }
}
