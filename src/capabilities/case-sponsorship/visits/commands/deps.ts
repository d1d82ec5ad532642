import type { PetitionDeps } from '../../../petitions/index.ts';

/** What home visits work with: all that petitions have. */
export type VisitDeps = PetitionDeps;
