import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PaperEventData } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { ConsequenceEffect, ConsequenceFile, Hearing, Terms } from './case.ts';
import type { ConsequenceKind, ConsequencePaperKind } from './settings.ts';

interface Noted {
  readonly userId: string;
  readonly words: SealedText;
}

interface Events extends PaperEventData<ConsequencePaperKind, ConsequenceEffect> {
  ConsequenceProposed: {
    readonly petitionId: string;
    readonly kind: ConsequenceKind;
    readonly office: string;
    readonly unit: string;
    readonly post: SealedText | null;
    readonly reason: SealedText;
    readonly petitions: readonly string[];
    readonly letters: readonly string[];
    readonly item: string | null;
    readonly userId: string;
  };
  UnitHeard: Omit<Hearing, 'at'>;
  ConsequenceDrafted: { readonly paperId: string; readonly terms: Terms };
  /** The unit has the paper. */
  ConsequenceImposed: { readonly paperId: string; readonly on: LocalDate };
  ConsequenceCarriedOut: Noted & { readonly on: LocalDate };
  CorrectionReported: Noted & {
    readonly on: LocalDate;
    readonly attachments: readonly ConsequenceFile[];
  };
  CorrectionReturned: Noted;
  ConsequenceLifted: Noted;
  ConsequenceDropped: Noted;
  ConsequenceRecounted: { readonly calendarVersion: string };
  ConsequenceSucceeded: { readonly from: string; readonly to: string };
}

export type ConsequenceEventType = keyof Events;
export type ConsequenceEventOf<T extends ConsequenceEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a consequence. Other capabilities may read these. */
export type ConsequenceEvent = {
  [T in ConsequenceEventType]: ConsequenceEventOf<T>;
}[ConsequenceEventType];

export type RecordedConsequenceEvent = ConsequenceEvent & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
  readonly calendarVersion: string;
};

/** Kind of a consequence's stream. */
export const consequenceStreamKind = 'consequence';

/** The version that new events are written with. */
export const consequenceEventVersion = 1;
