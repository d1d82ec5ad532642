import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { readingOf, sendPage } from '../../../../portal/page.tsx';
import type { PetitionPagesDeps } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { limits } from '../limits.ts';
import { listDraws, openDraw, redraw } from '../queries/index.ts';
import { DrawPage, DrawsPage } from './draws.tsx';

const hidden = { schema: { hide: true } } as const;
type OfDraw = { Params: { id: string }; Querystring: { seed?: string | string[] } };

/** Draws on the citizens' pages: read by everybody, and drawn again with or without JavaScript (U-1). */
export const drawPages =
  (petitions: PetitionPagesDeps, deps: SupervisionDeps): FastifyPluginAsync =>
  async (app) => {
    app.get('/draws', hidden, async (request, reply) => {
      const reading = await readingOf(petitions, request, reply);
      const { items } = await listDraws(deps);
      return sendPage(reply, <DrawsPage {...{ reading, items }} />);
    });

    app.get<OfDraw>('/draws/:id', hidden, async (request, reply) => {
      const reading = await readingOf(petitions, request, reply);
      const { id } = request.params;
      const draw = z.uuid().safeParse(id).success ? await openDraw(deps, id) : null;
      if (draw === null) return reply.redirect('/draws', 303);
      const typed = [request.query.seed].flat()[0];
      const seed = typed?.trim().slice(0, limits.seed) ?? '';
      const again = seed === '' ? null : redraw(draw, seed);
      const shown = seed === '' ? (draw.drawn?.seed ?? '') : seed;
      return sendPage(reply, <DrawPage {...{ reading, draw, again }} seed={shown} />);
    });
  };
