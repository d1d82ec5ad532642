import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import {
  disposition,
  languageOf,
  named,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import { renderPaper } from '../../../papers/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import { sponsoredQuerySchema } from '../contract.ts';
import { ledgerSheet } from '../ledger-file.ts';
import { planSheetOf } from '../paper-content/plan.ts';
import {
  listPeople,
  listSponsored,
  openSponsored,
  readPosts,
  sponsoredOfPetition,
} from '../queries/index.ts';
import { sponsoredCaseSchema, sponsoredPageSchema, sponsoredViewSchema } from '../view-schemas.ts';

export const tag = 'case-sponsorship';
const params = z.object({ id: z.uuid() });
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The views are readonly all through; the schemas' types are not. */
export const plain = <T>(view: T): never => view as never;

/** Cases of a sheet at most; more than a county has under its leaders. */
const sheetLimit = 2_000;

function ledgerRoutes(app: HttpServer, deps: SponsoredDeps): void {
  app.get(
    '/sponsored-cases',
    {
      schema: operation(
        {
          tag,
          operationId: 'listSponsored',
          summary: 'Cases under a leader with their posts, newest first',
          description: 'A page may be shorter than asked while `next` goes on.',
          request: { as: 'leader', query: { status: 'open' } },
        },
        { querystring: sponsoredQuerySchema, response: { 200: sponsoredPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listSponsored(deps, staff.value, request.query, Date.now()));
    },
  );
  app.get(
    '/sponsored-cases.xlsx',
    {
      schema: operation(
        {
          tag,
          operationId: 'getSponsoredSheet',
          summary:
            'The ledger of cases under a leader as XLSX, without titles and names of holders',
          request: { as: 'leader', query: { status: 'open' } },
          files: [sheetType],
        },
        { querystring: sponsoredQuerySchema.omit({ after: true, limit: true }) },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const now = Date.now();
      const lines = [];
      let after: string | undefined;
      do {
        const query = { ...request.query, limit: 100, after };
        const page = await listSponsored(deps, staff.value, query, now);
        lines.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined && lines.length < sheetLimit);
      const { posts } = await readPosts(deps, staff.value);
      const language = languageOf(request);
      return reply
        .type(sheetType)
        .header('cache-control', 'no-store')
        .header('content-disposition', disposition('attachment', '包案台账.xlsx'))
        .send(await ledgerSheet(lines, posts, language));
    },
  );
}

function caseRoutes(app: HttpServer, deps: SponsoredDeps, officeFonts?: string): void {
  app.get(
    '/sponsored-cases/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getSponsored',
          summary: 'One case under a leader: plan, dated steps, posts, notes and its past',
          request: { as: 'leader', params: { id: named('sponsored', 'read') } },
        },
        { params, response: { 200: sponsoredViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openSponsored(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  for (const format of ['pdf', 'docx'] as const) {
    app.get(
      `/sponsored-cases/:id/plan.${format}`,
      {
        schema: operation(
          {
            tag,
            operationId: format === 'pdf' ? 'getCasePlanPdf' : 'getCasePlanDocx',
            summary: `The plan sheet of a case as ${format.toUpperCase()}`,
            request: { as: 'leader', params: { id: named('sponsored', 'read') } },
            files: [mediaTypes[format]],
          },
          { params },
        ),
      },
      async (request, reply) => {
        const staff = requireStaff(request);
        if (!staff.ok) return sendRefusal(reply, staff.refusal);
        const now = Date.now();
        const found = await openSponsored(deps, staff.value, request.params.id, now);
        if (found === null) return sendRefusal(reply, refuse('not-found').refusal);
        const document = planSheetOf(found, now);
        const { bytes } = await renderPaper(document, format, officeFonts);
        return reply
          .type(mediaTypes[format])
          .header('cache-control', 'no-store')
          .header('content-disposition', disposition('attachment', `${document.title}.${format}`))
          .send(Buffer.from(bytes));
      },
    );
  }
}

/** What reads cases under a leader, for staff. */
export function readRoutesOf(app: HttpServer, deps: SponsoredDeps, officeFonts?: string): void {
  ledgerRoutes(app, deps);
  caseRoutes(app, deps, officeFonts);
  app.get(
    '/petitions/:id/sponsored',
    {
      schema: operation(
        {
          tag,
          operationId: 'getSponsoredOfPetition',
          summary: 'The case of a petition, and whether the reader may begin one',
          request: { as: 'leader', params: { id: named('petition', 'getSponsoredOfPetition') } },
        },
        {
          params,
          response: {
            200: z.object({
              found: sponsoredCaseSchema.nullable(),
              mayPropose: z.boolean(),
              mayTake: z.boolean(),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await sponsoredOfPetition(deps, staff.value, request.params.id);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  app.get(
    '/sponsored-people',
    {
      schema: operation(
        {
          tag,
          operationId: 'listSponsoredPeople',
          summary: 'Who can take charge of a case or hold one of its posts',
          request: { as: 'leader' },
        },
        {
          response: {
            200: z.object({
              items: z.array(
                z.object({
                  userId: z.string(),
                  name: z.string(),
                  unit: z.object({ id: z.string(), name: z.string() }),
                  leads: z.boolean(),
                }),
              ),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain({ items: await listPeople(deps, staff.value) });
    },
  );
}
