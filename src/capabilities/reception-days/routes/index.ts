import type { HttpServer } from '../../../platform/http/index.ts';
import type { ReceptionDeps } from '../commands/index.ts';
import { afterwardsRoutesOf } from './afterwards.ts';
import { dayRoutesOf } from './days.ts';
import { leaderRoutesOf } from './leaders.ts';
import { planningRoutesOf } from './planning.ts';

/** Reception days over HTTP; register it with the prefix `/api/v1`. */
export const receptionRoutes = async (
  app: HttpServer,
  options: { readonly deps: ReceptionDeps; readonly officeFonts?: string | undefined },
): Promise<void> => {
  dayRoutesOf(app, options.deps);
  leaderRoutesOf(app, options.deps);
  planningRoutesOf(app, options.deps);
  afterwardsRoutesOf(app, options.deps, options.officeFonts);
};
