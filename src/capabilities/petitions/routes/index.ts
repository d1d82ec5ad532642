import type { UploadInspector } from '../../../platform/files/index.ts';
import type { LetterReader } from '../../../platform/ocr/index.ts';
import type { GuessThrottle, HttpServer } from '../../../platform/http/index.ts';
import type { PetitionDeps } from '../commands/index.ts';
import { accessLogRoutes } from './access-log.ts';
import { batchRoutes } from './batch.ts';
import { commandRoutes } from './commands.ts';
import { freshForAccusations } from './fresh.ts';
import { groupListRoutes } from './group-list.ts';
import { groupRoutes } from './groups.ts';
import { intakeRoutes } from './intake.ts';
import { publicRoutes } from './public.ts';
import { readingRoutes } from './reading.ts';

export { exampleScenes, type ExampleScene } from './examples.ts';

/** Everything that changes a petition over HTTP, and the auditors' log; register it with the prefix `/api/v1`. */
export const petitionCommandRoutes = async (
  app: HttpServer,
  options: {
    readonly deps: PetitionDeps;
    readonly inspector: UploadInspector;
    readonly reader: LetterReader;
    readonly guesses: GuessThrottle;
  },
): Promise<void> => {
  app.addHook('preHandler', freshForAccusations(options.deps));
  intakeRoutes(app, options.deps, options.inspector);
  readingRoutes(app, options.deps, options.reader);
  commandRoutes(app, options.deps);
  batchRoutes(app, options.deps);
  groupRoutes(app, options.deps);
  groupListRoutes(app, options.deps);
  accessLogRoutes(app, options.deps);
  publicRoutes(app, options);
};
