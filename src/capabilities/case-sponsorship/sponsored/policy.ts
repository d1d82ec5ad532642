import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Role, type Verb } from '../../../kernel/permissions.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import type { Leader, Sponsored } from './case.ts';
import type { SponsoredCommandType } from './command.ts';

type People = Exclude<SponsoredCommandType, 'succeedUnit' | 'noteLeaderLeft'>;

/** Which verb of the permission table a step of people needs; any of them is enough. */
const verbs: Readonly<Record<People, readonly Verb[]>> = {
  proposeLeader: ['sponsored.propose'],
  takeCharge: ['sponsored.lead'],
  acceptCharge: ['sponsored.lead'],
  // The office takes back a name that is not answered.
  declineCharge: ['sponsored.lead', 'sponsored.propose'],
  takeUpAgain: ['sponsored.propose', 'sponsored.lead'],
  writePlan: ['sponsored.lead', 'sponsored.work'],
  addMilestone: ['sponsored.lead', 'sponsored.work'],
  moveMilestone: ['sponsored.lead'],
  reportMilestone: ['sponsored.lead', 'sponsored.work'],
  addNote: ['sponsored.lead', 'sponsored.work', 'sponsored.propose'],
  handOver: ['sponsored.lead', 'sponsored.propose'],
  acknowledgeHandOver: ['sponsored.lead'],
  refuseHandOver: ['sponsored.lead'],
  withdrawHandOver: ['sponsored.lead', 'sponsored.propose'],
  proposeEnding: ['sponsored.lead'],
  verifyEnding: ['sponsored.verify'],
  returnEnding: ['sponsored.verify'],
};

/** Steps that belong to whoever the hand-over names. */
const newLeaders = new Set<SponsoredCommandType>(['acknowledgeHandOver', 'refuseHandOver']);
/** Steps by which a leader takes a case that nobody has. */
const anyLeaders = new Set<SponsoredCommandType>(['takeCharge', 'takeUpAgain']);

/** Every unit of whose people somebody reads the case. */
export const readersOf = ({
  office,
  unit,
  leader,
  handOver,
}: Pick<Sponsored, 'office' | 'unit' | 'leader' | 'handOver'>): readonly string[] => [
  ...new Set([unit, office, leader.unit, ...(handOver === null ? [] : [handOver.to.unit])]),
];

/** Staff alone; the petitioner reads who has taken charge on the page of their petition. */
export function isSponsoredVisible(actor: Actor, sponsored: Sponsored): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  return readersOf(sponsored).some((unit) => actor.readingUnits.includes(unit));
}

/** `holder`: the leader, or whoever a hand-over names for that, in the verb of leading. */
function relationsOf(
  actor: StaffActor,
  command: SponsoredCommandType,
  verb: Verb,
  sponsored: Sponsored,
): ReadonlySet<Jurisdiction> {
  const relations = new Set<Jurisdiction>(['reader']);
  if (sponsored.office === actor.unitId) relations.add('office');
  if (verb === 'sponsored.lead') {
    const { leader, handOver } = sponsored;
    const chosen = newLeaders.has(command) ? (handOver?.to.userId ?? '') : leader.userId;
    if (anyLeaders.has(command) || chosen === actor.userId) relations.add('holder');
  } else if (sponsored.unit === actor.unitId) relations.add('holder');
  return relations;
}

/** Whether an actor may try a command on a case that they see; the rules then know more. */
export function maySponsored(
  actor: Actor,
  command: SponsoredCommandType,
  sponsored: Sponsored,
): boolean {
  if (command === 'succeedUnit' || command === 'noteLeaderLeft') return actor.kind === 'system';
  if (actor.kind !== 'staff') return false;
  return verbs[command].some((verb) =>
    isGranted(actor.roles, verb, relationsOf(actor, command, verb, sponsored)),
  );
}

/** Whether an actor may begin a case on a petition of this office. */
export function mayBegin(
  actor: Actor,
  command: 'proposeLeader' | 'takeCharge',
  office: string,
): boolean {
  if (actor.kind !== 'staff') return false;
  const relation = command === 'takeCharge' ? 'holder' : 'office';
  if (command === 'proposeLeader' && actor.unitId !== office) return false;
  return verbs[command].some((verb) => isGranted(actor.roles, verb, new Set([relation])));
}

/**
 * S-1: a leader is who holds the post of one, or heads a leadership or township.
 * @returns in which of their posts they would lead; nothing where they may not
 */
export function leadingPost(
  userId: string,
  posts: readonly { readonly unitId: string; readonly role: Role }[],
  units: UnitDirectory,
): Leader | null {
  const found = posts.find(({ role, unitId }) => {
    const unit = units.find(unitId);
    if (unit?.active !== true) return false;
    const leads = unit.kind === 'leadership' || unit.kind === 'township';
    return role === 'leader' || (role === 'unit-head' && leads);
  });
  return found === undefined ? null : { userId, unit: found.unitId };
}
