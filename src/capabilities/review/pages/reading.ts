import type { PetitionReading } from '../../petitions/index.ts';
import type { Say } from '../../../portal/words/index.ts';
import type { ReviewKey } from './words/index.ts';

/** What every review page knows about its reader. */
export interface ReviewReading {
  readonly reading: PetitionReading;
  readonly tell: Say<ReviewKey>;
}
