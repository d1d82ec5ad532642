import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { CommandRefused } from '../../../../platform/database/index.ts';
import { beginCase, type CommandAnswer, type CommandOptions } from '../../../petitions/index.ts';
import type { LettersCommand } from '../command.ts';
import type { BeginInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { mayBegin } from '../policy.ts';
import { lettersKind } from '../queries/kind.ts';
import { usualSettings } from '../settings.ts';
import { findLettersSettings } from '../settings-store.ts';
import type { SupervisionDeps } from './deps.ts';

/**
 * Begins a ladder of letters to a unit about a petition (U-4). One unit has one ladder about one
 * petition at a time; the petition's lock sees to it.
 * @param place.caseId derived from actor and key: the same request sent twice is one
 * @returns refusals `not-found`, `not-permitted`, `letters-open`, `letters-accusation`,
 * `letters-unit-stranger`, `letters-own-office`, `unit-unknown`, `letters-addressee`, `letters-step`,
 * `explanation-required`
 */
export const beginLetters = (
  deps: SupervisionDeps,
  place: { readonly caseId: string; readonly petitionId: string },
  input: BeginInput,
  options: CommandOptions,
): Promise<Result<CommandAnswer & { readonly id: string }, Refusal>> =>
  beginCase(
    deps,
    lettersKind,
    place,
    {
      type: 'beginLetters',
      input,
      mayOpen: mayBegin,
      compose: async (with_): Promise<LettersCommand> => {
        const { tx, petition, siblings, words, optionalWords, nextId } = with_;
        const { kind } = lettersKind;
        if (siblings.some((row) => row.kind === kind && row.open && row.holder === input.unit)) {
          throw new CommandRefused(refuse('letters-open', {}, 'unit'));
        }
        const { office } = petition;
        const settings = (await findLettersSettings(tx, office))?.settings ?? usualSettings;
        return {
          type: 'beginLetters',
          petitionId: petition.id,
          office,
          unit: input.unit,
          item: input.item ?? null,
          steps: settings.steps,
          step: input.step,
          reason: optionalWords(input.reason, 'reason', limits.reason),
          addressee: input.addressee ?? null,
          copies: input.copies,
          words: words(input.words, 'words', limits.words),
          paperId: nextId(),
        };
      },
    },
    options,
  );
