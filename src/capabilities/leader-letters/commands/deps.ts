import type { PetitionDeps } from '../../petitions/index.ts';

/** What letters work with: all that petitions have. */
export type LetterDeps = PetitionDeps;
