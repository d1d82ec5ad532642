import type { PetitionDeps } from '../../../petitions/index.ts';

/** Everything a command of supervision works with. */
export type SupervisionDeps = PetitionDeps;
