import type { SealedText } from './petition.ts';

/** Reg. 25 speaks of major and of urgent matters. */
export const urgentLevels = ['major', 'urgent'] as const;
export type UrgentLevel = (typeof urgentLevels)[number];

/** In what capacity somebody is told (Reg. 25). */
export const capacities = [
  'leadership',
  'joint-meeting',
  'superior-office',
  'petition-office',
  'department',
] as const;
export type Capacity = (typeof capacities)[number];

export interface Addressee {
  readonly unit: string;
  readonly capacity: Capacity;
}

export interface TrackedAddressee extends Addressee {
  readonly receivedAt: number | null;
  readonly repliedAt: number | null;
  readonly reply: SealedText | null;
}

/** One report; a later one (续报) goes to the same addressees. */
export interface UrgentReport {
  readonly id: string;
  readonly level: UrgentLevel;
  readonly at: number;
  readonly text: SealedText;
  readonly paperId: string;
  /** A later report, which asks for no answer of its own. */
  readonly later: boolean;
  readonly addressees: readonly TrackedAddressee[];
}

export interface UrgentState {
  readonly urgentReports: readonly UrgentReport[];
}

export const noReport: UrgentState = { urgentReports: [] };

export interface UrgentEvents {
  UrgentReported: {
    readonly reportId: string;
    readonly level: UrgentLevel;
    readonly text: SealedText;
    readonly paperId: string;
    readonly later: boolean;
    readonly addressees: readonly Addressee[];
  };
  UrgentReceived: { readonly reportId: string; readonly unit: string };
  UrgentReplied: { readonly reportId: string; readonly unit: string; readonly reply: SealedText };
}

export type UrgentEvent = {
  [T in keyof UrgentEvents]: { readonly type: T; readonly data: UrgentEvents[T] };
}[keyof UrgentEvents];

export interface UrgentCommands {
  reportUrgent: {
    readonly reportId: string;
    readonly level: UrgentLevel;
    readonly text: SealedText;
    readonly paperId: string;
    readonly addressees: readonly Addressee[];
  };
  followUpUrgent: {
    readonly reportId: string;
    readonly text: SealedText;
    readonly paperId: string;
  };
  confirmUrgent: Record<never, never>;
  replyUrgent: { readonly reply: SealedText };
}

/** Reports that a unit has not confirmed yet. */
export const unreceivedBy = (state: UrgentState, unit: string): readonly UrgentReport[] =>
  state.urgentReports.filter(({ addressees }) =>
    addressees.some((each) => each.unit === unit && each.receivedAt === null),
  );

/** Reports that still await a unit's reply. */
export const unansweredBy = (state: UrgentState, unit: string): readonly UrgentReport[] =>
  state.urgentReports.filter(
    ({ later, addressees }) =>
      !later && addressees.some((each) => each.unit === unit && each.repliedAt === null),
  );

export const isAddressee = (state: UrgentState, unit: string): boolean =>
  state.urgentReports.some(({ addressees }) => addressees.some((each) => each.unit === unit));

interface Told extends UrgentState {
  readonly readers: readonly string[];
}

const mark = <P extends Told>(
  petition: P,
  data: { readonly reportId: string; readonly unit: string },
  news: Partial<TrackedAddressee>,
): P => ({
  ...petition,
  urgentReports: petition.urgentReports.map((report) =>
    report.id !== data.reportId
      ? report
      : {
          ...report,
          addressees: report.addressees.map((each) =>
            each.unit === data.unit ? { ...each, ...news } : each,
          ),
        },
  ),
});

/** Carries a petition over an event of its urgent reports. */
export function urgentChanged<P extends Told>(petition: P, event: UrgentEvent, at: number): P {
  switch (event.type) {
    case 'UrgentReported': {
      const { reportId, level, text, paperId, later, addressees } = event.data;
      const tracked = addressees.map((each) => ({
        ...each,
        receivedAt: null,
        repliedAt: null,
        reply: null,
      }));
      return {
        ...petition,
        urgentReports: [
          ...petition.urgentReports,
          { id: reportId, level, at, text, paperId, later, addressees: tracked },
        ],
        readers: [...new Set([...petition.readers, ...addressees.map(({ unit }) => unit)])],
      };
    }
    case 'UrgentReceived':
      return mark(petition, event.data, { receivedAt: at });
    case 'UrgentReplied':
      return mark(petition, event.data, { repliedAt: at, reply: event.data.reply });
  }
}

/** O-1: a unit's successor is told, and answers, in its place. */
export const reportsSucceeded = (
  reports: readonly UrgentReport[],
  units: { readonly from: string; readonly to: string },
): readonly UrgentReport[] =>
  reports.map((report) => ({
    ...report,
    addressees: report.addressees.map((each) =>
      each.unit === units.from ? { ...each, unit: units.to } : each,
    ),
  }));
