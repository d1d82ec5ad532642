import { isPending } from '../../../kernel/paper-flow.ts';
import { dueOf } from '../../../kernel/clocks.ts';
import { getPeriod, ruleOf } from '../../../kernel/periods.ts';
import { isRunning, type ClockState } from '../../../kernel/case-clocks.ts';
import {
  actingUnit,
  activeUnit,
  decided,
  draft,
  event,
  findExplanationFault,
  findKindFault,
  findOutsiderFault,
  no,
  practiceOf,
  shortestExplanation,
  today,
  type Context,
  type Rule,
} from './context.ts';
import type { SameAnswerRule } from '../afterwards/practice.ts';
import { isBarred } from '../accused.ts';
import type { Refused } from '../../../kernel/refusals.ts';
import type { CommandOf } from '../command.ts';
import type { PetitionEvent } from '../events.ts';
import { findPendingDecision, isAccusation, type Petition } from '../petition.ts';

const handlingClock = (petition: Petition): ClockState | undefined =>
  petition.clocks.find((clock) => clock.period === 'handling' && isRunning(clock));

export function handlingDue(petition: Petition, context: Context) {
  const clock = handlingClock(petition);
  if (clock === undefined) return null;
  return dueOf(
    ruleOf('handling'),
    {
      startedAt: clock.startedAt,
      pauses: [],
      extensions:
        clock.extensionDays === 0
          ? []
          : [{ amount: clock.extensionDays, unit: 'calendar-days', reason: '', at: context.now }],
    },
    context.calendar,
  );
}

/** A co-handler gets a sub-task with a day of its own (P-6). */
export const giveTask: Rule<'giveTask'> = (petition, command, context) => {
  const target = activeUnit(context, command.unit, 'unit');
  if (!target.ok) return target;
  if (command.unit === petition.holder) return no('co-handler-is-holder', {}, 'unit');
  // The answer is written already: what a co-handler still found could not stand in it.
  if (findPendingDecision(petition)?.effect?.kind === 'opinion') return no('opinion-open');
  if (isBarred(petition, context.units, command.unit)) return no('accused-unit', {}, 'unit');
  const end = handlingDue(petition, context);
  if (command.dueDate <= today(context) || (end !== null && command.dueDate > end.dueDate)) {
    return no('task-due', {}, 'dueDate');
  }
  return decided(
    event('TaskGiven', {
      taskId: command.taskId,
      unit: command.unit,
      text: command.text,
      dueDate: command.dueDate,
    }),
  );
};

export const completeTask: Rule<'completeTask'> = (petition, command, context) => {
  const task = petition.tasks.find((each) => each.id === command.taskId);
  if (task === undefined) return no('task-unknown');
  if (task.doneAt !== null) return no('task-done');
  const unit = actingUnit(context, petition);
  if (unit !== task.unit && unit !== petition.holder) return no('task-unknown');
  const fault = findExplanationFault(command.result, 'result');
  return fault ?? decided(event('TaskDone', { taskId: command.taskId, result: command.result }));
};

/** P-7: talks and findings are kept as they were. */
export const recordTalk: Rule<'recordTalk'> = (_, command, context) => {
  if (command.heldAt > context.now) return no('date-in-future', { field: '谈话时间' }, 'heldAt');
  const fault = findExplanationFault(command.record, 'record');
  return (
    fault ?? decided(event('TalkRecorded', { record: command.record, heldAt: command.heldAt }))
  );
};

/** Asking for more stops no statutory clock (P-9). */
export const askSupplement: Rule<'askSupplement'> = (petition, command, context) => {
  const fault = findExplanationFault(command.request, 'request');
  if (fault) return fault;
  return decided(
    event('SupplementAsked', { request: command.request, clarification: command.clarification }),
    draft(
      command.paperId,
      command.clarification ? 'supplement-request' : 'one-time-notice',
      actingUnit(context, petition),
      command.request,
    ),
  );
};

/** Who withdraws has it or belongs to a unit that does; who follows belongs to the place left. */
function findStrangerFault(
  petition: Petition,
  { userId, replacement }: CommandOf<'withdrawOfficial'>,
  context: Context,
): Refused | null {
  const { holder, office } = petition;
  const involved = petition.officer === userId || petition.named.includes(userId);
  const around = [holder, office, ...petition.readers];
  const stranger = involved ? null : findOutsiderFault(petition, context, userId, around, 'userId');
  if (stranger !== null || replacement === null) return stranger;
  const place = petition.officer === userId ? [holder] : [holder, office];
  return findOutsiderFault(petition, context, replacement, place, 'replacement');
}

/** Reg. 28(3): officials with a direct interest withdraw; somebody else takes it. */
export const withdrawOfficial: Rule<'withdrawOfficial'> = (petition, command, context) => {
  const fault =
    findExplanationFault(command.reason, 'reason') ?? findStrangerFault(petition, command, context);
  if (fault) return fault;
  if (petition.officer === command.userId && command.replacement === null) {
    return no('official-last', {}, 'replacement');
  }
  if (command.replacement === command.userId) return no('official-last', {}, 'replacement');
  if (command.replacement !== null && petition.withdrawnOfficials.includes(command.replacement)) {
    return no('official-withdrawn', {}, 'replacement');
  }
  // L-5: an accusation without a named handler would exist for nobody.
  const others = petition.named.filter((userId) => userId !== command.userId);
  if (isAccusation(petition) && others.length === 0 && command.replacement === null) {
    return no('official-last', {}, 'replacement');
  }
  return decided(
    event('OfficialWithdrew', { userId: command.userId, reason: command.reason }),
    ...(command.replacement === null
      ? []
      : replaced(petition, command.userId, command.replacement)),
  );
};

const replaced = (petition: Petition, left: string, next: string): PetitionEvent[] => [
  ...(isAccusation(petition) ? [event('HandlerNamed', { userId: next })] : []),
  ...(petition.officer === left ? [event('OfficerChosen', { userId: next })] : []),
];

/** Reg. 34: once, by at most 30 days, approved by the head, the petitioner told why. */
export const requestExtension: Rule<'requestExtension'> = (petition, command, context) => {
  if (petition.extended) return no('extension-used');
  if (petition.extensionRequested !== null) return no('extension-used');
  const limit = Number(getPeriod('extension').amount);
  if (command.days < 1 || command.days > limit) return no('extension-days', {}, 'days');
  const due = handlingDue(petition, context);
  if (due === null || context.now >= due.dueAt) return no('extension-late');
  const fault = findExplanationFault(command.reason, 'reason');
  if (fault) return fault;
  return decided(
    draft(command.paperId, 'extension', petition.holder, command.reason, {
      kind: 'extend',
      days: command.days,
    }),
    event('ExtensionRequested', { days: command.days, paperId: command.paperId }),
  );
};

export const refuseExtension: Rule<'refuseExtension'> = (petition, command) => {
  if (petition.extensionRequested === null) return no('extension-none');
  const fault = findExplanationFault(command.reason, 'reason');
  if (fault) return fault;
  return decided(
    event('ExtensionRefused', {
      paperId: petition.extensionRequested.paperId,
      reason: command.reason,
    }),
  );
};

/**
 * V-1: what a review sent back is not answered the same way on the same facts (local rule; the
 * Regulation leaves it open): whoever stays with the answer says what was found this time.
 */
function findSameAgain(
  petition: Petition,
  command: CommandOf<'draftOpinion'>,
  { rule, source }: SameAnswerRule,
): Refused | null {
  const { roundCause } = petition;
  if (rule === 'allowed' || roundCause?.reason !== 'review' || roundCause.answers.length === 0)
    return null;
  const same = roundCause.answers.every(({ demandId, outcome }) =>
    command.demands.some((answer) => answer.demandId === demandId && answer.outcome === outcome),
  );
  const stated = (command.changed?.length ?? 0) >= shortestExplanation;
  return same && !stated ? no('opinion-unchanged', { source }, 'changed') : null;
}

/** Reg. 32: every demand has facts, basis and one of three answers; what is supported is dated. */
export const draftOpinion: Rule<'draftOpinion'> = (petition, command, context) => {
  const kind = findKindFault(petition);
  if (kind) return kind;
  const pending = petition.papers.filter(isPending);
  // A request for more time is one's own and falls with the opinion; no other decision may wait.
  if (pending.some((paper) => paper.effect?.kind !== 'extend')) return no('opinion-open');
  const open = petition.tasks.filter((task) => task.doneAt === null);
  if (open.length > 0) {
    const units = open.map((task) => context.units.find(task.unit)?.name ?? task.unit).join('、');
    return no('tasks-open', { units });
  }
  for (const [index, demand] of petition.demands.entries()) {
    const answer = command.demands.find((each) => each.demandId === demand.id);
    const place = index + 1;
    if (answer === undefined || answer.facts.length === 0 || answer.answer.length === 0) {
      return no('opinion-demands', { missing: place }, `demands.${index}`);
    }
    if (answer.basis.length === 0) {
      return no('opinion-basis', { demand: place }, `demands.${index}.basis`);
    }
    if (answer.outcome !== 'supported') continue;
    if (answer.execution === null || answer.execution.dueDate < today(context)) {
      return no('opinion-execution', { demand: place }, `demands.${index}.execution`);
    }
  }
  const same = findSameAgain(petition, command, practiceOf(context).sameAnswer);
  if (same) return same;
  return decided(
    draft(command.paperId, 'opinion', petition.holder, command.changed ?? null, {
      kind: 'opinion',
      demands: petition.demands.flatMap(({ id }) => {
        const answer = command.demands.find((each) => each.demandId === id);
        if (answer === undefined) return [];
        return [answer.outcome === 'supported' ? answer : { ...answer, execution: null }];
      }),
    }),
  );
};

/** P-8: what was supported is carried out; the promise beside the petition says so (C-1). */
export const completeExecution: Rule<'completeExecution'> = (petition, command) => {
  const { demandId, commitmentId, doneAt } = command;
  const demand = petition.demands.find((each) => each.id === demandId);
  // A round later nothing is left of what an earlier opinion promised.
  if (demand?.execution == null || demand.execution.doneAt !== null) return decided();
  return decided(event('ExecutionDone', { demandId, commitmentId, doneAt }));
};

/** What was verified without the petitioner, and the petitioner says that it is not so. */
export const reopenExecution: Rule<'reopenExecution'> = (petition, command) => {
  const { demandId, commitmentId } = command;
  const demand = petition.demands.find((each) => each.id === demandId);
  if (demand?.execution == null || demand.execution.doneAt === null) return decided();
  return decided(event('ExecutionReopened', { demandId, commitmentId }));
};

/** P-10: matter settled and petitioner's view are two things. */
export const recordOutcome: Rule<'recordOutcome'> = (_, command) =>
  decided(
    event('OutcomeRecorded', {
      matterSettled: command.matterSettled,
      petitionerView: command.petitionerView,
    }),
  );
