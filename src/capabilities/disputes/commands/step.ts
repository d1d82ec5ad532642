import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import {
  runOwnRecord,
  type CommandOptions,
  type OwnRecordAnswer,
  type OwnRecordComposing,
} from '../../petitions/index.ts';
import type { Dispute } from '../case.ts';
import type { DisputeCommand } from '../command.ts';
import type { DisputeStep, DisputeStepInput } from '../contract.ts';
import { limits } from '../limits.ts';
import type { DisputeDeps } from './deps.ts';
import { disputeKind } from './kind.ts';

type With = OwnRecordComposing<Dispute>;
const { explanation } = limits;

/** How each typed step becomes a command of the rules. */
const composers: {
  readonly [T in DisputeStep]: (input: DisputeStepInput<T>, with_: With) => DisputeCommand;
} = {
  settle: ({ agreed }, { words }) => ({
    type: 'settle',
    agreed: words(agreed, 'agreed', explanation),
  }),
  passUp: ({ reason }, { words }) => ({
    type: 'passUp',
    reason: words(reason, 'reason', explanation),
  }),
  acknowledge: () => ({ type: 'acknowledge' }),
  followUp: ({ kept, words: said }, { words }) => ({
    type: 'followUp',
    kept: kept === 'yes',
    words: words(said, 'words', explanation),
  }),
  noteAttempt: ({ words: said }, { words }) => ({
    type: 'noteAttempt',
    words: words(said, 'words', explanation),
  }),
  passDown: ({ to, reason }, { words }) => ({
    type: 'passDown',
    to,
    reason: words(reason, 'reason', explanation),
  }),
  takeBack: ({ reason }, { words }) => ({
    type: 'takeBack',
    reason: words(reason, 'reason', explanation),
  }),
  endDispute: ({ how, words: said }, { words }) => ({
    type: 'endDispute',
    how,
    words: words(said, 'words', explanation),
  }),
};

/**
 * Takes one step with a dispute, in one transaction.
 * @param input of the contract's shape
 * @returns the new version, or a refusal with nothing changed: `not-found` (also out of the line),
 * `not-permitted`, `version-conflict`, `idempotency-key-reused`, `dispute-not-in-status`, and those of
 * the rule
 */
export function stepDispute<T extends DisputeStep>(
  deps: DisputeDeps,
  id: string,
  type: T,
  input: DisputeStepInput<T>,
  options: CommandOptions,
): Promise<Result<OwnRecordAnswer, Refusal>> {
  // Each composer takes exactly the input of its own key; TypeScript cannot follow that by index.
  const composer = composers[type] as (input: DisputeStepInput<T>, with_: With) => DisputeCommand;
  return runOwnRecord(
    deps,
    disputeKind(),
    id,
    { type, input, compose: (with_) => composer(input, with_) },
    options,
  );
}
