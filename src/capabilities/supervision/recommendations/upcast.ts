import type { RecordedEvent } from '../../../platform/record/index.ts';
import {
  recommendationEventVersion,
  type RecordedGapEvent,
  type RecordedRecommendationEvent,
  type RecordedRepairEvent,
} from './events.ts';

function known(event: RecordedEvent): unknown {
  if (event.typeVersion > recommendationEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  const { type, data, seq, at, actor } = event;
  return { type, data, seq, at, actor };
}

/**
 * Brings an event of a recommendation as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export const upcastRecommendation = (event: RecordedEvent): RecordedRecommendationEvent =>
  known(event) as RecordedRecommendationEvent;

/** The same for an event of a gap. */
export const upcastGap = (event: RecordedEvent): RecordedGapEvent =>
  known(event) as RecordedGapEvent;

/** The same for an event of a repair. */
export const upcastRepair = (event: RecordedEvent): RecordedRepairEvent =>
  known(event) as RecordedRepairEvent;
