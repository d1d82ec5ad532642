import type { Actor } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { UnitDirectory } from '../../../../kernel/units.ts';
import type { Assessment } from '../case.ts';
import type { AssessmentCommand, AssessmentCommandOf, AssessmentCommandType } from '../command.ts';
import type { AssessmentEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';
import * as concluding from './conclude.ts';
import * as preparing from './prepare.ts';

/** What the rules are told besides the assessment. */
export interface AssessmentContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly units: UnitDirectory;
  readonly holdsPost: (userId: string, unitId: string) => boolean;
}

export type Decision = Result<readonly AssessmentEvent[], Refusal>;
export type Rule<T extends AssessmentCommandType> = (
  assessment: Assessment,
  command: AssessmentCommandOf<T>,
  context: AssessmentContext,
) => Decision;

type Later = Exclude<AssessmentCommandType, 'recordDecision'>;

/** Every command has exactly one rule. */
const rules: { readonly [T in Later]: Rule<T> } = {
  answerCheck: preparing.answerCheck,
  recordConsultation: preparing.recordConsultation,
  addMeasure: preparing.addMeasure,
  nameReviewer: preparing.nameReviewer,
  reviewLegality: concluding.reviewLegality,
  conclude: concluding.conclude,
  reopen: concluding.reopen,
  withdraw: concluding.withdraw,
  linkPetition: concluding.linkPetition,
  unlinkPetition: concluding.unlinkPetition,
  succeedUnit: concluding.succeedUnit,
};

/** The compiler cannot see that a command meets its own rule; the table above proves it. */
function ruleFor<T extends Later>(command: AssessmentCommandOf<T>): Rule<T> {
  return rules[command.type];
}

/**
 * Decides what a command does to an assessment.
 * @param assessment the state now; null when it is being recorded
 * @returns the events to record, or a refusal
 */
export function decideAssessment(
  assessment: Assessment | null,
  command: AssessmentCommand,
  context: AssessmentContext,
): Decision {
  if (command.type === 'recordDecision') {
    return assessment === null
      ? preparing.recordDecision(command, context)
      : refuse('version-conflict');
  }
  if (assessment === null) return refuse('not-found');
  if (!isThinkable(command.type, assessment.status)) {
    return refuse('assessment-not-in-status', { status: assessment.status });
  }
  return ruleFor(command as AssessmentCommandOf<Later>)(assessment, command, context);
}
