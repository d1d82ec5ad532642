import type { HttpServer } from '../../../../platform/http/index.ts';
import { ticketRoutesOf } from '../../tickets/routes/tickets.ts';
import { groupRoutesOf } from './groups.ts';
import { hallRoutesOf } from './halls.ts';
import { liveRoutesOf, type LiveRouteOptions } from './live.ts';

/** The day itself over HTTP: hall, groups, tickets; register it with the prefix `/api/v1`. */
export const receptionHallRoutes = async (
  app: HttpServer,
  options: LiveRouteOptions,
): Promise<void> => {
  hallRoutesOf(app, options.deps);
  groupRoutesOf(app, options.deps);
  ticketRoutesOf(app, options.deps);
  liveRoutesOf(app, options);
};
