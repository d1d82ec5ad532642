import { refuse } from '../../../kernel/refusals.ts';
import type { Dispute } from '../case.ts';
import type { DisputeCommand, DisputeCommandOf, DisputeCommandType } from '../command.ts';
import { isThinkable } from '../lifecycle.ts';
import type { Decision, DisputeContext, Rule } from './context.ts';
import * as pass from './pass.ts';
import { noteAttempt, recordDispute } from './record.ts';
import * as settling from './settle.ts';

export { liesWithin, type DisputeContext } from './context.ts';

type Later = Exclude<DisputeCommandType, 'recordDispute'>;

/** Every command has exactly one rule. */
const rules: { readonly [T in Later]: Rule<T> } = {
  noteAttempt,
  passUp: pass.passUp,
  passDown: pass.passDown,
  acknowledge: pass.acknowledge,
  takeBack: pass.takeBack,
  settle: settling.settle,
  followUp: settling.followUp,
  promote: settling.promote,
  endDispute: settling.endDispute,
  succeedUnit: settling.succeedUnit,
};

/** The compiler cannot see that a command meets its own rule; the table above proves it. */
function ruleFor<T extends Later>(command: DisputeCommandOf<T>): Rule<T> {
  return rules[command.type];
}

/**
 * Decides what a command does to a dispute.
 * @param dispute the state now; null when it is being recorded
 * @returns the events to record, or a refusal
 */
export function decideDispute(
  dispute: Dispute | null,
  command: DisputeCommand,
  context: DisputeContext,
): Decision {
  if (command.type === 'recordDispute') {
    return dispute === null ? recordDispute(command, context) : refuse('version-conflict');
  }
  if (dispute === null) return refuse('not-found');
  if (!isThinkable(command.type, dispute.status)) {
    return refuse('dispute-not-in-status', { status: dispute.status });
  }
  return ruleFor(command as DisputeCommandOf<Later>)(dispute, command, context);
}
