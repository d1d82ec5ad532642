import type { RecordedEvent } from '../../../../platform/record/index.ts';
import { isAccusation, type CaseKind } from '../../../petitions/index.ts';
import type { Ladder } from '../case.ts';
import type { LettersCommand } from '../command.ts';
import { decideLetters } from '../decide/index.ts';
import { evolveLetters } from '../evolve.ts';
import { lettersEventVersion, lettersStreamKind, type LettersEvent } from '../events.ts';
import { letterDocumentOf } from '../paper-content.ts';
import { areLettersVisible, mayLetters } from '../policy.ts';
import { projectLetters } from '../projection.ts';
import { upcast } from '../upcast.ts';

/** The three letters as a record beside a petition. */
export const lettersKind: CaseKind<Ladder, LettersCommand, LettersEvent> = {
  kind: lettersStreamKind,
  eventVersion: lettersEventVersion,
  evolve: (id, ladder, event) => evolveLetters(id, ladder, upcast(event)),
  decide: (ladder, command, { petition, ...context }) =>
    decideLetters(ladder, command, {
      ...context,
      petition: { accusation: isAccusation(petition), readers: petition.readers },
    }),
  isVisible: areLettersVisible,
  may: mayLetters,
  project: projectLetters,
  documentOf: (source, wording) => letterDocumentOf(source, wording),
  // The petitioner reads of what comes of it in the petition itself.
  noticeOf: () => null,
};

/** Folds what was read of a ladder; null when nothing was. */
export const foldLetters = (id: string, events: readonly RecordedEvent[]): Ladder | null =>
  events.reduce<Ladder | null>((before, event) => evolveLetters(id, before, upcast(event)), null);

export const lettersReading = {
  fold: foldLetters,
  isVisible: areLettersVisible,
  documentOf: letterDocumentOf,
};
