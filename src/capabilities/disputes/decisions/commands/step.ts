import { localDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { CommandRefused, setStream } from '../../../../platform/database/index.ts';
import {
  openVisible,
  runOwnRecord,
  type CommandOptions,
  type OwnRecordAnswer,
  type OwnRecordComposing,
} from '../../../petitions/index.ts';
import type { DisputeDeps } from '../../commands/deps.ts';
import type { Assessment } from '../case.ts';
import type { AssessmentCommand } from '../command.ts';
import type { AssessmentStep, AssessmentStepInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { assessmentKind } from './kind.ts';

type With = OwnRecordComposing<Assessment>;
const { explanation } = limits;

/** How each typed step becomes a command of the rules. */
const composers: {
  readonly [T in AssessmentStep]: (input: AssessmentStepInput<T>, with_: With) => AssessmentCommand;
} = {
  answerCheck: ({ code, answer, words: said }, { words }) => ({
    type: 'answerCheck',
    code,
    answer,
    words: words(said, 'words', explanation),
  }),
  recordConsultation: ({ heldOn, opinions, answer, ...held }, { words }) => ({
    type: 'recordConsultation',
    ...held,
    heldOn: localDate(heldOn),
    opinions: words(opinions, 'opinions', explanation),
    answer: words(answer, 'answer', explanation),
  }),
  addMeasure: ({ words: said, unit }, { words }) => ({
    type: 'addMeasure',
    unit,
    words: words(said, 'words', explanation),
  }),
  nameReviewer: (input) => ({ type: 'nameReviewer', ...input }),
  reviewLegality: ({ opinion, words: said, validUntil }, { words }) => ({
    type: 'reviewLegality',
    opinion,
    words: words(said, 'words', explanation),
    validUntil: localDate(validUntil),
  }),
  conclude: ({ result, words: said, validUntil }, { words }) => ({
    type: 'conclude',
    result,
    words: words(said, 'words', explanation),
    validUntil: localDate(validUntil),
  }),
  reopen: ({ reason }, { words }) => ({
    type: 'reopen',
    reason: words(reason, 'reason', explanation),
  }),
  withdraw: ({ reason }, { words }) => ({
    type: 'withdraw',
    reason: words(reason, 'reason', explanation),
  }),
};

/**
 * Takes one step with an assessment, in one transaction.
 * @returns the new version; refusals `not-found` (also out of jurisdiction), `not-permitted`,
 * `version-conflict`, `idempotency-key-reused`, `assessment-not-in-status`, and those of the rule
 */
export function stepAssessment<T extends AssessmentStep>(
  deps: DisputeDeps,
  id: string,
  type: T,
  input: AssessmentStepInput<T>,
  options: CommandOptions,
): Promise<Result<OwnRecordAnswer, Refusal>> {
  // Each composer takes exactly the input of its own key; TypeScript cannot follow that by index.
  const composer = composers[type] as (
    input: AssessmentStepInput<T>,
    with_: With,
  ) => AssessmentCommand;
  return runOwnRecord(
    deps,
    assessmentKind,
    id,
    { type, input, compose: (with_) => composer(input, with_) },
    options,
  );
}

/** Passes the petition as its own office may: others choose no decision for it. */
async function passPetition(
  deps: DisputeDeps,
  petitionId: string,
  { tx, id, actor }: With,
): Promise<boolean> {
  const folder = await openVisible(tx, deps, actor, petitionId);
  const own = actor.kind === 'staff' && folder?.petition.office === actor.unitId;
  if (folder === null || !own) throw new CommandRefused(refuse('not-found', {}, 'petitionId'));
  await setStream(tx, id);
  return folder.petition.purpose === 'accusation';
}

/**
 * The case officer of a petition notes that it names this decision (D-3); linked twice it is linked
 * once.
 * @returns refusals `not-found` (decision or petition, and every accusation), `not-permitted`
 */
export const linkPetition = (
  deps: DisputeDeps,
  id: string,
  petitionId: string,
  options: CommandOptions,
): Promise<Result<OwnRecordAnswer, Refusal>> =>
  runOwnRecord(
    deps,
    assessmentKind,
    id,
    {
      type: 'linkPetition',
      input: petitionId,
      compose: async (with_): Promise<AssessmentCommand> => ({
        type: 'linkPetition',
        petitionId,
        accusation: await passPetition(deps, petitionId, with_),
      }),
    },
    options,
  );

/** Takes the link back; refusals as `linkPetition`. */
export const unlinkPetition = (
  deps: DisputeDeps,
  id: string,
  petitionId: string,
  options: CommandOptions,
): Promise<Result<OwnRecordAnswer, Refusal>> =>
  runOwnRecord(
    deps,
    assessmentKind,
    id,
    {
      type: 'unlinkPetition',
      input: petitionId,
      compose: async (with_): Promise<AssessmentCommand> => {
        await passPetition(deps, petitionId, with_);
        return { type: 'unlinkPetition', petitionId };
      },
    },
    options,
  );
