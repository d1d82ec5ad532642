import { changeClocks, type ClockChange, type ClockState } from '../../kernel/case-clocks.ts';
import type { ReviewEvent } from './events.ts';
import type { Review } from './review.ts';

/** The days of a hearing as the explanation of the clock names them. */
export const hearingPause = '听证';

/**
 * Which periods a step starts, stops or pauses. Reg. 35, 36: 30 days from the body's receipt of the
 * request; only the days of a hearing in re-examination are left out.
 */
function changesOf(event: ReviewEvent, before: Review): readonly ClockChange[] {
  const { stage } = before;
  switch (event.type) {
    case 'ReviewRequested':
      return event.data.body === null
        ? []
        : [{ do: 'start', period: event.data.stage, holder: event.data.body }];
    case 'ReviewBodyChosen':
      return [{ do: 'start', period: stage, holder: event.data.body }];
    case 'HearingHeld':
      return stage === 're-examination'
        ? [{ do: 'pause', period: stage, pause: { ...event.data, reason: hearingPause } }]
        : [];
    case 'ReviewOpinionIssued':
      return [
        { do: 'stop', period: stage },
        { do: 'start', period: 'service', holder: before.body ?? '' },
      ];
    case 'ReviewClosed': {
      const { closing } = event.data;
      const stopped: ClockChange[] = [
        { do: 'stop', period: stage },
        { do: 'stop', period: 'service' },
      ];
      // A refusal ends the procedure with its seal; it still has to reach the petitioner.
      if (closing === 'refused') {
        return [...stopped, { do: 'start', period: 'service', holder: before.body ?? '' }];
      }
      // Reg. 36: 30 days to ask for re-examination, from receipt of the review opinion.
      const further = stage === 'review' && (closing === 'upheld' || closing === 'changed');
      return further
        ? [...stopped, { do: 'start', period: 're-examination-request', holder: 'petitioner' }]
        : stopped;
    }
    case 'ReviewUnitSucceeded': {
      const { body } = event.data;
      if (body === null) return [];
      return [stage, 'service' as const].map((period) => ({
        do: 'hand' as const,
        period,
        holder: body,
      }));
    }
    case 'PaperServed': {
      const paper = before.papers.find(({ id }) => id === event.data.paperId);
      return paper?.kind === 'review-refusal' ? [{ do: 'stop', period: 'service' }] : [];
    }
    default:
      return [];
  }
}

/** Carries the clocks of a review over one event. */
export const advanceReviewClocks = (
  before: Review,
  event: ReviewEvent,
  at: number,
): readonly ClockState[] =>
  changesOf(event, before).reduce<readonly ClockState[]>(
    (clocks, change) => changeClocks(clocks, change, momentOf(change, before, at)),
    before.clocks,
  );

/** Reg. 36: the petitioner's days are counted from receipt, whenever it was written down. */
const momentOf = (change: ClockChange, before: Review, at: number): number =>
  change.do === 'start' && change.period === 're-examination-request'
    ? (before.papers.findLast(({ kind }) => kind === 'review-opinion')?.servedAt ?? at)
    : at;
