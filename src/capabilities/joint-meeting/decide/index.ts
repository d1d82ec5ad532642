import { localDateOf } from '../../../kernel/local-date.ts';
import { refuse, type Refusal, type Refused } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import type { MeetingCommand, MeetingCommandOf, MeetingCommandType } from '../command.ts';
import type { MeetingEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';
import type { Meeting, MeetingPlan, Place } from '../meeting.ts';

/** What the rules are told besides the meeting. */
export interface MeetingContext {
  /** As the record names whoever acts: `staff:…`. */
  readonly actor: string;
  readonly userId: string | null;
  /** Epoch ms. */
  readonly now: number;
  readonly units: UnitDirectory;
  readonly holdsPost: (userId: string, unitId: string) => boolean;
  /** Whether a person has a post at a unit that may take the chair and sign minutes. */
  readonly maySign: (userId: string, unitId: string) => boolean;
}

export type MeetingDecision = Result<readonly MeetingEvent[], Refusal>;
type Rule<T extends MeetingCommandType> = (
  meeting: Meeting,
  command: MeetingCommandOf<T>,
  context: MeetingContext,
) => MeetingDecision;

const decided = (...events: MeetingEvent[]): MeetingDecision => ok(events);

const same = (one: Place, other: Place): boolean => one.userId === other.userId;

/** Who sits at the table must hold a post where it is said; the chair is one who may sign. */
function findPlanFault(plan: MeetingPlan, context: MeetingContext): Refused | null {
  if (plan.on < localDateOf(context.now)) return refuse('meeting-day-past', {}, 'on');
  if (!context.maySign(plan.chair.userId, plan.chair.unit)) {
    return refuse('meeting-chair', {}, 'chair');
  }
  if (plan.members.length === 0) return refuse('meeting-members', {}, 'members');
  for (const member of plan.members) {
    if (!context.holdsPost(member.userId, member.unit)) {
      return refuse('person-unknown', {}, 'members');
    }
  }
  const twice = plan.members.some((one, at) =>
    plan.members.some((other, place) => place < at && same(one, other)),
  );
  return twice || plan.members.some((member) => same(member, plan.chair))
    ? refuse('meeting-member-twice', {}, 'members')
    : null;
}

function findItem(meeting: Meeting, itemId: string) {
  return meeting.agenda.find(({ id }) => id === itemId);
}

const addItem: Rule<'addItem'> = (meeting, { item }) => {
  const there = meeting.agenda.some(
    ({ petitionId }) => petitionId !== null && petitionId === item.petitionId,
  );
  if (there) return refuse('agenda-already', {}, 'petitionId');
  if (item.question === 'competence' && item.petitionId === null) {
    return refuse('meeting-item-petition', {}, 'petitionId');
  }
  return decided({ type: 'JointMeetingItemAdded', data: item });
};

const decideItem: Rule<'decideItem'> = (meeting, { itemId, decision }, context) => {
  const item = findItem(meeting, itemId);
  if (item === undefined) return refuse('meeting-item-unknown', {}, 'itemId');
  if (item.decision !== null) return refuse('meeting-item-decided');
  if (decision.outcome === 'put-off') {
    const more = decision.main !== null || decision.commitments.length > 0;
    if (more || decision.coHandlers.length > 0) return refuse('meeting-put-off', {}, 'outcome');
  } else {
    if (item.question === 'competence' && decision.main === null) {
      return refuse('meeting-main', {}, 'main');
    }
    if (decision.coHandlers.length > 0 && decision.main === null) {
      return refuse('meeting-main', {}, 'main');
    }
    if (decision.main !== null && item.petitionId === null) {
      return refuse('meeting-item-petition', {}, 'main');
    }
  }
  const named = [
    ...(decision.main === null ? [] : [decision.main]),
    ...decision.coHandlers.map(({ unit }) => unit),
    ...decision.commitments.map(({ unit }) => unit),
    ...decision.dissent.map(({ unit }) => unit),
  ];
  const unknown = named.find((unit) => context.units.find(unit)?.active !== true);
  if (unknown !== undefined) return refuse('unit-unknown', {}, 'main');
  return decided({ type: 'JointMeetingItemDecided', data: { itemId, ...decision } });
};

/** The chair signs what somebody else drafted (P-4a); from then on nothing in it is changed. */
const signMinutes: Rule<'signMinutes'> = (meeting, _, { actor, userId }) => {
  const { minutes } = meeting;
  if (minutes === null) return refuse('meeting-minutes-missing');
  if (userId !== meeting.plan.chair.userId) return refuse('meeting-minutes-chair');
  if (minutes.draftedBy === actor) return refuse('same-person');
  return minutes.signed === null
    ? decided({ type: 'JointMeetingMinutesSigned', data: {} })
    : refuse('meeting-minutes-signed');
};

/** Why minutes cannot be issued; asked before a number is drawn, and again by the rule. */
export function findIssuingFault({ minutes }: Pick<Meeting, 'minutes'>): Refused | null {
  if (minutes === null) return refuse('meeting-minutes-missing');
  return minutes.signed === null ? refuse('meeting-minutes-unsigned') : null;
}

const rules: { readonly [T in Exclude<MeetingCommandType, 'planMeeting'>]: Rule<T> } = {
  changeMeeting: (_, { plan }, context) =>
    findPlanFault(plan, context) ?? decided({ type: 'JointMeetingChanged', data: { plan } }),
  addItem,
  removeItem: (meeting, { itemId }) =>
    findItem(meeting, itemId) === undefined
      ? refuse('meeting-item-unknown', {}, 'itemId')
      : decided({ type: 'JointMeetingItemRemoved', data: { itemId } }),
  orderAgenda: (meeting, { order }) =>
    order.length === meeting.agenda.length && meeting.agenda.every(({ id }) => order.includes(id))
      ? decided({ type: 'JointMeetingAgendaOrdered', data: { order } })
      : refuse('meeting-item-unknown', {}, 'order'),
  callMeeting: (meeting, _, { now }) => {
    if (meeting.agenda.length === 0) return refuse('meeting-agenda-empty');
    if (meeting.plan.on < localDateOf(now)) return refuse('meeting-day-past');
    return decided({ type: 'JointMeetingCalled', data: {} });
  },
  moveMeeting: (_, { type: _type, ...data }, { now }) =>
    data.on < localDateOf(now)
      ? refuse('meeting-day-past', {}, 'on')
      : decided({ type: 'JointMeetingMoved', data }),
  cancelMeeting: (_, { reason }) => decided({ type: 'JointMeetingCancelled', data: { reason } }),
  openMeeting: (meeting, { came }, { now }) => {
    if (localDateOf(now) < meeting.plan.on) return refuse('meeting-not-yet');
    const seated = came.every((userId) => meeting.members.some((each) => each.userId === userId));
    return seated
      ? decided({ type: 'JointMeetingOpened', data: { came } })
      : refuse('person-unknown', {}, 'came');
  },
  decideItem,
  closeMeeting: (meeting) =>
    meeting.agenda.some(({ decision }) => decision === null)
      ? refuse('meeting-items-open')
      : decided({ type: 'JointMeetingClosed', data: {} }),
  draftMinutes: (meeting, { summary }, { userId }) => {
    if (userId === meeting.plan.chair.userId) return refuse('same-person');
    return meeting.minutes?.signed != null
      ? refuse('meeting-minutes-signed')
      : decided({ type: 'JointMeetingMinutesDrafted', data: { summary } });
  },
  signMinutes,
  issueMinutes: (meeting, { type: _type, ...data }) =>
    findIssuingFault(meeting) ?? decided({ type: 'JointMeetingMinutesIssued', data }),
  readMinutes: (meeting, _, { userId }) => {
    const member = meeting.members.find((each) => each.userId === userId);
    if (member === undefined) return refuse('meeting-not-member');
    return member.readAt === null
      ? decided({ type: 'JointMeetingMinutesRead', data: { userId: member.userId } })
      : decided();
  },
  recordRendering: (meeting, { type: _type, ...data }) => {
    const issued = meeting.minutes?.issued ?? null;
    if (issued?.paperId !== data.paperId) return refuse('paper-unknown');
    return issued.renderedAt === null ? decided({ type: 'PaperRendered', data }) : decided();
  },
  succeedUnit: (meeting, { from, to }) =>
    [meeting.unit, meeting.plan.chair.unit, ...meeting.members.map(({ unit }) => unit)].includes(
      from,
    )
      ? decided({ type: 'JointMeetingSucceeded', data: { from, to } })
      : decided(),
};

function ruleFor<T extends Exclude<MeetingCommandType, 'planMeeting'>>(
  command: MeetingCommandOf<T>,
): Rule<T> {
  return rules[command.type];
}

/**
 * Decides what a command does to a joint meeting.
 * @param meeting the state now; null when the stream is new
 * @returns the events to record, or a refusal
 */
export function decideMeeting(
  meeting: Meeting | null,
  command: MeetingCommand,
  context: MeetingContext,
): MeetingDecision {
  if (command.type === 'planMeeting') {
    const { unit, plan } = command;
    const kind = context.units.find(unit)?.kind;
    // Reg. 24 and practice: the joint-meeting office prepares them, else the petition office.
    if (kind !== 'joint-meeting-office' && kind !== 'petition-office') {
      return refuse('meeting-unit');
    }
    return (
      findPlanFault(plan, context) ?? decided({ type: 'JointMeetingPlanned', data: { unit, plan } })
    );
  }
  if (meeting === null) return refuse('not-found');
  if (!isThinkable(command.type, meeting.state)) {
    return refuse('meeting-not-in-state', { command: command.type });
  }
  return ruleFor(command)(meeting, command, context);
}
