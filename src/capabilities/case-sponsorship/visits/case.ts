import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { ConsentWay, TalkPartner, VisitStatus } from './code-names.ts';

/** A photograph or a voice note, kept like the files of petitions. */
export interface VisitFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

/** Somebody with a post who goes; the unit is the one through which they know of the matter. */
export interface Visitor {
  readonly userId: string;
  readonly unit: string;
}

export interface VisitPlan {
  readonly day: LocalDate;
  /** HH:MM, or null for any time of the day. */
  readonly time: string | null;
  readonly visitors: readonly Visitor[];
  /** Others who come along, such as a village cadre without an account. */
  readonly companions: SealedText | null;
  readonly whom: SealedText;
  /** A place in words; never coordinates. */
  readonly place: SealedText;
  readonly purpose: SealedText;
}

/** Somebody who was talked to; the name may be left out. */
export interface Talk {
  readonly partner: TalkPartner;
  readonly name: SealedText | null;
}

/** Who recorded that the petitioner agreed, and on which day that was said. */
export interface NeighbourConsent {
  readonly at: number;
  readonly userId: string;
  readonly on: LocalDate;
  readonly way: ConsentWay;
}

/** What was promised on the spot; it becomes a commitment (C-1). */
export interface VisitPromise {
  readonly text: SealedText;
  readonly dueDate: LocalDate;
}

/** What one person wrote of a visit. */
export interface VisitNotes {
  readonly userId: string;
  readonly talks: readonly Talk[];
  readonly words: SealedText | null;
  readonly attachments: readonly VisitFile[];
}

export interface VisitRecord extends VisitNotes {
  readonly at: number;
  readonly visitedOn: LocalDate;
  readonly promise: VisitPromise | null;
}

export type VisitAddition = VisitNotes & { readonly at: number; readonly visitedOn: LocalDate };

/** What the petitioner says to the record. */
export interface VisitCorrection {
  readonly at: number;
  readonly words: SealedText;
}

export type VisitPaper = FlowPaper<'home-visit-record', null>;

/** A visit at somebody's home beside their petition (S-3). */
export interface Visit {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: VisitStatus;
  /** The unit that goes. */
  readonly unit: string;
  readonly office: string;
  readonly plannedBy: string;
  readonly plannedAt: number;
  readonly plan: VisitPlan;
  readonly consent: NeighbourConsent | null;
  readonly record: VisitRecord | null;
  /** Epoch ms; by the petitioner when they declined before anybody came. */
  readonly endedAt: number | null;
  readonly additions: readonly VisitAddition[];
  readonly corrections: readonly VisitCorrection[];
  readonly papers: readonly VisitPaper[];
}

/** Which unit a person goes for, as plan and record know it. */
export const isVisitor = ({ plan }: Pick<Visit, 'plan'>, userId: string): boolean =>
  plan.visitors.some((visitor) => visitor.userId === userId);
