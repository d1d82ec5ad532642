import type { LocalDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Sponsored } from '../case.ts';
import type { SponsoredCommandOf } from '../command.ts';
import type { SponsoredEvent } from '../events.ts';
import { limits } from '../limits.ts';
import { findWordsFault } from './explained.ts';

type Decision = Result<readonly SponsoredEvent[], Refusal>;
interface Today {
  readonly today: LocalDate;
}

/** A step begins with a day that is still to come. */
export function addMilestone(
  { milestones }: Sponsored,
  command: SponsoredCommandOf<'addMilestone'>,
  { today }: Today,
  userId: string,
): Decision {
  if (milestones.length >= limits.milestones) {
    return refuse('sponsored-too-many', { limit: limits.milestones });
  }
  if (command.date < today) return refuse('sponsored-date-past', {}, 'date');
  const { type: _type, ...milestone } = command;
  return ok([{ type: 'MilestoneAdded', data: { userId, ...milestone } }]);
}

/** A date is moved with a reason; the old one stays on record. */
export function moveMilestone(
  { milestones }: Sponsored,
  { milestone, date, reason }: SponsoredCommandOf<'moveMilestone'>,
  { today }: Today,
  userId: string,
): Decision {
  const found = milestones.find(({ id }) => id === milestone);
  if (found === undefined || found.state === 'done') return refuse('sponsored-no-milestone');
  if (date < today) return refuse('sponsored-date-past', {}, 'date');
  if (date === found.date) return refuse('sponsored-same-date', {}, 'date');
  return (
    findWordsFault(reason, 'reason') ??
    ok([
      { type: 'MilestoneMoved', data: { userId, milestone, from: found.date, to: date, reason } },
    ])
  );
}

/** Done on a day that has come, or missed when its day is over; what is missed may still be done. */
export function reportMilestone(
  { milestones }: Sponsored,
  { milestone, outcome, doneOn, words }: SponsoredCommandOf<'reportMilestone'>,
  { today }: Today,
  userId: string,
): Decision {
  const found = milestones.find(({ id }) => id === milestone);
  if (found === undefined || found.state === 'done') return refuse('sponsored-no-milestone');
  if (outcome === 'done' && (doneOn === null || doneOn > today)) {
    return refuse('sponsored-done-on', {}, 'doneOn');
  }
  if (outcome === 'missed' && (found.state === 'missed' || found.date >= today)) {
    return refuse('sponsored-not-missed', {}, 'outcome');
  }
  return (
    findWordsFault(words, 'words') ??
    ok([
      {
        type: 'MilestoneReported',
        data: { userId, milestone, outcome, doneOn: outcome === 'done' ? doneOn : null, words },
      },
    ])
  );
}
