import { localDate } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { setStreams } from '../../../platform/database/index.ts';
import { makeCommitmentIn } from '../../commitments/index.ts';
import {
  runCase,
  type CaseComposing,
  type CommandAnswer,
  type CommandOptions,
} from '../../petitions/index.ts';
import type { LetterCommand } from '../command.ts';
import type { LetterStep, LetterStepInput } from '../contract.ts';
import type { Letter } from '../letter.ts';
import { limits } from '../limits.ts';
import { letterKind } from '../queries/kind.ts';
import type { LetterDeps } from './deps.ts';

type With = CaseComposing<Letter>;

/** A written instruction and what is owed by it stand or fall together. */
async function instruct(
  deps: LetterDeps,
  input: LetterStepInput<'instruct'>,
  { tx, state, petition, actor, now }: With,
): Promise<LetterCommand> {
  const letterId = state?.id ?? '';
  const by = actor.kind === 'staff' ? actor : { userId: '', unitId: '' };
  const { unit, text, dueDate } = input;
  const told = input.told === 'yes';
  const { id: commitmentId } = await makeCommitmentIn(
    tx,
    deps,
    {
      source: { kind: 'instruction', id: letterId },
      part: String((state?.instructions.length ?? 0) + 1),
      petitionId: petition.id,
      promisedTo: told ? 'petitioner' : 'office',
      text,
      responsible: { userId: by.userId },
      unit,
      byUnit: by.unitId,
      dueDate,
    },
    { actor, at: now },
  );
  await setStreams(tx, [letterId, petition.id]);
  return { type: 'instruct', commitmentId, unit, dueDate: localDate(dueDate), told };
}

/**
 * A reader reads, marks or instructs, in one transaction.
 * @returns the new version; refusals as `runCase` and, for an instruction, as `makeCommitmentIn`
 */
export const stepLetter = <T extends LetterStep>(
  deps: LetterDeps,
  letterId: string,
  type: T,
  input: LetterStepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> =>
  runCase(
    deps,
    letterKind,
    letterId,
    {
      type,
      input,
      compose: (with_): LetterCommand | Promise<LetterCommand> => {
        if (type === 'instruct') {
          return instruct(deps, input as LetterStepInput<'instruct'>, with_);
        }
        const { mark, words } = input as LetterStepInput<'readLetter'>;
        return {
          type: 'readLetter',
          mark,
          words: with_.optionalWords(words, 'words', limits.words),
        };
      },
    },
    options,
  );
