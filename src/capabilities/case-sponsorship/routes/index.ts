import type { HttpServer } from '../../../platform/http/index.ts';
import type { SponsorshipDeps } from '../commands/index.ts';
import { sponsoredRoutesOf } from '../sponsored/routes/index.ts';
import { meetingRoutesOf } from '../meetings/routes/meetings.ts';
import { visitRoutesOf } from '../ways-out/routes/visits.ts';
import { wayRoutesOf } from '../ways-out/routes/ways.ts';
import { promiseReadRoutes } from '../public-promises/routes/read.ts';
import { promiseWriteRoutes } from '../public-promises/routes/write.ts';
import { readRoutesOf } from './read.ts';
import { writeRoutesOf } from './write.ts';
import { visitReadRoutes } from '../visits/routes/read.ts';
import { visitWriteRoutes } from '../visits/routes/write.ts';

/** Case sponsorship over HTTP; register it with the prefix `/api/v1`. */
export const sponsorshipRoutes = async (
  app: HttpServer,
  options: { readonly deps: SponsorshipDeps; readonly officeFonts?: string | undefined },
): Promise<void> => {
  writeRoutesOf(app, options.deps);
  readRoutesOf(app, options.deps);
  visitReadRoutes(app, options.deps);
  visitWriteRoutes(app, options.deps);
  sponsoredRoutesOf(app, options.deps, options.officeFonts);
  meetingRoutesOf(app, options.deps, options.officeFonts);
  wayRoutesOf(app, options.deps, options.officeFonts);
  visitRoutesOf(app, options.deps);
  promiseWriteRoutes(app, options.deps);
  promiseReadRoutes(app, options.deps, options.officeFonts);
};
