import type { PeriodId } from '../../../kernel/periods.ts';
import type { ClockColour } from '../../../kernel/clock-colours.ts';
import type { PaperStage } from '../../../kernel/paper-flow.ts';
import type { ConsequenceStatus, Hearing } from './case.ts';
import type { ConsequenceStep } from './contract.ts';
import type { Basis, ConsequenceKind, ConsequencePaperKind } from './settings.ts';

/** Times are epoch ms, days YYYY-MM-DD in Asia/Shanghai. */
interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ConsequenceDue {
  readonly period: 'statement' | 'correction';
  readonly dueDate: string;
  readonly remainingDays: number;
  readonly colour: ClockColour;
}

/** A consequence in a list. */
export interface ConsequenceLine {
  readonly id: string;
  readonly kind: ConsequenceKind;
  readonly status: ConsequenceStatus;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
  readonly unit: Named;
  readonly post: string | null;
  readonly due: ConsequenceDue | null;
  readonly proposedAt: number;
}

export interface ConsequencesPage {
  readonly items: readonly ConsequenceLine[];
  readonly next: string | null;
}

export interface ConsequencesOfPetition {
  readonly items: readonly ConsequenceLine[];
  /** Units about which one may be proposed; null for whoever proposes none. */
  readonly units: readonly Named[] | null;
}

export interface ConsequenceNoteView {
  readonly at: number;
  readonly by: string;
  readonly on: string;
  readonly words: string;
  readonly files: readonly ConsequenceFileView[];
}

export interface ConsequenceFileView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface ConsequencePaperView {
  readonly id: string;
  readonly kind: ConsequencePaperKind;
  readonly stage: PaperStage;
  readonly issuer: Named;
  readonly draftedBy: string;
  readonly number: string | null;
  readonly sealedAt: number | null;
  readonly rendered: boolean;
  readonly servedAt: number | null;
  readonly internal: boolean;
  readonly words: string;
  readonly steps: readonly ConsequenceStep[];
}

/** A consequence as one reader sees it. */
export interface ConsequenceView extends ConsequenceLine {
  readonly version: number;
  readonly office: Named;
  readonly basis: Basis;
  readonly reason: string;
  readonly proposedBy: string;
  /** What it rests on, as far as this reader may open it. */
  readonly petitions: readonly { readonly id: string; readonly number: string }[];
  readonly letters: readonly string[];
  readonly item: string | null;
  readonly heard: {
    readonly at: number;
    readonly how: Hearing['how'];
    readonly words: string;
    readonly files: readonly ConsequenceFileView[];
  } | null;
  readonly terms: {
    readonly heldOn: string | null;
    readonly place: string | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly correctBy: string | null;
  } | null;
  readonly inForceOn: string | null;
  readonly corrections: readonly ConsequenceNoteView[];
  readonly sentBack: readonly ConsequenceNoteView[];
  readonly done: ConsequenceNoteView | null;
  readonly dropped: ConsequenceNoteView | null;
  readonly papers: readonly ConsequencePaperView[];
  readonly next: ConsequenceStep | null;
  readonly steps: readonly ConsequenceStep[];
}

/** A circulated notice, as every unit reads it. */
export interface NoticeLine {
  readonly id: string;
  readonly paperId: string;
  readonly office: Named;
  readonly unit: Named;
  readonly number: string | null;
  readonly title: string;
  readonly issuedOn: string;
}

/** A deed in the record, with who did it where somebody did. */
export interface TraceDeed {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly unit: string;
  /** Empty for the petitioner, who is named nowhere here. */
  readonly person: string;
  readonly by: 'staff' | 'petitioner';
}

export interface TraceSpell {
  readonly unit: Named;
  readonly from: number;
  readonly to: number | null;
  readonly officers: readonly { readonly name: string; readonly from: number }[];
  readonly deeds: readonly TraceDeed[];
  readonly undone: readonly string[];
}

export interface TraceClock {
  readonly key: string;
  readonly period: PeriodId;
  readonly startedAt: number;
  readonly dueDate: string;
  readonly endedAt: number | null;
  readonly state: 'kept' | 'late' | 'running' | 'overdue';
  readonly lateDays: number;
  readonly unit: Named;
  readonly person: string;
}

/** Who held a matter when, and what each did and left undone; no word of the petitioner. */
export interface TraceBack {
  readonly petition: { readonly id: string; readonly number: string };
  readonly spells: readonly TraceSpell[];
  readonly clocks: readonly TraceClock[];
}
