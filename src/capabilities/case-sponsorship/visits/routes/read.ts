import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import {
  named,
  operation,
  sendFile,
  sendRefusal,
  shownInline,
  type HttpServer,
} from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import type { VisitDeps } from '../commands/index.ts';
import { visitQuerySchema } from '../contract.ts';
import {
  listVisits,
  listVisitsOfPetition,
  openVisit,
  openVisitFile,
  openVisitPaper,
  takeAlong,
} from '../queries/index.ts';
import {
  takenVisitSchema,
  visitLineSchema,
  visitPageSchema,
  visitViewSchema,
} from '../view-schemas.ts';

export const tag = 'case-sponsorship';
const params = z.object({ id: z.uuid() });

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

function listRoutes(app: HttpServer, deps: VisitDeps): void {
  app.get(
    '/home-visits',
    {
      schema: operation(
        {
          tag,
          operationId: 'listHomeVisits',
          summary: 'Home visits that I may see, the latest day first',
          request: { as: 'housing', query: { status: 'planned' } },
        },
        { querystring: visitQuerySchema, response: { 200: visitPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listVisits(deps, staff.value, request.query));
    },
  );
  app.get(
    '/home-visits/take-along',
    {
      schema: operation(
        {
          tag,
          operationId: 'takeHomeVisitsAlong',
          summary: 'My planned visits of one day, as little as they need, to be taken along',
          request: { as: 'housing', query: { day: named('day', '1') } },
          description: 'The taking is recorded in the access log of each petition.',
        },
        {
          querystring: z.object({ day: z.iso.date() }),
          response: { 200: z.object({ items: z.array(takenVisitSchema) }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain({ items: await takeAlong(deps, staff.value, request.query.day) });
    },
  );
  app.get(
    '/petitions/:id/home-visits',
    {
      schema: operation(
        {
          tag,
          operationId: 'listHomeVisitsOfPetition',
          summary: 'The home visits of one petition',
          request: { as: 'housing', params: { id: named('petition', 'home-visits') } },
        },
        { params, response: { 200: z.object({ items: z.array(visitLineSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const items = await listVisitsOfPetition(deps, staff.value, request.params.id);
      return items === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain({ items }));
    },
  );
}

/** What reads home visits, for staff. */
export function visitReadRoutes(app: HttpServer, deps: VisitDeps): void {
  listRoutes(app, deps);
  app.get(
    '/home-visits/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getHomeVisit',
          summary: 'One visit: plan, consent, record, additions, the petitioner’s corrections',
          request: { as: 'housing', params: { id: named('home-visit', 'read') } },
        },
        { params, response: { 200: visitViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openVisit(deps, staff.value, request.params.id);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  app.get(
    '/home-visits/:id/record.pdf',
    {
      schema: operation(
        {
          tag,
          operationId: 'getHomeVisitRecord',
          summary: 'The record of a visit as a paper; made when it is asked for',
          request: { as: 'housing', params: { id: named('home-visit', 'read') } },
          files: ['application/pdf'],
        },
        { params },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const paper = await openVisitPaper(deps, staff.value, request.params.id);
      return paper === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : sendFile(reply, paper);
    },
  );
  app.get(
    '/home-visits/:id/files/:fileId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getHomeVisitFile',
          summary: 'A photograph or voice note of a visit',
          request: {
            as: 'housing',
            params: { id: named('home-visit', 'read'), fileId: named('home-visit', 'file') },
          },
          files: [...shownInline, 'application/octet-stream'],
        },
        { params: params.extend({ fileId: z.uuid() }) },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, fileId } = request.params;
      const opened = await openVisitFile(deps, staff.value, id, fileId);
      return opened === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : sendFile(reply, opened);
    },
  );
}
