import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import type { InspectionCommandType, ProgrammeCommandType } from './command.ts';
import { isToldToUnit, type Inspection } from './inspection.ts';
import type { Programme } from './programme.ts';

const systemsOwn: ReadonlySet<string> = new Set(['succeedUnit', 'recordRendering']);

const programmeVerbs: Readonly<Record<ProgrammeCommandType, Verb | null>> = {
  planProgramme: 'inspection.plan',
  changeProgramme: 'inspection.plan',
  approveProgramme: 'inspection.approve',
  changeTeams: 'inspection.plan',
  freezeList: 'inspection.plan',
  drawFromList: 'inspection.plan',
  closeProgramme: 'inspection.plan',
  succeedUnit: null,
};

const inspectionVerbs: Readonly<Record<InspectionCommandType, Verb | null>> = {
  planInspection: 'inspection.plan',
  carryOut: 'inspection.conduct',
  recordFinding: 'inspection.conduct',
  answerFinding: 'inspection.answer',
  verifyFinding: 'inspection.conduct',
  reopenFinding: 'inspection.conduct',
  superviseFinding: 'supervision.order',
  draftOrder: 'inspection.conduct',
  checkPaper: 'paper.check',
  signPaper: 'paper.sign',
  sealPaper: 'paper.seal',
  issuePaper: 'paper.seal',
  returnPaper: 'paper.check',
  recordRendering: null,
  servePaper: 'paper.serve',
  closeInspection: 'inspection.conduct',
  cancelInspection: 'inspection.plan',
  succeedUnit: null,
};

/** Verbs that a whole reading office has; others are for people of the office itself. */
const atOffice = (actor: StaffActor, office: string, verb: Verb): boolean =>
  verb === 'inspection.read'
    ? actor.unitId === office || actor.readingUnits.includes(office)
    : actor.unitId === office;

/** Whether a person may plan or draw in the name of a unit. */
export const mayPlanAt = (actor: StaffActor, office: string): boolean =>
  actor.unitId === office && isGranted(actor.roles, 'inspection.plan', new Set(['office']));

/** Programmes are the office's own paper until something is found: no unit sees who comes when. */
export const isProgrammeVisible = (actor: Actor, programme: Programme): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' &&
    ((atOffice(actor, programme.office, 'inspection.read') &&
      isGranted(actor.roles, 'inspection.read', new Set(['office']))) ||
      programme.teams.some(({ members }) => members.includes(actor.userId))));

/** Whether an actor may try a command on a programme that they see. */
export function mayProgramme(
  actor: Actor,
  command: ProgrammeCommandType,
  { office }: Pick<Programme, 'office'>,
): boolean {
  if (actor.kind === 'system') return systemsOwn.has(command);
  const verb = programmeVerbs[command];
  return (
    actor.kind === 'staff' &&
    verb !== null &&
    actor.unitId === office &&
    isGranted(actor.roles, verb, new Set(['office']))
  );
}

/**
 * Whether an actor sees an inspection. The inspected unit sees an unannounced one only when it has
 * been carried out, whatever else its people may read (U-1).
 */
export function isInspectionVisible(actor: Actor, inspection: Inspection): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'staff') return false;
  if (actor.unitId === inspection.unit) {
    return (
      isToldToUnit(inspection) && isGranted(actor.roles, 'inspection.read', new Set(['holder']))
    );
  }
  return (
    inspection.members.includes(actor.userId) ||
    // Who keeps the office's seal reads what is to be sealed.
    (actor.unitId === inspection.office &&
      isGranted(actor.roles, 'paper.seal', new Set(['paper']))) ||
    (atOffice(actor, inspection.office, 'inspection.read') &&
      isGranted(actor.roles, 'inspection.read', new Set(['office'])))
  );
}

function relationsTo(actor: StaffActor, inspection: Inspection): ReadonlySet<Jurisdiction> {
  const relations = new Set<Jurisdiction>();
  if (actor.unitId === inspection.office) relations.add('office').add('paper');
  if (actor.unitId === inspection.unit) relations.add('holder');
  // The team, and whoever plans for the office; never anybody of the inspected unit.
  const planner = mayPlanAt(actor, inspection.office);
  if (actor.unitId !== inspection.unit && (inspection.members.includes(actor.userId) || planner)) {
    relations.add('unit');
  }
  return relations;
}

/** Whether an actor may try a command on an inspection that they see; the rules then know more. */
export function mayInspect(
  actor: Actor,
  command: InspectionCommandType,
  inspection: Inspection,
): boolean {
  if (actor.kind === 'system') return systemsOwn.has(command);
  const verb = inspectionVerbs[command];
  return (
    actor.kind === 'staff' &&
    verb !== null &&
    // A supervision item is opened in the name of the office, not of a team.
    (command !== 'superviseFinding' || actor.unitId === inspection.office) &&
    isGranted(actor.roles, verb, relationsTo(actor, inspection))
  );
}
