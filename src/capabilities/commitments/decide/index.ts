import { refuse } from '../../../kernel/refusals.ts';
import type { CommitmentCommand, CommitmentCommandOf, CommitmentCommandType } from '../command.ts';
import type { Commitment } from '../commitment.ts';
import { isThinkable } from '../lifecycle.ts';
import * as change from './change.ts';
import type { CommitmentContext, Decision, Rule } from './context.ts';
import * as fulfil from './fulfil.ts';
import { makeCommitment } from './make.ts';

export type { CommitmentContext, PetitionFacts } from './context.ts';

type Later = Exclude<CommitmentCommandType, 'makeCommitment'>;

/** Every command has exactly one rule. */
const rules: { readonly [T in Later]: Rule<T> } = {
  reportFulfilled: fulfil.reportFulfilled,
  confirmFulfilled: fulfil.confirmFulfilled,
  denyFulfilled: fulfil.denyFulfilled,
  verifyFulfilled: fulfil.verifyFulfilled,
  returnReport: fulfil.returnReport,
  changeDate: change.changeDate,
  withdrawCommitment: change.withdrawCommitment,
  succeedUnit: change.succeedUnit,
};

/** The compiler cannot see that a command meets its own rule; the table above proves it. */
function ruleFor<T extends Later>(command: CommitmentCommandOf<T>): Rule<T> {
  return rules[command.type];
}

/**
 * Decides what a command does to a promise.
 * @param commitment the state now; null when it is being made
 * @returns the events to record, or a refusal
 */
export function decideCommitment(
  commitment: Commitment | null,
  command: CommitmentCommand,
  context: CommitmentContext,
): Decision {
  if (command.type === 'makeCommitment') {
    return commitment === null ? makeCommitment(command, context) : refuse('version-conflict');
  }
  if (commitment === null) return refuse('not-found');
  if (!isThinkable(command.type, commitment.status)) {
    return refuse('commitment-not-in-status', { status: commitment.status });
  }
  return ruleFor(command as CommitmentCommandOf<Later>)(commitment, command, context);
}
