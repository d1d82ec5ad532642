import type { PetitionEvent, PetitionEventOf, PetitionEventType } from '../events.ts';
import { findPaper, type PaperKind, type Petition } from '../petition.ts';
import type { AfterwardsEvents } from './events.ts';
import type { Afterwards, FollowUp, Rating } from './state.ts';

export type AfterwardsEvent = {
  [T in keyof AfterwardsEvents]: PetitionEventOf<T>;
}[keyof AfterwardsEvents];

type Evolver<T extends keyof AfterwardsEvents> = (
  before: Afterwards,
  data: AfterwardsEvents[T],
  moment: { readonly at: number },
) => Afterwards;

/** The last window, changed. */
const withRating = (before: Afterwards, news: Partial<Rating>): Afterwards => ({
  ...before,
  ratings: before.ratings.map((rating, place) =>
    place === before.ratings.length - 1 ? { ...rating, ...news } : rating,
  ),
});

/** The last follow-up, changed. */
const withFollowUp = (
  before: Afterwards,
  change: (followUp: FollowUp) => Partial<FollowUp>,
): Afterwards => ({
  ...before,
  followUps: before.followUps.map((followUp, place) =>
    place === before.followUps.length - 1 ? { ...followUp, ...change(followUp) } : followUp,
  ),
});

const evolvers: { readonly [T in keyof AfterwardsEvents]: Evolver<T> } = {
  MaterialNoted: (before) => ({ ...before, supplementArrived: false }),
  RatingOpened: (before, data, { at }) => ({
    ...before,
    ratingExcluded: null,
    ratings: [
      ...before.ratings,
      {
        ...data,
        openedAt: at,
        first: null,
        current: null,
        reminders: 0,
        closedAt: null,
        noted: false,
      },
    ],
  }),
  RatingExcluded: (before, { reason }) => ({ ...before, ratingExcluded: reason }),
  PetitionRated: (before, data, { at }) => {
    const { scale, office, unit, demands, reason, bad, changes } = data;
    const current = { at, scale, office, unit, demands, reason, bad };
    return withRating(before, { current, noted: false, ...(changes ? {} : { first: current }) });
  },
  RatingReminded: (before, { reminder }) => withRating(before, { reminders: reminder }),
  RatingWindowClosed: (before, _, { at }) => withRating(before, { closedAt: at }),
  RatingContactLogged: (before) => before,
  FollowUpScheduled: (before, { round, unit }, { at }) => ({
    ...before,
    followUps: [
      ...before.followUps,
      { round, unit, scheduledAt: at, tries: 0, doneAt: null, result: null },
    ],
  }),
  FollowUpTried: (before, { last }, { at }) =>
    withFollowUp(before, (followUp) => ({
      tries: followUp.tries + 1,
      ...(last ? { doneAt: at, result: 'not-reached' } : {}),
    })),
  FollowUpRecorded: (before, { result }, { at }) =>
    withFollowUp(before, () => ({ doneAt: at, result })),
  ContestRaised: (before, { contestId: id, round, step, reasons, signed }, { at }) => ({
    ...before,
    contests: [
      ...before.contests,
      {
        id,
        round,
        step,
        at,
        reasons,
        signed,
        upheld: null,
        decidedAt: null,
        answer: null,
        overtaken: false,
      },
    ],
  }),
  ContestDecided: (before, { contestId, upheld, reasons: answer }, { at }) => ({
    ...before,
    contests: before.contests.map((contest) =>
      contest.id === contestId ? { ...contest, upheld, answer, decidedAt: at } : contest,
    ),
  }),
  BadRatingNoted: (before) => withRating(before, { noted: true }),
};

/** Whether an event belongs to what comes around and after the conclusion. */
export const isAfterwards = (event: PetitionEvent): event is AfterwardsEvent =>
  Object.hasOwn(evolvers, event.type);

/** Carries a petition over one of those events. */
export function evolveAfterwards(
  petition: Petition,
  event: AfterwardsEvent,
  moment: { readonly at: number },
): Petition {
  // Each event meets its own entry; the compiler cannot follow that by index.
  const evolver = evolvers[event.type] as Evolver<keyof AfterwardsEvents>;
  const changed = { ...petition, afterwards: evolver(petition.afterwards, event.data, moment) };
  // A body that still owed its word owes it no more: the petitioner's contest was right.
  return event.type === 'ContestDecided' && event.data.upheld
    ? { ...changed, awaitingReceipt: false }
    : changed;
}

/** Working on the petition is looking at what came; no second command is asked for that. */
const looks: ReadonlySet<PetitionEventType> = new Set<PetitionEventType>([
  'PetitionHanded',
  'PetitionAccepted',
  'ObjectionRaised',
  'TalkRecorded',
  'SupplementAsked',
  'TaskGiven',
  'PaperDrafted',
  'RouteStarted',
  'RouteResultRecorded',
  'PetitionConcluded',
]);

/** Papers that carry, or tell of, a step that can be contested. */
const stepPapers: ReadonlySet<PaperKind> = new Set<PaperKind>([
  'refusal',
  'no-longer-accepted',
  'redirection',
  'file-only-note',
  'merge-notice',
  'split-notice',
  'handover',
  'withdrawal-confirmation',
  'suggestion-answer',
  'enquiry-answer',
]);

/** What whoever does it has part in the step: nobody of them decides a contest of it (P-19). */
const stepEvents: ReadonlySet<PetitionEventType> = new Set<PetitionEventType>([
  'PetitionMerged',
  'PetitionSplit',
  'RedirectionIssued',
  'RouteStarted',
  'RouteResultRecorded',
  'BrieflyAnswered',
  'SuggestionDecided',
  'ReceiptConfirmed',
  'PetitionConcluded',
]);

function isOfStep(petition: Petition, event: PetitionEvent): boolean {
  switch (event.type) {
    case 'PaperDrafted':
      return stepPapers.has(event.data.kind);
    case 'PaperChecked':
    case 'PaperSigned':
    case 'PaperSealed':
    case 'PaperReturned': {
      const paper = findPaper(petition, event.data.paperId);
      return paper !== undefined && stepPapers.has(paper.kind);
    }
    default:
      return stepEvents.has(event.type);
  }
}

/** A round begins: whoever had part in the step before may decide what is contested now. */
const freshRound = (before: Afterwards): Afterwards => ({
  ...before,
  stepActors: [],
  stoodIn: null,
  contests: before.contests.map((contest) =>
    contest.upheld === null ? { ...contest, overtaken: true } : contest,
  ),
});

/** Where it stood when the step took effect; a redirection takes effect before it concludes. */
const stoodIn = (petition: Petition, event: PetitionEvent): Afterwards['stoodIn'] => {
  if (event.type === 'RedirectionIssued') return petition.status;
  if (event.type !== 'PetitionConcluded') return petition.afterwards.stoodIn;
  return petition.status === 'redirecting' ? petition.afterwards.stoodIn : petition.status;
};

/** Events of the main path leave a trace in what is known afterwards. */
export function traceOf(
  petition: Petition,
  event: PetitionEvent & { readonly actor: string },
): Afterwards {
  const { afterwards } = petition;
  switch (event.type) {
    case 'MaterialAdded': {
      const news = event.data.by === 'petitioner' || event.data.answersSupplement;
      return news && petition.status !== 'concluded'
        ? { ...afterwards, supplementArrived: true }
        : afterwards;
    }
    case 'RoundOpened':
    case 'ReportReturned':
    case 'MergeUndone':
      return freshRound(afterwards);
    default: {
      const mine = event.actor.startsWith('staff:') && isOfStep(petition, event);
      return {
        ...afterwards,
        supplementArrived: afterwards.supplementArrived && !looks.has(event.type),
        stepActors:
          mine && !afterwards.stepActors.includes(event.actor)
            ? [...afterwards.stepActors, event.actor]
            : afterwards.stepActors,
        stoodIn: stoodIn(petition, event),
      };
    }
  }
}
