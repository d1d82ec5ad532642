import { explain, type Compose } from './composing.ts';

type WorkOrderTypes = 'sendBackWorkOrder' | 'confirmSendBack' | 'returnSendBack';

/** How what is typed about a work order of the hotline becomes commands of the rules. */
export const workOrderComposers: { readonly [T in WorkOrderTypes]: Compose<T> } = {
  sendBackWorkOrder: (input, with_) => ({
    type: 'sendBackWorkOrder',
    reportId: with_.nextId(),
    kind: input.kind,
    text: explain(with_, input.text, 'text'),
  }),
  confirmSendBack: () => ({ type: 'confirmSendBack' }),
  returnSendBack: (input, with_) => ({
    type: 'returnSendBack',
    reason: explain(with_, input.reason, 'reason'),
  }),
};
