import type { DemandOutcome, Purpose, SealedText } from './petition.ts';

/** Purposes with a short path of their own: Reg. 29, and by local rule enquiries and thanks. */
export const shortPaths = ['suggestion', 'enquiry', 'thanks'] as const;
export type ShortPath = (typeof shortPaths)[number];

/** The short path of a purpose; a letter of several purposes has none before it is split. */
export const shortPathOf = (purpose: Purpose | null, mixed = false): ShortPath | null =>
  mixed ? null : (shortPaths.find((path) => path === purpose) ?? null);

/** Reg. 29: what is practicable is adopted, in whole or in part; what is not gets the reason. */
export const adoptions = ['adopted', 'partly-adopted', 'not-adopted'] as const;
export type Adoption = (typeof adoptions)[number];

/** Why a matter may go the simple way (简易办理). */
export const simpleGrounds = [
  'first-clear',
  'enquiry',
  'suggestion',
  'thanks',
  'daily-life',
  'earlier-promise',
] as const;
export type SimpleGround = (typeof simpleGrounds)[number];

export interface SimpleProcedure {
  readonly ground: SimpleGround;
  /** The petitioner asked for papers; otherwise a message and the progress page tell. */
  readonly onPaper: boolean;
}

/** What a petition knows of its short path. */
export interface PathState {
  readonly shortPath: ShortPath | null;
  readonly simple: SimpleProcedure | null;
  readonly adoption: Adoption | null;
  /** Contributions that were honoured (Reg. 29). */
  readonly honours: readonly { readonly at: number; readonly text: SealedText }[];
}

export const noPath: PathState = { shortPath: null, simple: null, adoption: null, honours: [] };

export interface PathEvents {
  /** The purpose has, or has no longer, a clock of its own; counted from `since`. */
  ShortPathOpened: { readonly path: ShortPath | null; readonly since: number };
  SuggestionDecided: { readonly adoption: Adoption; readonly paperId: string };
  ContributionHonoured: { readonly text: SealedText };
  BrieflyAnswered: { readonly answer: SealedText };
  SimpleStarted: SimpleProcedure & { readonly since: number };
  SimpleEnded: { readonly reason: SealedText };
}

export type PathEvent = {
  [T in keyof PathEvents]: { readonly type: T; readonly data: PathEvents[T] };
}[keyof PathEvents];

export interface PathCommands {
  decideSuggestion: {
    readonly adoption: Adoption;
    readonly reason: SealedText;
    readonly paperId: string;
  };
  answerBriefly: {
    readonly answer: SealedText;
    readonly onPaper: boolean;
    readonly paperId: string;
  };
  honourContribution: { readonly text: SealedText };
  startSimple: {
    readonly ground: SimpleGround;
    readonly onPaper: boolean;
    /** The officer has found none of the ways 1 to 5 of Reg. 31 to be open. */
    readonly noLegalRoute: boolean;
  };
  switchToOrdinary: { readonly reason: SealedText; readonly paperId: string };
}

/** Answers that take effect when their paper is sealed. */
export type AnswerEffect =
  | { readonly kind: 'answer-suggestion'; readonly adoption: Adoption }
  | { readonly kind: 'answer-enquiry' };

interface Answerable extends PathState {
  readonly demands: readonly { readonly outcome: DemandOutcome | null }[];
}

/** Carries a petition over an event of the short paths. */
export function pathChanged<P extends Answerable>(petition: P, event: PathEvent, at: number): P {
  switch (event.type) {
    case 'ShortPathOpened':
      return { ...petition, shortPath: event.data.path };
    case 'SuggestionDecided':
      return { ...petition, adoption: event.data.adoption };
    case 'ContributionHonoured':
      return { ...petition, honours: [...petition.honours, { at, text: event.data.text }] };
    case 'BrieflyAnswered':
      // Without paper only what is supported is answered: the rule says so (Reg. 35).
      return {
        ...petition,
        demands:
          petition.shortPath === null
            ? petition.demands.map((demand) => ({ ...demand, outcome: 'supported' as const }))
            : petition.demands,
      };
    case 'SimpleStarted':
      return {
        ...petition,
        simple: { ground: event.data.ground, onPaper: event.data.onPaper },
      };
    case 'SimpleEnded':
      return { ...petition, simple: null };
  }
}
