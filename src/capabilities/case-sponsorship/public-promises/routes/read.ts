import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import {
  disposition,
  named,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../../platform/http/index.ts';
import { newId } from '../../../../platform/vault/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import { emptyList } from '../../list-file.ts';
import { makeSlips } from '../commands/index.ts';
import type { PromiseDeps } from '../commands/deps.ts';
import { householdsQuerySchema, promisesQuerySchema } from '../contract.ts';
import { householdColumns } from '../household-rows.ts';
import { limits } from '../limits.ts';
import {
  listPromiseHouseholds,
  listPublicPromises,
  openHousehold,
  openPublicPromise,
} from '../queries/index.ts';
import {
  householdPageSchema,
  householdViewSchema,
  promisePageSchema,
  promiseViewSchema,
} from '../view-schemas.ts';
import { ofHousehold, params, tag } from './write.ts';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

function promiseRoutes(app: HttpServer, deps: PromiseDeps): void {
  app.get(
    '/public-promises',
    {
      schema: operation(
        {
          tag,
          operationId: 'listPublicPromises',
          summary: 'Public promises of my units, newest first',
          request: { as: 'officer1', query: { limit: 20 } },
        },
        { querystring: promisesQuerySchema, response: { 200: promisePageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listPublicPromises(deps, staff.value, request.query, Date.now()));
    },
  );
  app.get(
    '/public-promises/template.xlsx',
    {
      schema: operation(
        {
          tag,
          operationId: 'getHouseholdTemplate',
          summary: 'An empty list of households',
          request: { as: 'housing' },
          files: [sheetType],
        },
        {},
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return reply
        .type(sheetType)
        .header('content-disposition', disposition('attachment', '各户进展表.xlsx'))
        .send(await emptyList('各户', householdColumns));
    },
  );
  app.get(
    '/public-promises/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getPublicPromise',
          summary: 'One public promise with its progress by step',
          request: { as: 'housing', params: { id: named('public-promise', 'read') } },
        },
        { params, response: { 200: promiseViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openPublicPromise(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
}

function householdRoutes(app: HttpServer, deps: PromiseDeps): void {
  app.get(
    '/public-promises/:id/households',
    {
      schema: operation(
        {
          tag,
          operationId: 'listHouseholds',
          summary: 'Households of a promise in the order in which they came, names masked',
          request: {
            as: 'housing',
            params: { id: named('public-promise', 'read') },
            query: { step: 0, limit: 20 },
          },
        },
        { params, querystring: householdsQuerySchema, response: { 200: householdPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id } = request.params;
      const found = await listPromiseHouseholds(deps, staff.value, id, request.query);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  app.get(
    '/public-promises/:id/households/:householdId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getHousehold',
          summary: 'One household with name and mobile; the look is recorded',
          request: {
            as: 'housing',
            params: {
              id: named('public-promise', 'read'),
              householdId: named('public-promise', 'household'),
            },
          },
        },
        { params: ofHousehold, response: { 200: householdViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, householdId } = request.params;
      const found = await openHousehold(deps, staff.value, id, householdId);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.header('cache-control', 'no-store').send(plain(found));
    },
  );
}

/** What reads public promises, for staff. */
export function promiseReadRoutes(
  app: HttpServer,
  deps: PromiseDeps,
  officeFonts: string | undefined,
): void {
  promiseRoutes(app, deps);
  householdRoutes(app, deps);
  app.get(
    '/public-promises/:id/slips.pdf',
    {
      schema: operation(
        {
          tag,
          operationId: 'getHouseholdSlips',
          summary:
            'Slips with the codes of households, to cut apart; that they were made is recorded',
          request: {
            as: 'housing',
            params: { id: named('public-promise', 'read') },
            query: { after: 0, count: 8 },
          },
          files: ['application/pdf'],
        },
        {
          params,
          querystring: z.object({
            after: z.coerce.number().int().min(0).max(limits.households).default(0),
            count: z.coerce.number().int().min(1).max(limits.slips).default(limits.slips),
          }),
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const sheet = await makeSlips(deps, request.params.id, request.query, {
        actor: staff.value,
        commandId: newId(),
        fonts: officeFonts,
      });
      if (!sheet.ok) return sendRefusal(reply, sheet.refusal);
      return reply
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .header('content-disposition', disposition('inline', `${sheet.value.title}.pdf`))
        .send(sheet.value.bytes);
    },
  );
}
