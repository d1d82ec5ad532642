import type { RecordedEvent } from '../../../platform/record/index.ts';
import {
  inspectionEventVersion,
  type RecordedInspectionEvent,
  type RecordedProgrammeEvent,
} from './events.ts';

function known(event: RecordedEvent): unknown {
  if (event.typeVersion > inspectionEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  const { type, data, seq, at, actor } = event;
  return { type, data, seq, at, actor };
}

/**
 * Brings an event of a programme as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export const upcastProgramme = (event: RecordedEvent): RecordedProgrammeEvent =>
  known(event) as RecordedProgrammeEvent;

/** The same for an event of an inspection. */
export const upcastInspection = (event: RecordedEvent): RecordedInspectionEvent =>
  known(event) as RecordedInspectionEvent;
