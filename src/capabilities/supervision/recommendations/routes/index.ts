import type { HttpServer } from '../../../../platform/http/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { gapRoutesOf } from './gaps.ts';
import { recommendationRoutesOf } from './recommendations.ts';
import { repairRoutesOf } from './repairs.ts';

/** Recommendations, policy gaps and policy repairs over HTTP; register it with the prefix `/api/v1`. */
export const recommendationRoutes = async (
  app: HttpServer,
  options: { readonly deps: SupervisionDeps; readonly officeFonts?: string | undefined },
): Promise<void> => {
  const { deps, officeFonts } = options;
  recommendationRoutesOf(app, deps, officeFonts);
  gapRoutesOf(app, deps);
  repairRoutesOf(app, deps);
};
