import type { PetitionDeps } from '../../petitions/index.ts';

/** What sponsorship works with: all that petitions have. */
export type SponsorshipDeps = PetitionDeps;
