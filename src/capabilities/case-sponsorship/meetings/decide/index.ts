import type { Actor } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal, type Refused } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import type { UnitDirectory } from '../../../../kernel/units.ts';
import { isOutside, type Meeting, type MeetingPlan, type Participant } from '../case.ts';
import type { MeetingCommand, MeetingCommandOf } from '../command.ts';
import type { MeetingEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';
import { limits } from '../limits.ts';

/** What the rules are told besides the meeting. */
export interface MeetingContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly units: UnitDirectory;
  readonly petition: { readonly accusation: boolean };
}

type Decision = Result<readonly MeetingEvent[], Refusal>;

/** Reasons shorter than this tell nobody anything. */
const shortestExplanation = 5;

const findWordsFault = (words: SealedText | null, field: string): Refused | null =>
  words !== null && words.length >= shortestExplanation
    ? null
    : refuse('explanation-required', { limit: shortestExplanation }, field);

const findDayFault = ({ on }: MeetingPlan, now: number): Refused | null =>
  on < localDateOf(now) ? refuse('meeting-date-past', {}, 'on') : null;

/** S-4: the petitioner's side, of whom five speak (Reg. 20), and somebody who has to answer. */
function findTableFault(people: readonly Participant[], units: UnitDirectory): Refused | null {
  const count = (side: Participant['side']): number =>
    people.filter((each) => each.side === side).length;
  if (count('petitioner') > limits.representatives) {
    return refuse('meeting-representatives', { limit: limits.representatives }, 'participants');
  }
  if (count('petitioner') === 0) return refuse('meeting-sides', {}, 'participants');
  if (count('unit') + count('leader') === 0) return refuse('meeting-sides', {}, 'participants');
  const unknown = people.some(({ unit }) => unit !== null && units.find(unit)?.active !== true);
  return unknown ? refuse('unit-unknown', {}, 'participants') : null;
}

/** Whoever has no account here is told by telephone, and the record says by whom and how. */
const findToldFault = ({ participants }: Meeting, told: SealedText | null): Refused | null =>
  participants.some(isOutside) && told === null ? refuse('meeting-outside-told', {}, 'told') : null;

function plan(command: MeetingCommandOf<'planMeeting'>, context: MeetingContext): Decision {
  const { type: _type, ...data } = command;
  const { actor, now, units } = context;
  const fault = findDayFault(data.plan, now) ?? findTableFault(data.participants, units);
  const userId = actor.kind === 'staff' ? actor.userId : '';
  return fault ?? ok([{ type: 'MeetingPlanned', data: { userId, ...data } }]);
}

function record(
  meeting: Meeting,
  { type: _type, ...data }: MeetingCommandOf<'recordMeeting'>,
  userId: string,
  now: number,
): Decision {
  if (localDateOf(now) < meeting.plan.on) return refuse('meeting-not-yet', {}, 'came');
  const known = new Set(meeting.participants.map(({ id }) => id));
  if (data.came.some((id) => !known.has(id))) return refuse('person-unknown', {}, 'came');
  if (data.came.length === 0) return refuse('meeting-nobody-came', {}, 'came');
  if (data.positions.length === 0) return refuse('meeting-positions', {}, 'positions');
  if (data.actions.length + data.openPoints.length === 0) {
    return refuse('meeting-result', {}, 'actions');
  }
  return ok([{ type: 'MeetingHeld', data: { userId, ...data } }]);
}

/**
 * Decides what a command does to a three-party meeting.
 * @param meeting the state now; null when it is being planned
 * @returns the events to record, or a refusal
 */
export function decideMeeting(
  meeting: Meeting | null,
  command: MeetingCommand,
  context: MeetingContext,
): Decision {
  const { actor, now, petition } = context;
  // L-5: an accusation is met with nobody whom it may be about.
  if (petition.accusation && actor.kind !== 'system') return refuse('meeting-accusation');
  if (command.type === 'planMeeting') {
    return meeting === null ? plan(command, context) : refuse('version-conflict');
  }
  if (meeting === null) return refuse('not-found');
  if (command.type === 'succeedUnit') {
    const { from, to } = command;
    return ok([{ type: 'MeetingSucceeded', data: { from, to } }]);
  }
  if (!isThinkable(command.type, meeting)) {
    return refuse('meeting-not-in-status', { status: meeting.status });
  }
  const userId = actor.kind === 'staff' ? actor.userId : '';
  switch (command.type) {
    case 'postponeMeeting': {
      const { type: _type, ...data } = command;
      const fault =
        findDayFault(data.plan, now) ??
        findWordsFault(data.reason, 'reason') ??
        findToldFault(meeting, data.told);
      return fault ?? ok([{ type: 'MeetingPostponed', data: { userId, ...data } }]);
    }
    case 'cancelMeeting': {
      const { type: _type, ...data } = command;
      const fault = findWordsFault(data.reason, 'reason') ?? findToldFault(meeting, data.told);
      return fault ?? ok([{ type: 'MeetingCancelled', data: { userId, ...data } }]);
    }
    case 'recordMeeting':
      return record(meeting, command, userId, now);
    case 'issueMinutes': {
      const { type: _type, ...data } = command;
      // P-4a: whoever wrote it down is not who issues it.
      if (meeting.held?.userId === userId) return refuse('meeting-minutes-own');
      return ok([{ type: 'PaperSealed', data: { ...data, userId, issuer: meeting.unit } }]);
    }
    case 'answerMinutes': {
      const { agrees, words } = command;
      const fault = agrees ? null : findWordsFault(words, 'words');
      return fault ?? ok([{ type: 'MinutesAnswered', data: { agrees, words } }]);
    }
    case 'recordRendering': {
      const { paperId, pdfHash, docxHash } = command;
      return ok(
        meeting.minutes?.paperId === paperId && meeting.minutes.renderedAt === null
          ? [{ type: 'PaperRendered', data: { paperId, pdfHash, docxHash } }]
          : [],
      );
    }
  }
}
