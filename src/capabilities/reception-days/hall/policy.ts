import type { Actor } from '../../../kernel/actor.ts';
import { isGranted, type Verb } from '../../../kernel/permissions.ts';
import type { StaffStepType } from '../tickets/contract.ts';
import { ticketSteps, type StepBy } from '../tickets/lifecycle.ts';
import type { Hall } from './hall.ts';
import type { HallInputType } from './contract.ts';

const has = (actor: Actor, verb: Verb): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' && isGranted(actor.roles, verb, new Set(['unit'])));

const inOffice = (actor: Actor, hall: Hall): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && actor.unitId === hall.unit);

/** Whether somebody gives out tickets at the doors of a hall. */
export const isDoor = (actor: Actor, hall: Hall): boolean =>
  inOffice(actor, hall) && has(actor, 'hall.door');

/** Whether somebody sees the whole hall and sends people to groups. */
export const isDispatcher = (actor: Actor, hall: Hall): boolean =>
  inOffice(actor, hall) && has(actor, 'hall.dispatch');

/** Whether somebody sits in a group: people of its units, and of the office that runs the hall. */
export const isInGroup = (actor: Actor, hall: Hall, groupId: string): boolean => {
  const group = hall.groups.find(({ id }) => id === groupId);
  if (group === undefined || !has(actor, 'hall.hear')) return false;
  return inOffice(actor, hall) || (actor.kind === 'staff' && group.units.includes(actor.unitId));
};

/** Whether somebody hears people at any table of a hall. */
export const hearsHere = (actor: Actor, hall: Hall): boolean =>
  inOffice(actor, hall)
    ? has(actor, 'hall.hear')
    : hall.groups.some(({ id }) => isInGroup(actor, hall, id));

/** Steps that the people of a group take for themselves; the rest is the dispatcher's. */
const ofGroup: ReadonlySet<HallInputType> = new Set(['openGroup', 'restGroup']);

export const mayChangeHall = (
  actor: Actor,
  hall: Hall,
  step: HallInputType,
  groupId: string | undefined,
): boolean => {
  if (isDispatcher(actor, hall)) return true;
  if (step === 'openDesk') return isDoor(actor, hall);
  return groupId !== undefined && ofGroup.has(step) && isInGroup(actor, hall, groupId);
};

/**
 * Whether somebody may take a step of a ticket.
 * @param groupId the group that has the ticket or shall have it; null while it waits for any
 */
export function mayStep(
  actor: Actor,
  hall: Hall,
  step: StaffStepType,
  groupId: string | null,
): boolean {
  const may: Readonly<Record<StepBy, boolean>> = {
    door: isDoor(actor, hall),
    dispatcher: isDispatcher(actor, hall),
    group: groupId === null ? hearsHere(actor, hall) : isInGroup(actor, hall, groupId),
    holder: false,
  };
  return ticketSteps[step].by.some((by) => may[by]);
}
