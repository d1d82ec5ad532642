import type { ConsentWay, TalkPartner, VisitStatus } from './code-names.ts';
import type { VisitStep } from './contract.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One line of a list. Times are epoch ms, dates YYYY-MM-DD (Asia/Shanghai). */
export interface VisitLine {
  readonly id: string;
  readonly status: VisitStatus;
  readonly day: string;
  readonly time: string | null;
  readonly unit: Named;
  readonly visitors: readonly Named[];
  readonly whom: string;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
  readonly promised: boolean;
}

export interface VisitPage {
  readonly items: readonly VisitLine[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
}

export interface VisitFileView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** What one person wrote of a visit. */
export interface VisitNotesView {
  readonly at: number;
  readonly by: string;
  readonly visitedOn: string;
  readonly talks: readonly { readonly partner: TalkPartner; readonly name: string }[];
  readonly words: string;
  readonly files: readonly VisitFileView[];
}

/** A visit with its plan, its record and what was said to it. */
export interface VisitView extends VisitLine {
  readonly version: number;
  readonly office: Named;
  readonly plannedBy: string;
  readonly companions: string;
  readonly place: string;
  readonly purpose: string;
  readonly accusation: boolean;
  readonly consent: {
    readonly at: number;
    readonly by: string;
    readonly on: string;
    readonly way: ConsentWay;
  } | null;
  readonly record: VisitNotesView | null;
  readonly promise: { readonly text: string; readonly dueDate: string; readonly id: string } | null;
  readonly additions: readonly VisitNotesView[];
  readonly corrections: readonly { readonly at: number; readonly words: string }[];
  readonly endedAt: number | null;
  readonly steps: readonly VisitStep[];
}

/** What a visitor takes along on a telephone: no more than the visit needs. */
export interface TakenVisit {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly day: string;
  readonly time: string | null;
  readonly visitors: readonly string[];
  readonly companions: string;
  readonly whom: string;
  readonly place: string;
  readonly purpose: string;
  readonly accusation: boolean;
  /** Whether the petitioner agreed that neighbours are asked. */
  readonly neighbours: boolean;
}

/** A visit as the petitioner reads it. */
export interface OwnVisit {
  readonly id: string;
  readonly status: VisitStatus;
  readonly day: string;
  readonly time: string | null;
  readonly unit: string;
  readonly visitors: readonly string[];
  readonly purpose: string;
  readonly neighbours: boolean;
  readonly record: VisitNotesView | null;
  readonly promise: string | null;
  readonly additions: readonly VisitNotesView[];
  readonly corrections: readonly { readonly at: number; readonly words: string }[];
  readonly mayDecline: boolean;
  readonly mayCorrect: boolean;
}
