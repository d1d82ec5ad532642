import type { Actor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import { isVisitor, type Visit } from './case.ts';
import type { VisitCommandType } from './command.ts';

/** What only the petitioner does; and what only the system does. */
const petitionersOwn = new Set<VisitCommandType>(['declineVisit', 'correctVisit']);

/** Which verb of the permission table a step of staff needs. */
const verbs: Readonly<Partial<Record<VisitCommandType, Verb>>> = {
  planVisit: 'visit.plan',
  changeVisit: 'visit.plan',
  cancelVisit: 'visit.plan',
  noteConsent: 'visit.record',
  withdrawConsent: 'visit.record',
  recordVisit: 'visit.record',
  addToVisit: 'visit.record',
};

type Place = Pick<Visit, 'unit' | 'office' | 'plan' | 'petitionId'>;

/** Units that read a visit: who goes, and the office that answers for the petition. */
export const visitReaders = ({ unit, office, plan }: Omit<Place, 'petitionId'>): string[] => [
  ...new Set([unit, office, ...plan.visitors.map((visitor) => visitor.unit)]),
];

/** The petitioner reads what was written about the visit at their home (S-3). */
export function isVisitVisible(actor: Actor, visit: Place): boolean {
  if (actor.kind === 'petitioner') return actor.petitionId === visit.petitionId;
  if (actor.kind !== 'staff') return actor.kind === 'system';
  return visitReaders(visit).some((unit) => actor.readingUnits.includes(unit));
}

/** Whether an actor may try a command on a visit that they see; the rules then know more. */
export function mayVisit(actor: Actor, command: VisitCommandType, visit: Place): boolean {
  if (actor.kind === 'system') return command === 'succeedUnit';
  if (actor.kind === 'petitioner') return petitionersOwn.has(command);
  const verb = verbs[command];
  if (verb === undefined) return false;
  const relations = new Set<Jurisdiction>(['unit']);
  if (visit.unit === actor.unitId) relations.add('holder');
  if (visit.office === actor.unitId) relations.add('office');
  if (isVisitor(visit, actor.userId)) relations.add('co-handler');
  return isGranted(actor.roles, verb, relations);
}

/** Whether an actor may plan a visit in the name of their unit. */
export const mayPlan = (actor: Actor): boolean =>
  actor.kind === 'staff' && isGranted(actor.roles, 'visit.plan', new Set(['unit', 'holder']));
