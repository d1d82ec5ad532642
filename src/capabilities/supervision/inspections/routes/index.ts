import type { HttpServer } from '../../../../platform/http/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { drawRoutesOf } from './draws.ts';
import { inspectionRoutesOf } from './inspections.ts';
import { programmeRoutesOf } from './programmes.ts';

/** Inspections over HTTP; register it with the prefix `/api/v1`. */
export const inspectionRoutes = async (
  app: HttpServer,
  options: { readonly deps: SupervisionDeps; readonly officeFonts?: string | undefined },
): Promise<void> => {
  const { deps, officeFonts } = options;
  programmeRoutesOf(app, deps);
  inspectionRoutesOf(app, deps, officeFonts);
  drawRoutesOf(app, deps);
};
