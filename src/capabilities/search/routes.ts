import { z } from 'zod';
import { operation, sendRefusal, type HttpServer } from '../../platform/http/index.ts';
import { requireStaff } from '../identity-organisation/index.ts';
import { petitionLineSchema, petitionPageSchema } from '../petitions/index.ts';
import { likenesses, searchQuerySchema, similarSchema } from './contract.ts';
import { findSimilar, searchPetitions, type SearchDeps } from './queries.ts';

const tag = 'search';

export interface SearchRoutesOptions {
  readonly deps: SearchDeps;
  readonly now?: () => number;
}

/** Search, and like matters while typing; register it with the prefix `/api/v1`. */
export const searchRoutes = async (
  app: HttpServer,
  { deps, now = Date.now }: SearchRoutesOptions,
): Promise<void> => {
  app.get(
    '/search',
    {
      schema: operation(
        {
          tag,
          operationId: 'searchPetitions',
          summary: 'Search by words, number, identity number or mobile number',
          request: { as: 'officer1', query: { q: '物业', limit: 20 } },
        },
        { querystring: searchQuerySchema, response: { 200: petitionPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const page = await searchPetitions(deps, staff.value, request.query, now());
      return page.ok ? reply.send(page.value as never) : sendRefusal(reply, page.refusal);
    },
  );

  app.post(
    '/similar',
    {
      schema: operation(
        {
          tag,
          operationId: 'findSimilarPetitions',
          summary: 'Earlier matters of the same people and like matters; the look is recorded',
          example: { mobile: '13800000000', text: '小区二次供水水压不足' },
        },
        {
          body: similarSchema,
          response: {
            200: z.object({
              items: z.array(petitionLineSchema.extend({ by: z.enum(likenesses) })),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const items = await findSimilar(deps, staff.value, request.body, now());
      return reply.send({ items } as never);
    },
  );
};
