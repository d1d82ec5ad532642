import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { CommandRefused } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  beginOwnRecord,
  type OwnRecordAnswer,
  type OwnRecordComposing,
} from '../../../petitions/index.ts';
import type { DisputeDeps } from '../../commands/deps.ts';
import { settingsOf } from '../../queries/settings.ts';
import type { Assessment } from '../case.ts';
import type { AssessmentCommand } from '../command.ts';
import type { NewDecisionInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { assessmentKind } from './kind.ts';

async function compose(
  input: NewDecisionInput,
  { tx, actor, organisation, words }: OwnRecordComposing<Assessment>,
): Promise<AssessmentCommand> {
  const { regionCode, kind, peopleConcerned, assessor } = input;
  const office = organisation.petitionOfficeOf(regionCode);
  if (!organisation.knowsRegion(regionCode) || office === undefined) {
    throw new CommandRefused(refuse('region-unknown', { code: regionCode }, 'regionCode'));
  }
  return {
    type: 'recordDecision',
    title: words(input.title, 'title', limits.title),
    content: words(input.content, 'content', limits.content),
    kind,
    regionCode,
    peopleConcerned,
    unit: actor.kind === 'staff' ? actor.unitId : '',
    assessor,
    office,
    checklist: (await settingsOf(tx, office)).settings.checklist,
  };
}

/** The id of an assessment that somebody records: known before it is sent. */
export const assessmentIdOf = (
  deps: Pick<DisputeDeps, 'keys'>,
  actor: StaffActor,
  commandKey: string,
): string => deriveId(deps.keys, actorId(actor), 'decision', commandKey);

/**
 * Records a decision that is to be assessed (D-3), in the name of the actor's unit, which decides.
 * @param options.commandKey chosen by the sender once per form
 * @returns its id; refusals `not-permitted`, `region-unknown`, `unit-unknown`, `assessor-is-decider`,
 * `explanation-required`, `idempotency-key-reused`
 */
export function recordDecision(
  deps: DisputeDeps,
  input: NewDecisionInput,
  options: {
    readonly actor: StaffActor;
    readonly commandKey: string;
    readonly at?: number | undefined;
  },
): Promise<Result<OwnRecordAnswer, Refusal>> {
  const { actor, commandKey, at } = options;
  const id = assessmentIdOf(deps, actor, commandKey);
  return beginOwnRecord(
    deps,
    assessmentKind,
    id,
    { type: 'recordDecision', input, compose: (with_) => compose(input, with_) },
    { actor, commandId: id, ...(at === undefined ? {} : { at }) },
  );
}
