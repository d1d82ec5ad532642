import { evolvePapers, isPaperEvent, isUnsealed } from '../../../kernel/paper-flow.ts';
import {
  openLetter,
  type Ladder,
  type Letter,
  type LetterAnswer,
  type LetterPaper,
  type LetterState,
} from './case.ts';
import { advanceLetterClocks } from './clocks.ts';
import type { LettersEventOf, RecordedLettersEvent } from './events.ts';

const voidUnsealed = (papers: readonly LetterPaper[]): readonly LetterPaper[] =>
  papers.map((paper) => (isUnsealed(paper) ? { ...paper, stage: 'void' } : paper));

const withLetter = (
  ladder: Ladder,
  paperId: string,
  news: (letter: Letter) => Partial<Letter>,
): readonly Letter[] =>
  ladder.letters.map((letter) =>
    letter.paperId === paperId ? { ...letter, ...news(letter) } : letter,
  );

const inState = (state: LetterState) => (): Partial<Letter> => ({ state });

/** A new letter; where the open one is only written anew, it takes its place. */
function drafted(
  ladder: Ladder,
  data: LettersEventOf<'LetterDrafted'>['data'],
  at: number,
): Ladder {
  const current = openLetter(ladder);
  const letter: Letter = {
    ...data,
    state: 'drafting',
    draftedAt: at,
    servedOn: null,
    answers: [],
  };
  const rewritten = current?.state === 'drafting' && current.step === data.step;
  const others = rewritten
    ? ladder.letters.filter(({ paperId }) => paperId !== current.paperId)
    : current === undefined
      ? ladder.letters
      : withLetter(ladder, current.paperId, inState('raised'));
  return {
    ...ladder,
    status: 'drafting',
    letters: [...others, letter],
    papers: voidUnsealed(ladder.papers),
  };
}

/** A late answer to the letter before: the one that was being drafted is not sent. */
function answered(
  ladder: Ladder,
  { paperId, ...data }: LettersEventOf<'LetterAnswered'>['data'],
  { at, actor }: RecordedLettersEvent,
): Ladder {
  const current = openLetter(ladder);
  const dropped =
    current !== undefined && current.paperId !== paperId
      ? { ...ladder, letters: withLetter(ladder, current.paperId, inState('dropped')) }
      : ladder;
  const answer: LetterAnswer = { at, actor, ...data, judged: null };
  return {
    ...dropped,
    status: 'answered',
    papers: voidUnsealed(ladder.papers),
    letters: withLetter(dropped, paperId, ({ answers }) => ({
      state: 'answered',
      answers: [...answers, answer],
    })),
  };
}

const judged = (
  ladder: Ladder,
  { paperId, userId, words }: LettersEventOf<'AnswerAccepted'>['data'],
  at: number,
  accepted: boolean,
): readonly Letter[] =>
  withLetter(ladder, paperId, ({ answers }) => ({
    state: accepted ? 'accepted' : 'awaiting',
    answers: answers.map((answer, place) =>
      place === answers.length - 1
        ? { ...answer, judged: { at, userId, accepted, words } }
        : answer,
    ),
  }));

function succeeded(ladder: Ladder, from: string, to: string): Ladder {
  const heirOf = (unit: string): string => (unit === from ? to : unit);
  return {
    ...ladder,
    unit: heirOf(ladder.unit),
    office: heirOf(ladder.office),
    letters: ladder.letters.map((letter) => ({
      ...letter,
      addressee: heirOf(letter.addressee),
      copies: letter.copies.map(heirOf),
    })),
    papers: ladder.papers.map((paper) =>
      isUnsealed(paper) || paper.stage === 'sealed'
        ? { ...paper, issuer: heirOf(paper.issuer) }
        : paper,
    ),
  };
}

function change(ladder: Ladder, event: RecordedLettersEvent): Ladder {
  if (isPaperEvent(event)) {
    return { ...ladder, papers: evolvePapers(ladder.papers, event, event) };
  }
  const { at } = event;
  switch (event.type) {
    case 'LettersBegun':
    case 'LettersRecounted':
      return ladder;
    case 'LetterDrafted':
      return drafted(ladder, event.data, at);
    case 'LetterServed': {
      const { paperId, servedOn } = event.data;
      const letters = withLetter(ladder, paperId, () => ({ state: 'awaiting', servedOn }));
      return { ...ladder, status: 'awaiting', letters };
    }
    case 'LetterLapsed':
      return {
        ...ladder,
        letters: withLetter(ladder, event.data.paperId, inState('unanswered')),
      };
    case 'LetterAnswered':
      return answered(ladder, event.data, event);
    case 'AnswerAccepted':
      return {
        ...ladder,
        status: 'settled',
        closedAt: at,
        letters: judged(ladder, event.data, at, true),
      };
    case 'AnswerReturned':
      return { ...ladder, status: 'awaiting', letters: judged(ladder, event.data, at, false) };
    case 'LettersWithdrawn': {
      const current = openLetter(ladder);
      return {
        ...ladder,
        status: 'withdrawn',
        closedAt: at,
        withdrawal: event.data.reason,
        papers: voidUnsealed(ladder.papers),
        letters:
          current === undefined
            ? ladder.letters
            : withLetter(ladder, current.paperId, inState('dropped')),
      };
    }
    case 'LettersSucceeded':
      return succeeded(ladder, event.data.from, event.data.to);
  }
}

function born(id: string, event: RecordedLettersEvent): Ladder {
  if (event.type !== 'LettersBegun') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with LettersBegun`);
  }
  return {
    id,
    version: event.seq,
    calendarVersion: event.calendarVersion,
    ...event.data,
    status: 'drafting',
    letters: [],
    papers: [],
    clocks: [],
    openedAt: event.at,
    closedAt: null,
    withdrawal: null,
  };
}

/**
 * Carries a ladder of letters over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveLetters(
  id: string,
  before: Ladder | null,
  event: RecordedLettersEvent,
): Ladder {
  const { seq: version, calendarVersion } = event;
  if (before === null) return born(id, event);
  const after = change(before, event);
  return { ...after, clocks: advanceLetterClocks(event, before, after), version, calendarVersion };
}
