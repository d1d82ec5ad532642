import { z } from 'zod';
import { unitKinds } from '../../../kernel/units.ts';
import { operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { addRegion, importCategories } from '../commands/places.ts';
import { abolishUnit, addUnit, changeUnit, mergeUnit } from '../commands/units.ts';
import type { IdentityContext } from '../context.ts';
import {
  categorySchema,
  categoryTreeSchema,
  newUnitSchema,
  regionCodeSchema,
  regionSchema,
  unitChangeSchema,
  unitIdSchema,
  unitSchema,
} from '../contract.ts';
import { filterUnits, getOrganisation } from '../queries.ts';
import { requireStaff } from '../request.ts';

const tag = 'identity-organisation';
const as = 'admin';
const unitParams = z.object({ unitId: unitIdSchema });

/** Regions, units and categories (O-1). */
export const organisationRoutes = (app: HttpServer, context: IdentityContext): void => {
  app.get(
    '/regions',
    {
      schema: operation(
        { tag, operationId: 'listRegions', summary: 'All regions, by code', access: 'anyone' },
        { response: { 200: z.object({ regions: z.array(regionSchema) }) } },
      ),
    },
    async () => ({ regions: [...(await getOrganisation(context)).regions] }),
  );

  app.post(
    '/regions',
    {
      schema: operation(
        {
          tag,
          operationId: 'addRegion',
          summary: 'Add a region',
          request: {
            as,
            body: { code: '690121999', name: '新设街道', level: 'township', parentCode: '690121' },
          },
        },
        { body: regionSchema, response: { 201: regionSchema } },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const added = await addRegion(context, actor.value, request.body);
      return added.ok ? reply.code(201).send(added.value) : sendRefusal(reply, added.refusal);
    },
  );

  app.get(
    '/units',
    {
      schema: operation(
        {
          tag,
          operationId: 'listUnits',
          summary: 'Units, by region with all below it and kind',
          request: { as, query: { regionCode: '690121', kind: 'bureau', active: 'true' } },
        },
        {
          querystring: z.object({
            regionCode: regionCodeSchema.optional(),
            kind: z.enum(unitKinds).optional(),
            active: z.stringbool().optional(),
          }),
          response: { 200: z.object({ units: z.array(unitSchema) }) },
        },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      return { units: filterUnits(await getOrganisation(context), request.query) };
    },
  );

  app.get(
    '/units/:unitId/officers',
    {
      schema: operation(
        {
          tag,
          operationId: 'listOfficers',
          summary: 'People who hold a post in a unit',
          request: { as, params: { unitId: 'housing' } },
        },
        {
          params: z.object({ unitId: unitIdSchema }),
          response: {
            200: z.object({
              officers: z.array(z.object({ userId: z.uuid(), displayName: z.string() })),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { unitId } = request.params;
      const { users } = await getOrganisation(context);
      const officers = users
        .filter((user) => !user.disabled && user.posts.some((post) => post.unitId === unitId))
        .map(({ userId, displayName }) => ({ userId, displayName }));
      return { officers };
    },
  );

  app.post(
    '/units',
    {
      schema: operation(
        {
          tag,
          operationId: 'addUnit',
          summary: 'Add a unit',
          request: {
            as,
            body: {
              name: '临澄县林业局',
              kind: 'bureau',
              level: 'county',
              regionCode: '690121',
              parentId: 'county-gov',
            },
          },
        },
        { body: newUnitSchema, response: { 201: unitSchema } },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const added = await addUnit(context, actor.value, request.body);
      return added.ok ? reply.code(201).send(added.value) : sendRefusal(reply, added.refusal);
    },
  );

  app.patch(
    '/units/:unitId',
    {
      schema: operation(
        {
          tag,
          operationId: 'changeUnit',
          summary: 'Correct a unit, its place in the line or its public information',
          request: {
            as,
            params: { unitId: 'housing' },
            body: { phone: '0690-88000000', receptionHours: '周一至周五 8:30–17:30' },
          },
        },
        { params: unitParams, body: unitChangeSchema, response: { 200: unitSchema } },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const { unitId } = request.params;
      const changed = await changeUnit(context, actor.value, unitId, request.body);
      return changed.ok ? changed.value : sendRefusal(reply, changed.refusal);
    },
  );

  app.post(
    '/units/:unitId/merge',
    {
      schema: operation(
        {
          tag,
          operationId: 'mergeUnit',
          summary: 'Merge a unit into its successor',
          request: { as, params: { unitId: 'culture' }, body: { successorId: 'education' } },
        },
        {
          params: unitParams,
          body: z.object({ successorId: unitIdSchema }),
          response: { 200: unitSchema },
        },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const { unitId } = request.params;
      const merged = await mergeUnit(context, actor.value, unitId, request.body.successorId);
      return merged.ok ? merged.value : sendRefusal(reply, merged.refusal);
    },
  );

  app.post(
    '/units/:unitId/abolish',
    {
      schema: operation(
        {
          tag,
          operationId: 'abolishUnit',
          summary: 'Abolish a unit; what it holds goes to the successor',
          request: { as, params: { unitId: 'veterans' }, body: { successorId: 'civil' } },
        },
        {
          params: unitParams,
          body: z.object({ successorId: unitIdSchema.nullable() }),
          response: { 200: unitSchema },
        },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const { unitId } = request.params;
      const ended = await abolishUnit(context, actor.value, unitId, request.body.successorId);
      return ended.ok ? ended.value : sendRefusal(reply, ended.refusal);
    },
  );

  app.get(
    '/categories',
    {
      schema: operation(
        { tag, operationId: 'listCategories', summary: 'Categories, by code', access: 'anyone' },
        { response: { 200: z.object({ categories: z.array(categorySchema) }) } },
      ),
    },
    async () => ({ categories: [...(await getOrganisation(context)).categories] }),
  );

  app.post(
    '/categories/import',
    {
      schema: operation(
        {
          tag,
          operationId: 'importCategories',
          summary: 'Add the categories of a tree that are not there yet',
          request: { as, body: { 农村农业: { 土地承包: ['承包合同', '流转纠纷'] } } },
        },
        { body: categoryTreeSchema, response: { 200: z.object({ added: z.int() }) } },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const imported = await importCategories(context, actor.value, request.body);
      return imported.ok ? imported.value : sendRefusal(reply, imported.refusal);
    },
  );
};
