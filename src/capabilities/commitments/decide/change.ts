import { localDateOf } from '../../../kernel/local-date.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { decided, event, findWordsFault, type Rule } from './context.ts';

/** A date is changed by whoever promised, with a reason; the old one stays for everybody to see. */
export const changeDate: Rule<'changeDate'> = (commitment, { dueDate, reason }, context) => {
  const fault = findWordsFault(reason, 'reason');
  if (fault) return fault;
  if (dueDate < localDateOf(context.now)) return refuse('commitment-date-past', {}, 'dueDate');
  if (dueDate === commitment.dueDate) return refuse('commitment-date-same', {}, 'dueDate');
  return decided(event('CommitmentDateChanged', { from: commitment.dueDate, to: dueDate, reason }));
};

/**
 * What was promised is taken back by whoever promised, with a reason that is told. What an opinion
 * grants is carried out (Reg. 32): only a new opinion, in a new round, takes its place.
 */
export const withdrawCommitment: Rule<'withdrawCommitment'> = (commitment, command, context) => {
  const { reason, cause } = command;
  if (context.actor.kind === 'system') {
    return decided(event('CommitmentWithdrawn', { reason: null, cause }));
  }
  if (commitment.source.kind === 'opinion') return refuse('commitment-of-opinion');
  return (
    findWordsFault(reason, 'reason') ??
    decided(event('CommitmentWithdrawn', { reason, cause: null }))
  );
};

/**
 * O-1: what a merged or abolished unit owed, or had promised to it, goes to its successor with its
 * date. Where that is the accused unit, the petition's office keeps it (P-6, L-5).
 */
export const succeedUnit: Rule<'succeedUnit'> = (commitment, { from, to }, { petition }) => {
  const barred = petition?.accusation === true && petition.accusedUnits.includes(to);
  const heir = barred ? petition.office : to;
  const heirOf = (unit: string): string => (unit === from ? heir : unit);
  const { unit, byUnit } = commitment;
  return decided(
    event('CommitmentSucceeded', { from, unit: heirOf(unit), byUnit: heirOf(byUnit) }),
  );
};
