import { z } from 'zod';
import { addDays, localDate, localDateOf } from '../../../kernel/local-date.ts';
import { refuse } from '../../../kernel/refusals.ts';
import {
  disposition,
  named,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { MeetingDeps } from '../commands/index.ts';
import {
  listMeetings,
  listSeats,
  listSuggestions,
  openMeetingView,
  openMinutes,
} from '../queries/index.ts';
import { meetingLineSchema, meetingViewSchema, peopleSchema, suggestionSchema } from '../view.ts';

export const tag = 'joint-meeting';
const idSchema = z.object({ id: z.uuid() });

/** Shown unless told: what was in the last quarter and what comes in the next. */
const usualDays = 90;

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

function listRoutes(app: HttpServer, deps: MeetingDeps): void {
  app.get(
    '/joint-meetings',
    {
      schema: operation(
        {
          tag,
          operationId: 'listJointMeetings',
          summary: 'Joint meetings from one date to another that the reader prepares or sits in',
          request: { as: 'joint-meeting', query: { from: named('day', '-60') } },
        },
        {
          querystring: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
          response: { 200: z.object({ items: z.array(meetingLineSchema) }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const today = localDateOf(Date.now());
      const from = localDate(request.query.from ?? addDays(today, -usualDays));
      const to = localDate(request.query.to ?? addDays(today, usualDays));
      return { items: [...(await listMeetings(deps, staff.value, from, to))] };
    },
  );
  app.get(
    '/joint-meetings/suggestions',
    {
      schema: operation(
        {
          tag,
          operationId: 'listAgendaSuggestions',
          summary: 'What waits for a place on an agenda at the own office',
          request: { as: 'joint-meeting' },
        },
        { response: { 200: z.object({ items: z.array(suggestionSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return { items: [...(await listSuggestions(deps, staff.value))] };
    },
  );
  app.get(
    '/joint-meetings/seats',
    {
      schema: operation(
        {
          tag,
          operationId: 'listMeetingSeats',
          summary: 'People who may sit at the table, and who of them may take the chair',
          request: { as: 'joint-meeting' },
        },
        { response: { 200: peopleSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const items = await listSeats(deps, staff.value);
      return items === null
        ? sendRefusal(reply, refuse('not-permitted', { verb: 'joint-meeting.plan' }).refusal)
        : { items: [...items] };
    },
  );
}

/** Reading joint meetings over HTTP. */
export function readRoutesOf(
  app: HttpServer,
  deps: MeetingDeps,
  officeFonts: string | undefined,
): void {
  listRoutes(app, deps);
  app.get(
    '/joint-meetings/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getJointMeeting',
          summary: 'One joint meeting with its agenda, decisions and minutes',
          request: { as: 'joint-meeting', params: { id: named('joint-meeting', 'minuted') } },
        },
        { params: idSchema, response: { 200: meetingViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const view = await openMeetingView(deps, staff.value, request.params.id);
      return view ?? sendRefusal(reply, refuse('not-found').refusal);
    },
  );
  app.get(
    '/joint-meetings/:id/minutes',
    {
      schema: operation(
        {
          tag,
          operationId: 'getJointMeetingMinutes',
          summary: 'The minutes as a paper: as signed, before that a draft; the look is recorded',
          request: {
            as: 'joint-meeting',
            params: { id: named('joint-meeting', 'minuted') },
            query: { format: 'pdf' },
          },
          files: Object.values(mediaTypes),
        },
        {
          params: idSchema,
          querystring: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { format } = request.query;
      const file = await openMinutes(deps, staff.value, request.params.id, format, officeFonts);
      if (file === null) return sendRefusal(reply, refuse('not-found').refusal);
      const shown = format === 'pdf' ? 'inline' : 'attachment';
      return reply
        .type(mediaTypes[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', disposition(shown, `${file.title}.${format}`))
        .send(file.bytes);
    },
  );
}
