import type { Channel, SealedText } from './petition.ts';

/** What goes back to the 12345 hotline under its own number: how it stands, or what came of it. */
export const reportKinds = ['progress', 'result'] as const;
export type ReportKind = (typeof reportKinds)[number];

/**
 * `sent`: on its way; `confirmed`: the hotline has taken it; `returned`: it wants it done again;
 * `redone`: another one was sent in its place.
 */
export type ReportStage = 'sent' | 'confirmed' | 'returned' | 'redone';

/** One report to the hotline (回传). */
export interface WorkOrderReport {
  readonly id: string;
  readonly kind: ReportKind;
  readonly text: SealedText;
  /** Epoch ms. */
  readonly at: number;
  readonly stage: ReportStage;
  readonly answeredAt: number | null;
  /** Why the hotline returned it. */
  readonly reason: SealedText | null;
}

export interface WorkOrderState {
  readonly workOrderReports: readonly WorkOrderReport[];
}

export const nothingSentBack: WorkOrderState = { workOrderReports: [] };

export interface WorkOrderEvents {
  WorkOrderSentBack: {
    readonly reportId: string;
    readonly kind: ReportKind;
    readonly text: SealedText;
  };
  WorkOrderConfirmed: { readonly reportId: string };
  WorkOrderReturned: { readonly reportId: string; readonly reason: SealedText };
}

export type WorkOrderEvent = {
  [T in keyof WorkOrderEvents]: { readonly type: T; readonly data: WorkOrderEvents[T] };
}[keyof WorkOrderEvents];

export interface WorkOrderCommands {
  sendBackWorkOrder: WorkOrderEvents['WorkOrderSentBack'];
  confirmSendBack: Record<never, never>;
  returnSendBack: { readonly reason: SealedText };
}

/** Whether a petition came as a work order of the hotline, which waits to hear of it. */
export const isWorkOrder = ({ channel }: { readonly channel: Channel }): boolean =>
  channel === 'hotline-12345';

/** The report that the hotline has not answered yet. */
export const findUnanswered = (state: WorkOrderState): WorkOrderReport | undefined =>
  state.workOrderReports.find(({ stage }) => stage === 'sent');

/** A report that the hotline returned and nobody has redone. */
export const findReturned = (state: WorkOrderState): WorkOrderReport | undefined =>
  state.workOrderReports.find(({ stage }) => stage === 'returned');

/** Whether the hotline has the result of the last round, or has it before it. */
export const hasResult = ({
  workOrderReports,
  conclusion,
}: WorkOrderState & { readonly conclusion: { readonly at: number } | null }): boolean =>
  conclusion !== null &&
  workOrderReports.some(
    ({ kind, stage, at }) =>
      kind === 'result' && (stage === 'sent' || stage === 'confirmed') && at >= conclusion.at,
  );

/** Carries a petition over an event of its work order. */
export function workOrderChanged<P extends WorkOrderState>(
  petition: P,
  event: WorkOrderEvent,
  at: number,
): P {
  const reports = petition.workOrderReports;
  switch (event.type) {
    case 'WorkOrderSentBack': {
      const { reportId, kind, text } = event.data;
      const sent = {
        id: reportId,
        kind,
        text,
        at,
        stage: 'sent',
        answeredAt: null,
        reason: null,
      } as const;
      const before = reports.map((each) =>
        each.stage === 'returned' ? { ...each, stage: 'redone' as const } : each,
      );
      return { ...petition, workOrderReports: [...before, sent] };
    }
    case 'WorkOrderConfirmed':
    case 'WorkOrderReturned': {
      const answer =
        event.type === 'WorkOrderConfirmed'
          ? ({ stage: 'confirmed', answeredAt: at } as const)
          : ({ stage: 'returned', answeredAt: at, reason: event.data.reason } as const);
      return {
        ...petition,
        workOrderReports: reports.map((each) =>
          each.id === event.data.reportId ? { ...each, ...answer } : each,
        ),
      };
    }
  }
}
