import { dueOf } from '../../../kernel/clocks.ts';
import { ruleOf } from '../../../kernel/periods.ts';
import { findCommonSuperior, isBelow, superiorsOf } from '../../../kernel/units.ts';
import { isRunning } from '../../../kernel/case-clocks.ts';
import {
  activeUnit,
  decided,
  draft,
  event,
  findExplanationFault,
  findKindFault,
  findOutsideFault,
  findOutsiderFault,
  no,
  type Context,
  type Rule,
} from './context.ts';
import { findPendingDecision, type Petition } from '../petition.ts';

/** Reg. 23(3): within 5 working days of receipt, with detailed reasons. */
export const object: Rule<'object'> = (petition, command, context) => {
  if (petition.competenceDecided) return no('objection-after-decision');
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  const window = petition.clocks.find((clock) => clock.period === 'objection' && isRunning(clock));
  if (window === undefined) return no('objection-none');
  const due = dueOf(
    ruleOf('objection'),
    { startedAt: window.startedAt, pauses: [], extensions: [] },
    context.calendar,
  );
  if (context.now >= due.dueAt) return no('objection-late', { due: due.dueDate });
  const fault = findExplanationFault(command.reasons, 'reasons');
  if (fault) return fault;
  const raised = event('ObjectionRaised', { reasons: command.reasons });
  if (!isObjectedAgain(petition)) return decided(raised);
  return decided(
    raised,
    event('ObjectionClimbed', {
      returnTo: petition.office,
      superior: superiorFor(petition, context),
    }),
  );
};

/**
 * J-3: a deadlock never bounces. Whether somebody objected before, or gave it back: then the matter
 * is not passed around once more, but goes up by itself (Reg. 24).
 */
const isObjectedAgain = ({ objections, returnedBy }: Petition): boolean =>
  objections.length > 0 || returnedBy.length > 0;

/** Returns agreed so far; the second one hands the question up (Reg. 24). */
export const secondReturn = (petition: Petition): boolean => petition.returnedBy.length >= 1;

/** The nearest unit above all that returned it and the office; the office itself at the top. */
export function superiorFor(petition: Petition, context: Context): string {
  const [first] = petition.returnedBy;
  const common =
    first === undefined ? undefined : findCommonSuperior(context.units, first, petition.holder);
  return common?.id ?? superiorsOf(context.units, petition.office)[0]?.id ?? petition.office;
}

/** Reg. 23(3): the unit returns it only if the referring office agrees. */
export const decideObjection: Rule<'decideObjection'> = (petition, command, context) => {
  const fault = findExplanationFault(command.reasons, 'reasons');
  if (fault) return fault;
  if (!command.upheld) {
    return decided(
      event('ObjectionRejected', { reasons: command.reasons }),
      draft(command.paperId, 'objection-decision', petition.office, command.reasons),
    );
  }
  return decided(
    event('ObjectionUpheld', {
      reasons: command.reasons,
      returnTo: petition.office,
      superior: secondReturn(petition) ? superiorFor(petition, context) : null,
    }),
    draft(command.paperId, 'objection-decision', petition.office, command.reasons),
  );
};

/** A common superior decides between bodies below it; without one the question has no such edge. */
function findReachFault(petition: Petition, unit: string, context: Context) {
  const below = (each: string): boolean => isBelow(context.units, each, petition.holder);
  return petition.returnedBy.every(below) && !below(unit)
    ? no('adjudicator-not-superior', {}, 'unit')
    : null;
}

/** Reg. 24: the common superior decides which body handles it; no further objection. */
export const decideCompetence: Rule<'decideCompetence'> = (petition, command, context) => {
  const fault = findExplanationFault(command.reasons, 'reasons');
  if (fault) return fault;
  const target = activeUnit(context, command.unit, 'unit');
  if (!target.ok) return target;
  const outside =
    findOutsideFault(target.unit, 'unit') ?? findReachFault(petition, command.unit, context);
  if (outside) return outside;
  return decided(
    event('CompetenceDecided', { unit: command.unit, reasons: command.reasons }),
    draft(command.paperId, 'adjudication', petition.holder, command.reasons),
  );
};

/** Reg. 23(3): the unit has it and says so in writing; the 60 days begin (Reg. 34). */
export const accept: Rule<'accept'> = (petition, command, context) => {
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  if (petition.purpose === null) return no('not-classified');
  const kind = findKindFault(petition);
  if (kind) return kind;
  if (petition.withdrawnOfficials.includes(command.officer)) {
    return no('official-withdrawn', {}, 'officer');
  }
  const outsider = findOutsiderFault(
    petition,
    context,
    command.officer,
    [petition.holder],
    'officer',
  );
  if (outsider) return outsider;
  return decided(
    event('PetitionAccepted', { officer: command.officer }),
    // 简易办理: no paper unless it was asked for; the message tells.
    ...(petition.simple?.onPaper === false
      ? []
      : [draft(command.paperId, 'acceptance-notice', petition.holder)]),
  );
};

/** P-4b: down inside the unit's own system; the fifteen days are not begun again. */
export const passDown: Rule<'passDown'> = (petition, command, context) => {
  const kind = findKindFault(petition);
  if (kind) return kind;
  const target = activeUnit(context, command.to, 'to');
  if (!target.ok) return target;
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  if (!isBelow(context.units, command.to, petition.holder)) {
    return no('pass-down-target', {}, 'to');
  }
  return decided(
    event('PetitionHanded', {
      to: command.to,
      mode: 'pass-down',
      toOffice: false,
      dueDate: null,
      instruction: command.instruction,
    }),
  );
};
