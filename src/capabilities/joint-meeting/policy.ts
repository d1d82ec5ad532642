import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../kernel/permissions.ts';
import type { MeetingCommandType } from './command.ts';
import { readersOf, type Meeting } from './meeting.ts';

/** Which verb of the permission table a step needs. */
const verbs: Readonly<
  Record<Exclude<MeetingCommandType, 'planMeeting' | 'recordRendering' | 'succeedUnit'>, Verb>
> = {
  changeMeeting: 'joint-meeting.plan',
  addItem: 'joint-meeting.plan',
  removeItem: 'joint-meeting.plan',
  orderAgenda: 'joint-meeting.plan',
  callMeeting: 'joint-meeting.plan',
  moveMeeting: 'joint-meeting.plan',
  cancelMeeting: 'joint-meeting.plan',
  openMeeting: 'joint-meeting.decide',
  decideItem: 'joint-meeting.decide',
  closeMeeting: 'joint-meeting.decide',
  draftMinutes: 'joint-meeting.plan',
  signMinutes: 'joint-meeting.sign',
  issueMinutes: 'joint-meeting.plan',
  readMinutes: 'joint-meeting.read',
};

const systemsOwn: ReadonlySet<MeetingCommandType> = new Set<MeetingCommandType>([
  'recordRendering',
  'succeedUnit',
]);

const relationsTo = (actor: StaffActor, unit: string): ReadonlySet<Jurisdiction> =>
  new Set(actor.unitId === unit ? (['unit', 'office'] as const) : (['unit'] as const));

/** Whether a person may prepare meetings at a unit. */
export const mayPlanAt = (actor: StaffActor, unit: string): boolean =>
  isGranted(actor.roles, 'joint-meeting.plan', relationsTo(actor, unit));

/** Joint meetings are read by the offices that prepare them and by those at the table. */
export const mayRead = (
  actor: Actor,
  meeting: Pick<Meeting, 'unit' | 'plan' | 'members'>,
): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' &&
    isGranted(actor.roles, 'joint-meeting.read', new Set(['unit'])) &&
    readersOf(meeting).includes(actor.unitId));

/** Whether an actor may try a step; the rules then know more. */
export function mayStep(
  actor: Actor,
  command: Exclude<MeetingCommandType, 'planMeeting'>,
  meeting: Meeting,
): boolean {
  if (actor.kind === 'system') return systemsOwn.has(command);
  if (actor.kind !== 'staff' || command === 'recordRendering' || command === 'succeedUnit') {
    return false;
  }
  if (!mayRead(actor, meeting)) return false;
  if (command === 'signMinutes' && actor.userId !== meeting.plan.chair.userId) return false;
  if (command === 'readMinutes' && !meeting.members.some(({ userId }) => userId === actor.userId)) {
    return false;
  }
  return isGranted(actor.roles, verbs[command], relationsTo(actor, meeting.unit));
}
