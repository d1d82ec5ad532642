import type { ConclusionForm, Petition } from '../petition.ts';
import type { Contest } from './state.ts';

/**
 * The step that its petitioner can contest now: whatever ended the procedure without an opinion,
 * and a redirection from its seal on (P-19).
 */
export function findContestable(petition: Petition): ConclusionForm | null {
  if (petition.status === 'redirecting') return 'redirected';
  const form = petition.conclusion?.form;
  return form === undefined || form === 'opinion' ? null : form;
}

/** The contest of the step that stands now, open or rejected; an upheld one undid its step. */
export function findContest(petition: Petition): Contest | null {
  const { contests } = petition.afterwards;
  return (
    contests.find(
      ({ round, overtaken, upheld }) => round === petition.round && !overtaken && upheld !== true,
    ) ?? null
  );
}

/** The last contest of all rounds: what its petitioner reads. */
export const lastContest = (petition: Petition): Contest | null =>
  petition.afterwards.contests.at(-1) ?? null;

/** A contest that somebody still has to decide. */
export function findOpenContest(petition: Petition): Contest | null {
  const contest = findContest(petition);
  return contest?.upheld === null ? contest : null;
}

/** Where the matter goes on when it is opened again: with the unit that had it, or the office. */
export const reopensAt = (petition: Petition): 'handling' | 'triage' => {
  const { stoodIn } = petition.afterwards;
  const handled = stoodIn === 'handling' || stoodIn === 'route' || stoodIn === 'issued';
  return handled ? 'handling' : 'triage';
};
