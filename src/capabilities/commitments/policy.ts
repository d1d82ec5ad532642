import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../kernel/permissions.ts';
import type { CommitmentCommandType } from './command.ts';
import type { Commitment } from './commitment.ts';

/** Which verb of the permission table a command needs. */
const verbs: Readonly<Record<CommitmentCommandType, readonly Verb[]>> = {
  makeCommitment: ['commitment.make'],
  reportFulfilled: ['commitment.fulfil'],
  confirmFulfilled: [],
  denyFulfilled: [],
  verifyFulfilled: ['commitment.verify'],
  returnReport: ['commitment.verify'],
  changeDate: ['commitment.change'],
  withdrawCommitment: ['commitment.change'],
  succeedUnit: [],
};

const petitionersOwn = new Set<CommitmentCommandType>(['confirmFulfilled', 'denyFulfilled']);
const systemsOwn = new Set<CommitmentCommandType>(['withdrawCommitment', 'succeedUnit']);

/**
 * How a person stands to a promise.
 * @param office the petition office that answers for its petition; null where there is none
 */
export function relationsOf(
  actor: Pick<StaffActor, 'unitId' | 'readingUnits'>,
  commitment: Pick<Commitment, 'unit' | 'byUnit'>,
  office: string | null,
): ReadonlySet<Jurisdiction> {
  const relations = new Set<Jurisdiction>(['unit']);
  if (commitment.unit === actor.unitId) relations.add('holder');
  if (commitment.byUnit === actor.unitId) relations.add('assigner');
  if (office === actor.unitId) relations.add('office');
  const above = actor.unitId !== commitment.unit && actor.readingUnits.includes(commitment.unit);
  if (above) relations.add('superior');
  const near = [commitment.unit, commitment.byUnit, office ?? ''];
  if (near.some((unit) => actor.readingUnits.includes(unit))) relations.add('reader');
  return relations;
}

/**
 * Whether an actor sees a promise. One that hangs on a petition is seen by whoever sees the petition,
 * which is asked first (L-5); of those the petitioner sees what was promised to them.
 * @param office of its petition; null where there is none
 */
export function isCommitmentVisible(
  actor: Actor,
  commitment: Commitment,
  office: string | null,
): boolean {
  switch (actor.kind) {
    case 'system':
      return true;
    case 'petitioner':
      return actor.petitionId === commitment.petitionId && commitment.promisedTo === 'petitioner';
    case 'staff':
      return (
        commitment.petitionId !== null ||
        isGranted(actor.roles, 'petition.read', relationsOf(actor, commitment, office))
      );
  }
}

/** Whether an actor may try a command on a promise that they see; the rules then know more. */
export function mayCommit(
  actor: Actor,
  command: CommitmentCommandType,
  commitment: Commitment,
  office: string | null,
): boolean {
  if (actor.kind === 'system') return systemsOwn.has(command);
  if (actor.kind === 'petitioner') return petitionersOwn.has(command);
  const relations = relationsOf(actor, commitment, office);
  return verbs[command].some((verb) => isGranted(actor.roles, verb, relations));
}

/** Whether a member of staff may promise something in the name of their unit. */
export const mayMake = (actor: StaffActor): boolean =>
  isGranted(actor.roles, 'commitment.make', new Set(['unit']));
