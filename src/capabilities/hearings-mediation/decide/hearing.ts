import type { Calendar } from '../../../kernel/calendar.ts';
import { dueOf } from '../../../kernel/clocks.ts';
import { addDays, startOfDay, type LocalDate } from '../../../kernel/local-date.ts';
import { ruleOf } from '../../../kernel/periods.ts';
import { refuse, type Refused } from '../../../kernel/refusals.ts';
import type { Beginnings, HearingStep, HearingStepOf } from '../command.ts';
import type { HearingEvent } from '../events.ts';
import { limits } from '../limits.ts';
import { seated, type Hearing } from '../proceeding.ts';
import { countVotes } from '../tally.ts';
import {
  decided,
  findFutureFault,
  findReasonFault,
  today,
  type Context,
  type Decision,
} from './context.ts';
import {
  drawPanel,
  findPanelFault,
  objectToMember,
  rejectObjection,
  replaceMember,
} from './panel.ts';

type Rule<T extends HearingStep['type']> = (
  hearing: Hearing,
  step: HearingStepOf<T>,
  context: Context,
) => Decision<HearingEvent>;

/**
 * The first day on which a hearing may be held when its notice is served on a day: seven whole
 * days lie between (local rules on petition hearings).
 */
export function firstHearingDay(served: LocalDate, calendar: Calendar): LocalDate {
  const run = { startedAt: startOfDay(served).getTime(), pauses: [], extensions: [] };
  return addDays(dueOf(ruleOf('hearing-notice'), run, calendar).dueDate, 1);
}

/** A hearing is public; whoever closes it says why. */
export function convene(command: Beginnings['hearing']): Decision<HearingEvent> {
  const { type: _, ...data } = command;
  if (!data.open && data.closedReason === null) {
    return refuse('hearing-closed-reason', {}, 'closedReason');
  }
  return (
    findReasonFault(data.topic, 'topic') ??
    decided({
      type: 'HearingConvened',
      data: { ...data, closedReason: data.open ? null : data.closedReason },
    })
  );
}

const schedule: Rule<'schedule'> = (_, step, context) => {
  const { type: __, ...data } = step;
  return data.date < today(context)
    ? refuse('hearing-date-past', {}, 'date')
    : decided({ type: 'HearingScheduled', data });
};

const nameParty: Rule<'nameParty'> = (_, { party }) =>
  party.unit === null && party.name === null
    ? refuse('party-without-name', {}, 'name')
    : decided({ type: 'PartyNamed', data: { party } });

/** Seven days: a notice that cannot be there in time is not sent (M-1). */
const draftNotice: Rule<'draftNotice'> = (hearing, { paperId }, context) => {
  if (hearing.schedule === null) return refuse('hearing-not-scheduled');
  const fault = findPanelFault(hearing);
  if (fault) return fault;
  const first = firstHearingDay(today(context), context.calendar);
  if (hearing.schedule.date < first && hearing.waiver === null) {
    return refuse('hearing-notice-late', { first });
  }
  return decided({ type: 'NoticeDrafted', data: { paperId } });
};

/** By reaction, when the petitioner has the paper: whatever happened since, it is recorded once. */
const recordService: Rule<'recordService'> = (hearing, { paperId, on }) =>
  ['convened', 'noticed'].includes(hearing.stage) &&
  hearing.noticeServedOn === null &&
  hearing.notices.at(-1) === paperId
    ? decided({ type: 'NoticeServed', data: { paperId, on } })
    : decided();

const waiveNotice: Rule<'waiveNotice'> = (hearing, { on, proof }, context) => {
  if (hearing.schedule === null) return refuse('hearing-not-scheduled');
  return (
    findFutureFault(on, context, '同意日期', 'on') ??
    findReasonFault(proof, 'proof') ??
    decided({ type: 'NoticeWaived', data: { on, proof } })
  );
};

const addExhibit: Rule<'addExhibit'> = (hearing, step) => {
  const { type: _, known, files, ...data } = step;
  if (!known) return refuse('exhibit-unknown', {}, 'attachmentId');
  if (data.presentedBy !== null && !hearing.parties.some(({ id }) => id === data.presentedBy)) {
    return refuse('party-unknown', {}, 'presentedBy');
  }
  if (hearing.exhibits.length + files.length > limits.exhibits) {
    return refuse('exhibits-too-many', { limit: limits.exhibits });
  }
  return decided(
    ...files.map((file) => ({ type: 'ExhibitAdded' as const, data: { ...data, ...file } })),
  );
};

/** Not before everybody had the seven days, or gave them up in writing. */
function findNoticeFault(hearing: Hearing, date: LocalDate, calendar: Calendar): Refused | null {
  if (hearing.waiver !== null) return null;
  const { noticeServedOn } = hearing;
  if (noticeServedOn === null) return refuse('hearing-not-noticed');
  const first = firstHearingDay(noticeServedOn, calendar);
  return date < first ? refuse('hearing-notice-late', { first }) : null;
}

const open: Rule<'open'> = (hearing, _, context) => {
  const on = today(context);
  const { schedule: planned } = hearing;
  if (planned === null) return refuse('hearing-not-scheduled');
  if (on < planned.date) return refuse('hearing-early', { date: planned.date });
  return (
    findPanelFault(hearing) ??
    findNoticeFault(hearing, on, context.calendar) ??
    decided({ type: 'HearingOpened', data: { on } })
  );
};

const close: Rule<'close'> = (hearing, { days, came, record }, context) => {
  const from = hearing.openedOn ?? today(context);
  const held = days.length === 0 ? [from] : [...new Set(days)].toSorted();
  if (held[0] !== from || held.some((day) => day > today(context))) {
    return refuse('hearing-days', { from, to: today(context) }, 'days');
  }
  if (came.some((id) => !hearing.parties.some((party) => party.id === id))) {
    return refuse('party-unknown', {}, 'came');
  }
  return decided({ type: 'HearingClosed', data: { days: held, came, record } });
};

const vote: Rule<'vote'> = (hearing, step) => {
  const { type: _, ...data } = step;
  return seated(hearing).some(({ memberId }) => memberId === data.memberId)
    ? decided({ type: 'VoteCast', data })
    : refuse('panel-member-unknown', {}, 'memberId');
};

const conclude: Rule<'conclude'> = (hearing, { conclusion, paperId }) => {
  const missing = seated(hearing).filter(
    ({ memberId }) => !hearing.votes.some((each) => each.memberId === memberId),
  );
  if (missing.length > 0) return refuse('votes-missing', { count: missing.length });
  return (
    findReasonFault(conclusion, 'conclusion') ??
    decided({
      type: 'HearingConcluded',
      data: { conclusion, counts: countVotes(hearing), paperId },
    })
  );
};

const cancel: Rule<'cancel'> = (_, { reason }) =>
  findReasonFault(reason, 'reason') ?? decided({ type: 'HearingCancelled', data: { reason } });

const rules: { readonly [T in HearingStep['type']]: Rule<T> } = {
  schedule,
  nameParty,
  drawPanel,
  replaceMember,
  rejectObjection,
  objectToMember,
  draftNotice,
  recordService,
  waiveNotice,
  addExhibit,
  open,
  close,
  vote,
  conclude,
  cancel,
};

/** The compiler cannot see that a step meets its own rule; the table above proves it. */
export const decideHearing = (
  hearing: Hearing,
  step: HearingStep,
  context: Context,
): Decision<HearingEvent> =>
  (rules[step.type] as Rule<HearingStep['type']>)(hearing, step, context);
