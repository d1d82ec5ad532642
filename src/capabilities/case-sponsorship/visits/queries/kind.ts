import type { RecordedEvent } from '../../../../platform/record/index.ts';
import type { CaseKind } from '../../../petitions/index.ts';
import type { Visit } from '../case.ts';
import type { VisitCommand } from '../command.ts';
import { decideVisit } from '../decide/index.ts';
import { evolveVisit } from '../evolve.ts';
import { visitEventVersion, type VisitEvent } from '../events.ts';
import { isVisitVisible, mayVisit } from '../policy.ts';
import { projectVisit } from '../projection.ts';
import { upcast } from '../upcast.ts';

/** A home visit, as a record beside its petition. */
export const visitKind: CaseKind<Visit, VisitCommand, VisitEvent> = {
  kind: 'home-visit',
  eventVersion: visitEventVersion,
  evolve: (id, visit, event) => evolveVisit(id, visit, upcast(event)),
  decide: (visit, command, { actor, now, holdsPost, petition }) =>
    decideVisit(visit, command, {
      actor,
      now,
      holdsPost,
      petition: {
        accusation: petition.purpose === 'accusation',
        named: petition.named,
        readers: petition.readers,
        accusedUnits: petition.accusedUnits,
      },
    }),
  isVisible: isVisitVisible,
  may: mayVisit,
  project: projectVisit,
  documentOf: () => {
    throw new Error('a home visit has no papers of its own');
  },
  noticeOf: () => null,
};

/** Folds what was read of a visit; null when nothing was. */
export const foldVisit = (id: string, events: readonly RecordedEvent[]): Visit | null =>
  events.reduce<Visit | null>((before, event) => evolveVisit(id, before, upcast(event)), null);
