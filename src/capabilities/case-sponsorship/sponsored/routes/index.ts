import type { HttpServer } from '../../../../platform/http/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import { readRoutesOf } from './read.ts';
import { taskRoutesOf } from './tasks.ts';
import { writeRoutesOf } from './write.ts';

/** Cases under a leader and the tasks of the seven, over HTTP. */
export function sponsoredRoutesOf(
  app: HttpServer,
  deps: SponsoredDeps,
  officeFonts?: string,
): void {
  writeRoutesOf(app, deps);
  taskRoutesOf(app, deps);
  readRoutesOf(app, deps, officeFonts);
}
