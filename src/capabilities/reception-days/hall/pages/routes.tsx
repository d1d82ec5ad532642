import type { FastifyPluginAsync } from 'fastify';
import { refuse } from '../../../../kernel/refusals.ts';
import { languageOf, sendRefusal } from '../../../../platform/http/index.ts';
import { shareReads, streamChanges, type LiveHub } from '../../../../platform/live/index.ts';
import { sendPage } from '../../../../portal/page.tsx';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { changesSince, findScreen, readBoard } from '../queries/board.ts';
import { readHallNow } from '../queries/now.ts';
import { callsTopic } from '../topics.ts';
import { ScreenPage } from './screen.tsx';

const hidden = { schema: { hide: true } } as const;

type OfScreen = { Params: { token: string } };

/**
 * The calling screen of a hall. Its address is all that it needs: no sign-in stands on a public wall,
 * and whoever copies the address sees what everybody in the hall sees.
 */
export const screenPages =
  (deps: PetitionDeps, hub: LiveHub): FastifyPluginAsync =>
  async (app) => {
    const readNow = shareReads((dayId) => readHallNow(deps, dayId, Date.now()));
    const boardOf = (dayId: string) => readBoard(readNow, dayId);

    app.get<OfScreen>('/screens/:token', hidden, async (request, reply) => {
      const { token } = request.params;
      const dayId = await findScreen(deps, token);
      const board = dayId === null ? null : await boardOf(dayId);
      if (board === null) return sendRefusal(reply, refuse('not-found').refusal);
      const language = languageOf(request);
      return sendPage(reply, <ScreenPage {...{ language, token, board }} />);
    });

    app.get<OfScreen>('/screens/:token/board', hidden, async (request, reply) => {
      const dayId = await findScreen(deps, request.params.token);
      const board = dayId === null ? null : await boardOf(dayId);
      if (board === null) return sendRefusal(reply, refuse('not-found').refusal);
      return reply.header('cache-control', 'no-store').send(board);
    });

    app.get<OfScreen>('/screens/:token/live', hidden, async (request, reply) => {
      const { token } = request.params;
      const dayId = await findScreen(deps, token);
      if (dayId === null) return sendRefusal(reply, refuse('not-found').refusal);
      return streamChanges(request, reply, {
        hub,
        topics: [callsTopic(dayId)],
        isAllowed: async () => (await findScreen(deps, token)) !== null,
        since: changesSince(deps, dayId),
      });
    });
  };
