import { localDateOf } from '../../../kernel/local-date.ts';
import { refuse, type Refused } from '../../../kernel/refusals.ts';
import type { CommitmentCommandOf } from '../command.ts';
import {
  decided,
  event,
  findWordsFault,
  type CommitmentContext,
  type Decision,
} from './context.ts';

type Making = CommitmentCommandOf<'makeCommitment'>;

function findUnitFault(command: Making, { units, petition }: CommitmentContext): Refused | null {
  if (units.find(command.unit)?.active !== true) return refuse('unit-unknown', {}, 'unit');
  if (units.find(command.byUnit) === undefined) return refuse('unit-unknown', {}, 'byUnit');
  // P-6, L-5: who is accused is not told of it by a promise that it should keep.
  return petition?.accusation === true && petition.accusedUnits.includes(command.unit)
    ? refuse('accused-unit', {}, 'unit')
    : null;
}

function findPromiseeFault(command: Making, { petition }: CommitmentContext): Refused | null {
  const { promisedTo, publicText } = command;
  if (promisedTo === 'petitioner' && petition === null) {
    return refuse('commitment-no-petitioner', {}, 'promisedTo');
  }
  if (promisedTo === 'public' && publicText === null) {
    return refuse('commitment-public-text', {}, 'publicText');
  }
  // L-5: what everybody may read would show that the accusation exists.
  if (publicText !== null && petition?.accusation === true) {
    return refuse('commitment-not-public', {}, 'publicText');
  }
  return publicText === null ? null : findWordsFault(publicText, 'publicText');
}

/** C-1: a promise has a date that is still to come, a unit that keeps it and words that say what. */
export function makeCommitment(command: Making, context: CommitmentContext): Decision {
  const fault =
    findWordsFault(command.text, 'text') ??
    findUnitFault(command, context) ??
    findPromiseeFault(command, context);
  if (fault) return fault;
  if (command.dueDate < localDateOf(context.now)) {
    return refuse('commitment-date-past', {}, 'dueDate');
  }
  const { type: _type, ...made } = command;
  return decided(event('CommitmentMade', { petitionId: context.petition?.id ?? null, ...made }));
}
