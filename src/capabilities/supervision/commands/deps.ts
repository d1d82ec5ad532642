import type { CommandOptions, PetitionDeps } from '../../petitions/index.ts';

/** What supervision works with: the house's, nothing of its own. */
export type SupervisionDeps = PetitionDeps;

/** Who asks, and by which key a retry is known. */
export type OwnOptions = CommandOptions;
