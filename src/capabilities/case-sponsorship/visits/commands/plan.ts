import type { StaffActor } from '../../../../kernel/actor.ts';
import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { beginCase, type CommandAnswer, type CommandOptions } from '../../../petitions/index.ts';
import type { VisitCommand } from '../command.ts';
import type { VisitPlanInput } from '../contract.ts';
import { mayPlan } from '../policy.ts';
import { visitKind } from '../queries/kind.ts';
import { composePlan } from './compose.ts';
import type { VisitDeps } from './deps.ts';

/**
 * Plans a visit at the home of whoever wrote a petition that the actor sees (S-3).
 * @param visitId derived from actor, route and key, so that a retry plans the same visit
 * @returns id and version; refusals `not-found`, `not-permitted`, `visit-day`, `visit-visitors`,
 * `visit-visitor-unit`, `visit-accusation`, `explanation-required`, `idempotency-key-reused`
 */
export const planVisit = (
  deps: VisitDeps,
  place: { readonly visitId: string; readonly petitionId: string },
  input: VisitPlanInput,
  options: CommandOptions & { readonly actor: StaffActor },
): Promise<Result<CommandAnswer & { readonly id: string }, Refusal>> =>
  beginCase(
    deps,
    visitKind,
    { caseId: place.visitId, petitionId: place.petitionId },
    {
      type: 'planVisit',
      input,
      mayOpen: mayPlan,
      compose: (from): VisitCommand => ({
        type: 'planVisit',
        petitionId: place.petitionId,
        unit: options.actor.unitId,
        office: from.petition.office,
        plan: composePlan(input, from),
      }),
    },
    options,
  );
