import type { Refused } from '../../../kernel/refusals.ts';
import { findPendingDecision, isAccusation, isOpen } from '../petition.ts';
import {
  activeUnit,
  decided,
  draft,
  event,
  findExplanationFault,
  findKindFault,
  findOutsideFault,
  no,
  today,
  type Context,
  type Rule,
} from './context.ts';

/* J-1, J-3: what a joint meeting (联席会议) does to a petition, and how it comes before one. */

/** Brought before the joint meeting; L-5: an accusation never is. */
export const suggestAgenda: Rule<'suggestAgenda'> = (petition, command) => {
  const { type: _, unit, ...rest } = command;
  if (isAccusation(petition)) return no('agenda-accusation');
  if (unit === null) return no('joint-meeting-none');
  if (petition.agenda !== null) return no('agenda-already');
  const fault = rest.text === null ? null : findExplanationFault(rest.text, 'text');
  return fault ?? decided(event('AgendaSuggested', { unit, ...rest }));
};

/** Where it stands before the meeting; a second note of the same says nothing new. */
export const noteAgenda: Rule<'noteAgenda'> = (petition, command) => {
  const { type: _, ...data } = command;
  const { agenda } = petition;
  if (data.stage === 'planned') {
    if (isAccusation(petition)) return no('agenda-accusation');
    if (!isOpen(petition)) return no('petition-concluded');
    if (agenda?.stage === 'planned') {
      return agenda.meetingId === data.meetingId ? decided() : no('agenda-already');
    }
  } else if (agenda === null || (agenda.meetingId ?? data.meetingId) !== data.meetingId) {
    return decided();
  }
  return decided(event('AgendaNoted', data));
};

function findCoHandlerFault(unit: string, main: string, context: Context): Refused | null {
  const target = activeUnit(context, unit, 'coHandlers');
  if (!target.ok) return target;
  if (unit === main) return no('co-handler-is-holder', {}, 'coHandlers');
  return findOutsideFault(target.unit, 'coHandlers');
}

/**
 * Reg. 24: where units disagree and their superior has not decided, or at once where the meeting is
 * asked, the joint meeting names the main handler and the co-handlers. It is the last word: no
 * objection after it. A unit that has it already keeps its periods.
 */
export const settleByMeeting: Rule<'settleByMeeting'> = (petition, command, context) => {
  if (petition.purpose === null) return no('not-classified');
  const kind = findKindFault(petition);
  if (kind) return kind;
  const { meetingId, office, unit, coHandlers, reasons, paperId } = command;
  const target = activeUnit(context, unit, 'unit');
  if (!target.ok) return target;
  // Whoever handles it has accepted it; another main handler then needs an opinion or a new round.
  if (petition.status === 'handling' && unit !== petition.holder) {
    return no('meeting-handler-accepted', {}, 'unit');
  }
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  const fault =
    findExplanationFault(reasons, 'reasons') ??
    findOutsideFault(target.unit, 'unit') ??
    coHandlers
      .map((each) => findCoHandlerFault(each.unit, unit, context))
      .find((found) => found !== null) ??
    (coHandlers.some(({ dueDate }) => dueDate <= today(context))
      ? no('task-due', {}, 'coHandlers')
      : null);
  if (fault) return fault;
  return decided(
    ...(petition.status === 'handling'
      ? []
      : [event('CompetenceDecided', { unit, reasons, meeting: meetingId })]),
    ...coHandlers.map((task) => event('TaskGiven', task)),
    ...(petition.status === 'handling' ? [] : [draft(paperId, 'adjudication', office, reasons)]),
  );
};
