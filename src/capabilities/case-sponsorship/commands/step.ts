import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import {
  runCase,
  type CaseComposing,
  type CommandAnswer,
  type CommandOptions,
} from '../../petitions/index.ts';
import type { Backlog } from '../backlog.ts';
import type { BacklogCommand } from '../command.ts';
import type { BacklogStep, BacklogStepInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { backlogKind } from '../queries/kind.ts';
import type { SponsorshipDeps } from './deps.ts';

async function propose(
  input: BacklogStepInput<'proposeClosing'>,
  { words, attach }: CaseComposing<Backlog>,
): Promise<BacklogCommand> {
  const files = await attach(input.uploads);
  return {
    type: 'proposeClosing',
    evidence: words(input.evidence, 'evidence', limits.words),
    attachments: files.map(({ purpose: _purpose, ...file }) => file),
    view: input.view,
    viewWords: words(input.viewWords, 'viewWords', limits.words),
  };
}

/**
 * A unit reports a backlog case as resolved, somebody outside it verifies or sends it back, or the
 * office takes up again what came back (S-6).
 * @returns the new version; refusals `not-found`, `not-permitted`, `version-conflict`,
 * `backlog-not-in-status`, `backlog-verifier-inside`, `explanation-required`
 */
export const stepBacklog = <T extends BacklogStep>(
  deps: SponsorshipDeps,
  id: string,
  type: T,
  input: BacklogStepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> =>
  runCase(
    deps,
    backlogKind,
    id,
    {
      type,
      input,
      compose: (with_): BacklogCommand | Promise<BacklogCommand> => {
        if (type === 'proposeClosing') {
          return propose(input as BacklogStepInput<'proposeClosing'>, with_);
        }
        const { words } = input as BacklogStepInput<'verifyClosing'>;
        return {
          type,
          words: with_.words(words, 'words', limits.words),
        };
      },
    },
    options,
  );
