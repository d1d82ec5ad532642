import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { sentenceOf } from '../../../../kernel/refusals.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import type { OrganisationSnapshot } from '../../../petitions/index.ts';
import type { Assessment } from '../case.ts';
import type { AssessmentCommand } from '../command.ts';
import { assessmentSteps, type AssessmentStep } from '../contract.ts';
import { decideAssessment } from '../decide/index.ts';
import { mayAssess } from '../policy.ts';
import type { AssessmentAllowance } from '../view.ts';

const words: SealedText = { id: '', hash: '', length: 20 };

/** A step as a form would send it with everything filled in: what stops it is no missing field. */
function filledIn(
  step: AssessmentStep,
  { checklist, unit }: Assessment,
  { actor, now }: { readonly actor: StaffActor; readonly now: number },
): AssessmentCommand {
  const today = localDateOf(now);
  switch (step) {
    case 'answerCheck':
      return { type: step, code: checklist[0]?.code ?? '', answer: 'yes', words };
    case 'recordConsultation':
      return {
        type: step,
        kind: 'hearing',
        heldOn: today,
        people: 0,
        opinions: words,
        answer: words,
      };
    case 'addMeasure':
      return { type: step, words, unit };
    case 'nameReviewer':
      return { type: step, userId: actor.userId, unit: actor.unitId };
    case 'reviewLegality':
      return { type: step, opinion: 'lawful', words, validUntil: today };
    case 'conclude':
      return { type: step, result: 'put-off', words, validUntil: today };
    case 'reopen':
    case 'withdraw':
      return { type: step, reason: words };
  }
}

/** What the reader may do now, and what stands in the way of the rest. */
export const allowancesOf = (
  assessment: Assessment,
  context: {
    readonly actor: StaffActor;
    readonly now: number;
    readonly organisation: OrganisationSnapshot;
  },
): readonly AssessmentAllowance[] =>
  assessmentSteps.flatMap((step): AssessmentAllowance[] => {
    const { actor, now, organisation } = context;
    if (!mayAssess(actor, step, assessment)) return [];
    const decision = decideAssessment(assessment, filledIn(step, assessment, context), {
      actor,
      now,
      units: organisation,
      holdsPost: organisation.holdsPost,
    });
    if (decision.ok) return [{ step, allowed: true, reason: null }];
    const { refusal } = decision;
    // What belongs to another stage of its life is no news to anybody.
    if (refusal.code === 'assessment-not-in-status') return [];
    const reason = {
      code: refusal.code,
      zh: sentenceOf(refusal, 'zh-CN'),
      en: sentenceOf(refusal, 'en'),
    };
    return [{ step, allowed: false, reason }];
  });
