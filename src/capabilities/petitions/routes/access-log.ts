import { z } from 'zod';
import { operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import { readAccessLog, type PetitionReads } from '../queries/index.ts';

const look = z.object({
  id: z.uuid(),
  at: z.int(),
  who: z.string(),
  unit: z.string(),
  what: z.string(),
  petition: z.string(),
  unnamed: z.enum(['accusation', 'nothing-found', 'reception']).nullable(),
});

const place = z.string().regex(/^(|\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36})$/);

/** L-4: who looked at whose data, for auditors. */
export function accessLogRoutes(app: HttpServer, deps: PetitionReads): void {
  app.get(
    '/access-log',
    {
      schema: operation(
        {
          tag: 'petitions',
          operationId: 'listLooks',
          summary: 'Who looked at personal data, newest first; for auditors',
          request: { as: 'auditor', query: { after: '' } },
        },
        {
          querystring: z.object({ after: place.default('') }),
          response: { 200: z.object({ items: z.array(look), next: z.string().nullable() }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await readAccessLog(deps, staff.value, request.query.after);
      if (!found.ok) return sendRefusal(reply, found.refusal);
      return { items: [...found.value.items], next: found.value.next };
    },
  );
}
