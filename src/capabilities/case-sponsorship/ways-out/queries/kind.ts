import type { RecordedEvent } from '../../../../platform/record/index.ts';
import type { CaseKind } from '../../../petitions/index.ts';
import type { WayOut } from '../case.ts';
import type { WayCommand } from '../command.ts';
import { decideWay } from '../decide/index.ts';
import { evolveWay } from '../evolve.ts';
import { wayEventVersion, type WayEvent } from '../events.ts';
import { isWayVisible, mayWay } from '../policy.ts';
import { projectWay } from '../projection.ts';
import { upcastWay } from '../upcast.ts';

/** One of the three ways out, as a record beside its petition. */
export const wayOutKind: CaseKind<WayOut, WayCommand, WayEvent> = {
  kind: 'way-out',
  eventVersion: wayEventVersion,
  evolve: (id, way, event) => evolveWay(id, way, upcastWay(event)),
  decide: (way, command, { actor, now, petition }) =>
    decideWay(way, command, {
      actor,
      now,
      petition: {
        accusation: petition.purpose === 'accusation',
        demands: petition.demands.map(({ id }) => id),
      },
    }),
  isVisible: isWayVisible,
  may: mayWay,
  project: projectWay,
  documentOf: () => {
    throw new Error('the sheet is composed when the last step approves');
  },
  // Told by the command itself, in words of its own.
  noticeOf: () => null,
};

/** Folds what was read of a way out; null when nothing was. */
export const foldWay = (id: string, events: readonly RecordedEvent[]): WayOut | null =>
  events.reduce<WayOut | null>((before, event) => evolveWay(id, before, upcastWay(event)), null);
