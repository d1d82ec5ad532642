import type { PublicCommandType } from '../../src/capabilities/petitions/contract.ts';
import type { PetitionView } from '../../src/capabilities/petitions/view.ts';
import { forms, isPaperStep } from './commands/forms.ts';

/** Whether a word from the address bar names a step. */
export function isCommand(word: string | null): word is PublicCommandType {
  return word !== null && Object.hasOwn(forms, word);
}

/** The address under which a step is taken; a step on a paper names the paper. */
export function stepAddress(
  petition: Pick<PetitionView, 'id'> & Partial<Pick<PetitionView, 'papers'>>,
  command: PublicCommandType,
  paperId?: string,
): string {
  const paper =
    paperId ??
    (isPaperStep(command)
      ? petition.papers?.find(({ steps }) => steps.includes(command))?.id
      : undefined);
  const query = new URLSearchParams({ do: command, ...(paper === undefined ? {} : { paper }) });
  return `/petitions/${petition.id}?${query.toString()}`;
}
