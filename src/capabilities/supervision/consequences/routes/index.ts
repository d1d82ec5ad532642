import type { HttpServer } from '../../../../platform/http/index.ts';
import type { ConsequencesDeps } from '../commands/index.ts';
import { readRoutesOf } from './read.ts';
import { writeRoutesOf } from './write.ts';

/** Consequences and trace-back over HTTP; register it with the prefix `/api/v1`. */
export const consequenceRoutes = async (
  app: HttpServer,
  options: { readonly deps: ConsequencesDeps; readonly officeFonts?: string | undefined },
): Promise<void> => {
  writeRoutesOf(app, options.deps);
  readRoutesOf(app, options.deps, options.officeFonts);
};
