import type { Actor } from '../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../kernel/permissions.ts';
import type { Backlog } from './backlog.ts';
import type { BacklogCommandType } from './command.ts';

/** Which verb of the permission table a step of people needs. */
const verbs: Readonly<Record<Exclude<BacklogCommandType, 'succeedUnit'>, Verb>> = {
  assignBacklog: 'backlog.assign',
  proposeClosing: 'backlog.report',
  verifyClosing: 'backlog.verify',
  sendBack: 'backlog.verify',
  takeUpAgain: 'backlog.verify',
};

type Place = Pick<Backlog, 'unit' | 'office'>;

/** Staff alone; the petitioner reads of what is done for them in the petition and its promises. */
export function isBacklogVisible(actor: Actor, { unit, office }: Place): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  return actor.readingUnits.includes(unit) || actor.readingUnits.includes(office);
}

/** Whether an actor may try a command on a case that they see; the rules then know more. */
export function mayBacklog(actor: Actor, command: BacklogCommandType, place: Place): boolean {
  if (command === 'succeedUnit') return actor.kind === 'system';
  if (command === 'takeUpAgain' && actor.kind === 'system') return true;
  if (actor.kind !== 'staff') return false;
  const relations = new Set<Jurisdiction>(['unit']);
  if (place.unit === actor.unitId) relations.add('holder');
  if (place.office === actor.unitId) relations.add('office');
  return isGranted(actor.roles, verbs[command], relations);
}

/** Whether an actor may list a petition of their office as backlog. */
export const mayAssign = (actor: Actor, { office }: { readonly office: string }): boolean =>
  mayBacklog(actor, 'assignBacklog', { unit: '', office });
