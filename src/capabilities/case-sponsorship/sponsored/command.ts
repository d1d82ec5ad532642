import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { EndingResult, Leader, MeasureKind } from './case.ts';

/** A leader as asked for, with whether the posts let them lead a case. */
export interface NamedLeader extends Leader {
  readonly eligible: boolean;
}

interface Commands {
  /** By the office, which names a leader. */
  proposeLeader: {
    readonly petitionId: string;
    readonly office: string;
    readonly unit: string;
    readonly regionCode: string;
    readonly persons: number;
    readonly leader: NamedLeader;
    readonly reason: SealedText;
  };
  /** By the leader, of the own accord. */
  takeCharge: {
    readonly petitionId: string;
    readonly office: string;
    readonly unit: string;
    readonly regionCode: string;
    readonly persons: number;
    readonly leader: NamedLeader;
  };
  acceptCharge: object;
  declineCharge: { readonly reason: SealedText };
  takeUpAgain: {
    readonly leader: NamedLeader;
    readonly reason: SealedText;
    /** Who has the matter now. */
    readonly unit: string;
  };
  writePlan: {
    readonly matterKnot: SealedText;
    readonly mindKnot: SealedText;
    readonly measures: readonly { readonly kind: MeasureKind; readonly words: SealedText }[];
  };
  addMilestone: {
    readonly id: string;
    readonly what: SealedText;
    readonly responsible: SealedText;
    readonly date: LocalDate;
    readonly told: SealedText | null;
  };
  moveMilestone: {
    readonly milestone: string;
    readonly date: LocalDate;
    readonly reason: SealedText;
  };
  reportMilestone: {
    readonly milestone: string;
    readonly outcome: 'done' | 'missed';
    readonly doneOn: LocalDate | null;
    readonly words: SealedText;
  };
  addNote: { readonly words: SealedText };
  handOver: { readonly leader: NamedLeader; readonly reason: SealedText };
  acknowledgeHandOver: object;
  refuseHandOver: { readonly reason: SealedText };
  withdrawHandOver: object;
  proposeEnding: { readonly result: EndingResult; readonly words: SealedText };
  verifyEnding: { readonly words: SealedText };
  returnEnding: { readonly words: SealedText };
  succeedUnit: { readonly from: string; readonly to: string };
  noteLeaderLeft: { readonly userId: string };
}

export type SponsoredCommandType = keyof Commands;
export type SponsoredCommandOf<T extends SponsoredCommandType> = {
  readonly type: T;
} & Commands[T];
export type SponsoredCommand = {
  [T in SponsoredCommandType]: SponsoredCommandOf<T>;
}[SponsoredCommandType];
