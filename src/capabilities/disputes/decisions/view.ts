import type { Named } from '../../../kernel/facts.ts';
import type { NamedUnit } from '../view.ts';
import type {
  AssessmentDeed,
  AssessmentResult,
  AssessmentStatus,
  CheckAnswer,
  ConsultationKind,
  DecisionKind,
  Legality,
} from './case.ts';
import type { AssessmentStep } from './contract.ts';

/** One line of a list of assessments. Times are epoch ms, dates YYYY-MM-DD. */
export interface AssessmentLine {
  readonly id: string;
  readonly title: string;
  readonly kind: DecisionKind;
  readonly region: string;
  readonly unit: NamedUnit;
  readonly assessor: NamedUnit;
  readonly status: AssessmentStatus;
  readonly result: AssessmentResult | null;
  readonly validUntil: string | null;
  readonly expired: boolean;
  readonly peopleConcerned: number;
  readonly recordedAt: number;
}

export interface AssessmentPage {
  readonly items: readonly AssessmentLine[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
  readonly mayRecord: boolean;
}

/** How many petitions name it: under ten no number is told (product.md). */
export type PetitionBand = 'none' | 'under-ten' | number;

export interface AssessmentAllowance {
  readonly step: AssessmentStep;
  readonly allowed: boolean;
  readonly reason: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

export interface AssessmentView extends AssessmentLine {
  readonly version: number;
  readonly content: string;
  readonly office: NamedUnit;
  readonly reviewer: { readonly name: string; readonly unit: string } | null;
  readonly checks: readonly {
    readonly code: string;
    readonly name: Named;
    readonly question: Named;
    readonly source: string;
    /** Null while it is not answered. */
    readonly answer: CheckAnswer | null;
    readonly words: string;
  }[];
  readonly consultations: readonly {
    readonly kind: ConsultationKind;
    readonly heldOn: string;
    readonly people: number;
    readonly opinions: string;
    readonly answer: string;
  }[];
  readonly measures: readonly { readonly words: string; readonly unit: string }[];
  readonly reviews: readonly {
    readonly at: number;
    readonly by: string;
    readonly opinion: Legality;
    readonly words: string;
    readonly validUntil: string;
  }[];
  readonly conclusions: readonly {
    readonly at: number;
    readonly by: string;
    readonly result: AssessmentResult;
    readonly words: string;
    readonly validUntil: string;
  }[];
  readonly withdrawn: { readonly at: number; readonly reason: string } | null;
  readonly petitionBand: PetitionBand;
  /** Only those that the reader may open. */
  readonly petitions: readonly { readonly id: string; readonly number: string }[];
  readonly allowances: readonly AssessmentAllowance[];
  readonly timeline: readonly {
    readonly seq: number;
    readonly at: number;
    readonly type: AssessmentDeed;
    readonly actor: string;
    readonly unit: string;
  }[];
}

/** A decision that a petition names. */
export interface NamedDecision {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly status: AssessmentStatus;
  readonly result: AssessmentResult | null;
  readonly mayOpen: boolean;
}

export interface DecisionsOfPetition {
  readonly items: readonly NamedDecision[];
  readonly mayLink: boolean;
}
