import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import {
  disposition,
  named,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../../platform/http/index.ts';
import { requireSender, requireStaff } from '../../../identity-organisation/index.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import { planMeeting, stepMeeting } from '../commands/index.ts';
import {
  meetingsQuerySchema,
  meetingStepSchemas,
  meetingSteps,
  planSchema,
  type MeetingStep,
} from '../contract.ts';
import {
  listMeetings,
  meetingsOfPetition,
  openMeeting,
  openMinutesFile,
} from '../queries/index.ts';
import { meetingPageSchema, meetingsOfPetitionSchema, meetingViewSchema } from '../view-schemas.ts';

const tag = 'case-sponsorship';
const params = z.object({ id: z.uuid() });
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

const plan = {
  on: '2030-03-05',
  time: '09:30',
  place: '县信访局二楼会议室',
  agenda: ['听取信访人诉求', '责任单位说明情况'],
  participants: [
    { side: 'petitioner', name: '周小满' },
    { side: 'unit', name: '秦主任', post: '县住建局副局长', unit: 'housing' },
    { side: 'enterprise', name: '郑经理', post: '滨河物业服务公司' },
  ],
};

const examples = {
  postponeMeeting: {
    on: '2030-03-12',
    time: '14:30',
    place: '县信访局二楼会议室',
    reason: '企业负责人出差，改期召开。',
    told: '已电话告知物业公司郑经理。',
  },
  cancelMeeting: { reason: '双方已先行达成一致，不再召开。', told: '已电话告知。' },
  recordMeeting: {
    came: [named('meeting', 'participant')],
    positions: [{ side: 'petitioner', words: '希望尽快修好屋顶。' }],
    actions: [
      { text: '完成屋顶防水维修', unit: 'housing', responsible: '秦主任', dueDate: '2030-06-30' },
    ],
    openPoints: [{ matter: '家具赔偿', reason: '双方对数额意见不一。' }],
  },
  issueMinutes: {},
} as const;

const summaries = {
  postponeMeeting: 'Put a meeting off, with a reason; everybody is told',
  cancelMeeting: 'Call a meeting off, with a reason; everybody is told',
  recordMeeting: 'Record what each side said, what was agreed and what was not',
  issueMinutes: 'Issue the minutes; by somebody who did not write them',
} as const satisfies Readonly<Record<MeetingStep, string>>;

const addresses = {
  postponeMeeting: 'postponements',
  cancelMeeting: 'cancellation',
  recordMeeting: 'record',
  issueMinutes: 'minutes',
} as const satisfies Readonly<Record<MeetingStep, string>>;

const refusalsOf = {
  postponeMeeting: ['meeting-date-past', 'meeting-outside-told'],
  cancelMeeting: ['meeting-outside-told'],
  recordMeeting: ['meeting-not-yet', 'meeting-positions', 'meeting-result', 'commitment-date-past'],
  issueMinutes: ['meeting-minutes-own'],
} as const;

function stepRoute(app: HttpServer, deps: SponsorshipDeps, type: MeetingStep): void {
  app.post(
    `/meetings/:id/${addresses[type]}`,
    {
      schema: operation(
        {
          tag,
          operationId: type,
          summary: summaries[type],
          request: {
            as: type === 'issueMinutes' ? 'housing-head' : 'housing',
            params: { id: named('meeting', type) },
            headers: { 'idempotency-key': `example-meeting-${type}` },
            body: { input: examples[type] },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'meeting-not-in-status',
            ...refusalsOf[type],
          ],
        },
        {
          params,
          body: z.object({
            expectedVersion: z.int().optional(),
            input: meetingStepSchemas[type] as z.ZodType,
          }),
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id } = request.params;
      const { expectedVersion, input } = request.body;
      const done = await stepMeeting(deps, id, type, input as never, {
        actor: sender.value.actor,
        commandId: sender.value.commandIdFor(`${type}-${id}`),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}

function readRoutes(app: HttpServer, deps: SponsorshipDeps, officeFonts?: string): void {
  app.get(
    '/meetings',
    {
      schema: operation(
        {
          tag,
          operationId: 'listMeetings',
          summary: 'Three-party meetings that the reader may see',
          request: { as: 'officer1', query: { status: 'planned' } },
        },
        { querystring: meetingsQuerySchema, response: { 200: meetingPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listMeetings(deps, staff.value, request.query));
    },
  );
  app.get(
    '/meetings/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getMeeting',
          summary: 'One three-party meeting',
          request: { as: 'housing', params: { id: named('meeting', 'minuted') } },
        },
        { params, response: { 200: meetingViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openMeeting(deps, staff.value, request.params.id);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  app.get(
    '/meetings/:id/minutes',
    {
      schema: operation(
        {
          tag,
          operationId: 'getMeetingMinutes',
          summary: 'The minutes of a meeting as a paper; the look is recorded',
          request: {
            as: 'housing',
            params: { id: named('meeting', 'minuted') },
            query: { format: 'pdf' },
          },
          files: Object.values(mediaTypes),
        },
        {
          params,
          querystring: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { format } = request.query;
      const { id } = request.params;
      const file = await openMinutesFile(deps, staff.value, id, format, officeFonts);
      if (file === null) return sendRefusal(reply, refuse('not-found').refusal);
      return reply
        .type(mediaTypes[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', disposition('inline', `${file.title}.${format}`))
        .send(file.bytes);
    },
  );
  app.get(
    '/petitions/:id/meetings',
    {
      schema: operation(
        {
          tag,
          operationId: 'listMeetingsOfPetition',
          summary: 'Three-party meetings on one petition',
          request: { as: 'housing', params: { id: named('petition', 'recordTalk') } },
        },
        { params, response: { 200: meetingsOfPetitionSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await meetingsOfPetition(deps, staff.value, request.params.id);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
}

/** Three-party meetings over HTTP (S-4). */
export function meetingRoutesOf(
  app: HttpServer,
  deps: SponsorshipDeps,
  officeFonts?: string,
): void {
  app.post(
    '/petitions/:id/meetings',
    {
      schema: operation(
        {
          tag,
          operationId: 'planMeeting',
          summary: 'Convene a three-party meeting; everybody at the table is told',
          request: {
            as: 'housing',
            params: { id: named('petition', 'recordTalk') },
            headers: { 'idempotency-key': 'example-plan-meeting' },
            body: plan,
          },
          refusals: [
            'idempotency-key-reused',
            'meeting-accusation',
            'meeting-date-past',
            'meeting-sides',
            'meeting-representatives',
          ],
        },
        {
          params,
          body: planSchema,
          response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await planMeeting(deps, request.params.id, request.body, {
        actor: sender.value.actor,
        commandKey: sender.value.commandKey,
      });
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
  for (const type of meetingSteps) stepRoute(app, deps, type);
  readRoutes(app, deps, officeFonts);
}
