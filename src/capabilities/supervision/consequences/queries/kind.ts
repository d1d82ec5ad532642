import type { RecordedEvent } from '../../../../platform/record/index.ts';
import { isAccusation, type CaseKind } from '../../../petitions/index.ts';
import type { Consequence } from '../case.ts';
import type { ConsequenceCommand } from '../command.ts';
import { decideConsequence } from '../decide/index.ts';
import { evolveConsequence } from '../evolve.ts';
import {
  consequenceEventVersion,
  consequenceStreamKind,
  type ConsequenceEvent,
} from '../events.ts';
import { consequenceDocumentOf } from '../paper-content.ts';
import { isConsequenceVisible, mayConsequence } from '../policy.ts';
import { projectConsequence } from '../projection.ts';
import { upcast } from '../upcast.ts';

/** A consequence as a record beside the petition that gave rise to it. */
export const consequenceKind: CaseKind<Consequence, ConsequenceCommand, ConsequenceEvent> = {
  kind: consequenceStreamKind,
  eventVersion: consequenceEventVersion,
  evolve: (id, one, event) => evolveConsequence(id, one, upcast(event)),
  decide: (one, command, { petition, ...context }) =>
    decideConsequence(one, command, {
      ...context,
      petition: { accusation: isAccusation(petition), readers: petition.readers },
    }),
  isVisible: isConsequenceVisible,
  may: mayConsequence,
  project: projectConsequence,
  documentOf: (source, wording) => consequenceDocumentOf(source, wording),
  // It is about a unit; the petitioner reads of what comes of it in the petition itself.
  noticeOf: () => null,
};

/** Folds what was read of a consequence; null when nothing was. */
export const foldConsequence = (id: string, events: readonly RecordedEvent[]): Consequence | null =>
  events.reduce<Consequence | null>(
    (before, event) => evolveConsequence(id, before, upcast(event)),
    null,
  );

export const consequenceReading = {
  fold: foldConsequence,
  isVisible: isConsequenceVisible,
  documentOf: consequenceDocumentOf,
};
