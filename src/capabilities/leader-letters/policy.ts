import type { Actor } from '../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../kernel/permissions.ts';
import type { LetterCommandType } from './command.ts';
import type { Letter } from './letter.ts';

/** Which verb of the permission table a command needs. */
const verbs: Readonly<Record<Exclude<LetterCommandType, 'succeedReader'>, Verb>> = {
  layLetter: 'letter.lay',
  readLetter: 'letter.read',
  instruct: 'letter.instruct',
};

type Place = Pick<Letter, 'unit' | 'office'>;

/** Staff alone; the petitioner reads of it in the promise that came of it. */
export function isLetterVisible(actor: Actor, { unit, office }: Place): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  return actor.readingUnits.includes(unit) || actor.readingUnits.includes(office);
}

/** Whether an actor may try a command on a letter; whoever reads it reads in the own name. */
export function mayLetter(actor: Actor, command: LetterCommandType, letter: Place): boolean {
  if (command === 'succeedReader') return actor.kind === 'system';
  if (actor.kind !== 'staff') return false;
  const relations = new Set<Jurisdiction>(['unit']);
  if (letter.unit === actor.unitId) relations.add('holder');
  return isGranted(actor.roles, verbs[command], relations);
}

/** Whether an actor may lay a petition before a leader; the program lays it before the unit's head. */
export function mayLay(actor: Actor, petition: { readonly office: string }): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  const relations = new Set<Jurisdiction>(['unit']);
  if (petition.office === actor.unitId) relations.add('office');
  return isGranted(actor.roles, 'letter.lay', relations);
}
