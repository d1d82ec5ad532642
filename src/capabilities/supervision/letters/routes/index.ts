import type { HttpServer } from '../../../../platform/http/index.ts';
import type { SupervisionDeps } from '../commands/index.ts';
import { readRoutesOf } from './read.ts';
import { writeRoutesOf } from './write.ts';

/** The three letters over HTTP; register it with the prefix `/api/v1`. */
export const lettersRoutes = async (
  app: HttpServer,
  options: { readonly deps: SupervisionDeps; readonly officeFonts?: string | undefined },
): Promise<void> => {
  writeRoutesOf(app, options.deps);
  readRoutesOf(app, options.deps, options.officeFonts);
};
