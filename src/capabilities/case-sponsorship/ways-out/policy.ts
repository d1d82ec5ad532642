import type { Actor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import type { WayOut } from './case.ts';
import type { WayCommandType } from './command.ts';

type PeoplesCommand = Exclude<WayCommandType, 'succeedUnit' | 'recordRendering'>;

/** Which verb of the permission table a step of people needs. */
const verbs: Readonly<Record<PeoplesCommand, Verb>> = {
  chooseWay: 'way-out.choose',
  recordStep: 'way-out.choose',
  explainLaw: 'way-out.choose',
  finishWay: 'way-out.choose',
  changeWay: 'way-out.choose',
  approveAid: 'aid.approve',
  refuseAid: 'aid.approve',
  payAid: 'aid.pay',
};

type Place = Pick<WayOut, 'unit' | 'office'> & Partial<Pick<WayOut, 'aid'>>;

/** Units that read a way out: who has it, the office, and where its aid is approved. */
export const readersOf = ({ unit, office, aid = null }: Place): readonly string[] => [
  ...new Set([unit, office, ...(aid?.chain.map((step) => step.unit) ?? [])]),
];

/** The petitioner reads of the own one; staff of the units that have to do with it. */
export function isWayVisible(actor: Actor, way: Place & Pick<WayOut, 'petitionId'>): boolean {
  if (actor.kind === 'petitioner') return actor.petitionId === way.petitionId;
  if (actor.kind !== 'staff') return true;
  return readersOf(way).some((unit) => actor.readingUnits.includes(unit));
}

/** Whether an actor may try a command on a way out that they see; the rules then know more. */
export function mayWay(actor: Actor, command: WayCommandType, place: Place): boolean {
  if (command === 'succeedUnit' || command === 'recordRendering') return actor.kind === 'system';
  if (actor.kind !== 'staff') return false;
  const relations = new Set<Jurisdiction>(['unit', 'reader']);
  if (place.unit === actor.unitId) relations.add('holder');
  if (place.office === actor.unitId) relations.add('office');
  return isGranted(actor.roles, verbs[command], relations);
}

/** Whether an actor may choose a way on a petition that they see. */
export const mayChoose = (
  actor: Actor,
  { holder, office }: { readonly holder: string; readonly office: string },
): boolean => mayWay(actor, 'chooseWay', { unit: holder, office });
