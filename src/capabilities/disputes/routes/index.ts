import type { HttpServer } from '../../../platform/http/index.ts';
import type { DisputeDeps } from '../commands/index.ts';
import { decisionRoutesOf } from '../decisions/routes/index.ts';
import { matchRoutesOf } from '../matches/routes/index.ts';
import { readRoutesOf } from './read.ts';
import { writeRoutesOf } from './write.ts';

/** Disputes, early warning and decisions over HTTP; register it with the prefix `/api/v1`. */
export const disputeRoutes = async (
  app: HttpServer,
  options: {
    readonly deps: DisputeDeps;
    /** Folder with the office's own fonts. */
    readonly officeFonts: string | undefined;
  },
): Promise<void> => {
  writeRoutesOf(app, options.deps);
  readRoutesOf(app, options.deps);
  matchRoutesOf(app, options.deps);
  decisionRoutesOf(app, options.deps, options.officeFonts);
};
