import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import type { PublicPromise } from './case.ts';
import type { PromiseCommandType } from './command.ts';

type Place = Pick<PublicPromise, 'unit' | 'byUnit'>;

/** Which verb of the permission table a command of people needs. */
const verbs: Partial<Readonly<Record<PromiseCommandType, Verb>>> = {
  makePromise: 'public-promise.make',
  changeHouseholds: 'public-promise.keep',
  replaceHouseholdCode: 'public-promise.keep',
  makeSlips: 'public-promise.keep',
};

/** Units whose people read a promise with its households: who keeps it, and in whose name it was made. */
export const readersOf = ({ unit, byUnit }: Place): readonly string[] =>
  [...new Set([unit, byUnit])].toSorted();

/** Whether an actor sees a promise in the office; everybody reads its page, which names nobody. */
export const isPromiseVisible = (
  actor: Actor,
  promise: Place & Pick<PublicPromise, 'withheld'>,
): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' &&
    !promise.withheld &&
    readersOf(promise).some((unit) => actor.readingUnits.includes(unit)));

/** Whether an actor may try a command on a promise that they see; the rules then know more. */
export function mayPromise(actor: Actor, command: PromiseCommandType, place: Place): boolean {
  const verb = verbs[command];
  if (verb === undefined) return actor.kind === 'system';
  if (actor.kind !== 'staff') return false;
  const relations = new Set<Jurisdiction>(['unit']);
  if (place.unit === actor.unitId) relations.add('holder');
  return isGranted(actor.roles, verb, relations);
}

/** Whether somebody may promise in the name of their unit. */
export const mayMakePromise = (actor: StaffActor): boolean =>
  mayPromise(actor, 'makePromise', { unit: actor.unitId, byUnit: actor.unitId });
