import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireSender, requireStaff } from '../../../identity-organisation/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { enterList, stepListing } from '../commands/list.ts';
import {
  enterListSchema,
  listingPageSchema,
  listingQuerySchema,
  listingOfPetitionSchema,
  listingSteps,
  listingStepSchemas,
  type ListingStep,
} from '../contract.ts';
import { findListing, listListings } from '../queries/listings.ts';

const tag = 'supervision';
const params = z.object({ id: z.uuid() });
const made = z.object({ id: z.uuid(), version: z.int() });

export interface InspectionListRoutesOptions {
  readonly deps: PetitionDeps;
}

/** The four-colour inspection list (U-3); register it with the prefix `/api/v1`. */
export const inspectionListRoutes = async (
  app: HttpServer,
  { deps }: InspectionListRoutesOptions,
): Promise<void> => {
  readRoutes(app, deps);
  enterRoute(app, deps);
  for (const type of listingSteps) stepRoute(app, deps, type);
};

function readRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.get(
    '/inspection-list',
    {
      schema: operation(
        {
          tag,
          operationId: 'listInspected',
          summary: 'Hard cases under the leadership’s inspection, by decision, with their colours',
          request: { as: 'officehead', query: { limit: 20 } },
        },
        { querystring: listingQuerySchema, response: { 200: listingPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return listListings(deps, staff.value, request.query);
    },
  );
  app.get(
    '/petitions/:id/inspection-listing',
    {
      schema: operation(
        {
          tag,
          operationId: 'getInspectionListing',
          summary: 'How a petition stands to the inspection list',
          request: { as: 'officehead', params: { id: named('inspection-list', 'red') } },
        },
        { params, response: { 200: listingOfPetitionSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await findListing(deps, staff.value, request.params.id);
      return found ?? sendRefusal(reply, refuse('not-found').refusal);
    },
  );
}

function enterRoute(app: HttpServer, deps: PetitionDeps): void {
  app.post(
    '/petitions/:id/inspection-listing',
    {
      schema: operation(
        {
          tag,
          operationId: 'enterInspectionList',
          summary: 'Put a petition on the inspection list, with colour and reason',
          request: {
            as: 'officehead',
            params: { id: named('inspection-list', 'removed') },
            headers: { 'idempotency-key': 'example-inspection-list' },
            body: { colour: 'yellow', reason: '拖延一年以上，县领导决定列入督查。' },
          },
          refusals: [
            'idempotency-key-reused',
            'inspection-list-accusation',
            'inspection-list-state',
            'explanation-required',
          ],
        },
        { params, body: enterListSchema, response: { 201: made } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id } = request.params;
      const done = await enterList(deps, id, request.body, {
        actor: sender.value.actor,
        commandId: sender.value.commandIdFor(`inspection-list-${id}`),
        uploadOwner: sender.value.uploadOwner,
      });
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
}

const steps = {
  recolour: {
    at: 'colours',
    operationId: 'recolourListing',
    summary: 'Give a listed case another colour, with the reason',
    input: { colour: 'red', reason: '汛期临近，改为紧急。' },
    refusals: ['inspection-list-same-colour'],
  },
  removeFromList: {
    at: 'removals',
    operationId: 'removeFromInspectionList',
    summary: 'Take a case off the inspection list, with the reason',
    input: { reason: '问题已解决，经核查移出。' },
    refusals: [],
  },
} as const;

function stepRoute(app: HttpServer, deps: PetitionDeps, type: ListingStep): void {
  const { at, operationId, summary, input: example, refusals } = steps[type];
  app.post(
    `/inspection-list/:id/${at}`,
    {
      schema: operation(
        {
          tag,
          operationId,
          summary,
          request: {
            as: 'officehead',
            params: { id: named('inspection-listing', type) },
            headers: { 'idempotency-key': `example-listing-${type}` },
            body: { input: example },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'inspection-list-state',
            'explanation-required',
            ...refusals,
          ],
        },
        {
          params,
          body: z.object({
            expectedVersion: z.int().optional(),
            input: listingStepSchemas[type] as z.ZodType,
          }),
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { expectedVersion, input } = request.body;
      const { id } = request.params;
      const done = await stepListing(deps, id, type, input as never, {
        actor: sender.value.actor,
        commandId: sender.value.commandIdFor(`${type}-${id}`),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
        uploadOwner: sender.value.uploadOwner,
      });
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}
