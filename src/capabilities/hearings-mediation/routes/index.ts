import type { HttpServer } from '../../../platform/http/index.ts';
import type { PetitionDeps } from '../../petitions/index.ts';
import { proceedingRoutesOf } from './proceedings.ts';
import { rosterRoutesOf } from './roster.ts';

/** Hearings, mediations, roster and shifts over HTTP; register it with the prefix `/api/v1`. */
export const proceedingRoutes = async (
  app: HttpServer,
  options: { readonly deps: PetitionDeps },
): Promise<void> => {
  proceedingRoutesOf(app, options.deps);
  rosterRoutesOf(app, options.deps);
};
