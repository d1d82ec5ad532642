import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import {
  findOpenCasesOf,
  runCase,
  succeedEach,
  type CommandAnswer,
  type CommandOptions,
  type Succession,
} from '../../../petitions/index.ts';
import type { DisputeDeps } from '../../commands/deps.ts';
import type { WarningCommand } from '../command.ts';
import { warningIdOf, warningKind } from '../queries/kind.ts';

/**
 * A case officer says whether a suggested dispute is the same matter (D-2); they may change their mind.
 * @returns the new version; refusals `not-found`, `not-permitted`, `match-is-origin`,
 * `version-conflict`, `idempotency-key-reused`
 */
export function judgeMatch(
  deps: DisputeDeps,
  place: { readonly petitionId: string; readonly disputeId: string },
  verdict: 'confirmed' | 'rejected',
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const { petitionId, disputeId } = place;
  const type = verdict === 'confirmed' ? 'confirmMatch' : 'rejectMatch';
  return runCase(
    deps,
    warningKind,
    warningIdOf(deps, petitionId),
    { type, input: disputeId, compose: (): WarningCommand => ({ type, disputeId }) },
    options,
  );
}

/** Gives what a merged or abolished office had still to judge to its successor (O-1). */
export const succeedWarnings = (
  deps: DisputeDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, warningKind.kind, unitId, after),
    (id, input, options) =>
      runCase(
        deps,
        warningKind,
        id,
        {
          type: 'succeedUnit',
          input,
          compose: (): WarningCommand => ({ type: 'succeedUnit', ...input }),
        },
        options,
      ),
  );
