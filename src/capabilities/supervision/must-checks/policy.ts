import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import type { SupervisionItem } from './case.ts';
import type { ItemCommandType } from './command.ts';

type PeoplesCommand = Exclude<ItemCommandType, 'recordHits' | 'noteEnded' | 'succeedUnit'>;

/** Which verb of the permission table a step of people needs. */
const verbs: Readonly<Record<PeoplesCommand, Verb>> = {
  orderItem: 'supervision.order',
  answerItem: 'supervision.answer',
  returnAnswer: 'supervision.verify',
  closeItem: 'supervision.verify',
};

type Place = Pick<SupervisionItem, 'unit' | 'office'>;

const isPeoples = (command: ItemCommandType): command is PeoplesCommand => command in verbs;

/** Staff of the unit and of the supervising office; petitioners read of their petition instead. */
export function isItemVisible(actor: Actor, { unit, office }: Place): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  return actor.readingUnits.includes(unit) || actor.readingUnits.includes(office);
}

/** Whether an actor may try a command on an item that they see; the rules then know more. */
export function mayItem(actor: Actor, command: ItemCommandType, place: Place): boolean {
  if (!isPeoples(command)) return actor.kind === 'system';
  if (actor.kind !== 'staff') return false;
  const relations = new Set<Jurisdiction>(['unit']);
  if (place.unit === actor.unitId) relations.add('holder');
  if (place.office === actor.unitId) relations.add('office');
  return isGranted(actor.roles, verbs[command], relations);
}

/** Whether somebody may order supervision in the name of their office. */
export const mayOrder = (actor: StaffActor): boolean =>
  isGranted(actor.roles, 'supervision.order', new Set<Jurisdiction>(['unit', 'office']));
