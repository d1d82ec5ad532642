import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import type { GapCommandType, RecommendationCommandType, RepairCommandType } from './command.ts';
import type { PolicyGap } from './policy-gap.ts';
import type { PolicyRepair } from './policy-repair.ts';
import { isHidden, isSent, type Recommendation } from './recommendation.ts';

const systemsOwn: ReadonlySet<string> = new Set([
  'succeedUnit',
  'recordRendering',
  'groupGap',
  'repairGap',
  'releaseGap',
  'withdrawGap',
  'withdrawDraft',
  'withholdBasis',
  'restoreBasis',
  'remind',
]);

const recommendationVerbs: Readonly<Record<RecommendationCommandType, Verb | null>> = {
  draftRecommendation: 'recommendation.draft',
  redraft: 'recommendation.draft',
  dropDraft: 'recommendation.draft',
  withdrawDraft: null,
  withholdBasis: null,
  restoreBasis: null,
  remind: null,
  checkPaper: 'paper.check',
  signPaper: 'paper.sign',
  sealPaper: 'paper.seal',
  issuePaper: 'paper.seal',
  returnPaper: 'paper.check',
  recordRendering: null,
  servePaper: 'paper.serve',
  answerRecommendation: 'recommendation.answer',
  reportAdoption: 'recommendation.answer',
  verifyAdoption: 'recommendation.verify',
  sendBackAdoption: 'recommendation.verify',
  succeedUnit: null,
};

/** Who reads what the offices recommend, note and repair: as they read inspections. */
const readsAtOffice = (actor: StaffActor, office: string): boolean =>
  (actor.unitId === office || actor.readingUnits.includes(office)) &&
  isGranted(actor.roles, 'inspection.read', new Set(['office']));

const readsAtUnit = (actor: StaffActor, units: readonly string[]): boolean =>
  units.includes(actor.unitId) && isGranted(actor.roles, 'inspection.read', new Set(['holder']));

const relationsTo = (
  actor: StaffActor,
  { office, units }: { readonly office: string; readonly units: readonly string[] },
): ReadonlySet<Jurisdiction> => {
  const relations = new Set<Jurisdiction>();
  if (actor.unitId === office) relations.add('office').add('paper');
  if (units.includes(actor.unitId)) relations.add('holder');
  return relations;
};

/** Whether a person may draft recommendations in the name of a unit. */
export const mayDraftAt = (actor: StaffActor, office: string): boolean =>
  actor.unitId === office && isGranted(actor.roles, 'recommendation.draft', new Set(['office']));

/**
 * The office reads it from the first draft, the addressee from the seal on; one that an
 * accusation hides is read by nobody.
 */
export const isRecommendationVisible = (actor: Actor, recommendation: Recommendation): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' &&
    !isHidden(recommendation) &&
    (readsAtOffice(actor, recommendation.office) ||
      // Who keeps the seal reads what is to be sealed.
      (actor.unitId === recommendation.office &&
        isGranted(actor.roles, 'paper.seal', new Set(['paper']))) ||
      (isSent(recommendation) && readsAtUnit(actor, [recommendation.unit]))));

/** Whether an actor may try a command on a recommendation that they see; the rules then know more. */
export function mayRecommend(
  actor: Actor,
  command: RecommendationCommandType,
  { office, unit }: Recommendation,
): boolean {
  if (actor.kind === 'system') return systemsOwn.has(command);
  const verb = recommendationVerbs[command];
  if (actor.kind !== 'staff') return false;
  // A body that answers on paper: the office that drafts writes its answer down.
  if (command === 'answerRecommendation' && mayDraftAt(actor, office)) return true;
  return (
    verb !== null && isGranted(actor.roles, verb, relationsTo(actor, { office, units: [unit] }))
  );
}

/** Whether a person may note a gap: for the petition's office, or for the unit that handles it. */
export const mayNote = (actor: StaffActor, office: string, holder: string): boolean =>
  isGranted(actor.roles, 'gap.note', relationsTo(actor, { office, units: [holder] }));

/** Gaps are read by the office, the department, and where they were noted; a withdrawn one by nobody. */
export const isGapVisible = (actor: Actor, gap: PolicyGap): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' &&
    !gap.withdrawn &&
    (readsAtOffice(actor, gap.office) || readsAtUnit(actor, [gap.department, gap.notedAtUnit])));

/** Whether an actor may try a command on a gap that they see. */
export const mayGap = (actor: Actor, command: GapCommandType, { office }: PolicyGap): boolean =>
  actor.kind === 'system'
    ? systemsOwn.has(command)
    : actor.kind === 'staff' &&
      command === 'dropGap' &&
      isGranted(actor.roles, 'gap.note', relationsTo(actor, { office, units: [] }));

/** Whether a person may begin a repair in the name of an office that they read. */
export const mayRepairAt = (actor: StaffActor, office: string): boolean =>
  (actor.unitId === office || actor.readingUnits.includes(office)) &&
  isGranted(actor.roles, 'repair.lead', new Set(['office']));

/** Repairs are read by the office, its leaders, and the departments that take part. */
export const isRepairVisible = (actor: Actor, repair: PolicyRepair): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' &&
    (actor.userId === repair.leader ||
      readsAtOffice(actor, repair.office) ||
      readsAtUnit(actor, repair.departments)));

/** Whether an actor may try a command on a repair that they see: its leader, and those who lead there. */
export const mayRepair = (
  actor: Actor,
  command: RepairCommandType,
  { office, leader }: PolicyRepair,
): boolean =>
  actor.kind === 'system'
    ? systemsOwn.has(command)
    : actor.kind === 'staff' &&
      command !== 'succeedUnit' &&
      (actor.userId === leader || mayRepairAt(actor, office));
