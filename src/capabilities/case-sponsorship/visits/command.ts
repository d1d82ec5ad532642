import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { Talk, VisitFile, VisitPlan, VisitPromise } from './case.ts';
import type { ConsentWay, VisitOutcome } from './code-names.ts';

/** As typed: the visitors' units are found by the rules. */
export type TypedPlan = Omit<VisitPlan, 'visitors'> & { readonly visitors: readonly string[] };

interface Notes {
  readonly visitedOn: LocalDate;
  readonly talks: readonly Talk[];
  readonly words: SealedText | null;
  readonly attachments: readonly VisitFile[];
}

interface Commands {
  planVisit: {
    readonly petitionId: string;
    readonly unit: string;
    readonly office: string;
    readonly plan: TypedPlan;
  };
  changeVisit: { readonly plan: TypedPlan };
  cancelVisit: { readonly reason: SealedText | null };
  noteConsent: { readonly on: LocalDate; readonly way: ConsentWay };
  withdrawConsent: object;
  recordVisit: Notes & {
    readonly outcome: VisitOutcome;
    /** The petitioner agreed on the spot that neighbours are asked. */
    readonly consent: ConsentWay | null;
    readonly promise: VisitPromise | null;
  };
  addToVisit: Notes;
  /** The petitioner does not want the visit; no reason is asked. */
  declineVisit: object;
  correctVisit: { readonly words: SealedText };
  succeedUnit: { readonly from: string; readonly to: string };
}

export type VisitCommandType = keyof Commands;
export type VisitCommandOf<T extends VisitCommandType> = { readonly type: T } & Commands[T];
export type VisitCommand = { [T in VisitCommandType]: VisitCommandOf<T> }[VisitCommandType];
