import { loadEvents } from '../../../platform/record/index.ts';
import { setStream } from '../../../platform/database/index.ts';
import type { PaperHost } from '../../petitions/index.ts';
import { dayStreamKind } from '../events.ts';
import { fold } from '../evolve.ts';
import { minutesPaper } from '../paper-content/minutes.ts';
import { upcast } from '../upcast.ts';
import { stepDay } from './change-day.ts';

/** The minutes for the job that renders papers: between units, so that nobody is served (G-1). */
export const receptionPaperHost: PaperHost = {
  kind: dayStreamKind,
  open: async (tx, dayId, paperId) => {
    await setStream(tx, dayId);
    const day = fold(dayId, (await loadEvents(tx, dayId)).map(upcast));
    const minutes = day?.minutes ?? null;
    if (day === null || minutes === null || minutes.issued?.paperId !== paperId) return null;
    return {
      paper: minutesPaper(day, minutes, { paperId, by: minutes.issued.by }),
      electronicService: false,
      internal: true,
      renderedAt: minutes.issued.renderedAt,
    };
  },
  run: (deps, dayId, step, { actor, commandId }) => {
    if (step.type !== 'recordRendering' || actor.kind !== 'system') {
      throw new Error('Minutes are rendered by the system and served to nobody');
    }
    const { type, ...input } = step;
    return stepDay(
      deps,
      dayId,
      { type, input, compose: () => step },
      { actor, commandKey: commandId },
    );
  },
};
