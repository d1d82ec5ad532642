import type { PetitionDeps } from '../../petitions/index.ts';

/** What reviews work with: all that petitions have. */
export type ReviewDeps = PetitionDeps;
