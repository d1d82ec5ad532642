import type { RecordedEvent } from '../../../../platform/record/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import type { CaseKind } from '../../../petitions/index.ts';
import type { DisputeDeps } from '../../commands/deps.ts';
import type { EarlyWarning } from '../case.ts';
import type { WarningCommand } from '../command.ts';
import { decideWarning } from '../decide/index.ts';
import {
  warningEventVersion,
  warningKindName,
  type RecordedWarningEvent,
  type WarningEvent,
} from '../events.ts';
import { evolveWarning } from '../evolve.ts';
import { isWarningVisible, mayWarning } from '../policy.ts';
import { projectWarning } from '../projection.ts';

/**
 * Brings an event as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export const asWarningEvent = (event: RecordedEvent): RecordedWarningEvent => {
  if (event.typeVersion > warningEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  return event as unknown as RecordedWarningEvent;
};

/** Earlier disputes beside a petition, as a record beside it. */
export const warningKind: CaseKind<EarlyWarning, WarningCommand, WarningEvent> = {
  kind: warningKindName,
  eventVersion: warningEventVersion,
  evolve: (id, warning, event) => evolveWarning(id, warning, asWarningEvent(event)),
  decide: (warning, command, { petition }) =>
    decideWarning(warning, command, { accusation: petition.purpose === 'accusation' }),
  isVisible: isWarningVisible,
  may: mayWarning,
  project: projectWarning,
  documentOf: () => {
    throw new Error('matches have no papers of their own');
  },
  noticeOf: () => null,
};

/** Folds what was read of the matches; null when nothing was. */
export const foldWarning = (id: string, events: readonly RecordedEvent[]): EarlyWarning | null =>
  events.reduce<EarlyWarning | null>(
    (before, event) => warningKind.evolve(id, before, event),
    null,
  );

/** The matches of a petition stand in one record beside it. */
export const warningIdOf = (deps: Pick<DisputeDeps, 'keys'>, petitionId: string): string =>
  deriveId(deps.keys, 'system:disputes', 'early-warning', petitionId);
