import type { Refused } from '../../../kernel/refusals.ts';
import { isBelow } from '../../../kernel/units.ts';
import { findPendingDecision, isAccusation, type Petition } from '../petition.ts';
import {
  actingUnit,
  activeUnit,
  decided,
  event,
  findExplanationFault,
  findOutsideFault,
  no,
  type Context,
  type Rule,
} from './context.ts';

/*
 * J-2, 提级办理: a matter goes up a level, and down again. Whoever leads answers to the petitioner;
 * the clocks go on as they ran, and there is one responsible office at every moment.
 */

/** Whether a unit works in the reach of a petition office: below the government that it belongs to. */
function isInReach(context: Context, unit: string, office: string): boolean {
  const above = context.units.find(office)?.parentId ?? null;
  return unit === office || (above !== null && isBelow(context.units, unit, above));
}

/** Why another unit cannot take over the handling on this occasion. */
function findHandlerFault(
  petition: Petition,
  handler: string,
  office: string,
  context: Context,
): Refused | null {
  if (petition.status !== 'referred' && petition.status !== 'handling') {
    return no('raise-handler-status', {}, 'handler');
  }
  const target = activeUnit(context, handler, 'handler');
  if (!target.ok) return target;
  if (handler === petition.holder) {
    return no('target-is-holder', { unit: target.unit.name }, 'handler');
  }
  if (petition.returnedBy.includes(handler)) {
    return no('target-already-returned', { unit: target.unit.name }, 'handler');
  }
  if (target.unit.kind === 'petition-office' || !isInReach(context, handler, office)) {
    return no('raise-handler-reach', { unit: target.unit.name }, 'handler');
  }
  return findOutsideFault(target.unit, 'handler');
}

export const proposeRaise: Rule<'proposeRaise'> = (petition, command) => {
  // L-5: an accusation goes up by its own way, to the discipline body above.
  if (isAccusation(petition)) return no('accusation-only-handover');
  if (petition.raiseProposal !== null) return no('raise-proposed');
  if (command.to === null) return no('raise-no-office-above');
  const fault = findExplanationFault(command.reason, 'reason');
  return fault ?? decided(event('RaiseProposed', { to: command.to, reason: command.reason }));
};

export const refuseRaise: Rule<'refuseRaise'> = (petition, command, context) => {
  if (petition.raiseProposal === null) return no('raise-not-proposed');
  if (actingUnit(context, petition) !== petition.raiseProposal.to) return no('raise-not-above');
  const fault = findExplanationFault(command.reason, 'reason');
  return fault ?? decided(event('RaiseRefused', { reason: command.reason }));
};

/** The upper office takes it, asked or by itself. */
export const raisePetition: Rule<'raisePetition'> = (petition, command, context) => {
  if (isAccusation(petition)) return no('accusation-only-handover');
  const { to, supervisor, handler, reason } = command;
  if (to === null) return no('raise-no-office-above');
  if (actingUnit(context, petition) !== to) return no('raise-not-above');
  const fault =
    findExplanationFault(reason, 'reason') ??
    // A decision on its way to the seal is this level's; it is taken or returned first.
    (findPendingDecision(petition) === undefined ? null : no('opinion-open')) ??
    (handler === null ? null : findHandlerFault(petition, handler, to, context));
  if (fault) return fault;
  return decided(
    event('PetitionRaised', { from: petition.office, to, reason, handler, supervisor }),
  );
};

/** Back to the office from which it was raised. */
export const lowerPetition: Rule<'lowerPetition'> = (petition, command, context) => {
  const last = petition.raisings.at(-1);
  if (last === undefined) return no('raise-none');
  const { handler, reason } = command;
  const target = activeUnit(context, last.from, 'office');
  if (!target.ok) return target;
  const stays =
    petition.holder === petition.office || isInReach(context, petition.holder, last.from);
  const fault =
    findExplanationFault(reason, 'reason') ??
    (findPendingDecision(petition) === undefined ? null : no('opinion-open')) ??
    (handler === null
      ? stays
        ? null
        : no('lower-handler', {}, 'handler')
      : findHandlerFault(petition, handler, last.from, context));
  if (fault) return fault;
  return decided(
    event('PetitionLowered', { from: petition.office, to: last.from, reason, handler }),
  );
};
