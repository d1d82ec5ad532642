import type { RecordedEvent } from '../../../../platform/record/index.ts';
import type { CaseKind } from '../../../petitions/index.ts';
import {
  decideVisit,
  evolveVisit,
  isVisitVisible,
  mayVisit,
  projectVisit,
  visitEventVersion,
  type FestivalVisit,
  type VisitCommand,
  type VisitEvent,
} from '../festival-visit.ts';
import { upcastVisit } from '../upcast.ts';

/** A visit before a festival, as a record beside the petition of whoever is visited. */
export const festivalVisitKind: CaseKind<FestivalVisit, VisitCommand, VisitEvent> = {
  kind: 'festival-visit',
  eventVersion: visitEventVersion,
  evolve: (id, visit, event) => evolveVisit(id, visit, upcastVisit(event)),
  decide: (visit, command, { actor, now, petition }) =>
    decideVisit(visit, command, {
      actor,
      now,
      petition: { accusation: petition.purpose === 'accusation' },
    }),
  isVisible: isVisitVisible,
  may: mayVisit,
  project: projectVisit,
  documentOf: () => {
    throw new Error('a festival visit has no papers');
  },
  noticeOf: () => null,
};

/** Folds what was read of a visit; null when nothing was. */
export const foldVisit = (id: string, events: readonly RecordedEvent[]): FestivalVisit | null =>
  events.reduce<FestivalVisit | null>(
    (before, event) => evolveVisit(id, before, upcastVisit(event)),
    null,
  );
