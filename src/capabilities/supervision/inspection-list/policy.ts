import type { Actor } from '../../../kernel/actor.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import type { Listing } from './case.ts';
import type { ListingCommandType } from './command.ts';

type Place = Pick<Listing, 'unit' | 'office'>;

/** Staff alone: the list is about how a matter is inspected, and the unit knows that it is. */
export function isListingVisible(actor: Actor, { unit, office }: Place): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  return actor.readingUnits.includes(unit) || actor.readingUnits.includes(office);
}

/** Whether an actor may decide over the list: people of the office that answers for the petition. */
export function mayList(actor: Actor, command: ListingCommandType, { office }: Place): boolean {
  if (command === 'succeedUnit') return actor.kind === 'system';
  if (actor.kind !== 'staff' || actor.unitId !== office) return false;
  return isGranted(actor.roles, 'inspection-list.decide', new Set(['office']));
}
