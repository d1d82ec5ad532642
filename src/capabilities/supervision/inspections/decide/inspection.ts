import {
  decidePaper,
  isPaperCommand,
  isUnsealed,
  type PaperHouse,
} from '../../../../kernel/paper-flow.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import { ok } from '../../../../kernel/result.ts';
import type { InspectionCommand, InspectionCommandOf } from '../command.ts';
import type { InspectionEvent } from '../events.ts';
import { maySupervise, type Finding, type Inspection, type OrderPaper } from '../inspection.ts';
import { isInspectionThinkable } from '../lifecycle.ts';
import { limits } from '../limits.ts';
import { today, type Context, type Decided } from './context.ts';

type Decision = Decided<InspectionEvent>;

const withoutType = <C extends { readonly type: string }>(command: C): Omit<C, 'type'> => {
  const { type: _, ...data } = command;
  return data;
};

/** Nobody inspects the own house: not the office itself, not a unit in which a member has a post. */
function planInspection(
  command: InspectionCommandOf<'planInspection'>,
  context: Context,
): Decision {
  const { unit, office, memberUnits, petitions, on } = command;
  const found = context.organisation.find(unit);
  if (found === undefined || !found.active) return refuse('unit-unknown', {}, 'unit');
  if (unit === office || memberUnits.includes(unit)) {
    return refuse('inspection-team-inside', {}, 'unit');
  }
  if (on < today(context)) return refuse('inspection-day-past', {}, 'on');
  if (petitions.length > limits.petitions) {
    return refuse('inspection-too-many', { limit: limits.petitions }, 'numbers');
  }
  return ok([{ type: 'InspectionPlanned', data: withoutType(command) }]);
}

function carryOut(
  inspection: Inspection,
  command: InspectionCommandOf<'carryOut'>,
  context: Context,
): Decision {
  const { on } = command;
  if (on > today(context)) return refuse('date-in-future', { field: '督查日期' }, 'on');
  // Whoever was told a day is not surprised on an earlier one.
  if (inspection.way === 'open' && on < inspection.on) {
    return refuse('inspection-before-day', { on: inspection.on }, 'on');
  }
  return ok([{ type: 'InspectionCarriedOut', data: withoutType(command) }]);
}

function recordFinding(
  inspection: Inspection,
  command: InspectionCommandOf<'recordFinding'>,
  context: Context,
): Decision {
  const { demand, dueOn, petitionId } = command;
  if ((demand === null) !== (dueOn === null)) return refuse('finding-demand-date', {}, 'dueOn');
  if (dueOn !== null && dueOn < today(context)) return refuse('finding-date-past', {}, 'dueOn');
  if (petitionId !== null && !inspection.petitions.includes(petitionId)) {
    return refuse('finding-petition', {}, 'petitionId');
  }
  return inspection.findings.length >= limits.findings
    ? refuse('inspection-too-many', { limit: limits.findings })
    : ok([{ type: 'FindingRecorded', data: withoutType(command) }]);
}

/** The finding that a step is about, in a status in which the step can be taken. */
function findingOf(
  { findings }: Inspection,
  findingId: string,
  status: Finding['status'],
): { readonly ok: true; readonly value: Finding } | ReturnType<typeof refuse> {
  const finding = findings.find(({ id }) => id === findingId);
  if (finding === undefined) return refuse('finding-unknown', {}, 'findingId');
  return finding.status === status ? ok(finding) : refuse('finding-not-in-status');
}

const house = ({ papers }: Inspection): PaperHouse<OrderPaper, InspectionEvent> => ({
  papers,
  automatic: new Set(),
  electronicService: false,
  findEffectFault: () => null,
  effectsOfSeal: () => [],
  effectsOfService: () => [],
});

/** An order says what has to be corrected; there is one on its way at a time. */
function draftOrder(
  inspection: Inspection,
  { paperId, text }: InspectionCommandOf<'draftOrder'>,
): Decision {
  if (!inspection.findings.some(({ demand }) => demand !== null)) return refuse('order-nothing');
  if (inspection.papers.some(isUnsealed)) return refuse('order-on-its-way');
  const { office: issuer } = inspection;
  return ok([
    {
      type: 'PaperDrafted',
      data: { paperId, kind: 'correction-order', issuer, text, effect: null },
    },
  ]);
}

function onFinding(
  inspection: Inspection,
  command:
    | InspectionCommandOf<'answerFinding'>
    | InspectionCommandOf<'verifyFinding'>
    | InspectionCommandOf<'reopenFinding'>,
  context: Context,
): Decision {
  const wanted = command.type === 'answerFinding' ? 'open' : 'answered';
  const finding = findingOf(inspection, command.findingId, wanted);
  if (!finding.ok) return finding;
  switch (command.type) {
    case 'answerFinding':
      return ok([{ type: 'CorrectionAnswered', data: withoutType(command) }]);
    case 'verifyFinding':
      return ok([{ type: 'CorrectionVerified', data: withoutType(command) }]);
    case 'reopenFinding':
      return command.dueOn < today(context)
        ? refuse('finding-date-past', {}, 'dueOn')
        : ok([{ type: 'CorrectionReopened', data: withoutType(command) }]);
  }
}

/** A finding that is not corrected in time, or is grave, is supervised: once. */
function superviseFinding(
  { findings }: Inspection,
  { findingId, itemId }: InspectionCommandOf<'superviseFinding'>,
  context: Context,
): Decision {
  const finding = findings.find(({ id }) => id === findingId);
  if (finding === undefined) return refuse('finding-unknown', {}, 'findingId');
  if (finding.itemId !== undefined) return refuse('finding-supervised', {}, 'findingId');
  return maySupervise(finding, today(context))
    ? ok([{ type: 'FindingSupervised', data: { findingId, itemId } }])
    : refuse('finding-not-supervised', {}, 'findingId');
}

function closeInspection({ findings, papers }: Inspection): Decision {
  const open = findings.filter(({ status }) => status === 'open' || status === 'answered').length;
  if (open > 0) return refuse('inspection-findings-open', { count: open });
  return papers.some(isUnsealed)
    ? refuse('order-on-its-way')
    : ok([{ type: 'InspectionClosed', data: {} }]);
}

function succeedUnit(
  { office, unit, memberUnits }: Inspection,
  { from, to }: InspectionCommandOf<'succeedUnit'>,
): Decision {
  const stands = [office, unit, ...memberUnits].includes(from);
  return ok(stands ? [{ type: 'InspectionSucceeded', data: { from, to } }] : []);
}

/** Judges a command on an inspection, or the one that makes it. */
export function decideInspection(
  inspection: Inspection | null,
  command: InspectionCommand,
  context: Context,
): Decision {
  if (command.type === 'planInspection') return planInspection(command, context);
  if (inspection === null) return refuse('not-found');
  if (!isInspectionThinkable(command.type, inspection.status)) {
    return refuse('inspection-not-in-status', { status: inspection.status });
  }
  if (isPaperCommand(command)) {
    return decidePaper(house(inspection), command, { actor: context.by, now: context.now });
  }
  switch (command.type) {
    case 'carryOut':
      return carryOut(inspection, command, context);
    case 'recordFinding':
      return recordFinding(inspection, command, context);
    case 'answerFinding':
    case 'verifyFinding':
    case 'reopenFinding':
      return onFinding(inspection, command, context);
    case 'superviseFinding':
      return superviseFinding(inspection, command, context);
    case 'draftOrder':
      return draftOrder(inspection, command);
    case 'closeInspection':
      return closeInspection(inspection);
    case 'cancelInspection':
      return ok([{ type: 'InspectionCancelled', data: withoutType(command) }]);
    case 'succeedUnit':
      return succeedUnit(inspection, command);
  }
}
