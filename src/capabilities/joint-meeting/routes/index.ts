import type { HttpServer } from '../../../platform/http/index.ts';
import type { MeetingDeps } from '../commands/index.ts';
import { readRoutesOf } from './read.ts';
import { writeRoutesOf } from './write.ts';

/** Joint meetings over HTTP (J-1); register it with the prefix `/api/v1`. */
export const meetingRoutes = async (
  app: HttpServer,
  options: { readonly deps: MeetingDeps; readonly officeFonts?: string | undefined },
): Promise<void> => {
  readRoutesOf(app, options.deps, options.officeFonts);
  writeRoutesOf(app, options.deps);
};
