import type { PetitionerActor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { lookupCode } from '../../../platform/vault/index.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { isAccusation, type Petition } from '../petition.ts';
import type { PublicProgress } from '../view.ts';
import type { PetitionReads } from './deps.ts';
import { openFolder, type Folder, type SealedWords } from './folder.ts';

interface PartTold {
  readonly number: string;
  readonly accusation: boolean;
}

/**
 * Petitions in which this one goes on, as its petitioner may follow them: the parts of a split one
 * with id, an accusation among them and a petition of others by number alone.
 */
export function continuedOf({
  petition,
  words,
}: Pick<Folder, 'petition' | 'words'>): PublicProgress['continuedIn'] {
  const { conclusion } = petition;
  if (conclusion === null || conclusion.explanation === null) return [];
  const told = words.open<{ readonly parts?: string; readonly number?: string }>(
    conclusion.explanation,
  );
  if (conclusion.form === 'merged' && told?.number !== undefined) return [{ number: told.number }];
  if (conclusion.form !== 'split') return [];
  return partsTold(told?.parts).map(({ number, accusation }, index) => {
    const id = conclusion.continuedIn[index];
    return accusation || id === undefined ? { number } : { id, number };
  });
}

const partsTold = (sealed: string | undefined): readonly PartTold[] =>
  sealed === undefined ? [] : (JSON.parse(sealed) as readonly PartTold[]);

/**
 * Lets whoever proved number and code of a split petition go on to a part of it (P-4, P-13).
 * @param petitionId the split petition, opened by its own code
 * @returns number and look-up code of the part
 * Refusals: `number-or-code-wrong` for what is no part of it, an accusation, and a part whose code
 * was replaced since: that was done to shut out whoever had the old one.
 */
export async function openPart(
  deps: PetitionReads,
  petitionId: string,
  number: string,
): Promise<Result<{ readonly number: string; readonly lookupCode: string }, Refusal>> {
  const parent = await folded(deps, petitionId);
  const part = parent === null ? undefined : findPart(parent, number);
  const petition = part === undefined ? undefined : (await folded(deps, part))?.petition;
  if (petition === undefined || !isOwnPart(petition, petitionId)) {
    return refuse('number-or-code-wrong');
  }
  return ok({ number, lookupCode: lookupCode(deps.keys, petition.id, petition.codeVersion) });
}

const isOwnPart = (petition: Petition, parent: string): boolean =>
  petition.splitFrom === parent && !isAccusation(petition) && petition.codeVersion === 1;

const findPart = (
  parent: { readonly petition: Petition; readonly words: SealedWords },
  number: string,
): string | undefined => continuedOf(parent).find((part) => part.number === number)?.id;

const folded = (deps: PetitionReads, petitionId: string): Promise<Folder | null> => {
  const actor: PetitionerActor = { kind: 'petitioner', petitionId };
  return deps.db.withActor(scopeOf(actor), 'read', (tx) => openFolder(tx, deps.vault, petitionId));
};
