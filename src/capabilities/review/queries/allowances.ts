import type { StaffActor } from '../../../kernel/actor.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { refuse, sentenceOf, type Refusal } from '../../../kernel/refusals.ts';
import type { ReviewCommand } from '../command.ts';
import { reviewInputTypes, type ReviewInputType } from '../contract.ts';
import { decideReview, type ReviewContext } from '../decide/index.ts';
import { mayReview } from '../policy.ts';
import type { Review, ReviewPaper } from '../review.ts';
import type { ReviewAllowance } from '../view.ts';

const text = { id: '', hash: '', length: 1000 };

export interface Asking extends ReviewContext {
  readonly actor: StaffActor;
}

/** The command as it would be if nothing that can be typed were wrong. */
function probeOf(
  type: ReviewInputType,
  review: Review,
  { actor, now, petition }: Asking,
  paperId: string,
): ReviewCommand {
  const today = localDateOf(now);
  const sealing = { paperId, number: '', document: text, verifyCode: '' };
  const probes: { readonly [T in ReviewInputType]: ReviewCommand } = {
    chooseBody: { type: 'chooseBody', body: review.bodies[0]?.unit ?? '' },
    decideLateness: { type: 'decideLateness', admitted: true, reason: text, paperId },
    acceptReview: { type: 'acceptReview', officer: actor.userId, paperId },
    chooseReviewOfficer: { type: 'chooseReviewOfficer', userId: actor.userId },
    refuseReview: { type: 'refuseReview', reason: 'not-reviewable', explanation: text, paperId },
    withdrawOfficial: { type: 'withdrawOfficial', userId: actor.userId, reason: text },
    recordInquiry: { type: 'recordInquiry', record: text, heldOn: today },
    withdrawReview: { type: 'withdrawReview', reason: null, signed: true },
    orderHearing: { type: 'orderHearing', reason: text },
    recordHearing: { type: 'recordHearing', from: today, to: today },
    draftDecision: {
      type: 'draftDecision',
      outcome: 'upheld',
      conclusion: text,
      paperId,
      points: petition.demands.map(({ id }) => ({
        demandId: id,
        finding: 'upheld',
        facts: text,
        basis: text,
        answer: text,
      })),
    },
    checkPaper: { type: 'checkPaper', paperId },
    signPaper: { type: 'signPaper', paperId },
    sealPaper: { type: 'sealPaper', ...sealing },
    issuePaper: { type: 'issuePaper', ...sealing },
    returnPaper: { type: 'returnPaper', paperId, reason: text },
    servePaper: { type: 'servePaper', paperId, way: 'hand', servedOn: now, proof: text },
  };
  return probes[type];
}

/** Why this reader may not take a step now; null when it can be tried. */
function findObstacle(
  type: ReviewInputType,
  review: Review,
  asking: Asking,
  paperId = '',
): Refusal | null {
  if (!mayReview(asking.actor, type, review, paperId)) {
    return refuse('not-permitted', { verb: type }).refusal;
  }
  const decision = decideReview(review, probeOf(type, review, asking, paperId), asking);
  return decision.ok || decision.refusal.field !== undefined ? null : decision.refusal;
}

const paperSteps = [
  'checkPaper',
  'signPaper',
  'sealPaper',
  'issuePaper',
  'returnPaper',
  'servePaper',
] as const satisfies readonly ReviewInputType[];

const isPaperStep = (type: ReviewInputType): boolean => paperSteps.some((step) => step === type);

/** Steps that this reader may take on a paper now. */
export const stepsOn = (paper: ReviewPaper, review: Review, asking: Asking): ReviewInputType[] =>
  paperSteps.filter((type) => findObstacle(type, review, asking, paper.id) === null);

const reasonOf = (refusal: Refusal): NonNullable<ReviewAllowance['reason']> => ({
  code: refusal.code,
  zh: sentenceOf(refusal, 'zh-CN'),
  en: sentenceOf(refusal, 'en'),
});

/** Every step that people can take on the review itself, with the sentence why not. */
export const allowancesOf = (review: Review, asking: Asking): ReviewAllowance[] =>
  reviewInputTypes
    .filter((type) => !isPaperStep(type))
    .map((command) => {
      const obstacle = findObstacle(command, review, asking);
      return {
        command,
        allowed: obstacle === null,
        reason: obstacle === null ? null : reasonOf(obstacle),
      };
    });

const usual: readonly ReviewInputType[] = [
  'chooseBody',
  'decideLateness',
  'acceptReview',
  'recordHearing',
  'draftDecision',
];

/** The one next step for a reader, the steps on papers first. */
export function nextStep(
  allowances: readonly ReviewAllowance[],
  onPapers: readonly ReviewInputType[],
): ReviewInputType | null {
  const forward = (
    ['issuePaper', 'signPaper', 'checkPaper', 'sealPaper', 'servePaper'] as const
  ).find((step) => onPapers.includes(step));
  return (
    forward ??
    usual.find((step) => allowances.some(({ command, allowed }) => allowed && command === step)) ??
    null
  );
}
