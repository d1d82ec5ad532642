import type { PetitionEvent, PetitionEventOf, PetitionEventType } from '../events.ts';
import type { Petition } from '../petition.ts';
import type { AfterwardsEvents } from './events.ts';
import type { Afterwards, Rating } from './state.ts';

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
  return { ...petition, afterwards: evolver(petition.afterwards, event.data, moment) };
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

/** Events of the main path leave a trace in what is known afterwards. */
export function traceOf(petition: Petition, event: PetitionEvent): Afterwards {
  const { afterwards } = petition;
  if (event.type === 'MaterialAdded') {
    const news = event.data.by === 'petitioner' || event.data.answersSupplement;
    return news && petition.status !== 'concluded'
      ? { ...afterwards, supplementArrived: true }
      : afterwards;
  }
  return looks.has(event.type) && afterwards.supplementArrived
    ? { ...afterwards, supplementArrived: false }
    : afterwards;
}
