import { countClock, isRunning } from '../../../kernel/case-clocks.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import { findContest, findContestable, lastContest } from '../afterwards/contest.ts';
import { lastFollowUp } from '../afterwards/follow-up.ts';
import { defaultPractice, type Practice, type RatingScale } from '../afterwards/practice.ts';
import { findRatingWindow, lastRating } from '../afterwards/rating.ts';
import type { RatingValue } from '../afterwards/state.ts';
import type {
  AfterwardsView,
  ContestView,
  FollowUpView,
  LevelView,
  RatingValueView,
  RatingView,
} from '../afterwards/view.ts';
import type { Petition } from '../petition.ts';
import { unitNamed } from './clock-view.ts';
import type { SealedWords } from './folder.ts';

export interface Looking {
  readonly now: number;
  readonly calendar: Calendar;
  readonly units: UnitDirectory;
  readonly practice?: Practice | undefined;
}

/** A level of a scale that is no longer used is still shown, by its code. */
const levelOf = (scale: RatingScale, code: string): LevelView =>
  scale.levels.find((level) => level.code === code) ?? { code, zh: code, en: code, bad: false };

const valueOf = (
  value: RatingValue | null,
  scale: RatingScale,
  words: SealedWords,
): RatingValueView | null =>
  value === null
    ? null
    : {
        at: value.at,
        office: levelOf(scale, value.office),
        unit: levelOf(scale, value.unit),
        demands: value.demands,
        reason: words.text(value.reason),
      };

function ratingOf(petition: Petition, words: SealedWords, looking: Looking): RatingView | null {
  const rating = lastRating(petition);
  if (rating === null) return null;
  const { now, calendar, units } = looking;
  const { scale } = looking.practice ?? defaultPractice;
  const window = findRatingWindow(petition, calendar);
  return {
    round: rating.round,
    office: unitNamed(units, rating.office),
    unit: unitNamed(units, rating.unit),
    until: window !== null && now < window.due.dueAt ? window.due.dueDate : null,
    first: valueOf(rating.first, scale, words),
    current: valueOf(rating.current, scale, words),
    noted: rating.noted,
    scale: { source: scale.source, levels: scale.levels },
  };
}

function contestOf(
  petition: Petition,
  words: SealedWords,
  { calendar }: Looking,
): ContestView | null {
  const contest = lastContest(petition);
  if (contest === null) return null;
  const clock = petition.clocks.findLast((each) => each.period === 'contest' && isRunning(each));
  const decided = contest.upheld === true ? 'upheld' : 'rejected';
  const waiting = contest.overtaken ? 'overtaken' : 'pending';
  return {
    step: contest.step,
    at: contest.at,
    reasons: words.text(contest.reasons),
    state: contest.upheld === null ? waiting : decided,
    answer: words.text(contest.answer),
    until: clock === undefined ? null : countClock(clock, calendar).dueDate,
  };
}

function followUpOf(petition: Petition, units: UnitDirectory): FollowUpView | null {
  const followUp = lastFollowUp(petition);
  if (followUp === null) return null;
  const { unit, tries, doneAt, result } = followUp;
  return { unit: unitNamed(units, unit), tries, doneAt, result };
}

/** What a reader, staff or petitioner, sees of what comes after the conclusion. */
export const viewAfterwards = (
  petition: Petition,
  words: SealedWords,
  looking: Looking,
): AfterwardsView => ({
  rating: ratingOf(petition, words, looking),
  ratingExcluded: petition.status === 'concluded' ? petition.afterwards.ratingExcluded : null,
  followUp: followUpOf(petition, looking.units),
  contest: contestOf(petition, words, looking),
  contestable: findContest(petition) === null ? findContestable(petition) : null,
});
