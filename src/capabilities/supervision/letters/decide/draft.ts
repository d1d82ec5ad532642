import { countClock } from '../../../../kernel/case-clocks.ts';
import { isUnsealed } from '../../../../kernel/paper-flow.ts';
import { refuse, type Refused } from '../../../../kernel/refusals.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import { findLetterPaper, openLetter, type LetterCause } from '../case.ts';
import type { Ladder } from '../case.ts';
import { waitingClock } from '../clocks.ts';
import type { LettersCommandOf } from '../command.ts';
import type { LettersEvent } from '../events.ts';
import type { LadderStep } from '../settings.ts';
import {
  decided,
  event,
  findWordsFault,
  type Decision,
  type LettersContext,
  type Rule,
} from './context.ts';

interface Wanted {
  readonly paperId: string;
  readonly addressee: string | null;
  readonly copies: readonly string[];
  readonly words: SealedText | null;
}

/** The last letter goes to a body about the unit; the others to the unit itself. */
const isRecommendation = (step: LadderStep | undefined): boolean =>
  step?.kind === 'accountability-recommendation';

function findAddresseeFault(
  step: LadderStep | undefined,
  { addressee }: Wanted,
  unit: string,
  { units }: LettersContext,
): Refused | null {
  if (!isRecommendation(step)) return null;
  const body = addressee === null ? undefined : units.find(addressee);
  return body?.active === true && body.id !== unit
    ? null
    : refuse('letters-addressee', {}, 'addressee');
}

/** The draft of one letter and its paper. */
function draftOf(
  { unit, office, steps }: Pick<Ladder, 'unit' | 'office' | 'steps'>,
  step: number,
  wanted: Wanted,
  cause: LetterCause,
  reason: SealedText | null,
): readonly LettersEvent[] {
  const rung = steps[step];
  if (rung === undefined) throw new RangeError(`no step ${step}`);
  const toBody = isRecommendation(rung);
  const { paperId, words } = wanted;
  return [
    event('LetterDrafted', {
      step,
      paperId,
      addressee: toBody ? (wanted.addressee ?? unit) : unit,
      // Whoever is spoken of to a third body is told so.
      copies: [...new Set([...(toBody ? [unit] : []), ...wanted.copies])],
      cause,
      reason,
    }),
    event('PaperDrafted', {
      paperId,
      kind: rung.kind,
      issuer: office,
      text: words,
      effect: { kind: 'send' },
    }),
  ];
}

const findCopiesFault = ({ copies }: Wanted, { units, petition }: LettersContext) =>
  copies.every((id) => units.find(id)?.active === true && petition.readers.includes(id))
    ? null
    : refuse('letters-unit-stranger', {}, 'copies');

/** U-4: begins at the first letter; a later one needs a reason. Never to who must not know (L-5). */
export function begin(
  command: LettersCommandOf<'beginLetters'>,
  context: LettersContext,
): Decision {
  const { office, unit, steps, step, reason } = command;
  const rung = steps[step];
  if (rung === undefined) return refuse('letters-step', {}, 'step');
  if (context.units.find(unit)?.active !== true) return refuse('unit-unknown', {}, 'unit');
  if (unit === office) return refuse('letters-own-office', {}, 'unit');
  if (!context.petition.readers.includes(unit)) return refuse('letters-unit-stranger', {}, 'unit');
  const fault =
    (step === 0 ? null : findWordsFault(reason, 'reason')) ??
    findAddresseeFault(rung, command, unit, context) ??
    findCopiesFault(command, context) ??
    findWordsFault(command.words, 'words');
  if (fault) return fault;
  const { petitionId, item } = command;
  return decided(
    event('LettersBegun', { petitionId, office, unit, item, steps }),
    ...draftOf(command, step, command, 'begun', step === 0 ? null : reason),
  );
}

/** A supervisor writes it: in place of the system's draft, or after it came back from the head. */
export const draftLetter: Rule<'draftLetter'> = (ladder, command, context) => {
  const letter = openLetter(ladder);
  if (letter === undefined) return refuse('letters-not-in-status', { status: ladder.status });
  const paper = findLetterPaper(ladder, letter.paperId);
  if (paper !== undefined && !isUnsealed(paper) && paper.stage !== 'void') {
    return refuse('paper-stage', { stage: paper.stage });
  }
  const fault =
    findAddresseeFault(ladder.steps[letter.step], command, ladder.unit, context) ??
    findCopiesFault(command, context) ??
    findWordsFault(command.words, 'words');
  return fault ?? decided(...draftOf(ladder, letter.step, command, letter.cause, letter.reason));
};

/** Raised by hand, always with its reason; so no step is left out without one. */
export const raiseLetter: Rule<'raiseLetter'> = (ladder, command, context) => {
  const letter = openLetter(ladder);
  const rung = ladder.steps[command.to];
  if (letter === undefined || rung === undefined || command.to <= letter.step) {
    return refuse('letters-step', {}, 'to');
  }
  const fault =
    findWordsFault(command.reason, 'reason') ??
    findAddresseeFault(rung, command, ladder.unit, context) ??
    findCopiesFault(command, context) ??
    findWordsFault(command.words, 'words');
  return fault ?? decided(...draftOf(ladder, command.to, command, 'raised', command.reason));
};

/**
 * Nobody answered and the due day is over: the ladder rises without anybody's doing, and the next
 * letter lies on the supervisor's desk as a draft. At the top there is nothing above.
 */
export const escalateLetter: Rule<'escalateLetter'> = (ladder, command, { calendar, now }) => {
  const letter = openLetter(ladder);
  const clock = waitingClock(ladder);
  if (letter === undefined || clock === undefined) return refuse('letters-not-due');
  const { dueAt, dueDate } = countClock(clock, calendar);
  if (now < dueAt) return refuse('letters-not-due');
  const to = letter.step + 1;
  if (ladder.steps[to] === undefined) return refuse('letters-top');
  const { paperId, addressee } = command;
  const wanted = { paperId, addressee, copies: [], words: null };
  return decided(
    event('LetterLapsed', { paperId: letter.paperId, dueDate, to }),
    ...draftOf(ladder, to, wanted, 'unanswered', null),
  );
};
