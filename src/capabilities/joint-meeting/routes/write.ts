import { z } from 'zod';
import type { RefusalCode } from '../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { asSender } from '../../identity-organisation/index.ts';
import {
  declineSuggestion,
  planMeeting,
  stepMeeting,
  type MeetingDeps,
} from '../commands/index.ts';
import { planSchema, stepSchemas, type MeetingStep, type MeetingStepInput } from '../contract.ts';
import { tag } from './read.ts';

const idSchema = z.object({ id: z.uuid() });

/** `{type, input}` of any step, each input by its own schema. */
function stepSchemaOf() {
  const steps = Object.entries(stepSchemas).map(([type, input]) =>
    z.object({ type: z.literal(type), input: input as z.ZodType }),
  );
  const [first, ...more] = steps;
  if (first === undefined) throw new Error('no steps of a meeting');
  return z.discriminatedUnion('type', [first, ...more]);
}

const planRefusals: readonly RefusalCode[] = [
  'meeting-unit',
  'meeting-day-past',
  'meeting-chair',
  'meeting-members',
  'meeting-member-twice',
  'person-unknown',
  'idempotency-key-reused',
];

/** Changing joint meetings over HTTP. */
export function writeRoutesOf(app: HttpServer, deps: MeetingDeps): void {
  app.post(
    '/joint-meetings',
    {
      schema: operation(
        {
          tag,
          operationId: 'planJointMeeting',
          summary: 'Plan a joint meeting or case conference of the own office',
          request: {
            as: 'joint-meeting',
            headers: { 'idempotency-key': 'example-joint-meeting' },
            body: {
              kind: 'case-conference',
              on: named('day', '9'),
              time: '09:00',
              place: '县政府三楼会议室',
              chair: { unit: 'county-gov', userId: named('user', 'leader') },
              members: [
                { unit: 'housing', userId: named('user', 'housing-head') },
                { unit: 'urban', userId: named('user', 'urban-head') },
              ],
            },
          },
          refusals: planRefusals,
        },
        { body: planSchema, response: { 201: idSchema } },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        planMeeting(deps, request.body, options),
      );
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
  app.post(
    '/joint-meetings/suggestions/:id/decline',
    {
      schema: operation(
        {
          tag,
          operationId: 'declineAgendaSuggestion',
          summary: 'Say why a petition needs no joint meeting',
          request: {
            as: 'joint-meeting',
            params: { id: named('petition', 'declineSuggestion') },
            headers: { 'idempotency-key': 'example-decline' },
            body: { reason: '两家单位已经协商一致，不需要提交会议研究。' },
          },
          refusals: ['agenda-none', 'agenda-overdue', 'idempotency-key-reused'],
        },
        {
          params: idSchema,
          body: z.object({ reason: z.string().min(1).max(8_000) }),
          response: { 200: idSchema },
        },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        declineSuggestion(deps, request.params.id, request.body.reason, options),
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
  app.post(
    '/joint-meetings/:id/steps',
    {
      schema: operation(
        {
          tag,
          operationId: 'stepJointMeeting',
          summary: 'Take a step with a meeting: agenda, call, move, cancel, decide, minutes, read',
          request: {
            as: 'joint-meeting',
            params: { id: named('joint-meeting', 'planned') },
            headers: { 'idempotency-key': 'example-meeting-step' },
            body: {
              step: {
                type: 'addItem',
                input: { question: 'policy', text: '老旧小区外墙维修资金如何筹集，请会议研究。' },
              },
            },
          },
          refusals: [
            ...planRefusals,
            'version-conflict',
            'meeting-not-in-state',
            'meeting-not-yet',
            'meeting-agenda-empty',
            'meeting-item-unknown',
            'meeting-item-petition',
            'meeting-item-decided',
            'meeting-items-open',
            'meeting-main',
            'meeting-put-off',
            'meeting-petition-unknown',
            'meeting-minutes-missing',
            'meeting-minutes-chair',
            'meeting-minutes-signed',
            'meeting-minutes-unsigned',
            'meeting-not-member',
            'meeting-handler-accepted',
            'agenda-already',
            'agenda-accusation',
            'same-person',
            'unit-unknown',
            'commitment-date-past',
          ],
        },
        {
          params: idSchema,
          body: z.object({ step: stepSchemaOf(), expectedVersion: z.int().optional() }),
          response: { 200: z.object({ version: z.int(), made: z.uuid() }) },
        },
      ),
    },
    async (request, reply) => {
      const { step, expectedVersion } = request.body;
      const done = await asSender(request, deps, (options) =>
        stepMeeting(
          deps,
          request.params.id,
          step.type as MeetingStep,
          step.input as MeetingStepInput<MeetingStep>,
          { ...options, ...(expectedVersion === undefined ? {} : { expectedVersion }) },
        ),
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}
