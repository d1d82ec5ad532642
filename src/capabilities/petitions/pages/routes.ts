import type { FastifyPluginAsync } from 'fastify';
import { petitionCookies } from './cookies.ts';
import type { PetitionPagesDeps } from './deps.ts';
import { addProgress } from './progress/routes.tsx';
import { addSubmission } from './submit/routes.tsx';

/**
 * The citizens' pages of petitions: submitting, progress, adding, withdrawing, papers. Register it
 * beside `portalRoutes`, with the same drafts.
 * @param deps what the pages need from the rest of the house
 */
export const petitionPages =
  (deps: PetitionPagesDeps): FastifyPluginAsync =>
  async (app) => {
    const cookies = petitionCookies(deps.now);
    addSubmission(app, deps, cookies);
    addProgress(app, deps, cookies);
  };
