import { succeedEach, type Succession } from '../../petitions/index.ts';
import { findOfUnit } from '../store.ts';
import type { MeetingDeps } from './deps.ts';
import { runMeeting } from './step.ts';

/**
 * Seats the successor of a merged or abolished unit in every meeting that is not over (O-1), one by
 * one; a second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedMeetings = (
  deps: MeetingDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(deps, units, signal, findOfUnit, (id, given, { actor, commandId }) => {
    if (actor.kind !== 'system') throw new Error('A succession is the deed of the system');
    return runMeeting(
      deps,
      id,
      {
        type: 'succeedUnit',
        input: given,
        compose: () => ({ type: 'succeedUnit', ...given }),
      },
      { actor, commandKey: commandId },
    );
  });
