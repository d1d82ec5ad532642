import { refuse } from '../../../kernel/refusals.ts';
import type { DayCommandOf } from '../command.ts';
import type { ReceptionDay, TaskForce } from '../reception-day.ts';
import { decided, type Context, type Decision } from './context.ts';

/** Minutes are written again until they are issued; what is out stays as it is. */
export const draftMinutes = (
  day: ReceptionDay,
  { content }: DayCommandOf<'draftMinutes'>,
): Decision =>
  day.minutes?.issued
    ? refuse('reception-minutes-issued')
    : decided({ type: 'MinutesDrafted', data: { content } });

/** The drafter is never the approver (P-4a). */
export function issueMinutes(
  day: ReceptionDay,
  { number }: DayCommandOf<'issueMinutes'>,
  context: Context,
): Decision {
  if (day.minutes === null) return refuse('reception-minutes-missing');
  if (day.minutes.issued !== null) return refuse('reception-minutes-issued');
  if (day.minutes.draftedBy === context.actor) return refuse('reception-minutes-drafter');
  return decided({ type: 'MinutesIssued', data: { number } });
}

/** Only a leader of the day has matters of their own from it. */
export function formTaskForce(day: ReceptionDay, command: DayCommandOf<'formTaskForce'>): Decision {
  const { type: _, ...data } = command;
  return day.plan.leaders.some(({ id }) => id === data.leaderId)
    ? decided({ type: 'TaskForceFormed', data })
    : refuse('reception-leader-unknown', {}, 'leaderId');
}

const findOpen = (day: ReceptionDay, id: string): TaskForce | undefined =>
  day.taskForces.find((force) => force.id === id && force.closed === null);

export function noteTaskForce(day: ReceptionDay, command: DayCommandOf<'noteTaskForce'>): Decision {
  const { type: _, ...data } = command;
  return findOpen(day, data.id) === undefined
    ? refuse('reception-task-force-closed')
    : decided({ type: 'TaskForceNoted', data });
}

export function closeTaskForce(
  day: ReceptionDay,
  command: DayCommandOf<'closeTaskForce'>,
): Decision {
  const { type: _, ...data } = command;
  return findOpen(day, data.id) === undefined
    ? refuse('reception-task-force-closed')
    : decided({ type: 'TaskForceClosed', data });
}
