import { z } from 'zod';
import {
  named,
  noContent,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../platform/http/index.ts';
import { requireStaff } from '../identity-organisation/index.ts';
import {
  paperViewSchema,
  petitionLineSchema,
  petitionPageSchema,
  type PetitionReads,
} from '../petitions/index.ts';
import {
  boardSchema,
  deskQuerySchema,
  deskSummarySchema,
  listQuerySchema,
  newSavedSearchSchema,
  papersQuerySchema,
  savedSearchSchema,
} from './contract.ts';
import { deskSummary, findDesk, findPetitions, type DeskDeps } from './queries.ts';
import { readBoard } from './queries/board.ts';
import { findWaitingPapers } from './queries/waiting-papers.ts';
import { listSavedSearches, removeSavedSearch, saveSearch } from './saved-searches.ts';

const tag = 'desk';

export interface DeskRoutesOptions {
  readonly deps: DeskDeps & PetitionReads;
  readonly now?: () => number;
}

/** The desk, the list of all that I may read, saved searches; with the prefix `/api/v1`. */
export const deskRoutes = async (app: HttpServer, options: DeskRoutesOptions): Promise<void> => {
  listRoutes(app, options);
  savedSearchRoutes(app, options.deps);
};

function listRoutes(app: HttpServer, { deps, now = Date.now }: DeskRoutesOptions): void {
  app.get(
    '/desk',
    {
      schema: operation(
        {
          tag,
          operationId: 'listDesk',
          summary: 'What waits for me, by due moment',
          request: { as: 'officer1', query: { colour: 'green', purpose: 'appeal', limit: 20 } },
        },
        { querystring: deskQuerySchema, response: { 200: petitionPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const page = await findDesk(deps, staff.value, request.query, now());
      return page.ok ? reply.send(page.value as never) : sendRefusal(reply, page.refusal);
    },
  );

  app.get(
    '/desk/summary',
    {
      schema: operation(
        { tag, operationId: 'getDeskSummary', summary: 'How much waits for me' },
        { response: { 200: deskSummarySchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return deskSummary(deps, staff.value, now());
    },
  );

  app.get(
    '/desk/board',
    {
      schema: operation(
        {
          tag,
          operationId: 'getBoard',
          summary: 'Running clocks by holder and colour, with the definition of the colours',
          request: { as: 'officehead' },
        },
        { response: { 200: boardSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return readBoard(deps, staff.value, now());
    },
  );

  app.get(
    '/papers',
    {
      schema: operation(
        {
          tag,
          operationId: 'listWaitingPapers',
          summary: 'Papers that wait for a step of mine, by due moment',
          request: { as: 'officehead', query: { step: 'sealPaper' } },
        },
        {
          querystring: papersQuerySchema,
          response: {
            200: z
              .object({
                items: z.array(z.object({ petition: petitionLineSchema, paper: paperViewSchema })),
                next: z.string().nullable(),
              })
              .meta({ id: 'WaitingPapers' }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const page = await findWaitingPapers(deps, staff.value, request.query, now());
      return page.ok ? reply.send(page.value as never) : sendRefusal(reply, page.refusal);
    },
  );

  app.get(
    '/petitions',
    {
      schema: operation(
        {
          tag,
          operationId: 'listPetitions',
          summary: 'Petitions that I may read',
          request: { as: 'officer1', query: { status: 'handling', sort: 'due', limit: 20 } },
        },
        { querystring: listQuerySchema, response: { 200: petitionPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const page = await findPetitions(deps, staff.value, request.query, now());
      return page.ok ? reply.send(page.value as never) : sendRefusal(reply, page.refusal);
    },
  );
}

function savedSearchRoutes(app: HttpServer, deps: DeskDeps): void {
  app.get(
    '/saved-searches',
    {
      schema: operation(
        { tag, operationId: 'listSavedSearches', summary: 'Searches that I keep' },
        { response: { 200: z.object({ items: z.array(savedSearchSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return { items: [...(await listSavedSearches(deps, staff.value))] };
    },
  );

  app.post(
    '/saved-searches',
    {
      schema: operation(
        {
          tag,
          operationId: 'saveSearch',
          summary: 'Keep a search',
          example: { name: '快到期的供水问题', query: { q: '供水', colour: 'yellow' } },
          links: { removeSavedSearch: { id: '$response.body#/id' } },
        },
        { body: newSavedSearchSchema, response: { 201: savedSearchSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const saved = await saveSearch(deps, staff.value, request.body);
      return saved.ok ? reply.code(201).send(saved.value) : sendRefusal(reply, saved.refusal);
    },
  );

  app.delete(
    '/saved-searches/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'removeSavedSearch',
          summary: 'Forget a search',
          request: { as: 'officer1', params: { id: named('answer', 'saveSearch') } },
        },
        { params: z.object({ id: z.uuid() }), response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const removed = await removeSavedSearch(deps, staff.value, request.params.id);
      return removed.ok ? reply.code(204).send(null) : sendRefusal(reply, removed.refusal);
    },
  );
}
