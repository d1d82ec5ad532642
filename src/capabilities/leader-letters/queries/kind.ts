import type { RecordedEvent } from '../../../platform/record/index.ts';
import type { CaseKind } from '../../petitions/index.ts';
import type { LetterCommand } from '../command.ts';
import { decideLetter } from '../decide/index.ts';
import { letterEventVersion, type LetterEvent, type RecordedLetterEvent } from '../events.ts';
import { evolveLetter } from '../evolve.ts';
import type { Letter } from '../letter.ts';
import { isLetterVisible, mayLetter } from '../policy.ts';
import { projectLetter } from '../projection.ts';

/**
 * Brings an event as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export const asLetterEvent = (event: RecordedEvent): RecordedLetterEvent => {
  if (event.typeVersion > letterEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  return event as unknown as RecordedLetterEvent;
};

/** A petition before its reader, as a record beside it. */
export const letterKind: CaseKind<Letter, LetterCommand, LetterEvent> = {
  kind: 'letter',
  eventVersion: letterEventVersion,
  evolve: (id, letter, event) => evolveLetter(id, letter, asLetterEvent(event)),
  decide: (letter, command, { actor, units, petition }) =>
    decideLetter(letter, command, {
      actor,
      units,
      petition: { accusation: petition.purpose === 'accusation' },
    }),
  isVisible: isLetterVisible,
  may: mayLetter,
  project: projectLetter,
  documentOf: () => {
    throw new Error('a letter has no papers of its own');
  },
  noticeOf: () => null,
};

/** Folds what was read of a letter; null when nothing was. */
export const foldLetter = (id: string, events: readonly RecordedEvent[]): Letter | null =>
  events.reduce<Letter | null>((before, event) => letterKind.evolve(id, before, event), null);
