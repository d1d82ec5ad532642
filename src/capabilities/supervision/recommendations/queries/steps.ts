import type { StaffActor } from '../../../../kernel/actor.ts';
import { recommendationSteps, type RecommendationStep } from '../contract.ts';
import { isRecommendationThinkable } from '../lifecycle.ts';
import { mayRecommend } from '../policy.ts';
import type { Recommendation, RecommendationPaper } from '../recommendation.ts';

const stagesOf: Readonly<
  Partial<Record<RecommendationStep, readonly RecommendationPaper['stage'][]>>
> = {
  checkPaper: ['drafted'],
  signPaper: ['checked'],
  sealPaper: ['signed'],
  issuePaper: ['drafted', 'checked'],
  returnPaper: ['drafted', 'checked', 'signed'],
  servePaper: ['sealed'],
};

const isThinkable = (
  actor: StaffActor,
  step: RecommendationStep,
  recommendation: Recommendation,
): boolean =>
  isRecommendationThinkable(step, recommendation.status) &&
  mayRecommend(actor, step, recommendation);

/** What the reader may try now, beside what belongs to the paper. */
export const stepsOf = (actor: StaffActor, recommendation: Recommendation): RecommendationStep[] =>
  recommendationSteps.filter(
    (step) =>
      stagesOf[step] === undefined &&
      isThinkable(actor, step, recommendation) &&
      (step !== 'redraft' || recommendation.papers.every(({ stage }) => stage === 'void')),
  );

/** What the reader may try now with one of its papers. */
export const paperStepsOf = (
  actor: StaffActor,
  recommendation: Recommendation,
  paper: RecommendationPaper,
): RecommendationStep[] =>
  recommendationSteps.filter(
    (step) =>
      stagesOf[step]?.includes(paper.stage) === true &&
      isThinkable(actor, step, recommendation) &&
      (step === 'servePaper' ||
        step === 'returnPaper' ||
        paper.draftedBy !== `staff:${actor.userId}`),
  );

/** What somebody waits for, and at whose unit; to return, to drop or to answer early is none of it. */
function awaitedOf(
  actor: StaffActor,
  recommendation: Recommendation,
): readonly RecommendationStep[] {
  const { status, office, unit, papers } = recommendation;
  if (actor.unitId === unit) {
    const answers = { served: ['answerRecommendation'], answered: ['reportAdoption'] } as const;
    return status === 'served' || status === 'answered' ? answers[status] : [];
  }
  if (actor.unitId !== office) return [];
  if (status === 'reported') return ['verifyAdoption'];
  return status === 'drafted' && papers.every(({ stage }) => stage === 'void') ? ['redraft'] : [];
}

/** Whether it waits for the reader, at the unit in whose name they act. */
export const isWaitingFor = (actor: StaffActor, recommendation: Recommendation): boolean =>
  awaitedOf(actor, recommendation).some((step) => isThinkable(actor, step, recommendation)) ||
  (actor.unitId === recommendation.office &&
    recommendation.papers.some((paper) =>
      paperStepsOf(actor, recommendation, paper).some((step) => step !== 'returnPaper'),
    ));
