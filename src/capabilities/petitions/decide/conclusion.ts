import { getPeriod, ruleOf } from '../../../kernel/periods.ts';
import { dueOf } from '../../../kernel/clocks.ts';
import { isRunning } from '../../../kernel/case-clocks.ts';
import {
  actingUnit,
  daysFromToday,
  decided,
  draft,
  event,
  findExplanationFault,
  no,
  today,
  type Context,
  type Decision,
  type Rule,
} from './context.ts';
import type { Report, Petition } from '../petition.ts';

/** The report in the stage that a decision needs, with the link it climbs. */
function awaited(petition: Petition, stages: readonly Report['stage'][]) {
  const { report } = petition;
  if (report === null || !stages.includes(report.stage)) return null;
  const link = petition.chain[report.link];
  return link === undefined ? null : { report, link };
}

/** P-4b: the assigned unit reports back, link by link up the chain. */
export const fileReport: Rule<'fileReport'> = (petition, command, context) => {
  if (petition.report === null) return no('report-not-assigned');
  const found = awaited(petition, ['due', 'questioned']);
  if (found === null) return no('report-none');
  if (found.link.to !== actingUnit(context, petition)) return no('report-none');
  const fault = findExplanationFault(command.text, 'text');
  if (fault) return fault;
  return decided(
    draft(command.paperId, 'conclusion-report', found.link.to, command.text),
    event('ReportFiled', {
      paperId: command.paperId,
      link: found.report.link,
      text: command.text,
    }),
  );
};

/** Only the unit that assigned it decides on the report. */
function onFiled(
  petition: Petition,
  context: Context,
  decide: (report: Report) => Decision,
): Decision {
  const found = awaited(petition, ['filed']);
  if (found === null || found.link.from !== actingUnit(context, petition)) return no('report-none');
  return decide(found.report);
}

export const questionReport: Rule<'questionReport'> = (petition, command, context) =>
  onFiled(petition, context, (report) => {
    const fault = findExplanationFault(command.question, 'question');
    return (
      fault ?? decided(event('ReportQuestioned', { link: report.link, question: command.question }))
    );
  });

export const acceptReport: Rule<'acceptReport'> = (petition, _, context) =>
  onFiled(petition, context, (report) => decided(event('ReportAccepted', { link: report.link })));

/** Back for redoing: a new round at the unit, with a day of its own. */
export const returnReport: Rule<'returnReport'> = (petition, command, context) =>
  onFiled(petition, context, (report) => {
    const fault = findExplanationFault(command.reason, 'reason');
    if (fault) return fault;
    // Two bodies would decide on one opinion at the same time.
    if (petition.reviews.some(({ state }) => state === 'pending')) return no('review-running');
    // Reg. 36(3): an opinion that came now could not be reviewed any more.
    if (petition.procedureEnded !== null) return no('procedure-ended');
    const limit = Number(getPeriod('handling').amount);
    if (command.dueDate <= today(context) || command.dueDate > daysFromToday(context, limit)) {
      return no('assignment-period', { limit }, 'dueDate');
    }
    return decided(
      event('ReportReturned', {
        link: report.link,
        reason: command.reason,
        dueDate: command.dueDate,
      }),
    );
  });

/** P-14: only by the petitioner's own code, or a signature that a clerk attaches. */
export const withdraw: Rule<'withdraw'> = (petition, command, context) => {
  if (petition.withdrawal !== null) return no('withdrawal-open');
  if (context.actor.kind !== 'petitioner' && !command.signed) return no('withdrawal-own');
  return decided(event('WithdrawalRequested', { reason: command.reason, signed: command.signed }));
};

export const revokeWithdrawal: Rule<'revokeWithdrawal'> = (petition, _, context) => {
  if (context.actor.kind !== 'petitioner') return no('withdrawal-own');
  if (petition.withdrawal === null) return no('withdrawal-none');
  return decided(event('WithdrawalRevoked', {}));
};

/** After ten days without a second thought the withdrawal ends the procedure. */
export const completeWithdrawal: Rule<'completeWithdrawal'> = (petition, command, context) => {
  const clock = petition.clocks.findLast(
    (each) => each.period === 'withdrawal-revocation' && isRunning(each),
  );
  if (petition.withdrawal === null || clock === undefined) return no('withdrawal-none');
  const due = dueOf(
    ruleOf('withdrawal-revocation'),
    { startedAt: clock.startedAt, pauses: [], extensions: [] },
    context.calendar,
  );
  if (context.now < due.dueAt) return no('withdrawal-none');
  return decided(
    draft(command.paperId, 'withdrawal-confirmation', petition.office),
    event('PetitionConcluded', {
      form: 'withdrawn',
      reason: 'withdrawn-by-petitioner',
      explanation: null,
      paperId: command.paperId,
      continuedIn: [],
    }),
  );
};

/** A newly published calendar counts the open clocks again, by an event that says so. */
export const recountClocks: Rule<'recountClocks'> = (_, command) =>
  decided(event('ClocksRecounted', { calendarVersion: command.calendarVersion }));

/** O-1: a merged or abolished unit has a successor, so that no petition is orphaned (Reg. 24). */
export const succeedHolder: Rule<'succeedHolder'> = (_, command) =>
  decided(event('HolderSucceeded', { from: command.from, to: command.to }));
