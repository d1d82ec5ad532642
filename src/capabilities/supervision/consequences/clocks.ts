import { changeClocks, type ClockChange, type ClockState } from '../../../kernel/case-clocks.ts';
import type { Consequence } from './case.ts';
import type { RecordedConsequenceEvent } from './events.ts';

/** Which periods an event starts and stops: the unit's days to be heard, and those to correct in. */
function changesOf(event: RecordedConsequenceEvent, before: Consequence | null): ClockChange[] {
  switch (event.type) {
    case 'ConsequenceProposed':
      return [{ do: 'start', period: 'statement', holder: event.data.unit }];
    case 'UnitHeard':
      return [{ do: 'stop', period: 'statement' }];
    case 'ConsequenceImposed': {
      const terms = before?.terms ?? null;
      return terms === null || !('correctBy' in terms)
        ? []
        : [
            {
              do: 'start',
              period: 'correction',
              holder: before?.unit ?? '',
              givenDue: terms.correctBy,
            },
          ];
    }
    case 'CorrectionReported':
      return [{ do: 'stop', period: 'correction' }];
    case 'CorrectionReturned':
      return [{ do: 'resume', period: 'correction' }];
    case 'ConsequenceDropped':
      return [{ do: 'stop', period: 'statement' }];
    case 'ConsequenceSucceeded': {
      const { from, to } = event.data;
      return (['statement', 'correction'] as const).map((period) => ({
        do: 'hand',
        period,
        holder: to,
        from,
      }));
    }
    default:
      return [];
  }
}

/** Carries the clocks of a consequence over one event. */
export const advanceConsequenceClocks = (
  event: RecordedConsequenceEvent,
  before: Consequence | null,
): readonly ClockState[] =>
  changesOf(event, before).reduce<readonly ClockState[]>(
    (clocks, change) => changeClocks(clocks, change, event.at),
    before?.clocks ?? [],
  );
