import { findFollowUp, lastFollowUp } from '../afterwards/follow-up.ts';
import { reopensAt } from '../afterwards/contest.ts';
import type { PetitionEvent } from '../events.ts';
import type { Petition } from '../petition.ts';
import { decided, event, findExplanationFault, no, practiceOf, type Rule } from './context.ts';

/** P-12: a call or visit after the conclusion; a relapse opens a new round at once. */
export const recordFollowUp: Rule<'recordFollowUp'> = (petition, command, context) => {
  const { way, heldAt, result, words } = command;
  const last = lastFollowUp(petition);
  if (last === null) return no('follow-up-none');
  if (heldAt > context.now) return no('date-in-future', { field: '回访日期' }, 'heldOn');
  const { round } = last;
  if (result === 'not-reached') {
    if (findFollowUp(petition) === null) return no('follow-up-none');
    const ends = last.tries + 1 >= practiceOf(context).followUpTries;
    return decided(event('FollowUpTried', { round, way, heldAt, note: words, last: ends }));
  }
  if (words === null) return no('follow-up-words', {}, 'words');
  const fault = findExplanationFault(words, 'words');
  if (fault) return fault;
  return decided(
    event('FollowUpRecorded', { round, way, heldAt, result, words }),
    ...(result === 'relapsed' ? relapse(petition) : []),
  );
};

/** While a review looks at it, or after the procedure has ended, no round is opened beside that. */
function relapse(petition: Petition): PetitionEvent[] {
  const underReview = petition.reviews.some(({ state }) => state === 'pending');
  if (underReview || petition.procedureEnded !== null) return [];
  return [
    event('RoundOpened', {
      reason: 'relapse',
      at: reopensAt(petition),
      caseId: null,
      note: null,
    }),
  ];
}
