import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../kernel/permissions.ts';
import type { DayCommandType } from './command.ts';
import type { DayPlan } from './reception-day.ts';

/** What nobody does by hand. */
type SystemStep = 'recordRendering';

/** Steps without an account behind them: the rendering, and bookings from the portal. */
const ofTheSystem: ReadonlySet<DayCommandType> = new Set([
  'recordRendering',
  'bookSlot',
  'cancelBooking',
]);

/** Which verb of the permission table a command needs. */
const verbs: Readonly<Record<Exclude<DayCommandType, SystemStep>, Verb>> = {
  changeDay: 'reception.plan',
  publishNotice: 'reception.plan',
  recordChannel: 'reception.plan',
  bookSlot: 'reception.run',
  cancelBooking: 'reception.run',
  inviteVisitor: 'reception.plan',
  answerInvitation: 'reception.plan',
  writePreparation: 'reception.plan',
  draftMinutes: 'reception.plan',
  issueMinutes: 'reception.issue',
  formTaskForce: 'reception.plan',
  noteTaskForce: 'reception.plan',
  closeTaskForce: 'reception.plan',
  openDay: 'reception.run',
  closeDay: 'reception.run',
  cancelDay: 'reception.plan',
};

/** How a person stands to a day: their unit plans and runs it, or not. */
export const relationsTo = (actor: StaffActor, unit: string): ReadonlySet<Jurisdiction> =>
  new Set(actor.unitId === unit ? (['unit', 'office'] as const) : (['unit'] as const));

/** Whether a person may do something at a unit's reception days. */
export const mayAtUnit = (actor: StaffActor, verb: Verb, unit: string): boolean =>
  isGranted(actor.roles, verb, relationsTo(actor, unit));

/** Days are no secret inside the offices; who is invited and why is not part of them. */
export const mayReadDays = (actor: StaffActor): boolean =>
  isGranted(actor.roles, 'reception.read', new Set(['unit']));

/** Whether an actor may try a command on a day; the rules then know more. */
export function mayChange(
  actor: Actor,
  command: DayCommandType,
  day: { readonly unit: string },
): boolean {
  if (actor.kind === 'system') return ofTheSystem.has(command);
  return (
    actor.kind === 'staff' &&
    command !== 'recordRendering' &&
    mayAtUnit(actor, verbs[command], day.unit)
  );
}

/** Who is invited, booked and prepared for is read by those who run the day and its leaders. */
export const mayReadInside = (
  actor: StaffActor,
  day: { readonly unit: string; readonly plan: Pick<DayPlan, 'leaders'> },
): boolean =>
  mayAtUnit(actor, 'reception.run', day.unit) ||
  mayAtUnit(actor, 'reception.plan', day.unit) ||
  day.plan.leaders.some(({ userId }) => userId === actor.userId);
