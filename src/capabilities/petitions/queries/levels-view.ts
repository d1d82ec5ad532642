import type { Petition, SealedText } from '../petition.ts';
import { levelPartsOf } from '../raised.ts';
import type { PetitionView } from '../view.ts';

type Levels = Pick<PetitionView, 'levels' | 'raiseProposal' | 'agenda'>;

/** What a reader of a part only sees of the levels. */
export const noLevels: Levels = { levels: [], raiseProposal: null, agenda: null };

/** Who leads, helps and supervises, what was proposed, and its place before the joint meeting. */
export function levelsOf(
  petition: Petition,
  unit: (id: string) => { readonly id: string; readonly name: string },
  read: (text: SealedText | null) => string | null,
): Levels {
  const { raiseProposal, agenda } = petition;
  return {
    levels: levelPartsOf(petition).map(({ unit: id, part }) => ({ unit: unit(id), part })),
    raiseProposal:
      raiseProposal === null
        ? null
        : {
            to: unit(raiseProposal.to).name,
            by: unit(raiseProposal.by).name,
            at: raiseProposal.at,
            reason: read(raiseProposal.reason) ?? '',
          },
    agenda:
      agenda === null ? null : { ...agenda, unit: unit(agenda.unit).name, text: read(agenda.text) },
  };
}
