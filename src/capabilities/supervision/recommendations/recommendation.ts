import { localDateOf, startOfDay, type LocalDate } from '../../../kernel/local-date.ts';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';

/** The three recommendations (三项建议, Reg. 40): improve work, improve policy, hold accountable. */
export const recommendationKinds = ['improve-work', 'improve-policy', 'hold-accountable'] as const;
export type RecommendationKind = (typeof recommendationKinds)[number];

export const recommendationStatuses = [
  'drafted',
  'sealed',
  'served',
  'answered',
  'reported',
  'carried-out',
  'declined',
  'dropped',
] as const;
/**
 * On its way to the seal; sealed; with the body; adopted; said to be carried out; seen to be carried
 * out; not adopted, with reasons; given up before the seal.
 */
export type RecommendationStatus = (typeof recommendationStatuses)[number];

/** Whether the body adopts it (Reg. 40: it answers in writing). */
export const adoptions = ['wholly', 'partly', 'not'] as const;
export type Adoption = (typeof adoptions)[number];

export interface RecommendationFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

/** The decision that the paper carries: one that is returned is void and is written anew. */
export type RecommendationEffect = 'recommend';
export type RecommendationPaper = FlowPaper<'recommendation', RecommendationEffect>;

/** Until when an answer is due, and who says so: the source is written down with the day. */
export interface AnswerPeriod {
  readonly days: number;
  /** The law or local rule that the days come from. */
  readonly source: string;
}

/** What it says; all of it lies sealed, for it tells of people's matters. */
export interface RecommendationWords {
  /** What its title names. */
  readonly subject: SealedText;
  readonly reasons: SealedText;
  readonly proposal: SealedText;
}

export interface RecommendationContent extends RecommendationWords {
  readonly kind: RecommendationKind;
  readonly unit: string;
  /** Petitions on which it stands. */
  readonly petitions: readonly string[];
  /** The supervision item on which it stands. */
  readonly itemId: string | null;
  /** The inspection on which it stands. */
  readonly inspectionId: string | null;
}

/** A recommendation to a body, with what the body answers and does. */
export interface Recommendation extends RecommendationContent {
  readonly id: string;
  readonly version: number;
  readonly status: RecommendationStatus;
  readonly office: string;
  readonly period: AnswerPeriod;
  readonly draftedAt: number;
  readonly draftedBy: string;
  readonly servedOn: LocalDate | null;
  readonly answerBy: LocalDate | null;
  readonly answer: {
    readonly at: number;
    readonly by: string;
    readonly adoption: Adoption;
    readonly text: SealedText;
    /** By when it will be carried out; null where it is not adopted. */
    readonly doneBy: LocalDate | null;
    /** The body answered on paper, and the office wrote it down. */
    readonly recorded: boolean;
  } | null;
  readonly reports: readonly {
    readonly at: number;
    readonly by: string;
    readonly text: SealedText;
    readonly files: readonly RecommendationFile[];
  }[];
  readonly judgements: readonly {
    readonly at: number;
    readonly by: string;
    readonly verified: boolean;
    readonly text: SealedText;
  }[];
  readonly papers: readonly RecommendationPaper[];
  /** The day of which its lateness was told last. */
  readonly remindedOf: LocalDate | null;
  readonly dropped: { readonly at: number; readonly reason: SealedText | null } | null;
  /** Not sealed yet when a petition of it became an accusation: nobody sees it any more (L-5). */
  readonly withdrawn: boolean;
  /** Petitions on which it stands that became accusations after its seal; rows from before have none. */
  readonly withheld?: readonly { readonly petitionId: string; readonly withItem: boolean }[];
}

/** Whether one of its petitions became an accusation after its seal. */
export const isWithheld = ({ withheld = [] }: Recommendation, petitionId: string): boolean =>
  withheld.some((each) => each.petitionId === petitionId);

/** Whether its supervision item is about a petition that became an accusation. */
export const isItemWithheld = ({ withheld = [] }: Pick<Recommendation, 'withheld'>): boolean =>
  withheld.some(({ withItem }) => withItem);

/**
 * Whether nobody sees it any more because it would tell of an accusation (Reg. 30, L-5): a draft at
 * once; what is sealed when it stands on accusations alone, for then its words tell of nothing else.
 * One that stands on other matters too stays, for the body owes its answer to those (Reg. 40).
 */
export function isHidden(recommendation: Recommendation): boolean {
  const { withdrawn, withheld = [], petitions, itemId, inspectionId } = recommendation;
  if (withdrawn) return true;
  const gone = new Set(withheld.map(({ petitionId }) => petitionId));
  return (
    gone.size > 0 &&
    petitions.every((id) => gone.has(id)) &&
    (itemId === null || isItemWithheld(recommendation)) &&
    inspectionId === null
  );
}

/** What is due next: the answer, then what was adopted; null where nothing is. */
export const dueOf = ({ status, answerBy, answer }: Recommendation): LocalDate | null =>
  status === 'served' ? answerBy : status === 'answered' ? (answer?.doneBy ?? null) : null;

/** From when the time for what is due next counts, epoch ms; null where nothing is due. */
export function runsFrom(recommendation: Recommendation): number | null {
  const { status, servedOn, answer, judgements } = recommendation;
  if (dueOf(recommendation) === null) return null;
  if (status === 'served') return servedOn === null ? null : startOfDay(servedOn).getTime();
  // What was sent back has a new day, and runs from then.
  return judgements.at(-1)?.at ?? answer?.at ?? null;
}

/** Whether what is due next is late on a day. */
export function isLate(recommendation: Recommendation, today: LocalDate): boolean {
  const due = dueOf(recommendation);
  return due !== null && due < today;
}

/** Whether the addressee has it. */
export const isSent = ({ status }: Pick<Recommendation, 'status'>): boolean =>
  status !== 'drafted' && status !== 'dropped';

/** The day on which it was sealed; null before. */
export const sealedDayOf = ({ papers }: Pick<Recommendation, 'papers'>): LocalDate | null => {
  const sealedAt = papers.find((paper) => paper.sealedAt !== null)?.sealedAt;
  return sealedAt == null ? null : localDateOf(sealedAt);
};
