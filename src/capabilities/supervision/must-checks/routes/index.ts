import type { HttpServer } from '../../../../platform/http/index.ts';
import type { MustCheckDeps } from '../commands/index.ts';
import { readRoutesOf } from './read.ts';
import { writeRoutesOf } from './write.ts';

/** Supervision items over HTTP; register them with the prefix `/api/v1`. */
export const mustCheckRoutes = async (
  app: HttpServer,
  options: { readonly deps: MustCheckDeps },
): Promise<void> => {
  writeRoutesOf(app, options.deps);
  readRoutesOf(app, options.deps);
};
