import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../kernel/permissions.ts';
import type { Dispute } from './case.ts';
import type { DisputeCommandType } from './command.ts';

/** Which verb of the permission table a command needs; null where only the program gives it. */
const verbs: Readonly<Record<DisputeCommandType, Verb | null>> = {
  recordDispute: 'dispute.record',
  noteAttempt: 'dispute.handle',
  passUp: 'dispute.handle',
  passDown: 'dispute.handle',
  acknowledge: 'dispute.handle',
  takeBack: 'dispute.handle',
  settle: 'dispute.handle',
  followUp: 'dispute.handle',
  promote: 'dispute.handle',
  endDispute: 'dispute.handle',
  succeedUnit: null,
};

/** Who acts on it: the receiver while it is to be acknowledged, else whoever holds it. */
const actingUnit = (command: DisputeCommandType, { passing, holder }: Dispute): string =>
  command === 'acknowledge' && passing !== null ? passing.to.unit : holder.unit;

/** How a person stands to a dispute: by their own unit alone, never by those they look over. */
function relationsOf(
  { unitId }: Pick<StaffActor, 'unitId'>,
  dispute: Dispute,
  command: DisputeCommandType,
): ReadonlySet<Jurisdiction> {
  const relations = new Set<Jurisdiction>(['unit']);
  if (actingUnit(command, dispute) === unitId) relations.add('holder');
  if (dispute.line.some(({ unit }) => unit === unitId)) relations.add('reader');
  return relations;
}

/** Leaders read what the units below theirs have; everybody else sees by their own unit alone. */
export const looksOver = ({ roles }: Pick<StaffActor, 'roles'>): boolean =>
  roles.includes('leader');

/**
 * Disputes are seen along the line village → township → county office, and by leaders who look over
 * an office of it.
 */
export function isDisputeVisible(actor: Actor, dispute: Dispute): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'petitioner') return dispute.promotion?.petitionId === actor.petitionId;
  if (looksOver(actor) && dispute.line.some(({ unit }) => actor.readingUnits.includes(unit))) {
    return isGranted(actor.roles, 'dispute.read', new Set(['reader']));
  }
  return isGranted(actor.roles, 'dispute.read', relationsOf(actor, dispute, 'noteAttempt'));
}

/** Whether an actor may try a command on a dispute that they see; the rules then know more. */
export function mayDispute(
  actor: Actor,
  command: DisputeCommandType,
  dispute: Dispute | null,
): boolean {
  if (actor.kind === 'system') return command === 'succeedUnit';
  const verb = verbs[command];
  if (actor.kind === 'petitioner' || verb === null) return false;
  const relations =
    dispute === null ? new Set<Jurisdiction>(['unit']) : relationsOf(actor, dispute, command);
  // Whoever wants a petition may say so to anybody along the line whom they find.
  if (command === 'promote' && relations.has('reader')) {
    return isGranted(actor.roles, verb, new Set(['holder']));
  }
  return isGranted(actor.roles, verb, relations);
}

/** Whether a member of staff may record disputes, or change the settings of their office. */
export const mayAtUnit = (actor: StaffActor, verb: Verb): boolean =>
  isGranted(actor.roles, verb, new Set(['unit']));
