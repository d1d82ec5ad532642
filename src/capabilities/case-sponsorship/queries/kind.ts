import type { RecordedEvent } from '../../../platform/record/index.ts';
import type { CaseKind } from '../../petitions/index.ts';
import type { Backlog } from '../backlog.ts';
import type { BacklogCommand } from '../command.ts';
import { decideBacklog } from '../decide/index.ts';
import { evolveBacklog } from '../evolve.ts';
import { backlogEventVersion, type BacklogEvent } from '../events.ts';
import { isBacklogVisible, mayBacklog } from '../policy.ts';
import { projectBacklog } from '../projection.ts';
import { upcast } from '../upcast.ts';

/** A case of a superior's list, as a record beside its petition. */
export const backlogKind: CaseKind<Backlog, BacklogCommand, BacklogEvent> = {
  kind: 'backlog',
  eventVersion: backlogEventVersion,
  evolve: (id, backlog, event) => evolveBacklog(id, backlog, upcast(event)),
  decide: (backlog, command, { actor, units, petition }) =>
    decideBacklog(backlog, command, {
      actor,
      units,
      petition: { accusation: petition.purpose === 'accusation' },
    }),
  isVisible: isBacklogVisible,
  may: mayBacklog,
  project: projectBacklog,
  documentOf: () => {
    throw new Error('a backlog case has no papers of its own');
  },
  noticeOf: () => null,
};

/** Folds what was read of a case; null when nothing was. */
export const foldBacklog = (id: string, events: readonly RecordedEvent[]): Backlog | null =>
  events.reduce<Backlog | null>((before, event) => evolveBacklog(id, before, upcast(event)), null);
