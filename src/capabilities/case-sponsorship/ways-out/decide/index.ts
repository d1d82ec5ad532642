import type { Actor, StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Role } from '../../../../kernel/permissions.ts';
import { refuse, type Refusal, type Refused } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import type { ApprovalPlace } from '../aid-rules.ts';
import { nextApproval, type WayOut } from '../case.ts';
import type { WayCommand, WayCommandOf } from '../command.ts';
import type { WayEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';
import { limits } from '../limits.ts';

/** What the rules are told besides the way out. */
export interface WayContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly petition: { readonly accusation: boolean; readonly demands: readonly string[] };
}

type Decision = Result<readonly WayEvent[], Refusal>;

/** Reasons shorter than this tell nobody anything. */
const shortestExplanation = 5;

const findWordsFault = ({ length }: SealedText, field: string): Refused | null =>
  length >= shortestExplanation
    ? null
    : refuse('explanation-required', { limit: shortestExplanation }, field);

const findPastFault = (on: LocalDate, now: number): Refused | null =>
  on > localDateOf(now) ? refuse('way-out-date', {}, 'on') : null;

function findAidFault({ aid }: WayCommandOf<'chooseWay'>): Refused | null {
  if (aid === null) return null;
  const words =
    findWordsFault(aid.basis, 'basis') ?? findWordsFault(aid.circumstances, 'circumstances');
  if (words !== null) return words;
  const readable = aid.amount !== null && aid.amount > 0 && aid.amount <= limits.amount;
  return readable ? null : refuse('aid-amount', {}, 'amount');
}

/** Reg. 27: what is chosen has what it needs: steps with days, or hardship with its ground. */
function choose(
  command: WayCommandOf<'chooseWay'>,
  { petition, now }: WayContext,
  userId: string,
): Decision {
  const { type: _type, aid, ...data } = command;
  if (data.demandId !== null && !petition.demands.includes(data.demandId)) {
    return refuse('way-out-demand', {}, 'demandId');
  }
  const fault = findWordsFault(data.reason, 'reason') ?? findAidFault(command);
  if (fault !== null) return fault;
  if (data.way === 'policy' && data.steps.length === 0) return refuse('way-out-steps', {}, 'steps');
  if (data.steps.some(({ dueDate }) => dueDate < localDateOf(now))) {
    return refuse('way-out-step-past', {}, 'steps');
  }
  const given = aid === null ? null : { ...aid, amount: aid.amount ?? 0 };
  if ((data.way === 'aid') !== (given !== null)) return refuse('aid-amount', {}, 'amount');
  return ok([{ type: 'WayChosen', data: { userId, ...data, aid: given } }]);
}

const headsAt: Readonly<Record<ApprovalPlace, readonly Role[]>> = {
  unit: ['unit-head', 'office-head'],
  office: ['office-head'],
  leadership: ['leader', 'unit-head', 'office-head'],
};

/**
 * Whether somebody may take the next step of approval: the head of its place, and neither who
 * proposed the aid nor who took an earlier step.
 */
export function mayApprove(actor: StaffActor, way: WayOut): boolean {
  const step = nextApproval(way);
  if (step === null || way.aid === null) return false;
  const taken = [way.chosenBy, ...way.aid.approvals.map(({ userId }) => userId)];
  const heads = headsAt[step.place];
  return (
    actor.unitId === step.unit &&
    actor.roles.some((role) => heads.includes(role)) &&
    !taken.includes(actor.userId)
  );
}

function approve(
  way: WayOut,
  command: WayCommandOf<'approveAid'> | WayCommandOf<'refuseAid'>,
  actor: Actor,
): Decision {
  const step = nextApproval(way);
  if (actor.kind !== 'staff' || step === null || !mayApprove(actor, way)) {
    return refuse('aid-approver');
  }
  const { words } = command;
  const { userId } = actor;
  const noted = { userId, stepId: step.id, words };
  if (command.type === 'refuseAid') {
    return findWordsFault(words, 'words') ?? ok([{ type: 'AidRefused', data: noted }]);
  }
  const last = way.aid?.chain.at(-1)?.id === step.id;
  const sheet = command.sheet;
  return ok([
    { type: 'AidApproved', data: { ...noted, last } },
    ...(last && sheet !== null
      ? [{ type: 'PaperSealed' as const, data: { ...sheet, userId, issuer: way.office } }]
      : []),
  ]);
}

const findUnfinishedFault = ({ way, steps, explanations, aid }: WayOut): Refused | null => {
  const unfinished =
    aid !== null ||
    (way === 'policy' && steps.some(({ done }) => done === null)) ||
    (way === 'law' && explanations.length === 0);
  return unfinished ? refuse('way-out-unfinished') : null;
};

/**
 * Decides what a command does to a way out.
 * @param way the state now; null when it is being chosen
 * @returns the events to record, or a refusal
 */
export function decideWay(way: WayOut | null, command: WayCommand, context: WayContext): Decision {
  const { actor, now, petition } = context;
  // L-5: of an accusation nothing is told beside it.
  if (petition.accusation && actor.kind !== 'system') return refuse('way-out-accusation');
  const userId = actor.kind === 'staff' ? actor.userId : '';
  if (command.type === 'chooseWay') {
    return way === null ? choose(command, context, userId) : refuse('version-conflict');
  }
  if (way === null) return refuse('not-found');
  if (command.type === 'succeedUnit') {
    const { from, to } = command;
    return ok([{ type: 'WaySucceeded', data: { from, to } }]);
  }
  if (!isThinkable(command.type, way)) {
    return refuse('way-out-not-in-status', { status: way.status });
  }
  switch (command.type) {
    case 'recordStep': {
      const { type: _type, ...data } = command;
      const open = way.steps.some(({ id, done }) => id === data.stepId && done === null);
      if (!open) return refuse('way-out-step', {}, 'stepId');
      const fault = findPastFault(data.on, now);
      return fault ?? ok([{ type: 'PathStepDone', data: { userId, ...data } }]);
    }
    case 'explainLaw': {
      const { type: _type, ...data } = command;
      const fault =
        findPastFault(data.on, now) ??
        findWordsFault(data.words, 'words') ??
        findWordsFault(data.answer, 'answer');
      return fault ?? ok([{ type: 'LawExplained', data: { userId, ...data } }]);
    }
    case 'finishWay': {
      const fault = findUnfinishedFault(way) ?? findWordsFault(command.words, 'words');
      return fault ?? ok([{ type: 'WayFinished', data: { userId, words: command.words } }]);
    }
    case 'changeWay': {
      const { reason } = command;
      const fault = findWordsFault(reason, 'reason');
      return fault ?? ok([{ type: 'WayChanged', data: { userId, reason } }]);
    }
    case 'approveAid':
    case 'refuseAid':
      return approve(way, command, actor);
    case 'payAid': {
      const { type: _type, ...data } = command;
      const approvedOn = localDateOf(way.aid?.approvals.at(-1)?.at ?? 0);
      if (data.on < approvedOn) return refuse('aid-paid-early', { day: approvedOn }, 'on');
      const fault = findPastFault(data.on, now) ?? findWordsFault(data.proof, 'proof');
      return fault ?? ok([{ type: 'AidPaid', data: { userId, ...data } }]);
    }
    case 'recordRendering': {
      const { paperId, pdfHash, docxHash } = command;
      const sheet = way.aid?.sheet ?? null;
      return ok(
        sheet?.paperId === paperId && sheet.renderedAt === null
          ? [{ type: 'PaperRendered', data: { paperId, pdfHash, docxHash } }]
          : [],
      );
    }
  }
}
