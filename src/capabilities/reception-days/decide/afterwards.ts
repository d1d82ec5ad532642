import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { DayCommandOf } from '../command.ts';
import type { Minutes, ReceptionDay, TaskForce } from '../reception-day.ts';
import { decided, type Context, type Decision } from './context.ts';

/** Minutes are written again until they are issued; what is out stays as it is. */
export const draftMinutes = (
  day: ReceptionDay,
  { content }: DayCommandOf<'draftMinutes'>,
): Decision =>
  day.minutes?.issued
    ? refuse('reception-minutes-issued')
    : decided({ type: 'MinutesDrafted', data: { content } });

/**
 * The minutes, for somebody who may issue them: the drafter is never the approver (P-4a). Asked
 * before a number is drawn, and again by the rule.
 */
export function issuableMinutes(
  { minutes }: ReceptionDay,
  actor: string,
): Result<Minutes, Refusal> {
  if (minutes === null) return refuse('reception-minutes-missing');
  if (minutes.issued !== null) return refuse('reception-minutes-issued');
  return minutes.draftedBy === actor ? refuse('reception-minutes-drafter') : ok(minutes);
}

export function issueMinutes(
  day: ReceptionDay,
  { number, paper }: DayCommandOf<'issueMinutes'>,
  { actor }: Context,
): Decision {
  const minutes = issuableMinutes(day, actor);
  return minutes.ok ? decided({ type: 'MinutesIssued', data: { number, paper } }) : minutes;
}

/** The hashes of the files, by which a paper is told from a forged one (G-1); recorded once. */
export function recordRendering(
  { minutes }: ReceptionDay,
  { paperId, pdfHash, docxHash }: DayCommandOf<'recordRendering'>,
): Decision {
  if (minutes?.issued?.paperId !== paperId) return refuse('paper-unknown');
  return minutes.issued.renderedAt === null
    ? decided({ type: 'PaperRendered', data: { paperId, pdfHash, docxHash } })
    : decided();
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
