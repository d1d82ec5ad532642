import { refuse } from '../../../../kernel/refusals.ts';
import { ok } from '../../../../kernel/result.ts';
import type { GapCommand } from '../command.ts';
import type { GapEvent } from '../events.ts';
import { isGapThinkable } from '../lifecycle.ts';
import type { PolicyGap } from '../policy-gap.ts';
import { dataOf, type Context, type Decided } from './context.ts';

/** Judges a command on a gap, or the one that makes it. */
export function decideGap(
  gap: PolicyGap | null,
  command: GapCommand,
  context: Context,
): Decided<GapEvent> {
  if (command.type === 'noteGap') {
    const department = context.organisation.find(command.department);
    return department === undefined || !department.active
      ? refuse('unit-unknown', {}, 'department')
      : ok([{ type: 'PolicyGapNoted', data: dataOf(command) }]);
  }
  if (gap === null) return refuse('not-found');
  if (!isGapThinkable(command.type, gap.status)) {
    return refuse('recommendation-not-in-status', { status: gap.status });
  }
  switch (command.type) {
    case 'groupGap':
      return gap.withdrawn
        ? refuse('not-found')
        : ok([{ type: 'PolicyGapGrouped', data: { projectId: command.projectId } }]);
    case 'repairGap':
      return ok([{ type: 'PolicyGapRepaired', data: { projectId: command.projectId } }]);
    case 'releaseGap':
      return ok([{ type: 'PolicyGapReleased', data: {} }]);
    case 'dropGap':
      return ok([{ type: 'PolicyGapDropped', data: { reason: command.reason } }]);
    case 'withdrawGap':
      return ok(gap.withdrawn ? [] : [{ type: 'PolicyGapWithdrawn', data: {} }]);
    case 'succeedUnit': {
      const { from, to } = command;
      const stands = [gap.office, gap.department, gap.notedAtUnit].includes(from);
      return ok(stands ? [{ type: 'PolicyGapSucceeded', data: { from, to } }] : []);
    }
  }
}
