import type { PetitionDeps } from '../../petitions/index.ts';

/** What commitments work with: all that petitions have. */
export type CommitmentDeps = PetitionDeps;
