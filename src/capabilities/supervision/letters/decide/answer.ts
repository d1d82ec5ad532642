import { localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, type Refused } from '../../../../kernel/refusals.ts';
import { answerableLetter, openLetter, type Ladder } from '../case.ts';
import type { LettersCommandOf } from '../command.ts';
import {
  decided,
  event,
  findWordsFault,
  userOf,
  type Decision,
  type LettersContext,
  type Rule,
} from './context.ts';

function findDayFault(ladder: Ladder, receivedOn: string, { now }: LettersContext): Refused | null {
  const { servedOn } = answerableLetter(ladder) ?? {};
  if (receivedOn > localDateOf(now)) {
    return refuse('date-in-future', { field: '收到日期' }, 'receivedOn');
  }
  return servedOn != null && receivedOn < servedOn
    ? refuse('letters-before-service', {}, 'receivedOn')
    : null;
}

function answer(
  ladder: Ladder,
  command: LettersCommandOf<'answerLetter'> | LettersCommandOf<'recordAnswer'>,
  context: LettersContext,
): Decision {
  const letter = answerableLetter(ladder);
  if (letter === undefined) return refuse('letters-not-in-status', { status: ladder.status });
  const receivedOn = command.type === 'recordAnswer' ? command.receivedOn : null;
  const fault =
    (receivedOn === null ? null : findDayFault(ladder, receivedOn, context)) ??
    findWordsFault(command.words, 'words');
  const { words, attachments } = command;
  return (
    fault ??
    decided(
      event('LetterAnswered', {
        paperId: letter.paperId,
        unit: letter.addressee,
        receivedOn,
        words,
        attachments,
      }),
    )
  );
}

export const answerLetter: Rule<'answerLetter'> = answer;
export const recordAnswer: Rule<'recordAnswer'> = answer;

function judge(
  ladder: Ladder,
  command: LettersCommandOf<'acceptAnswer'> | LettersCommandOf<'returnAnswer'>,
  context: LettersContext,
): Decision {
  const letter = openLetter(ladder);
  if (letter === undefined) return refuse('letters-not-in-status', { status: ladder.status });
  const { words } = command;
  const data = { paperId: letter.paperId, userId: userOf(context), words };
  const type = command.type === 'acceptAnswer' ? 'AnswerAccepted' : 'AnswerReturned';
  return findWordsFault(words, 'words') ?? decided(event(type, data));
}

/** The answer is what was asked for: the ladder is over. */
export const acceptAnswer: Rule<'acceptAnswer'> = judge;
/** It is not: the same letter is answered again within its days. */
export const returnAnswer: Rule<'returnAnswer'> = judge;

export const withdrawLetters: Rule<'withdrawLetters'> = (_, { reason }, context) =>
  findWordsFault(reason, 'reason') ??
  decided(event('LettersWithdrawn', { userId: userOf(context), reason }));
