import { refuse, type Refused } from '../../../kernel/refusals.ts';
import type { HearingStepOf } from '../command.ts';
import type { DrawnPanel, HearingEvent } from '../events.ts';
import { seated, type Hearing } from '../proceeding.ts';
import { decided, findReasonFault, type Decision } from './context.ts';

/** Seats that nobody could be found for make no panel. */
function findSeatsFault(draw: DrawnPanel): Refused | null {
  const { wish, seats } = draw;
  const missing = wish.kinds.find(
    (kind) =>
      seats.filter((seat) => seat.kind === kind).length <
      wish.kinds.filter((each) => each === kind).length,
  );
  return missing === undefined && seats.length === wish.seats
    ? null
    : refuse('panel-too-few', { seats: wish.seats, found: seats.length }, 'seats');
}

/** M-1: an odd panel, drawn by a seed that is recorded. */
export function drawPanel(
  hearing: Hearing,
  { draw }: HearingStepOf<'drawPanel'>,
): Decision<HearingEvent> {
  if (hearing.panel.length > 0) return refuse('panel-drawn');
  if (draw.wish.seats % 2 === 0) return refuse('panel-even', {}, 'seats');
  return findSeatsFault(draw) ?? decided({ type: 'PanelDrawn', data: draw });
}

const findSeat = (hearing: Hearing, memberId: string) =>
  seated(hearing).find((member) => member.memberId === memberId);

/** Somebody declines, or the objection against them is upheld: chance names the next one. */
export function replaceMember(
  hearing: Hearing,
  { memberId, cause, reason, draw }: HearingStepOf<'replaceMember'>,
): Decision<HearingEvent> {
  const member = findSeat(hearing, memberId);
  if (member === undefined) return refuse('panel-member-unknown', {}, 'memberId');
  return (
    findReasonFault(reason, 'reason') ??
    findSeatsFault(draw) ??
    decided({ type: 'PanelMemberReplaced', data: { memberId, cause, reason, draw } })
  );
}

export function objectToMember(
  hearing: Hearing,
  { memberId, reason }: HearingStepOf<'objectToMember'>,
): Decision<HearingEvent> {
  const member = findSeat(hearing, memberId);
  if (member === undefined) return refuse('panel-member-unknown', {}, 'memberId');
  if (member.objection !== null) return refuse('panel-objection-made');
  return (
    findReasonFault(reason, 'reason') ??
    decided({ type: 'PanelObjectionRaised', data: { memberId, reason } })
  );
}

export function rejectObjection(
  hearing: Hearing,
  { memberId, reason }: HearingStepOf<'rejectObjection'>,
): Decision<HearingEvent> {
  const member = findSeat(hearing, memberId);
  if (member?.objection !== 'open') return refuse('panel-objection-none', {}, 'memberId');
  return (
    findReasonFault(reason, 'reason') ??
    decided({ type: 'PanelObjectionRejected', data: { memberId, reason } })
  );
}

/** A vote decides only when nobody is missing from it and no tie is possible. */
export function findPanelFault(hearing: Hearing): Refused | null {
  const panel = seated(hearing);
  if (panel.length === 0) return refuse('panel-missing');
  if (panel.some(({ objection }) => objection === 'open')) return refuse('panel-objection-open');
  return null;
}
