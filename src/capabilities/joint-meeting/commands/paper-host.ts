import { setStream } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import type { PaperHost } from '../../petitions/index.ts';
import { meetingStreamKind } from '../events.ts';
import { fold } from '../evolve.ts';
import { minutesPaper } from '../paper-content/minutes.ts';
import { upcast } from '../upcast.ts';
import { runMeeting } from './step.ts';

/** The minutes for the job that renders papers: between units, so that nobody is served (G-1). */
export const jointMeetingPaperHost: PaperHost = {
  kind: meetingStreamKind,
  open: async (tx, meetingId, paperId) => {
    await setStream(tx, meetingId);
    const meeting = fold(meetingId, (await loadEvents(tx, meetingId)).map(upcast));
    const minutes = meeting?.minutes ?? null;
    if (meeting === null || minutes?.issued?.paperId !== paperId) return null;
    return {
      paper: minutesPaper(meeting, minutes, { paperId, by: minutes.signed?.by ?? '' }),
      electronicService: false,
      internal: true,
      renderedAt: minutes.issued.renderedAt,
    };
  },
  run: (deps, meetingId, step, { actor, commandId }) => {
    if (step.type !== 'recordRendering' || actor.kind !== 'system') {
      throw new Error('Minutes are rendered by the system and served to nobody');
    }
    const { type, ...input } = step;
    return runMeeting(
      deps,
      meetingId,
      { type, input, compose: () => step },
      { actor, commandKey: commandId },
    );
  },
};
