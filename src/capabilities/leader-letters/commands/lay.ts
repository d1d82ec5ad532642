import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import {
  beginCase,
  runSystemCommand,
  systemActor,
  type CommandOptions,
} from '../../petitions/index.ts';
import type { LetterCommand } from '../command.ts';
import type { LayLetterInput } from '../contract.ts';
import type { LetterReader } from '../letter.ts';
import { limits } from '../limits.ts';
import { mayLay } from '../policy.ts';
import { letterKind } from '../queries/kind.ts';
import type { LetterDeps } from './deps.ts';

/** A petition lies before one reader once: laid twice, it is the same letter. */
export const letterIdOf = (
  deps: Pick<LetterDeps, 'keys'>,
  petitionId: string,
  before: LetterReader,
  unit: string,
): string => deriveId(deps.keys, 'system:letters', before, `${petitionId}/${unit}`);

type Place = { readonly petitionId: string; readonly before: LetterReader };
type Options = Pick<CommandOptions, 'actor' | 'at'>;
type Laid = Result<{ readonly id: string; readonly version: number }, Refusal>;

/**
 * Lays a petition before a reader whose unit can read it already.
 * @returns the letter's id; refusals `not-found`, `not-permitted`, `letter-accusation`, `unit-unknown`
 */
export function layReadable(
  deps: LetterDeps,
  { petitionId, before }: Place,
  input: LayLetterInput,
  options: Options,
): Promise<Laid> {
  const id = letterIdOf(deps, petitionId, before, input.unit);
  return beginCase(
    deps,
    letterKind,
    { caseId: id, petitionId },
    {
      type: 'layLetter',
      // The reason may be worded anew: the letter lies there already.
      input: { unit: input.unit },
      mayOpen: mayLay,
      compose: ({ petition, optionalWords }): LetterCommand => ({
        type: 'layLetter',
        petitionId,
        before,
        unit: input.unit,
        office: petition.office,
        reason: optionalWords(input.reason, 'reason', limits.words),
      }),
    },
    { ...options, commandId: id },
  );
}

/**
 * Lays a petition before a leader (the office selects), or before the head of the unit that has it
 * (the program does, for every one). The reader's unit may then read the petition.
 * @returns as `layReadable`
 */
export async function layLetter(
  deps: LetterDeps,
  place: Place,
  input: LayLetterInput,
  options: Options,
): Promise<Laid> {
  const laid = await layReadable(deps, place, input, options);
  if (!laid.ok) return laid;
  const actor = systemActor('letters');
  const commandId = deriveId(deps.keys, 'system:letters', 'admit', laid.value.id);
  const admitted = await runSystemCommand(
    deps,
    place.petitionId,
    { type: 'admitReader', unit: input.unit },
    { actor, commandId, ...(options.at === undefined ? {} : { at: options.at }) },
  );
  return admitted.ok ? laid : admitted;
}
