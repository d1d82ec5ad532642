import type { Petition } from '../../petitions/index.ts';
import type { PetitionFacts } from '../decide/index.ts';

/** Of a petition only what the rules of promises ask; null where one hangs on none. */
export const petitionFactsOf = (petition: Petition | null): PetitionFacts | null =>
  petition === null
    ? null
    : {
        id: petition.id,
        office: petition.office,
        accusation: petition.purpose === 'accusation',
        accusedUnits: petition.accusedUnits,
      };
