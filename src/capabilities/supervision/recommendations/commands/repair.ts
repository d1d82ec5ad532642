import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { CommandRefused, setStream } from '../../../../platform/database/index.ts';
import { listOfSource, makeCommitmentIn } from '../../../commitments/index.ts';
import type { OwnOptions, SupervisionDeps } from '../../commands/deps.ts';
import {
  beginOwn,
  stepOwn,
  type OwnAnswer,
  type OwnComposing,
  type OwnWork,
} from '../../commands/own-records.ts';
import type { PeopleBook } from '../../inspections/people.ts';
import { openOwn } from '../../queries/own-pages.ts';
import type { RepairCommand } from '../command.ts';
import type { RepairInput, RepairStep, RepairStepInput } from '../contract.ts';
import type { RepairEvent } from '../events.ts';
import { limits } from '../limits.ts';
import { mayRepairAt } from '../policy.ts';
import type { PolicyRepair, RepairPlan } from '../policy-repair.ts';
import { gapKind, repairKind } from '../queries/kind.ts';
import { groupGapIn } from './gap.ts';

type With = OwnComposing<PolicyRepair>;
/** Repairs as records of supervision. */
export const repairWork: OwnWork<PolicyRepair, RepairCommand, RepairEvent> = { rules: repairKind };

const planOf = (with_: With, input: Omit<RepairInput, 'gaps'>, people: PeopleBook): RepairPlan => {
  const leader = people(input.leader.trim());
  if (leader === undefined) throw new CommandRefused(refuse('person-unknown', {}, 'leader'));
  return {
    title: with_.clean(input.title, 'title', limits.subject),
    topic: {
      large: with_.clean(input.large, 'large', limits.topic),
      small: input.small.trim() === '' ? '' : with_.clean(input.small, 'small', limits.topic),
    },
    goal: with_.words(input.goal, 'goal', limits.words),
    leader: leader.userId,
    departments: [...new Set(input.departments)],
  };
};

/**
 * Puts gaps that the actor sees under a repair, in its own transaction: of two repairs that want one
 * gap at the same moment the second is told that it is taken. The repair's stream is open afterwards.
 * @throws CommandRefused `not-found`, `gap-taken`
 */
async function takeGaps(
  { tx, deps, id: projectId, now }: With,
  actor: StaffActor,
  gaps: readonly string[],
): Promise<readonly string[]> {
  const wanted = [...new Set(gaps)];
  // Always in one order: two repairs that want the same gaps must not wait for each other.
  for (const id of wanted.toSorted()) {
    const gap = await openOwn(tx, deps, gapKind, actor, id);
    if (gap === null) throw new CommandRefused(refuse('not-found', {}, 'gaps'));
    try {
      await groupGapIn(tx, deps, id, projectId, now);
    } catch (error) {
      const code = error instanceof CommandRefused ? error.refused.refusal.code : null;
      if (code !== 'recommendation-not-in-status') throw error;
      throw new CommandRefused(refuse('gap-taken', {}, 'gaps'));
    }
  }
  await setStream(tx, projectId);
  return wanted;
}

/**
 * Begins the repair of a policy under a leader, for gaps of one topic (U-6).
 * @returns its id; refusals `not-permitted`, `person-unknown`, `unit-unknown`, `not-found`,
 * `gap-taken`, words
 */
export async function beginRepair(
  deps: SupervisionDeps,
  input: RepairInput,
  people: PeopleBook,
  options: OwnOptions & { readonly actor: StaffActor },
): Promise<Result<OwnAnswer, Refusal>> {
  const { actor, commandId } = options;
  return beginOwn(
    deps,
    repairWork,
    commandId,
    {
      type: 'beginRepair',
      input,
      compose: async (with_) => {
        const { organisation } = with_;
        // The petition office of the place keeps it, also when a leader begins it.
        const region = organisation.find(actor.unitId)?.regionCode ?? '';
        const office = organisation.petitionOfficeOf(region) ?? actor.unitId;
        if (!mayRepairAt(actor, office)) {
          throw new CommandRefused(refuse('not-permitted', { verb: 'repair.lead' }));
        }
        const plan = planOf(with_, input, people);
        const gaps = await takeGaps(with_, actor, input.gaps);
        return { type: 'beginRepair' as const, office, gaps, ...plan };
      },
    },
    options,
  );
}

/** A step of a repair is a promise of the department to whoever leads it (C-1). */
async function stepOf(
  { tx, deps, id, madeId, state, actor, now, clean }: With,
  input: RepairStepInput<'addStep'>,
): Promise<RepairCommand> {
  if (state === null) throw new CommandRefused(refuse('not-found'));
  const { id: commitmentId } = await makeCommitmentIn(
    tx,
    deps,
    {
      source: { kind: 'policy-repair', id },
      part: madeId,
      petitionId: null,
      promisedTo: 'office',
      text: clean(input.text, 'text', limits.words),
      responsible: { userId: state.leader },
      unit: input.unit,
      byUnit: state.office,
      dueDate: input.dueDate,
    },
    { actor, at: now },
  );
  await setStream(tx, id);
  return { type: 'addStep', stepId: madeId, commitmentId };
}

/**
 * Takes one step with a repair (U-6); gaps and petitioners follow by reaction.
 * @param input of the contract's shape
 * @returns as `stepOwn`, and `repair-promises-open`
 */
export async function stepRepair<T extends RepairStep>(
  deps: SupervisionDeps,
  id: string,
  type: T,
  input: RepairStepInput<T>,
  people: PeopleBook,
  options: OwnOptions & { readonly actor: StaffActor },
): Promise<Result<OwnAnswer, Refusal>> {
  const typed = input as RepairStepInput<RepairStep>;
  const composers: {
    readonly [S in RepairStep]: (with_: With) => Promise<RepairCommand> | RepairCommand;
  } = {
    changeRepair: (with_) => ({
      type: 'changeRepair',
      ...planOf(with_, typed as RepairStepInput<'changeRepair'>, people),
    }),
    addGaps: async (with_) => {
      const { gaps } = typed as RepairStepInput<'addGaps'>;
      return { type: 'addGaps', gaps: await takeGaps(with_, options.actor, gaps) };
    },
    addStep: (with_) => stepOf(with_, typed as RepairStepInput<'addStep'>),
    recordResult: ({ clean, words }) => {
      const result = typed as RepairStepInput<'recordResult'>;
      return {
        type: 'recordResult',
        kind: result.kind,
        documentNumber: clean(result.documentNumber, 'documentNumber', limits.number),
        on: localDate(result.on),
        text: words(result.text, 'text', limits.words),
      };
    },
    dropRepair: ({ words }) => ({
      type: 'dropRepair',
      reason: words((typed as RepairStepInput<'dropRepair'>).reason, 'reason', limits.words),
    }),
    tellPetitioners: () => ({ type: 'tellPetitioners' }),
  };
  if (type === 'dropRepair') {
    // A promise whose repair is gone would stay overdue for ever.
    const now = options.at ?? Date.now();
    const promised = await listOfSource(deps, options.actor, { kind: 'policy-repair', id }, now);
    const count = promised.filter(({ status }) => status === 'open').length;
    if (count > 0) return refuse('repair-promises-open', { count });
  }
  return stepOwn(deps, repairWork, id, { type, input, compose: composers[type] }, options);
}
