import { isAccusation, type Petition } from '../petition.ts';
import { findUnanswered, hasResult, isWorkOrder } from '../work-order.ts';
import { decided, event, findExplanationFault, no, type Rule } from './context.ts';
import type { Refused } from '../../../kernel/refusals.ts';

/** An accusation is not told to a hotline, whatever way it came (Reg. 30). */
const findFault = (petition: Petition): Refused | null =>
  isWorkOrder(petition) && !isAccusation(petition) ? null : no('work-order-none');

/** 回传: how it stands, or, once it is concluded, what came of it, one report at a time. */
export const sendBackWorkOrder: Rule<'sendBackWorkOrder'> = (petition, command) => {
  const { reportId, kind, text } = command;
  const fault = findFault(petition) ?? findExplanationFault(text, 'text');
  if (fault) return fault;
  if (findUnanswered(petition) !== undefined) return no('work-order-waiting');
  if (kind === 'result') {
    if (petition.status !== 'concluded') return no('work-order-open');
    if (hasResult(petition)) return no('work-order-answered');
  }
  return decided(event('WorkOrderSentBack', { reportId, kind, text }));
};

/** The hotline has taken what was sent back. */
export const confirmSendBack: Rule<'confirmSendBack'> = (petition) => {
  const sent = findUnanswered(petition);
  return sent === undefined
    ? no('work-order-nothing-sent')
    : decided(event('WorkOrderConfirmed', { reportId: sent.id }));
};

/** The hotline wants it done again; the next report takes the place of this one. */
export const returnSendBack: Rule<'returnSendBack'> = (petition, command) => {
  const sent = findUnanswered(petition);
  if (sent === undefined) return no('work-order-nothing-sent');
  return (
    findExplanationFault(command.reason, 'reason') ??
    decided(event('WorkOrderReturned', { reportId: sent.id, reason: command.reason }))
  );
};
