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

function findUnitFault(
  command: Making,
  { actor, units, petition }: CommitmentContext,
): Refused | null {
  const unit = units.find(command.unit);
  // A unit may have ended before the program heard of what it had granted.
  if (unit === undefined || (!unit.active && actor.kind === 'staff')) {
    return refuse('unit-unknown', {}, 'unit');
  }
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
    (context.actor.kind === 'staff' ? findWordsFault(command.text, 'text') : null) ??
    findUnitFault(command, context) ??
    findPromiseeFault(command, context);
  if (fault) return fault;
  // What a served paper has promised keeps its day, also where it was served after it.
  if (context.actor.kind === 'staff' && command.dueDate < localDateOf(context.now)) {
    return refuse('commitment-date-past', {}, 'dueDate');
  }
  const { type: _type, ...made } = command;
  const regionCode = context.units.find(command.unit)?.regionCode;
  return decided(
    event('CommitmentMade', {
      petitionId: context.petition?.id ?? null,
      ...made,
      ...(regionCode === undefined ? {} : { regionCode }),
    }),
  );
}
