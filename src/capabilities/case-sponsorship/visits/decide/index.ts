import { localDateOf } from '../../../../kernel/local-date.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import { ok } from '../../../../kernel/result.ts';
import type { Visit } from '../case.ts';
import type { VisitCommand, VisitCommandOf } from '../command.ts';
import { isThinkable } from '../lifecycle.ts';
import { findWordsFault, userOf, type Decision, type VisitContext } from './context.ts';
import { planOf } from './plan.ts';
import { addToVisit, recordVisit } from './record.ts';

export type { VisitContext } from './context.ts';

function planVisit(command: VisitCommandOf<'planVisit'>, context: VisitContext): Decision {
  const { petitionId, unit, office } = command;
  const plan = planOf(unit, command.plan, context);
  if (!plan.ok) return plan;
  const data = { petitionId, unit, office, userId: userOf(context), plan: plan.value };
  return ok([{ type: 'VisitPlanned', data }]);
}

/** S-3: who agreed, when and how, before any neighbour is asked. */
function noteConsent(command: VisitCommandOf<'noteConsent'>, context: VisitContext): Decision {
  if (context.petition.accusation) return refuse('visit-neighbours-accusation');
  const { on, way } = command;
  if (on > localDateOf(context.now)) return refuse('date-in-future', {}, 'on');
  return ok([{ type: 'NeighboursAllowed', data: { userId: userOf(context), on, way } }]);
}

/**
 * Decides what a command does to a home visit.
 * @param visit the state now; null when it is being planned
 * @returns the events to record, or a refusal
 */
export function decideVisit(
  visit: Visit | null,
  command: VisitCommand,
  context: VisitContext,
): Decision {
  if (command.type === 'planVisit') {
    return visit === null ? planVisit(command, context) : refuse('version-conflict');
  }
  if (visit === null) return refuse('not-found');
  if (!isThinkable(command.type, visit)) {
    return refuse('visit-not-in-status', { status: visit.status });
  }
  switch (command.type) {
    case 'changeVisit': {
      const plan = planOf(visit.unit, command.plan, context);
      if (!plan.ok) return plan;
      return ok([{ type: 'VisitChanged', data: { userId: userOf(context), plan: plan.value } }]);
    }
    case 'cancelVisit': {
      const { reason } = command;
      return ok([{ type: 'VisitCancelled', data: { userId: userOf(context), reason } }]);
    }
    case 'noteConsent':
      return noteConsent(command, context);
    case 'withdrawConsent':
      return ok(visit.consent === null ? [] : [{ type: 'NeighboursDisallowed', data: {} }]);
    case 'recordVisit':
      return recordVisit(visit, command, context);
    case 'addToVisit':
      return addToVisit(visit, command, context);
    case 'declineVisit':
      return ok([{ type: 'VisitDeclined', data: {} }]);
    case 'correctVisit': {
      const { words } = command;
      return findWordsFault(words, 'words') ?? ok([{ type: 'VisitCorrected', data: { words } }]);
    }
    case 'succeedUnit': {
      const { from, to } = command;
      return ok([{ type: 'VisitSucceeded', data: { from, to } }]);
    }
  }
}
