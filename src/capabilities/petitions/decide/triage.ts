import { getPeriod } from '../../../kernel/periods.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { isBelow, type UnitFact } from '../../../kernel/units.ts';
import type { Refused } from '../../../kernel/refusals.ts';
import {
  actingUnit,
  activeUnit,
  daysFromToday,
  decided,
  draft,
  event,
  findExplanationFault,
  no,
  today,
  type Context,
  type Rule,
} from './context.ts';
import { findPendingDecision, isAccusation, type Petition } from '../petition.ts';

/** Whether a unit is the accused one or stands below it (Reg. 30). */
function isAccused(petition: Petition, unit: UnitFact, context: Context): boolean {
  return petition.accusedUnits.some(
    (accused) => accused === unit.id || isBelow(context.units, unit.id, accused),
  );
}

/** What must hold before a petition is given to another unit. */
function findHandingFault(petition: Petition, unit: UnitFact, context: Context): Refused | null {
  if (petition.purpose === null) return no('not-classified');
  if (isAccusation(petition)) return no('accusation-only-handover');
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  if (unit.id === petition.holder) return no('target-is-holder', { unit: unit.name }, 'to');
  if (petition.returnedBy.includes(unit.id)) {
    return no('target-already-returned', { unit: unit.name }, 'to');
  }
  return isAccused(petition, unit, context) ? no('accused-unit', {}, 'to') : null;
}

/** Reg. 22: refer to the body with power to decide. */
export const refer: Rule<'refer'> = (petition, command, context) => {
  const target = activeUnit(context, command.to, 'to');
  if (!target.ok) return target;
  const fault = findHandingFault(petition, target.unit, context);
  if (fault) return fault;
  return decided(
    event('PetitionHanded', {
      to: command.to,
      mode: 'refer',
      toOffice: target.unit.kind === 'petition-office',
      dueDate: null,
      instruction: command.instruction,
    }),
    draft(command.paperId, 'referral', petition.holder, command.instruction),
  );
};

/** Reg. 22: assign with a period and a report back, never longer than the law gives. */
export const assign: Rule<'assign'> = (petition, command, context) => {
  const target = activeUnit(context, command.to, 'to');
  if (!target.ok) return target;
  const fault = findHandingFault(petition, target.unit, context);
  if (fault) return fault;
  const limit = Number(getPeriod('handling').amount);
  if (command.dueDate <= today(context) || command.dueDate > daysFromToday(context, limit)) {
    return no('assignment-period', { limit }, 'dueDate');
  }
  return decided(
    event('PetitionHanded', {
      to: command.to,
      mode: 'assign',
      toOffice: target.unit.kind === 'petition-office',
      dueDate: command.dueDate,
      instruction: command.instruction,
    }),
    draft(command.paperId, 'assignment', petition.holder, command.instruction),
  );
};

/**
 * Reg. 30: an accusation goes to the discipline body or the body with power; a law-and-litigation
 * matter goes to the political-legal body of the same level.
 */
export const handOver: Rule<'handOver'> = (petition, command, context) => {
  const target = activeUnit(context, command.to, 'to');
  if (!target.ok) return target;
  if (petition.purpose === null) return no('not-classified');
  const wanted = isAccusation(petition) ? 'discipline-body' : 'political-legal-body';
  if (target.unit.kind !== wanted) {
    const kind = isAccusation(petition) ? '纪检监察机关' : '政法机关';
    return no('handover-target', { kind }, 'to');
  }
  if (isAccused(petition, target.unit, context)) return no('accused-unit', {}, 'to');
  return decided(
    event('PetitionHanded', {
      to: command.to,
      mode: 'hand-over',
      toOffice: false,
      dueDate: null,
      instruction: command.instruction,
    }),
    ...(isAccusation(petition)
      ? command.named
          .filter((userId) => !petition.named.includes(userId))
          .map((userId) => event('HandlerNamed', { userId }))
      : []),
    draft(command.paperId, 'handover', petition.holder, command.instruction),
  );
};

/** The body that took it over says that it has it; the petition ends here, told why. */
export const confirmReceipt: Rule<'confirmReceipt'> = (petition, _, context) => {
  if (!petition.awaitingReceipt) return no('receipt-not-awaited');
  const form = petition.status === 'handed-over' ? 'handed-over' : 'redirected';
  return decided(
    event('ReceiptConfirmed', { by: actingUnit(context, petition) }),
    event('PetitionConcluded', {
      form,
      reason: 'receipt-confirmed',
      explanation: null,
      paperId: null,
      continuedIn: [],
    }),
  );
};

/** Not accepted: only for a listed reason, in words that the petitioner reads, on paper. */
export const notAccept: Rule<'notAccept'> = (petition, command, context) => {
  const fault = findExplanationFault(command.explanation, 'explanation');
  if (fault) return fault;
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  // Reg. 19: one is asked once to make the request clear before it is refused for lack of one.
  if (command.reason === 'no-request' && petition.clarifications === 0) return no('clarify-once');
  if (command.reason === 'outside-jurisdiction') return no('outside-jurisdiction-pass-on');
  return decided(
    draft(command.paperId, 'refusal', actingUnit(context, petition), command.explanation, {
      kind: 'not-accept',
      reason: command.reason,
    }),
  );
};

/** Reg. 36(3): after re-examination the same facts and reasons are no longer accepted. */
export const noLongerAccept: Rule<'noLongerAccept'> = (petition, command, context) => {
  const fault = findExplanationFault(command.explanation, 'explanation');
  if (fault) return fault;
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  return decided(
    draft(
      command.paperId,
      'no-longer-accepted',
      actingUnit(context, petition),
      command.explanation,
      { kind: 'no-longer-accept', reason: command.reason },
    ),
  );
};

/** Reg. 31(1)-(5): the petitioner is directed to the legal route; open until that is served. */
export const redirect: Rule<'redirect'> = (petition, command, context) => {
  if (petition.purpose === null) return no('not-classified');
  if (isAccusation(petition)) return no('accusation-only-handover');
  const fault = findExplanationFault(command.explanation, 'explanation');
  if (fault) return fault;
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  return decided(
    draft(command.paperId, 'redirection', actingUnit(context, petition), command.explanation, {
      kind: 'redirect',
      way: command.way,
      awaitsReceipt: command.awaitsReceipt,
    }),
  );
};

/** Reg. 31(3)-(5): a competent unit starts the procedure itself instead of sending people away. */
export const startRoute: Rule<'startRoute'> = (petition, command, context) => {
  if (petition.purpose === null) return no('not-classified');
  if (isAccusation(petition)) return no('accusation-only-handover');
  const { way } = command;
  if (way === 1 || way === 2) return no('route-not-startable', {}, 'way');
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  const fault = findExplanationFault(command.explanation, 'explanation');
  if (fault) return fault;
  const latest = addDays(localDateOf(context.now), 2 * Number(getPeriod('route').amount));
  if (command.dueDate <= today(context) || command.dueDate > latest) {
    return no('task-due', {}, 'dueDate');
  }
  return decided(
    event('RouteStarted', { way, dueDate: command.dueDate, explanation: command.explanation }),
    draft(command.paperId, 'acceptance-notice', petition.holder, command.explanation),
  );
};

/** The procedure that the unit started has its result; the petitioner reads it. */
export const recordRouteResult: Rule<'recordRouteResult'> = (_, command) => {
  const fault = findExplanationFault(command.result, 'result');
  if (fault) return fault;
  return decided(
    event('RouteResultRecorded', { result: command.result }),
    event('PetitionConcluded', {
      form: 'route-result',
      reason: 'route-result',
      explanation: command.result,
      paperId: null,
      continuedIn: [],
    }),
  );
};

/** Only filed: thanks, advertisement, unreadable, empty; approved by a second person. */
export const fileOnly: Rule<'fileOnly'> = (petition, command, context) => {
  if (isAccusation(petition)) return no('accusation-only-handover');
  const fault = findExplanationFault(command.explanation, 'explanation');
  if (fault) return fault;
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  if (command.reason === 'unreadable' && petition.clarifications === 0) return no('clarify-once');
  return decided(
    draft(command.paperId, 'file-only-note', actingUnit(context, petition), command.explanation, {
      kind: 'file-only',
      reason: command.reason,
    }),
  );
};
