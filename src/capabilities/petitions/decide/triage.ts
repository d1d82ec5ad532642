import { getPeriod } from '../../../kernel/periods.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { levels, type UnitFact } from '../../../kernel/units.ts';
import type { Refused } from '../../../kernel/refusals.ts';
import {
  actingUnit,
  activeUnit,
  daysFromToday,
  decided,
  draft,
  event,
  findExplanationFault,
  findKindFault,
  findOutsideFault,
  no,
  today,
  type Context,
  type Rule,
} from './context.ts';
import { isBarred } from '../accused.ts';
import { secondReturn, superiorFor } from './competence.ts';
import { findPendingDecision, isAccusation, type Paper, type Petition } from '../petition.ts';

/** What must hold before a petition is given to another unit. */
function findHandingFault(petition: Petition, unit: UnitFact): Refused | null {
  if (isAccusation(petition)) return no('accusation-only-handover');
  if (petition.mixed) return no('mixed-purpose');
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  // Another petition office classifies for itself: a wrong level is passed on, never refused.
  const triagedAnew = unit.kind === 'petition-office' && unit.id !== petition.holder;
  if (petition.purpose === null && !triagedAnew) return no('not-classified');
  if (unit.id === petition.holder) return no('target-is-holder', { unit: unit.name }, 'to');
  if (petition.returnedBy.includes(unit.id)) {
    return no('target-already-returned', { unit: unit.name }, 'to');
  }
  return findOutsideFault(unit, 'to');
}

/** A body that took it in directly may pass it on; one that was given it objects instead. */
function findPassingFault(
  petition: Petition,
  command: 'refer' | 'handOver',
  unit: UnitFact,
): Refused | null {
  if (petition.chain.length > 1) {
    return no('petition-not-in-status', { status: petition.status, command });
  }
  if (command === 'refer' && isAccusation(petition)) return no('accusation-only-handover');
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  return unit.id === petition.office ? null : no('pass-on-target', {}, 'to');
}

/** Reg. 22: refer to the body with power to decide; Reg. 19: back to the office what is not one's own. */
export const refer: Rule<'refer'> = (petition, command, context) => {
  const target = activeUnit(context, command.to, 'to');
  if (!target.ok) return target;
  const fault =
    petition.status === 'referred'
      ? findPassingFault(petition, 'refer', target.unit)
      : findHandingFault(petition, target.unit);
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
  const fault = findHandingFault(petition, target.unit);
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

/** 0 for the province, more the further down. */
const rankOf = (unit: UnitFact | undefined): number => levels.indexOf(unit?.level ?? 'village');

/** An accusation may go up past an accused body; law and litigation stay at their level (P-4). */
function findBodyFault(petition: Petition, unit: UnitFact, context: Context): Refused | null {
  const accusation = isAccusation(petition);
  const own = rankOf(context.units.find(petition.holder));
  const kind = accusation ? 'discipline-body' : 'political-legal-body';
  const inReach = accusation ? rankOf(unit) <= own : rankOf(unit) === own;
  if (unit.kind === kind && inReach) return null;
  return no('handover-target', { kind: accusation ? '纪检监察机关' : '政法机关' }, 'to');
}

function findHandOverFault(petition: Petition, unit: UnitFact, context: Context): Refused | null {
  if (petition.purpose === null) return no('not-classified');
  if (petition.mixed) return no('mixed-purpose');
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  const fault = findBodyFault(petition, unit, context);
  if (fault) return fault;
  // A discipline body may be asked again with what it missed; there may be no other one in reach.
  if (!isAccusation(petition) && petition.returnedBy.includes(unit.id)) {
    return no('target-already-returned', { unit: unit.name }, 'to');
  }
  return isBarred(petition, context.units, unit.id) ? no('accused-unit', {}, 'to') : null;
}

/**
 * Reg. 30: an accusation goes to the discipline body or the body with power; a law-and-litigation
 * matter goes to the political-legal body of the same level.
 */
export const handOver: Rule<'handOver'> = (petition, command, context) => {
  const target = activeUnit(context, command.to, 'to');
  if (!target.ok) return target;
  const direct = petition.status === 'referred';
  const passing = direct ? findPassingFault(petition, 'handOver', target.unit) : null;
  // Only a target at fault leaves open that it goes to the body with power instead.
  if (passing !== null && passing.refusal.field === undefined) return passing;
  const toOffice = direct && passing === null;
  const fault = toOffice ? null : findHandOverFault(petition, target.unit, context);
  if (fault) return fault;
  return decided(
    event('PetitionHanded', {
      to: command.to,
      mode: toOffice ? 'refer' : 'hand-over',
      toOffice,
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

/**
 * The body that took it over says that it has it; for an outside body the holder records that. A
 * redirection ends only when the petitioner has the paper too (P-4).
 */
export const confirmReceipt: Rule<'confirmReceipt'> = (petition, _, context) => {
  if (!petition.awaitingReceipt) return no('receipt-not-awaited');
  const confirmed = event('ReceiptConfirmed', { by: actingUnit(context, petition) });
  if (petition.status === 'handed-over') {
    return decided(confirmed, concludedBy('handed-over', null));
  }
  const paper = petition.papers.findLast(
    ({ effect, stage }) => effect?.kind === 'redirect' && ['sealed', 'served'].includes(stage),
  );
  if (paper?.stage !== 'served') return decided(confirmed);
  return decided(confirmed, concludedBy('redirected', paper));
};

/**
 * A body that got it wrongly gives it back to the office that answers for it, with the reason; the
 * office passes it on anew. It is a return like any other: after the second one the common superior
 * decides (Reg. 24). An accusation stays with its named handlers; nobody else may learn of it.
 */
export const returnHandOver: Rule<'returnHandOver'> = (petition, command, context) => {
  if (!petition.awaitingReceipt) return no('receipt-not-awaited');
  if (isBarred(petition, context.units, petition.office)) return no('accused-unit');
  return (
    findExplanationFault(command.reason, 'reason') ??
    decided(
      event('HandOverReturned', {
        reason: command.reason,
        returnTo: petition.office,
        superior:
          secondReturn(petition) && !isAccusation(petition) ? superiorFor(petition, context) : null,
      }),
    )
  );
};

const concludedBy = (form: 'handed-over' | 'redirected', paper: Paper | null) =>
  event('PetitionConcluded', {
    form,
    reason: 'receipt-confirmed',
    explanation: paper?.text ?? null,
    paperId: paper?.id ?? null,
    continuedIn: [],
  });

/** Not accepted: only for a listed reason, in words that the petitioner reads, on paper. */
export const notAccept: Rule<'notAccept'> = (petition, command, context) => {
  const kind = findKindFault(petition);
  if (kind) return kind;
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
  const kind = findKindFault(petition);
  if (kind) return kind;
  const fault = findExplanationFault(command.explanation, 'explanation');
  if (fault) return fault;
  // Whoever is turned to what was decided must be able to look it up.
  if (command.reason === 'procedure-ended' && command.ended === null) {
    return no('ended-procedure-named', {}, 'endedPetition');
  }
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  const endedPetition = command.ended?.petition ?? null;
  return decided(
    draft(
      command.paperId,
      'no-longer-accepted',
      actingUnit(context, petition),
      command.explanation,
      {
        kind: 'no-longer-accept',
        reason: command.reason,
        ...(endedPetition === null ? {} : { endedPetition }),
      },
    ),
  );
};

/** Reg. 31(1)-(5): the petitioner is directed to the legal route; open until that is served. */
export const redirect: Rule<'redirect'> = (petition, command, context) => {
  if (petition.purpose === null) return no('not-classified');
  const fault = findKindFault(petition) ?? findExplanationFault(command.explanation, 'explanation');
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
  const kind = findKindFault(petition);
  if (kind) return kind;
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
  const fault = findKindFault(petition) ?? findExplanationFault(command.explanation, 'explanation');
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
