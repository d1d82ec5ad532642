import type { AidKind } from './aid-rules.ts';
import type { ExplainingHow, Way, WayStatus } from './case.ts';
import type { WayStep } from './contract.ts';
import type { FestivalVisitStatus } from './festival-visit.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
interface PetitionName {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}
interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A way out as lists show it. Times are epoch ms, dates YYYY-MM-DD (Asia/Shanghai). */
export interface WayLine {
  readonly id: string;
  readonly way: Way;
  readonly status: WayStatus;
  readonly petition: PetitionName;
  /** Null: for the whole case. */
  readonly demandId: string | null;
  readonly unit: Named;
  readonly chosenAt: number;
  /** The next day on its path; null where there is none. */
  readonly dueDate: string | null;
  readonly overdue: boolean;
}

export interface WayPage {
  readonly items: readonly WayLine[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
}

export interface PathStepView {
  readonly id: string;
  readonly text: string;
  readonly dueDate: string;
  readonly expert: { readonly name: string; readonly unit: string; readonly field: string } | null;
  readonly doneOn: string | null;
  readonly note: string;
}

export interface ExplanationView {
  readonly on: string;
  readonly how: ExplainingHow;
  readonly by: string;
  readonly post: string;
  readonly provisions: readonly string[];
  readonly words: string;
  readonly answer: string;
}

/** What a petitioner reads of a way out that was chosen for them. */
export interface WayFacts {
  readonly id: string;
  readonly way: Way;
  readonly status: WayStatus;
  readonly demandId: string | null;
  readonly chosenAt: number;
  readonly reason: string;
  readonly steps: readonly PathStepView[];
  readonly explanations: readonly ExplanationView[];
  readonly finished: string | null;
  readonly changed: string | null;
  readonly aid: {
    readonly kind: AidKind;
    readonly basis: string;
    readonly circumstances: string;
    /** Fen. */
    readonly amount: number;
    readonly steps: readonly {
      readonly id: string;
      readonly name: Words;
      readonly unit: string;
      readonly takenAt: number | null;
    }[];
    readonly refused: string | null;
    readonly paidOn: string | null;
  } | null;
}

/** One way out for staff. */
export interface WayView extends WayFacts {
  readonly version: number;
  readonly unit: Named;
  readonly petition: PetitionName;
  readonly approvals: readonly {
    readonly at: number;
    readonly by: string;
    readonly step: Words;
    readonly words: string;
    readonly refused: boolean;
  }[];
  readonly payment: {
    readonly on: string;
    readonly by: string;
    readonly proof: string;
    readonly files: readonly {
      readonly id: string;
      readonly name: string;
      readonly size: number;
    }[];
  } | null;
  readonly sheet: { readonly number: string } | null;
  readonly visits: readonly VisitLine[];
  readonly mayVisit: boolean;
  readonly mayTake: readonly WayStep[];
}

/** The ways out of one petition, and whether the reader may choose one. */
export interface WaysOfPetition {
  readonly items: readonly WayLine[];
  readonly mayChoose: boolean;
  readonly demands: readonly { readonly id: string; readonly text: string }[];
}

export interface FestivalView {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** One visit on a festival list. */
export interface VisitLine {
  readonly id: string;
  readonly version: number;
  readonly wayOutId: string;
  readonly petition: PetitionName;
  readonly festival: FestivalView;
  readonly status: FestivalVisitStatus;
  readonly unit: Named;
  readonly plannedOn: string;
  readonly goes: string;
  readonly visitedOn: string | null;
  readonly brought: string;
  readonly words: string;
  readonly steps: readonly ('recordVisit' | 'cancelVisit')[];
}

export interface VisitPage {
  readonly items: readonly VisitLine[];
  readonly next: string | null;
  /** Festivals of the calendar that are still to come. */
  readonly festivals: readonly FestivalView[];
}
