import type { ClockState } from '../../../kernel/case-clocks.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { LadderStep, LetterKind } from './settings.ts';

export const lettersStatuses = [
  'drafting',
  'awaiting',
  'answered',
  'settled',
  'withdrawn',
] as const;
/** Where the one open letter of a ladder stands, or how the ladder ended. */
export type LettersStatus = (typeof lettersStatuses)[number];

/**
 * One letter: on its way, sent, answered, its answer accepted; or gone by: nobody answered in time,
 * the supervisor raised the ladder, it was never sent.
 */
export const letterStates = [
  'drafting',
  'awaiting',
  'answered',
  'accepted',
  'unanswered',
  'raised',
  'dropped',
] as const;
export type LetterState = (typeof letterStates)[number];

/** Why a letter is written: the ladder begins, a supervisor raises it, or nobody answered. */
export const letterCauses = ['begun', 'raised', 'unanswered'] as const;
export type LetterCause = (typeof letterCauses)[number];

/** A file that comes with an answer, as petitions keep theirs. */
export interface LetterFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

export interface LetterAnswer {
  /** Epoch ms: when it was recorded. */
  readonly at: number;
  readonly actor: string;
  readonly unit: string;
  /** The day on which a written answer came, where the office recorded it. */
  readonly receivedOn: LocalDate | null;
  readonly words: SealedText;
  readonly attachments: readonly LetterFile[];
  readonly judged: {
    readonly at: number;
    readonly userId: string;
    readonly accepted: boolean;
    readonly words: SealedText;
  } | null;
}

export interface Letter {
  /** Place in the ladder's steps, from 0. */
  readonly step: number;
  readonly paperId: string;
  /** Who gets it and has to answer. */
  readonly addressee: string;
  readonly copies: readonly string[];
  readonly state: LetterState;
  readonly cause: LetterCause;
  /** Why a step was left out, or why the ladder was raised by hand. */
  readonly reason: SealedText | null;
  readonly draftedAt: number;
  readonly servedOn: LocalDate | null;
  readonly answers: readonly LetterAnswer[];
}

/** What takes effect with a letter: it is sent. Without an effect a returned draft would not be void. */
export interface LetterEffect {
  readonly kind: 'send';
}

export type LetterPaper = FlowPaper<LetterKind, LetterEffect>;

/** The three letters (三函) to one unit about one petition, as a ladder (U-4). */
export interface Ladder {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: LettersStatus;
  readonly office: string;
  /** The unit that is supervised. */
  readonly unit: string;
  /** The supervision item that gave rise to it. */
  readonly item: string | null;
  /** Names, order and limits as they were when it began. */
  readonly steps: readonly LadderStep[];
  readonly letters: readonly Letter[];
  readonly papers: readonly LetterPaper[];
  readonly clocks: readonly ClockState[];
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** Why it was withdrawn. */
  readonly withdrawal: SealedText | null;
}

const open: readonly LetterState[] = ['drafting', 'awaiting', 'answered'];

/** The one letter that is under way; never two (a property test tries). */
export const openLetter = ({ letters }: Pick<Ladder, 'letters'>): Letter | undefined =>
  letters.findLast(({ state }) => open.includes(state));

export const isEnded = ({ status }: Pick<Ladder, 'status'>): boolean =>
  status === 'settled' || status === 'withdrawn';

export const findLetterPaper = (
  { papers }: Pick<Ladder, 'papers'>,
  paperId: string,
): LetterPaper | undefined => papers.find(({ id }) => id === paperId);

/** A draft by the system waits for a supervisor to take it over; nobody approves it before. */
export const isSystemsDraft = (paper: FlowPaper): boolean => paper.draftedBy.startsWith('system:');

/**
 * The letter that can be answered now: the one that waits, or, until the next one has left the
 * office, the one that nobody had answered in time.
 */
export function answerableLetter(ladder: Pick<Ladder, 'letters' | 'papers'>): Letter | undefined {
  const current = openLetter(ladder);
  if (current?.state === 'awaiting') return current;
  if (current?.state !== 'drafting' || current.cause !== 'unanswered') return undefined;
  const paper = findLetterPaper(ladder, current.paperId);
  const left = paper?.stage === 'sealed' || paper?.stage === 'served';
  return left ? undefined : ladder.letters.findLast(({ state }) => state === 'unanswered');
}

/** What a letter's clock is about: its place among the letters of the ladder. */
export const clockAbout = ({ letters }: Pick<Ladder, 'letters'>, paperId: string): string =>
  String(letters.findIndex((letter) => letter.paperId === paperId));
