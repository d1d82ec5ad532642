import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { TakeTicket, TicketStep, TicketStepOf } from '../command.ts';
import type { TicketEvent } from '../events.ts';
import { isOpenTo } from '../lifecycle.ts';
import { callsBeforeCarrying } from '../limits.ts';
import type { Ticket } from '../ticket.ts';

export interface TicketContext {
  /** Epoch ms by the database's clock. */
  readonly now: number;
  /** Seconds between two calls of one ticket; configuration of the hall. */
  readonly callSpacing: number;
  /** Epoch ms from which on those who wait may be asked to come the next morning. */
  readonly eveningFrom: number;
}

type Decision = Result<readonly TicketEvent[], Refusal>;
type Rule<T extends TicketStep['type']> = (
  ticket: Ticket,
  step: TicketStepOf<T>,
  context: TicketContext,
) => Decision;

const one = (event: TicketEvent): Decision => ok([event]);
const nothing: Decision = ok([]);

/**
 * Takes a ticket. It is never refused: there is no condition here to fail.
 * @returns always the event; a clock at the door that runs ahead is set back
 */
export function take(command: TakeTicket, context: Pick<TicketContext, 'now'>): TicketEvent {
  return {
    type: 'TicketTaken',
    data: {
      ...command,
      takenAt: Math.min(command.takenAt, context.now),
      // Whoever stands at the door is here.
      arrived: command.way === 'door',
    },
  };
}

const spaced = (ticket: Ticket, { now, callSpacing }: TicketContext): Decision | null => {
  const last = ticket.calls.at(-1);
  const wait = last === undefined ? 0 : Math.ceil(callSpacing - (now - last) / 1000);
  return wait > 0 ? refuse('ticket-called-just-now', { seconds: wait }) : null;
};

/** Calls that gave time to answer: one that follows at once is no second call. */
export function countCalls(calls: readonly number[], spacing: number): number {
  let counted = 0;
  let last = -Infinity;
  for (const call of calls) {
    if (call - last < spacing * 1000) continue;
    counted += 1;
    last = call;
  }
  return counted;
}

const rules: { readonly [T in TicketStep['type']]: Rule<T> } = {
  arrive: (ticket) =>
    ticket.arrivedAt === null ? one({ type: 'TicketArrived', data: {} }) : nothing,

  describe: (_, { persons, topic, unit }) =>
    one({ type: 'TicketDescribed', data: { persons, topic, unit } }),

  send: (_, { groupId, reason }) => one({ type: 'TicketSent', data: { groupId, reason } }),

  call: (_, { groupId, reasons }) => one({ type: 'TicketCalled', data: { groupId, reasons } }),

  callAgain: (ticket, _, context) =>
    spaced(ticket, context) ?? one({ type: 'TicketCalledAgain', data: {} }),

  telephone: (ticket) =>
    ticket.hasTelephone
      ? one({ type: 'HolderTelephoned', data: {} })
      : refuse('ticket-no-telephone'),

  putBack: () => one({ type: 'TicketPutBack', data: {} }),

  beginTalk: () => one({ type: 'TalkBegun', data: {} }),

  noteMatter: (ticket, { petitionId, how }) =>
    ticket.matters.some((matter) => matter.petitionId === petitionId)
      ? nothing
      : one({ type: 'MatterNoted', data: { petitionId, how } }),

  noteInstruction: (ticket, { petitionId, commitmentId }) =>
    ticket.instructed.some((each) => each.commitmentId === commitmentId)
      ? nothing
      : one({ type: 'MatterInstructed', data: { petitionId, commitmentId } }),

  // nobody leaves a conversation without a petition that answers it.
  endTalk: (ticket, { settledAtOnce }) =>
    ticket.matters.length === 0
      ? refuse('ticket-talk-without-matter')
      : one({ type: 'TalkEnded', data: { settledAtOnce } }),

  carryOver: (ticket, { to, cause }, { now, callSpacing, eveningFrom }) => {
    if (cause === 'day-cancelled' || cause === 'day-moved') {
      return one({ type: 'TicketCarriedOver', data: { to, cause } });
    }
    if (to.dayId === ticket.sitting.dayId && to.on <= ticket.sitting.on) {
      return refuse('ticket-carried-back', {}, 'on');
    }
    if (cause === 'evening' && now < eveningFrom) return refuse('ticket-evening-not-yet');
    if (cause === 'no-answer') {
      const called = countCalls(ticket.calls, callSpacing);
      if (called < callsBeforeCarrying) {
        return refuse('ticket-not-called-enough', { calls: callsBeforeCarrying, called });
      }
      if (ticket.hasTelephone && ticket.telephonedAt === null) {
        return refuse('ticket-not-telephoned');
      }
    }
    return one({ type: 'TicketCarriedOver', data: { to, cause } });
  },

  cancel: () => one({ type: 'TicketCancelled', data: {} }),
};

/**
 * Decides on a step of a ticket.
 * @returns its events, none when it was done before; refusal `ticket-not-in-stage` or that of the rule
 */
export function decide(ticket: Ticket, step: TicketStep, context: TicketContext): Decision {
  if (!isOpenTo(step.type, ticket.stage)) {
    return refuse('ticket-not-in-stage', { stage: ticket.stage });
  }
  // Each rule takes exactly the step of its own key; TypeScript cannot follow that by index.
  const rule = rules[step.type] as Rule<TicketStep['type']>;
  return rule(ticket, step, context);
}
