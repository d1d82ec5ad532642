import type { HttpServer } from '../../../platform/http/index.ts';
import type { CommitmentDeps } from '../commands/index.ts';
import { publicRoutesOf } from './public.ts';
import { readRoutesOf } from './read.ts';
import { writeRoutesOf } from './write.ts';

/** Commitments over HTTP; register it with the prefix `/api/v1`. */
export const commitmentRoutes = async (
  app: HttpServer,
  options: { readonly deps: CommitmentDeps },
): Promise<void> => {
  writeRoutesOf(app, options.deps);
  readRoutesOf(app, options.deps);
  publicRoutesOf(app, options.deps);
};
