import type { SealedText } from '../../../kernel/sealed.ts';

export const gapStatuses = ['noted', 'grouped', 'repaired', 'dropped'] as const;
/** Seen in a case; part of a repair; repaired; found to be none. */
export type GapStatus = (typeof gapStatuses)[number];

/** What a policy lacks, as somebody saw it in a petition (U-6). */
export interface PolicyGap {
  readonly id: string;
  readonly version: number;
  readonly status: GapStatus;
  readonly office: string;
  readonly petitionId: string;
  /** The department whose policy it is. */
  readonly department: string;
  /** The field it belongs to, as repairs are grouped. */
  readonly topic: string;
  /** Which policy, and what it lacks. */
  readonly policy: SealedText;
  readonly missing: SealedText;
  readonly notedAt: number;
  readonly notedBy: string;
  /** The unit of whoever noted it. */
  readonly notedAtUnit: string;
  readonly projectId: string | null;
  readonly dropped: { readonly at: number; readonly reason: SealedText | null } | null;
  /** Its petition became an accusation: nobody sees it any more (L-5). */
  readonly withdrawn: boolean;
}
