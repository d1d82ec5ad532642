import type { PetitionDeps } from '../../petitions/index.ts';

/** What disputes work with: all that petitions have. */
export type DisputeDeps = PetitionDeps;
