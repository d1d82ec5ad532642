import type { Actor, StaffActor } from '../../kernel/actor.ts';
import type { Calendar } from '../../kernel/calendar.ts';
import type { CountedClock } from '../../kernel/case-clocks.ts';
import type { FlowPaper } from '../../kernel/paper-flow.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import type { ServiceWay } from '../../kernel/service-ways.ts';
import type { UnitDirectory } from '../../kernel/units.ts';
import { isAccusation, type Petition } from './petition.ts';
import type { DeskTask, PaperView } from './view.ts';

/*
 * A record of its own that belongs to a petition: a review, a hearing, a mediation. It has a stream,
 * papers and clocks of its own; the petition knows of it only by the events that come back.
 */

/** What every such record has. */
export interface CaseState {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly papers: readonly FlowPaper[];
}

/** What a unit has waiting in a record. */
export interface CaseItem {
  readonly unit: string;
  readonly tasks: readonly DeskTask[];
  /** User id of whoever works on it there. */
  readonly officer: string | null;
  readonly clock: CountedClock | null;
}

/** What lists and the scope of readers need of a record. */
export interface CaseProjection {
  readonly row: {
    readonly state: string;
    readonly open: boolean;
    /** What it is about inside the petition, such as the contested paper. */
    readonly subject: string | null;
    readonly holder: string;
    readonly readers: readonly string[];
    readonly openedAt: number;
  };
  /** Only units with something to do. */
  readonly items: readonly CaseItem[];
}

/** What the rules of a record are told besides its state. */
export interface CaseContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly units: UnitDirectory;
  readonly holdsPost: (userId: string, unitId: string) => boolean;
  /** The petition that the record belongs to, as it is now. */
  readonly petition: Petition;
}

/** A paper of such a record, of one of its kinds. */
export type CasePaperView = Omit<PaperView, 'kind'> & { readonly kind: string };

/** One step on a paper, as a batch takes it. */
export type CasePaperStep =
  | {
      readonly step: 'checkPaper' | 'signPaper' | 'sealPaper' | 'issuePaper';
      readonly paperId: string;
    }
  | {
      readonly step: 'servePaper';
      readonly paperId: string;
      readonly way: ServiceWay;
      readonly servedOn: string;
      readonly proof?: string | undefined;
      readonly place?: string | undefined;
    };

/**
 * Papers that lie in records beside a petition, for the lists and batches of papers (P-4a): the
 * capability that has the records gives them, `petitions` and `desk` know none of them.
 */
export interface CasePapers {
  /** The papers of a record as this person sees them; none where it may not be seen. */
  readonly list: (
    actor: StaffActor,
    caseId: string,
    now: number,
  ) => Promise<readonly CasePaperView[]>;
  readonly take: (
    actor: StaffActor,
    caseId: string,
    step: CasePaperStep,
  ) => Promise<Result<unknown, Refusal>>;
}

/** By the kind of the record, such as `review`. */
export type CasePapersOf = (kind: string) => CasePapers | undefined;

/** Who alone sees the records of an accusation, as actors; null for every other petition (L-5). */
export type NamedAlone = readonly string[] | null;

export const namedAloneOf = (petition: Petition): NamedAlone =>
  isAccusation(petition) ? petition.named.map((userId) => `staff:${userId}`) : null;
