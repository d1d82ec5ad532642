import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { ReportCommand } from '../command.ts';
import type { ReportEvent } from '../events.ts';
import { authorsOf, isOwed, type Report } from '../report.ts';

type Decision = Result<readonly ReportEvent[], Refusal>;

/** Nothing of a final report changes: a correction is another edition with its reason. */
function changeDraft(report: Report, command: ReportCommand, actor: string): Decision {
  if (report.status === 'final') return refuse('report-final');
  switch (command.type) {
    case 'beginReport':
      return refuse('report-exists');
    case 'recountReport': {
      const { type: _type, ...data } = command;
      return ok([{ type: 'ReportRecounted', data }]);
    }
    case 'wordReport': {
      const { sections, changed } = command;
      return changed.length === 0
        ? refuse('report-unchanged')
        : ok([{ type: 'ReportWorded', data: { sections, changed } }]);
    }
    case 'finaliseReport': {
      // P-4a: what leaves the office is approved by somebody who did not write it.
      if (authorsOf(report).has(actor)) return refuse('report-own-draft');
      const open = command.empty.filter((section) => isOwed(report.period.kind, section));
      if (open.length > 0) return refuse('report-section-open', { count: open.length });
      return ok([{ type: 'ReportFinalised', data: { digest: report.counted.digest } }]);
    }
  }
}

/**
 * Decides what a command does to a report.
 * @param report the state now; null when it is being begun
 * @param actor who asks, as the record names them
 * @returns the events to record, or a refusal
 */
export function decideReport(
  report: Report | null,
  command: ReportCommand,
  actor: string,
): Decision {
  if (report !== null) return changeDraft(report, command, actor);
  if (command.type !== 'beginReport') return refuse('not-found');
  const { type: _type, ...data } = command;
  // While nothing of the period is over there is nothing to report.
  if (data.asOf < data.period.from) return refuse('report-period', {}, 'day');
  if (data.corrects !== null && data.reason === null) {
    return refuse('report-reason-missing', {}, 'reason');
  }
  return ok([{ type: 'ReportBegun', data }]);
}
