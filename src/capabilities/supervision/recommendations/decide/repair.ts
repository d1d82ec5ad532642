import { refuse, type Refused } from '../../../../kernel/refusals.ts';
import { ok } from '../../../../kernel/result.ts';
import type { RepairCommand } from '../command.ts';
import type { RepairEvent } from '../events.ts';
import { isRepairThinkable } from '../lifecycle.ts';
import type { PolicyRepair, RepairPlan } from '../policy-repair.ts';
import { dataOf, today, type Context, type Decided } from './context.ts';

/** It stands under somebody in a leader's post, and its units are there. */
function findPlanFault(
  { departments, leader }: RepairPlan,
  { organisation }: Context,
): Refused | null {
  const leads = organisation.postsOf(leader).some(({ role }) => role === 'leader');
  if (!leads) return refuse('repair-leader', {}, 'leader');
  const known = departments.every((id) => organisation.find(id)?.active === true);
  return known ? null : refuse('unit-unknown', {}, 'departments');
}

/** Judges a command on a repair, or the one that makes it. */
export function decideRepair(
  repair: PolicyRepair | null,
  command: RepairCommand,
  context: Context,
): Decided<RepairEvent> {
  if (command.type === 'beginRepair') {
    const fault = findPlanFault(command, context);
    return fault ?? ok([{ type: 'PolicyRepairBegun', data: dataOf(command) }]);
  }
  if (repair === null) return refuse('not-found');
  if (!isRepairThinkable(command.type, repair.status)) {
    return refuse('recommendation-not-in-status', { status: repair.status });
  }
  switch (command.type) {
    case 'changeRepair': {
      const fault = findPlanFault(command, context);
      return fault ?? ok([{ type: 'PolicyRepairChanged', data: dataOf(command) }]);
    }
    case 'addGaps':
      return ok([{ type: 'GapsAdded', data: { gaps: command.gaps } }]);
    case 'addStep':
      return ok([{ type: 'RepairStepAdded', data: dataOf(command) }]);
    case 'recordResult':
      // A document that is not out yet has changed no policy.
      return command.on > today(context)
        ? refuse('date-in-future', { field: '发文日期' }, 'on')
        : ok([{ type: 'PolicyRepaired', data: dataOf(command) }]);
    case 'dropRepair':
      return ok([{ type: 'PolicyRepairDropped', data: { reason: command.reason } }]);
    case 'tellPetitioners':
      return repair.toldAt === null
        ? ok([{ type: 'PetitionersTold', data: {} }])
        : refuse('repair-told');
    case 'succeedUnit': {
      const { from, to } = command;
      const stands = [repair.office, ...repair.departments].includes(from);
      return ok(stands ? [{ type: 'PolicyRepairSucceeded', data: { from, to } }] : []);
    }
  }
}
