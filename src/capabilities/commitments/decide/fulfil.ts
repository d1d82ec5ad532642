import { localDateOf } from '../../../kernel/local-date.ts';
import { refuse, type Refused } from '../../../kernel/refusals.ts';
import { lastReport, type Commitment } from '../commitment.ts';
import { decided, event, findWordsFault, type CommitmentContext, type Rule } from './context.ts';

/** C-1: fulfilled only with evidence: words that say what was done, and what shows it. */
export const reportFulfilled: Rule<'reportFulfilled'> = (commitment, command, context) => {
  const fault = findWordsFault(command.evidence, 'evidence');
  if (fault) return fault;
  if (command.files.length === 0 && commitment.promisedTo === 'public') {
    return refuse('commitment-evidence', {}, 'uploads');
  }
  const { doneOn } = command;
  if (doneOn > localDateOf(context.now)) {
    return refuse('date-in-future', { field: '完成日期' }, 'doneOn');
  }
  if (command.withoutConfirmation !== null) {
    const missing = findWordsFault(command.withoutConfirmation, 'withoutConfirmation');
    if (missing) return missing;
  }
  const { type: _type, ...reported } = command;
  return decided(event('CommitmentReported', reported));
};

/** Only whom it was promised to says that the promise was kept; see `policy`. */
export const confirmFulfilled: Rule<'confirmFulfilled'> = (_, { words }) =>
  decided(event('CommitmentFulfilled', { judge: 'petitioner', words }));

/** What the petitioner has confirmed stays so; what others found, the petitioner may call not so. */
export const denyFulfilled: Rule<'denyFulfilled'> = (commitment, { words }) => {
  if (commitment.fulfilled?.judge === 'petitioner') return refuse('commitment-confirmed');
  return (
    findWordsFault(words, 'words') ??
    decided(event('CommitmentSentBack', { judge: 'petitioner', words }))
  );
};

/** Nobody verifies the own work: neither the unit that kept the promise nor the program. */
const findInsideFault = (commitment: Commitment, { actor }: CommitmentContext): Refused | null =>
  actor.kind === 'staff' && actor.unitId !== commitment.unit
    ? null
    : refuse('commitment-verifier-inside');

/**
 * C-1: a promise to a petitioner without their confirmation needs a reason, which somebody outside
 * the unit has verified; silence is no reason by itself.
 */
export const verifyFulfilled: Rule<'verifyFulfilled'> = (commitment, { reason }, context) => {
  const fault = findInsideFault(commitment, context) ?? findWordsFault(reason, 'reason');
  if (fault) return fault;
  const alone = lastReport(commitment)?.withoutConfirmation ?? null;
  if (commitment.promisedTo === 'petitioner' && alone === null) {
    return refuse('commitment-awaits-petitioner');
  }
  return decided(event('CommitmentFulfilled', { judge: 'verifier', words: reason }));
};

export const returnReport: Rule<'returnReport'> = (commitment, { reason }, context) =>
  findInsideFault(commitment, context) ??
  findWordsFault(reason, 'reason') ??
  decided(event('CommitmentSentBack', { judge: 'verifier', words: reason }));
