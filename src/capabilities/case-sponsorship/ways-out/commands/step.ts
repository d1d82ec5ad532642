import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  beginCase,
  findOpenCasesOf,
  runCase,
  succeedEach,
  tellOfPetition,
  type CaseComposing,
  type CommandAnswer,
  type CommandOptions,
  type Succession,
} from '../../../petitions/index.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import { fixedPaperHost } from '../../commands/fixed-papers.ts';
import type { WayOut } from '../case.ts';
import type { WayCommand } from '../command.ts';
import type { ChooseInput, WayStep, WayStepInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { mayChoose } from '../policy.ts';
import { foldWay, wayOutKind } from '../queries/kind.ts';
import {
  composeApproval,
  composeChoice,
  composeExplanation,
  composePayment,
  composeStep,
} from './compose.ts';

type From = CaseComposing<WayOut>;

/** The petitioner hears that there is progress, and of what kind on their own page alone. */
const tellPetitioner = (
  deps: SponsorshipDeps,
  { tx, petition }: Pick<From, 'tx' | 'petition'>,
  commandId: string,
): Promise<void> =>
  tellOfPetition(
    tx,
    deps,
    petition,
    { petitioner: true, template: 'way-out-news' },
    deriveId(deps.keys, 'system:ways-out', 'petitioner', commandId),
  );

/** The id of the way out that a form chooses, known before it does. */
export const wayOutIdOf = (
  deps: Pick<SponsorshipDeps, 'keys'>,
  actor: StaffActor,
  petitionId: string,
  commandKey: string,
): string => deriveId(deps.keys, actorId(actor), `choose-way-${petitionId}`, commandKey);

/**
 * Chooses one of the three ways out for a petition or one of its demands (Reg. 27, S-5).
 * @param commandKey chosen by the sender once per form: sent twice, it chooses once
 * @returns its id and version; refusals `not-found`, `not-permitted`, `idempotency-key-reused`,
 * `way-out-accusation`, `way-out-demand`, `way-out-steps`, `way-out-step-past`, `aid-amount`,
 * `explanation-required`
 */
export function chooseWay(
  deps: SponsorshipDeps,
  petitionId: string,
  input: ChooseInput,
  options: {
    readonly actor: StaffActor;
    readonly commandKey: string;
    readonly at?: number | undefined;
  },
): Promise<Result<CommandAnswer & { readonly id: string }, Refusal>> {
  const { actor, commandKey, at } = options;
  const caseId = wayOutIdOf(deps, actor, petitionId, commandKey);
  return beginCase(
    deps,
    wayOutKind,
    { caseId, petitionId },
    {
      type: 'chooseWay',
      input,
      mayOpen: mayChoose,
      compose: async (from): Promise<WayCommand> => {
        await tellPetitioner(deps, from, caseId);
        return composeChoice(deps, from, input, actor.unitId);
      },
    },
    { actor, commandId: caseId, ...(at === undefined ? {} : { at }) },
  );
}

/** Which steps the petitioner hears of. */
const news = new Set<WayStep>(['recordStep', 'finishWay', 'changeWay', 'refuseAid', 'payAid']);

async function compose<T extends WayStep>(
  deps: SponsorshipDeps,
  type: T,
  typed: WayStepInput<T>,
  from: From,
): Promise<WayCommand> {
  switch (type) {
    case 'recordStep':
      return composeStep(from, typed as WayStepInput<'recordStep'>);
    case 'explainLaw':
      return composeExplanation(from, typed as WayStepInput<'explainLaw'>);
    case 'approveAid':
      return composeApproval(from, deps, typed as WayStepInput<'approveAid'>);
    case 'payAid':
      return composePayment(from, typed as WayStepInput<'payAid'>);
    case 'changeWay': {
      const { reason } = typed as WayStepInput<'changeWay'>;
      return { type: 'changeWay', reason: from.words(reason, 'reason', limits.reason) };
    }
    case 'refuseAid': {
      const { words } = typed as WayStepInput<'refuseAid'>;
      return { type: 'refuseAid', words: from.words(words, 'words', limits.reason) };
    }
    default: {
      const { words } = typed as WayStepInput<'finishWay'>;
      return { type: 'finishWay', words: from.words(words, 'words', limits.words) };
    }
  }
}

/**
 * One step on a way out: a step of the path done, the law explained, aid approved, refused or paid,
 * finished, or left for another way (S-5).
 * @returns the new version; refusals `not-found`, `not-permitted`, `version-conflict`,
 * `idempotency-key-reused`, `way-out-accusation`, `way-out-not-in-status`, `way-out-step`,
 * `way-out-date`, `way-out-unfinished`, `aid-approver`, `aid-paid-early`, `explanation-required`
 */
export const stepWay = <T extends WayStep>(
  deps: SponsorshipDeps,
  id: string,
  type: T,
  input: WayStepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> =>
  runCase(
    deps,
    wayOutKind,
    id,
    {
      type,
      input,
      compose: async (from) => {
        const command = await compose(deps, type, input, from);
        const granted = command.type === 'approveAid' && command.sheet !== null;
        if (granted || news.has(type)) await tellPetitioner(deps, from, options.commandId);
        return command;
      },
    },
    options,
  );

/** The approval sheet for the job that renders papers. */
export const wayOutPaperHost = fixedPaperHost(
  wayOutKind.kind,
  (id, events, paperId) => {
    const way = foldWay(id, events);
    const sheet = way?.aid?.sheet ?? null;
    if (way === null || sheet?.paperId !== paperId) return null;
    return {
      kind: 'aid-approval' as const,
      paper: sheet,
      drafted: { by: way.chosenBy, at: way.chosenAt },
    };
  },
  (deps, id, step, options) => {
    if (step.type !== 'recordRendering') throw new Error('A sheet is served to nobody');
    return runCase(
      deps,
      wayOutKind,
      id,
      { type: step.type, input: step, compose: (): WayCommand => step },
      options,
    );
  },
);

/**
 * Gives every open way out of a merged or abolished unit to its successor (O-1); a second run changes
 * nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedWays = (
  deps: SponsorshipDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, wayOutKind.kind, unitId, after),
    (id, input, options) =>
      runCase(
        deps,
        wayOutKind,
        id,
        {
          type: 'succeedUnit',
          input,
          compose: (): WayCommand => ({ type: 'succeedUnit', ...input }),
        },
        options,
      ),
  );
