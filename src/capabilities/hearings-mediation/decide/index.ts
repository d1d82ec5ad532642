import { refuse } from '../../../kernel/refusals.ts';
import type {
  Beginnings,
  DeliberationStep,
  HearingStep,
  MediationStep,
  ReEvaluationStep,
  Step,
} from '../command.ts';
import type { ProceedingEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';
import type { Proceeding } from '../proceeding.ts';
import type { ProceedingKind } from '../terms.ts';
import { decideDeliberation, decideReEvaluation, proposeDeliberation, request } from './advice.ts';
import type { Context, Decision } from './context.ts';
import { convene, decideHearing } from './hearing.ts';
import { decideMediation, propose } from './mediation.ts';

export type { Context, Decision } from './context.ts';
export { firstHearingDay } from './hearing.ts';
export { warnDays } from './mediation.ts';

/** Decides how a proceeding begins. */
export function begin<K extends ProceedingKind>(
  kind: K,
  command: Beginnings[K],
  context: Context,
): Decision<ProceedingEvent> {
  switch (kind) {
    case 'hearing':
      return convene(command as Beginnings['hearing']);
    case 'mediation':
      return propose(command as Beginnings['mediation']);
    case 're-evaluation':
      return request(command as Beginnings['re-evaluation'], context);
    default:
      return proposeDeliberation(command as Beginnings['deliberation']);
  }
}

/**
 * Decides what a step does to a proceeding.
 * @returns the events to record, or a refusal; `proceeding-not-in-stage` where the table says no
 */
export function decide(state: Proceeding, step: Step, context: Context): Decision<ProceedingEvent> {
  if (!isThinkable(state.kind, step.type, state.stage)) {
    return refuse('proceeding-not-in-stage', { stage: state.stage, step: step.type });
  }
  switch (state.kind) {
    case 'hearing':
      return decideHearing(state, step as HearingStep, context);
    case 'mediation':
      return decideMediation(state, step as MediationStep, context);
    case 're-evaluation':
      return decideReEvaluation(state, step as ReEvaluationStep, context);
    case 'deliberation':
      return decideDeliberation(state, step as DeliberationStep, context);
  }
}
