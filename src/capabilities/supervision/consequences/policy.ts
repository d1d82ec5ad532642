import type { Actor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import type { Consequence } from './case.ts';
import type { ConsequenceCommandType } from './command.ts';

type Own = Exclude<ConsequenceCommandType, 'recordRendering' | 'recountClocks' | 'succeedUnit'>;

/** Which verbs of the permission table a step of people needs: one of them, or all to issue. */
const verbs: Readonly<Record<Own, readonly Verb[]>> = {
  propose: ['consequence.propose'],
  makeStatement: ['consequence.state'],
  declineStatement: ['consequence.state'],
  recordSilence: ['consequence.propose'],
  draftDecision: ['consequence.propose'],
  recordCarriedOut: ['consequence.verify'],
  reportCorrection: ['consequence.state'],
  returnCorrection: ['consequence.verify'],
  lift: ['consequence.verify'],
  drop: ['consequence.propose'],
  checkPaper: ['paper.check'],
  signPaper: ['paper.sign'],
  sealPaper: ['paper.seal'],
  issuePaper: ['paper.check', 'paper.sign', 'paper.seal'],
  returnPaper: ['paper.check', 'paper.sign'],
  servePaper: ['paper.serve'],
};

const isOwn = (command: ConsequenceCommandType): command is Own => command in verbs;

/** The office and the unit, which is heard from the first day on; nobody else, before a notice. */
export const readersOf = ({ office, unit }: Pick<Consequence, 'office' | 'unit'>): string[] => [
  ...new Set([office, unit]),
];

/** Staff alone. */
export function isConsequenceVisible(actor: Actor, consequence: Consequence): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  return readersOf(consequence).some((unit) => actor.readingUnits.includes(unit));
}

/** The office sees drafts; the unit sees what reached it. */
export const isOfOffice = (actor: Actor, { office }: Pick<Consequence, 'office'>): boolean =>
  actor.kind === 'staff' && actor.readingUnits.includes(office);

/** Whether an actor may try a command on a consequence that they see; the rules then know more. */
export function mayConsequence(
  actor: Actor,
  command: ConsequenceCommandType,
  consequence: Consequence,
  paperId?: string,
): boolean {
  if (!isOwn(command)) return actor.kind === 'system';
  if (actor.kind !== 'staff') return false;
  const relations = new Set<Jurisdiction>(['unit']);
  if (consequence.office === actor.unitId) relations.add('office');
  if (consequence.unit === actor.unitId) relations.add('holder');
  const paper = consequence.papers.find(({ id }) => id === paperId);
  if (paper?.issuer === actor.unitId) relations.add('paper');
  const granted = (verb: Verb): boolean => isGranted(actor.roles, verb, relations);
  return command === 'issuePaper' ? verbs[command].every(granted) : verbs[command].some(granted);
}

/** Whether an actor may propose a consequence from a petition that their office answers for. */
export const mayPropose = (actor: Actor, { office }: { readonly office: string }): boolean =>
  actor.kind === 'staff' &&
  actor.unitId === office &&
  isGranted(actor.roles, 'consequence.propose', new Set<Jurisdiction>(['unit', 'office']));
