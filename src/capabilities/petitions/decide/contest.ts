import { findContest, findContestable, findOpenContest, reopensAt } from '../afterwards/contest.ts';
import type { PetitionEvent } from '../events.ts';
import type { Petition, SealedText } from '../petition.ts';
import {
  actorOf,
  decided,
  draft,
  event,
  findExplanationFault,
  no,
  ownDays,
  type Rule,
} from './context.ts';

/**
 * P-19: whatever ended the matter without an opinion can be contested, once for each step, with the
 * code or at the window with a signature; no reason is asked for.
 */
export const contest: Rule<'contest'> = (petition, command, context) => {
  if (context.actor.kind !== 'petitioner' && !command.signed)
    return no('contest-own', {}, 'signed');
  const step = findContestable(petition);
  if (step === null) return no('contest-none');
  if (findContest(petition) !== null) return no('contest-used');
  return decided(
    event('ContestRaised', {
      contestId: command.contestId,
      round: petition.round,
      step,
      reasons: command.reasons,
      signed: command.signed,
      ...ownDays(petition, context, 'contest'),
    }),
  );
};

/**
 * P-19: decided by somebody who had no part in the step: not in its drafting, check, signature or
 * seal. The decision takes effect at once, so that nobody who had part can hold it up by leaving its
 * letter unsigned.
 */
export const decideContest: Rule<'decideContest'> = (petition, command, context) => {
  const open = findOpenContest(petition);
  if (open === null) return no('contest-not-open');
  if (petition.afterwards.stepActors.includes(actorOf(context))) return no('contest-involved');
  const fault = findExplanationFault(command.reasons, 'reasons');
  if (fault) return fault;
  const { upheld, reasons, paperId } = command;
  const [into = null] = petition.conclusion?.continuedIn ?? [];
  return decided(
    event('ContestDecided', {
      contestId: open.id,
      upheld,
      reasons,
      paperId,
      releasedFrom: upheld && open.step === 'merged' ? into : null,
    }),
    draft(paperId, 'contest-decision', petition.office, reasons),
    ...(upheld ? [openAgain(petition, open.id, reasons)] : []),
  );
};

/** A wrong merge is undone and leaves its days as they were (P-13); all else begins a new round. */
function openAgain(petition: Petition, caseId: string, reason: SealedText): PetitionEvent {
  const { conclusion, beforeMerge } = petition;
  const [from] = conclusion?.continuedIn ?? [];
  if (conclusion?.form === 'merged' && beforeMerge !== null && from !== undefined) {
    return event('MergeUndone', { from, status: beforeMerge, reason });
  }
  return event('RoundOpened', { reason: 'contest', at: reopensAt(petition), caseId, note: null });
}
