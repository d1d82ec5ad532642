import type { PetitionDeps } from '../../../petitions/index.ts';

/** Everything a command on a consequence works with. */
export type ConsequencesDeps = PetitionDeps;
