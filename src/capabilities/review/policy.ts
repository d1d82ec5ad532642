import type { Actor } from '../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../kernel/permissions.ts';
import type { ReviewCommandType } from './command.ts';
import { findReviewPaper, type Review } from './review.ts';

/** Which verb of the permission table a command needs. */
const verbs: Readonly<Record<ReviewCommandType, readonly Verb[]>> = {
  requestReview: ['review.request'],
  chooseBody: ['review.request'],
  decideLateness: ['review.approve'],
  acceptReview: ['review.examine'],
  chooseReviewOfficer: ['review.approve', 'review.examine'],
  refuseReview: ['review.examine'],
  withdrawOfficial: ['review.approve', 'review.examine'],
  recordInquiry: ['review.examine'],
  withdrawReview: ['review.request'],
  orderHearing: ['review.examine', 'review.approve'],
  recordHearing: ['review.examine'],
  draftDecision: ['review.examine'],
  checkPaper: ['paper.check'],
  signPaper: ['paper.sign'],
  sealPaper: ['paper.seal'],
  issuePaper: ['paper.check', 'paper.sign', 'paper.seal'],
  returnPaper: ['paper.check', 'paper.sign'],
  recordRendering: [],
  servePaper: ['paper.serve'],
  recountClocks: [],
  dropHearing: [],
  succeedBody: [],
};

/** All in one go needs the right to each step (P-4a). */
const needsEvery = new Set<ReviewCommandType>(['issuePaper']);
const petitionersOwn = new Set<ReviewCommandType>([
  'requestReview',
  'chooseBody',
  'withdrawReview',
]);
const systemsOwn = new Set<ReviewCommandType>([
  'recordRendering',
  'servePaper',
  'recordHearing',
  'recountClocks',
  'dropHearing',
  'succeedBody',
]);

/** Units that read a review: the body, the office, the unit whose opinion is contested. */
export const readersOf = (review: Review): readonly string[] => [
  ...new Set([...review.readers, ...(review.body === null ? [] : [review.body])]),
];

/** How a person stands to a review. */
export function relationsOf(
  unitId: string,
  readingUnits: readonly string[],
  review: Review,
  paperId?: string,
): ReadonlySet<Jurisdiction> {
  const relations = new Set<Jurisdiction>(['unit']);
  if (review.body === unitId) relations.add('holder');
  if (readersOf(review).some((reader) => readingUnits.includes(reader))) relations.add('reader');
  if (paperId !== undefined && findReviewPaper(review, paperId)?.issuer === unitId) {
    relations.add('paper');
  }
  return relations;
}

export function isReviewVisible(actor: Actor, review: Review): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'petitioner') return actor.petitionId === review.petitionId;
  const relations = relationsOf(actor.unitId, actor.readingUnits, review);
  return isGranted(actor.roles, 'petition.read', relations);
}

/** Whether an actor may try a command; the rules then know more. */
export function mayReview(
  actor: Actor,
  command: ReviewCommandType,
  review: Review,
  paperId?: string,
): boolean {
  if (!isReviewVisible(actor, review)) return false;
  if (actor.kind === 'system') return systemsOwn.has(command);
  if (actor.kind === 'petitioner') return petitionersOwn.has(command);
  const relations = relationsOf(actor.unitId, actor.readingUnits, review, paperId);
  const granted = (verb: Verb): boolean => isGranted(actor.roles, verb, relations);
  return needsEvery.has(command) ? verbs[command].every(granted) : verbs[command].some(granted);
}
