import type { Calendar } from '../../kernel/calendar.ts';
import {
  countClock,
  isRunning,
  type ClockState,
  type CountedClock,
} from '../../kernel/case-clocks.ts';
import { waitOf } from '../../kernel/paper-flow.ts';
import { findOpenContest } from './afterwards/contest.ts';
import { findFollowUp } from './afterwards/follow-up.ts';
import { isBadUnnoted } from './afterwards/rating.ts';
import {
  findPendingDecision,
  isAccusation,
  isOpen,
  type Paper,
  type PaperKind,
  type Petition,
} from './petition.ts';
import { isCarried } from './related.ts';
import type { DeskTask } from './view.ts';
import { findReturned, findUnanswered, hasResult, isWorkOrder } from './work-order.ts';

/** What a unit, or a named handler of an accusation, has of a petition in its lists. */
export interface DeskRow {
  readonly reader: string;
  readonly tasks: readonly DeskTask[];
  readonly clock: CountedClock | null;
}

export interface Projection {
  readonly clocks: readonly CountedClock[];
  /** The clock that matters to the petition as a whole. */
  readonly clock: CountedClock | null;
  /** Lists by unit; empty for an accusation. */
  readonly byUnit: readonly DeskRow[];
  /** Lists by named handler; only for an accusation (L-5). */
  readonly byHandler: readonly DeskRow[];
}

const byDue = (left: CountedClock, right: CountedClock): number => left.dueAt - right.dueAt;

/** Windows in which somebody may act; they are shown, and nobody is late by them. */
export const rights: ReadonlySet<ClockState['period']> = new Set<ClockState['period']>([
  'objection',
  'review-request',
  'withdrawal-revocation',
  'supplement',
  'announcement',
  'rating-window',
]);

/** The earliest running duty. */
const dutyOf = (clocks: readonly CountedClock[]): CountedClock | null =>
  clocks.filter((clock) => isRunning(clock) && !rights.has(clock.period)).toSorted(byDue)[0] ??
  null;

/** What is not owed to the petitioner: a friendly call, and what addressees owe a report (Reg. 25). */
const beside = new Set<ClockState['period']>([
  'follow-up',
  'urgent-receipt',
  'urgent-reply',
  'raise-decision',
]);

/** What stands beside the matter comes after all that is owed; whoever owes it sees it. */
const withoutCourtesy = (clocks: readonly CountedClock[]): readonly CountedClock[] =>
  clocks.filter(({ period }) => !beside.has(period));

/** The earliest running duty; else the petitioner's own window; else nothing. */
const clockThatMatters = (clocks: readonly CountedClock[]): CountedClock | null =>
  dutyOf(withoutCourtesy(clocks)) ?? clocks.filter(isRunning).toSorted(byDue)[0] ?? null;

/** Letters between units arrive with the seal; nobody has to carry them. */
export const internalPapers: ReadonlySet<PaperKind> = new Set<PaperKind>([
  'referral',
  'assignment',
  'handover',
  'objection-decision',
  'adjudication',
  'conclusion-report',
  'file-only-note',
  'urgent-report',
]);

function paperTask(paper: Paper): DeskTask | null {
  switch (waitOf(paper, internalPapers)) {
    case 'approval':
      if (paper.effect?.kind === 'opinion') return 'opinion-approval';
      return paper.effect?.kind === 'extend' ? 'extension-approval' : 'paper-approval';
    case 'seal':
      return 'paper-seal';
    case 'service':
      return 'paper-serve';
    case null:
      return null;
  }
}

/** Adds a task to the reader's list, once. */
type Give = (reader: string, task: DeskTask | null) => void;

function tasksOfStatus(petition: Petition, give: Give): void {
  const pending = findPendingDecision(petition) !== undefined;
  switch (petition.status) {
    case 'registered':
      return pending ? undefined : give(petition.holder, petition.shortPath ?? 'triage');
    case 'referred':
      return pending ? undefined : give(petition.holder, petition.shortPath ?? 'accept');
    case 'objected':
      return give(petition.office, 'decide-objection');
    case 'adjudication':
      return give(petition.holder, 'decide-competence');
    case 'handling':
      return give(petition.holder, petition.shortPath ?? 'handle');
    case 'route':
      return give(petition.holder, 'route');
    case 'redirecting':
    case 'handed-over':
      return petition.awaitingReceipt ? give(petition.holder, 'confirm-receipt') : undefined;
    case 'issued':
      return undefined;
    case 'concluded': {
      const { report } = petition;
      const link = report === null ? undefined : petition.chain[report.link];
      if (report === null || link === undefined) return undefined;
      if (report.stage === 'filed') return give(link.from, 'decide-report');
      return report.stage === 'accepted' ? undefined : give(link.to, 'report');
    }
  }
}

/** Reg. 25: a major matter is reported; who was told confirms and answers. */
function tasksOfUrgent(petition: Petition, give: Give): void {
  const { urgency, urgentReports } = petition;
  if (urgency === 'major' && urgentReports.length === 0 && isOpen(petition)) {
    give(petition.holder, isAccusation(petition) ? null : 'urgent-report');
  }
  for (const { later, addressees } of urgentReports) {
    for (const { unit, receivedAt, repliedAt } of addressees) {
      give(unit, receivedAt === null ? 'urgent-receipt' : null);
      give(unit, !later && repliedAt === null ? 'urgent-reply' : null);
    }
  }
}

/** The hotline waits for the result of its work order, and for what it returned to be done again. */
const owesHotline = (petition: Petition): boolean =>
  isWorkOrder(petition) &&
  !isAccusation(petition) &&
  findUnanswered(petition) === undefined &&
  (findReturned(petition) !== undefined ||
    (petition.status === 'concluded' && !hasResult(petition)));

/** What waits at each unit. */
function tasksOf(petition: Petition): Map<string, DeskTask[]> {
  const tasks = new Map<string, DeskTask[]>();
  const give: Give = (reader, task) => {
    if (task === null) return;
    const list = tasks.get(reader) ?? [];
    if (!list.includes(task)) tasks.set(reader, [...list, task]);
  };
  // What is decided for a group is decided at its head (P-13).
  if (!isCarried(petition) || petition.status === 'concluded') tasksOfStatus(petition, give);
  tasksOfUrgent(petition, give);
  for (const paper of petition.papers) give(paper.issuer, paperTask(paper));
  for (const task of petition.tasks) {
    give(task.unit, task.doneAt === null && isOpen(petition) ? 'task' : null);
  }
  for (const demand of petition.demands) {
    const open = demand.execution !== null && demand.execution.doneAt === null;
    const due = petition.status === 'concluded' && open;
    // It waits as a promise beside the petition (C-1); that of an accusation stands in no shared list.
    give(petition.holder, due && isAccusation(petition) ? 'execution' : null);
  }
  give(petition.holder, petition.afterwards.supplementArrived ? 'supplement-arrived' : null);
  give(petition.office, isBadUnnoted(petition) ? 'rating-bad' : null);
  give(petition.office, findOpenContest(petition) === null ? null : 'decide-contest');
  give(petition.office, owesHotline(petition) ? 'send-back' : null);
  if (petition.raiseProposal !== null) give(petition.raiseProposal.to, 'decide-raise');
  if (petition.agenda?.stage === 'suggested') give(petition.agenda.unit, 'agenda');
  const followUp = findFollowUp(petition);
  if (followUp !== null) give(followUp.unit, 'follow-up');
  return tasks;
}

/**
 * All that lists, desks and clocks show of a petition, worked out from its state alone.
 * @param calendar the version that the petition's clocks are counted by
 */
export function project(petition: Petition, calendar: Calendar): Projection {
  const clocks = petition.clocks.map((clock) => countClock(clock, calendar));
  const clock = clockThatMatters(clocks);
  const tasks = tasksOf(petition);
  // Lists show duties alone: a petitioner's window that has passed is nobody's delay.
  const duty = dutyOf(withoutCourtesy(clocks));
  const rowOf = (reader: string): DeskRow => ({
    reader,
    tasks: tasks.get(reader) ?? [],
    clock: dutyOf(clocks.filter((each) => each.holder === reader)) ?? duty,
  });
  if (!isAccusation(petition)) {
    return { clocks, clock, byUnit: petition.readers.map(rowOf), byHandler: [] };
  }
  // Named people of the office and of the body that has it share one list: nothing may hang.
  const all = [...new Set([...tasks.values()].flat())];
  const byHandler = petition.named.map((reader) => ({ reader, tasks: all, clock: duty }));
  return { clocks, clock, byUnit: [], byHandler };
}
