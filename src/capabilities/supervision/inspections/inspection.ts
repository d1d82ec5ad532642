import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';

/** Announced before (明查), or not (暗访). */
export const inspectionWays = ['open', 'unannounced'] as const;
export type InspectionWay = (typeof inspectionWays)[number];

/** A key check (重点督查), or one that was drawn (随机抽查). */
export const inspectionFocuses = ['key', 'random'] as const;
export type InspectionFocus = (typeof inspectionFocuses)[number];

export const inspectionStatuses = ['planned', 'carried-out', 'closed', 'cancelled'] as const;
export type InspectionStatus = (typeof inspectionStatuses)[number];

/** What can be found: the grounds of Reg. 40(1), and what is not one of them. */
export const findingKinds = [
  'against-rules',
  'shirking',
  'perfunctory',
  'delay',
  'falsification',
  'not-carried-out',
  'other',
  'good-practice',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export const findingStatuses = ['noted', 'open', 'answered', 'verified'] as const;
/** Nothing demanded; to be corrected; said to be corrected; seen to be corrected. */
export type FindingStatus = (typeof findingStatuses)[number];

export interface InspectionFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

export interface CorrectionAnswer {
  readonly at: number;
  readonly by: string;
  readonly text: SealedText;
  readonly files: readonly InspectionFile[];
}

export interface Judgement {
  readonly at: number;
  readonly by: string;
  readonly verified: boolean;
  readonly text: SealedText;
}

export interface Finding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly status: FindingStatus;
  readonly petitionId: string | null;
  readonly text: SealedText;
  readonly basis: SealedText | null;
  /** What the unit has to correct; null where nothing is demanded. */
  readonly demand: SealedText | null;
  readonly dueOn: LocalDate | null;
  readonly photographs: readonly InspectionFile[];
  readonly at: number;
  readonly by: string;
  readonly answers: readonly CorrectionAnswer[];
  readonly judgements: readonly Judgement[];
  /** The supervision item that was opened for it; absent while there is none. */
  readonly itemId?: string;
}

export type OrderPaper = FlowPaper<'correction-order'>;

/** A visit of a team to a unit about petitions. */
export interface Inspection {
  readonly id: string;
  readonly version: number;
  readonly status: InspectionStatus;
  readonly office: string;
  readonly programmeId: string;
  readonly teamId: string;
  /** User ids; as the team was when the inspection was planned. */
  readonly members: readonly string[];
  readonly memberUnits: readonly string[];
  readonly roundId: string | null;
  readonly unit: string;
  readonly way: InspectionWay;
  readonly focus: InspectionFocus;
  readonly drawId: string | null;
  readonly on: LocalDate;
  /** What is looked at; frozen when the inspection is planned. */
  readonly petitions: readonly string[];
  readonly task: SealedText;
  readonly plannedAt: number;
  readonly plannedBy: string;
  readonly carriedOut: {
    readonly at: number;
    readonly by: string;
    readonly on: LocalDate;
    readonly checked: SealedText;
  } | null;
  readonly findings: readonly Finding[];
  readonly closedAt: number | null;
  readonly cancelled: { readonly at: number; readonly reason: SealedText } | null;
  readonly papers: readonly OrderPaper[];
}

/**
 * Whether the inspected unit may know of it: an open one from the beginning, an unannounced one from
 * when it is carried out; one that was called off before that never.
 */
export const isToldToUnit = ({
  way,
  carriedOut,
}: Pick<Inspection, 'way' | 'carriedOut'>): boolean => way === 'open' || carriedOut !== null;

/** The earliest day by which something has to be corrected; null where nothing has. */
export const nextDue = ({ findings }: Pick<Inspection, 'findings'>): LocalDate | null =>
  findings
    .filter(({ status }) => status === 'open')
    .flatMap(({ dueOn }) => dueOn ?? [])
    .toSorted()[0] ?? null;

export const isFindingOverdue = (
  { status, dueOn }: Pick<Finding, 'status' | 'dueOn'>,
  today: LocalDate,
): boolean => status === 'open' && dueOn !== null && dueOn < today;

/** Grounds of Reg. art. 40(1): grave enough to be supervised before the day of correction is over. */
const grave: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'against-rules',
  'shirking',
  'perfunctory',
  'delay',
  'falsification',
  'not-carried-out',
]);

/**
 * Whether a supervision item may be opened for a finding: once, while it is not corrected, when its
 * day is over or it is a ground of Reg. art. 40(1).
 */
export const maySupervise = (finding: Finding, today: LocalDate): boolean =>
  finding.itemId === undefined &&
  finding.status !== 'verified' &&
  finding.kind !== 'good-practice' &&
  (grave.has(finding.kind) || isFindingOverdue(finding, today));
