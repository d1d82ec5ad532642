import { actorId, type PetitionerActor, type StaffActor } from '../../../../kernel/actor.ts';
import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  beginCase,
  findOpenCasesOf,
  runCase,
  succeedEach,
  type CaseComposing,
  type CommandAnswer,
  type CommandOptions,
  type Succession,
} from '../../../petitions/index.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import { fixedPaperHost } from '../../commands/fixed-papers.ts';
import type { Meeting } from '../case.ts';
import type { MeetingCommand } from '../command.ts';
import type { AnswerInput, MeetingStep, MeetingStepInput, PlanInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { mayPlan } from '../policy.ts';
import { foldMeeting, meetingKind } from '../queries/kind.ts';
import {
  composeCancel,
  composeMinutes,
  composeMove,
  composePlan,
  composeRecord,
} from './compose.ts';
import { tellTable } from './tell.ts';

/** The id of the meeting that a form convenes, known before it does. */
export const meetingIdOf = (
  deps: Pick<SponsorshipDeps, 'keys'>,
  actor: StaffActor,
  petitionId: string,
  commandKey: string,
): string => deriveId(deps.keys, actorId(actor), `plan-meeting-${petitionId}`, commandKey);

/**
 * Convenes a three-party meeting on a petition (S-4); everybody at the table is told.
 * @param commandKey chosen by the sender once per form: sent twice, it convenes one
 * @returns its id and version; refusals `not-found`, `not-permitted`, `idempotency-key-reused`,
 * `meeting-accusation`, `meeting-date-past`, `meeting-sides`, `meeting-representatives`,
 * `unit-unknown`, `person-unknown`
 */
export function planMeeting(
  deps: SponsorshipDeps,
  petitionId: string,
  input: PlanInput,
  options: {
    readonly actor: StaffActor;
    readonly commandKey: string;
    readonly at?: number | undefined;
  },
): Promise<Result<CommandAnswer & { readonly id: string }, Refusal>> {
  const { actor, commandKey, at } = options;
  const caseId = meetingIdOf(deps, actor, petitionId, commandKey);
  return beginCase(
    deps,
    meetingKind,
    { caseId, petitionId },
    {
      type: 'planMeeting',
      input,
      mayOpen: mayPlan,
      compose: async (from): Promise<MeetingCommand> => {
        const command = composePlan(from, input, actor.unitId);
        const more = { due: input.on, caseId };
        await tellTable(deps, from, command.participants, caseId, more);
        return command;
      },
    },
    { actor, commandId: caseId, ...(at === undefined ? {} : { at }) },
  );
}

type From = CaseComposing<Meeting>;

async function compose<T extends MeetingStep>(
  deps: SponsorshipDeps,
  type: T,
  typed: MeetingStepInput<T>,
  from: From,
  commandId: string,
): Promise<MeetingCommand> {
  const { participants = [], plan, id = '' } = from.state ?? {};
  const tell = (due: string, petitionerAlone = false): Promise<void> =>
    tellTable(deps, from, participants, commandId, { due, caseId: id, petitionerAlone });
  switch (type) {
    case 'postponeMeeting': {
      const command = composeMove(from, typed as MeetingStepInput<'postponeMeeting'>);
      await tell(command.plan.on);
      return command;
    }
    case 'cancelMeeting': {
      const command = composeCancel(from, typed as MeetingStepInput<'cancelMeeting'>);
      await tell(plan?.on ?? '');
      return command;
    }
    case 'recordMeeting':
      return composeRecord(from, deps, typed as MeetingStepInput<'recordMeeting'>);
    default: {
      const command = await composeMinutes(from, deps);
      await tell('', true);
      return command;
    }
  }
}

/**
 * One step of a meeting: put off, called off, held, its minutes issued (S-4).
 * @returns the new version; refusals `not-found`, `not-permitted`, `version-conflict`,
 * `idempotency-key-reused`, `meeting-not-in-status`, `meeting-accusation`, `meeting-date-past`,
 * `meeting-outside-told`, `meeting-not-yet`, `meeting-nobody-came`, `meeting-positions`, `meeting-result`,
 * `meeting-minutes-own`, `explanation-required`, and those of a commitment
 */
export const stepMeeting = <T extends MeetingStep>(
  deps: SponsorshipDeps,
  id: string,
  type: T,
  input: MeetingStepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> =>
  runCase(
    deps,
    meetingKind,
    id,
    { type, input, compose: (from) => compose(deps, type, input, from, options.commandId) },
    options,
  );

/**
 * The petitioner says to the minutes "that is how it was", or adds a correction, which stays with
 * them as it is.
 * @returns refusals `not-found`, `meeting-not-in-status`, `explanation-required`
 */
export const answerMinutes = (
  deps: SponsorshipDeps,
  id: string,
  input: AnswerInput,
  options: CommandOptions & { readonly actor: PetitionerActor },
): Promise<Result<CommandAnswer, Refusal>> =>
  runCase(
    deps,
    meetingKind,
    id,
    {
      type: 'answerMinutes',
      input,
      compose: ({ optionalWords }): MeetingCommand => ({
        type: 'answerMinutes',
        agrees: input.agrees,
        words: optionalWords(input.words, 'words', limits.words),
      }),
    },
    options,
  );

/** The minutes for the job that renders papers. */
export const meetingPaperHost = fixedPaperHost(
  meetingKind.kind,
  (id, events, paperId) => {
    const meeting = foldMeeting(id, events);
    const { minutes = null, held = null } = meeting ?? {};
    if (minutes?.paperId !== paperId || held === null) return null;
    return {
      kind: 'meeting-minutes' as const,
      paper: minutes,
      drafted: { by: held.userId, at: held.at },
    };
  },
  (deps, id, step, options) => {
    if (step.type !== 'recordRendering') throw new Error('Minutes are served to nobody');
    return runCase(
      deps,
      meetingKind,
      id,
      { type: step.type, input: step, compose: (): MeetingCommand => step },
      options,
    );
  },
);

/**
 * Gives every open meeting of a merged or abolished unit to its successor (O-1); a second run changes
 * nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedMeetings = (
  deps: SponsorshipDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, meetingKind.kind, unitId, after),
    (id, input, options) =>
      runCase(
        deps,
        meetingKind,
        id,
        {
          type: 'succeedUnit',
          input,
          compose: (): MeetingCommand => ({ type: 'succeedUnit', ...input }),
        },
        options,
      ),
  );
