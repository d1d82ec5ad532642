import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../kernel/permissions.ts';
import { petitionersSteps } from './contract.ts';

/** What of the petition matters to who may begin a proceeding on it. */
interface PetitionPlace {
  readonly id: string;
  readonly office: string;
  readonly holder: string;
}

/** Whether an actor may begin a proceeding on a petition that they see. */
export function mayBegin(actor: Actor, petition: PetitionPlace): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  const relations = new Set<Jurisdiction>(['unit']);
  if (petition.office === actor.unitId) relations.add('office');
  if (petition.holder === actor.unitId) relations.add('holder');
  return isGranted(actor.roles, 'proceeding.begin', relations);
}

const isPetitioners = (step: string): boolean => petitionersSteps.some((each) => each === step);

/** What the office records of the petitioner's behalf stays possible on paper: see recordConsent. */
const bothWays = new Set(['objectToMember']);

const systemsOwn = new Set(['recordService', 'recountWindow', 'warnWindow', 'missWindow']);

/** What the system may do beside people: a hearing goes with what it was convened for. */
const systemsToo = new Set(['cancel']);

/** Whether an actor may try a step of a proceeding on a petition that they see. */
export function mayStep(
  actor: Actor,
  step: string,
  proceeding: { readonly unit: string; readonly petitionId: string },
): boolean {
  switch (actor.kind) {
    case 'system':
      return systemsOwn.has(step) || systemsToo.has(step);
    case 'petitioner':
      return actor.petitionId === proceeding.petitionId && isPetitioners(step);
    case 'staff':
      return (
        (!isPetitioners(step) || bothWays.has(step)) &&
        !systemsOwn.has(step) &&
        actor.unitId === proceeding.unit &&
        isGranted(actor.roles, 'proceeding.conduct', new Set(['unit']))
      );
  }
}

const roster = (actor: StaffActor, verb: Verb): boolean =>
  isGranted(actor.roles, verb, new Set(['unit']));

export const mayReadRoster = (actor: StaffActor): boolean => roster(actor, 'roster.read');
export const mayKeepRoster = (actor: StaffActor): boolean => roster(actor, 'roster.administer');
