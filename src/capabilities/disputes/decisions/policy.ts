import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import type { Assessment } from './case.ts';
import type { AssessmentCommandType } from './command.ts';

/** Which verb of the permission table a command needs; null where only the program gives it. */
const verbs: Readonly<Record<AssessmentCommandType, Verb | null>> = {
  recordDecision: 'decision.prepare',
  answerCheck: 'decision.prepare',
  recordConsultation: 'decision.prepare',
  addMeasure: 'decision.prepare',
  nameReviewer: 'decision.conclude',
  reviewLegality: 'decision.review',
  conclude: 'decision.conclude',
  reopen: 'decision.conclude',
  withdraw: 'decision.prepare',
  linkPetition: 'decision.link',
  unlinkPetition: 'decision.link',
  succeedUnit: null,
};

export type Concerned = Pick<Assessment, 'unit' | 'assessor' | 'office' | 'reviewer'>;

/** Units that read an assessment. */
export const readersOf = ({ unit, assessor, office, reviewer }: Concerned): readonly string[] => [
  ...new Set([unit, assessor, office, ...(reviewer === null ? [] : [reviewer.unit])]),
];

/**
 * How a person stands to an assessment: the deciding unit holds it, the assessing body stands over it
 * as a superior does, the named reviewer is addressed by it.
 */
function relationsOf(actor: StaffActor, assessment: Concerned): ReadonlySet<Jurisdiction> {
  const relations = new Set<Jurisdiction>(['unit']);
  if (assessment.unit === actor.unitId) relations.add('holder');
  if (assessment.assessor === actor.unitId) relations.add('superior');
  if (assessment.office === actor.unitId) relations.add('office');
  if (assessment.reviewer?.userId === actor.userId) relations.add('addressee');
  const reads = [actor.unitId, ...actor.readingUnits];
  if (readersOf(assessment).some((unit) => reads.includes(unit))) {
    relations.add('reader');
  }
  return relations;
}

export const isAssessmentVisible = (actor: Actor, assessment: Concerned): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' &&
    isGranted(actor.roles, 'decision.read', relationsOf(actor, assessment)));

/** Whether an actor may try a command on an assessment that they see; the rules then know more. */
export function mayAssess(
  actor: Actor,
  command: AssessmentCommandType,
  assessment: Concerned | null,
): boolean {
  if (actor.kind === 'system') return command === 'succeedUnit';
  const verb = verbs[command];
  if (actor.kind === 'petitioner' || verb === null) return false;
  const relations =
    assessment === null ? new Set<Jurisdiction>(['holder']) : relationsOf(actor, assessment);
  return isGranted(actor.roles, verb, relations);
}
