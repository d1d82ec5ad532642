import type { HttpServer } from '../../../platform/http/index.ts';
import type { PaperDocument } from '../../papers/index.ts';
import type { ReviewDeps } from '../commands/index.ts';
import { reviewBodyRoutes } from './bodies.ts';
import { reviewCommandRoutes } from './commands.ts';
import { reviewReadRoutes } from './read.ts';

export { reviewScenes, type ReviewScene } from './examples.ts';

/** Everything about reviews over HTTP; register it with the prefix `/api/v1`. */
export const reviewRoutes = async (
  app: HttpServer,
  options: {
    readonly deps: ReviewDeps;
    /** Sets a paper; the papers' own renderer unless told. */
    readonly render?: (document: PaperDocument, format: 'pdf' | 'docx') => Promise<Uint8Array>;
  },
): Promise<void> => {
  reviewCommandRoutes(app, options.deps);
  reviewReadRoutes(app, options.deps, options.render);
  reviewBodyRoutes(app, options.deps);
};
