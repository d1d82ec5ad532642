import { decided, event, no, type Rule } from './context.ts';

/*
 * What other records bring about in the petition they belong to: a review, a contest, a relapse.
 * Only the system gives these commands, by reaction, and gives them again after an interruption.
 */

export const admitReader: Rule<'admitReader'> = (petition, { unit }, context) => {
  if (context.units.find(unit) === undefined) return no('unit-unknown', {}, 'unit');
  return petition.readers.includes(unit) ? decided() : decided(event('ReaderAdmitted', { unit }));
};

/** A new round with its own clocks: at the unit, or with the office that finds the unit. */
export const openRound: Rule<'openRound'> = (petition, { reason, at, caseId, note }) =>
  petition.conclusion?.form === 'merged' || petition.conclusion?.form === 'split'
    ? no('petition-concluded')
    : decided(event('RoundOpened', { reason, at, caseId, note }));

export const noteReview: Rule<'noteReview'> = (petition, command) => {
  const { caseId, stage, body, requestedAt, state } = command;
  const review = { caseId, stage, body, requestedAt, state };
  const known = petition.reviews.find((each) => each.caseId === caseId);
  const same = known?.state === state && known.body === body;
  return same ? decided() : decided(event('ReviewNoted', review));
};

/** Reg. 36(3): with the re-examination opinion in the petitioner's hand the procedure is over. */
export const endProcedure: Rule<'endProcedure'> = (petition, { caseId }) =>
  petition.procedureEnded === null ? decided(event('ProcedureEnded', { caseId })) : decided();
