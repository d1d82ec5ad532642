import type { PetitionDeps } from '../../../petitions/index.ts';

/** What cases under a leader work with: all that petitions have. */
export type SponsoredDeps = PetitionDeps;
