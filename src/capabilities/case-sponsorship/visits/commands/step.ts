import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { runCase, type CommandAnswer, type CommandOptions } from '../../../petitions/index.ts';
import type { VisitCommand } from '../command.ts';
import type { VisitStep, VisitStepInput } from '../contract.ts';
import { visitLimits } from '../limits.ts';
import { visitKind } from '../queries/kind.ts';
import { composeStep } from './compose.ts';
import type { VisitDeps } from './deps.ts';

/**
 * A telephone that lost the answer may lay its files at the server once more, under other ids: what
 * was written decides whether it is the same command, not where the files waited.
 */
const written = (input: object): object => {
  const { uploads, ...rest } = input as { readonly uploads?: readonly string[] };
  return { ...rest, files: uploads?.length ?? 0 };
};

/**
 * Changes, cancels or records a visit, notes the petitioner's consent, or adds to a record (S-3).
 * @returns the new version; refusals `not-found`, `not-permitted`, `version-conflict`,
 * `idempotency-key-reused`, `visit-not-in-status`, `visit-neighbours-consent`,
 * `visit-neighbours-accusation`, `visit-not-made`, `visit-talks`, `visit-promise-date`,
 * `explanation-required`, `date-in-future`, `draft-expired` and those of planning
 */
export const stepVisit = <T extends VisitStep>(
  deps: VisitDeps,
  id: string,
  type: T,
  input: VisitStepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> =>
  runCase(
    deps,
    visitKind,
    id,
    {
      type,
      input: written(input),
      compose: (from): Promise<VisitCommand> => composeStep(type, input, from),
    },
    options,
  );

/** The petitioner does not want the visit: no reason is asked and nothing follows from it (S-3). */
export const declineVisit = (
  deps: VisitDeps,
  id: string,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> =>
  runCase(
    deps,
    visitKind,
    id,
    {
      type: 'declineVisit',
      input: {},
      compose: (): VisitCommand => ({ type: 'declineVisit' }),
    },
    options,
  );

/** The petitioner says beside the record what they see otherwise (S-3). */
export const correctVisit = (
  deps: VisitDeps,
  id: string,
  words: string,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> =>
  runCase(
    deps,
    visitKind,
    id,
    {
      type: 'correctVisit',
      input: { words },
      compose: (from): VisitCommand => ({
        type: 'correctVisit',
        words: from.words(words, 'words', visitLimits.correction),
      }),
    },
    options,
  );
