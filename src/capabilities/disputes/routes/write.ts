import { requireSender } from '../../identity-organisation/index.ts';
import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import {
  changeDisputeSettings,
  promoteDispute,
  recordDispute,
  stepDispute,
  type DisputeDeps,
} from '../commands/index.ts';
import {
  newDisputeSchema,
  promoteSchema,
  settingsSchema,
  type DisputeStep,
  type DisputeStepInput,
} from '../contract.ts';
import { optionsOf } from './options.ts';
import { stepSchema, tag } from './schemas.ts';
import { usualSettings } from '../settings.ts';

const params = z.object({ id: z.uuid() });
const answer = z.object({ id: z.uuid(), version: z.int() });

/** What changes a dispute. */
export function writeRoutesOf(app: HttpServer, deps: DisputeDeps): void {
  app.post(
    '/disputes',
    {
      schema: operation(
        {
          tag,
          operationId: 'recordDispute',
          summary: 'Record a dispute where it is; reports against officials go the accusation path',
          request: {
            as: 'grid1',
            headers: { 'idempotency-key': 'example-dispute' },
            body: {
              regionCode: '690121100201',
              place: '东门社区三号楼二单元',
              kind: 'neighbours',
              about: '楼上卫生间漏水，两家为修理费用争执。',
              tried: '网格员上门看过一次，两家都同意先找物业。',
            },
          },
          refusals: [
            'region-unknown',
            'dispute-kind-unknown',
            'dispute-elsewhere',
            'dispute-no-line',
            'idempotency-key-reused',
          ],
        },
        { body: newDisputeSchema, response: { 201: answer } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await recordDispute(deps, request.body, sender.value);
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );

  app.post(
    '/disputes/:id/steps',
    {
      schema: operation(
        {
          tag,
          operationId: 'stepDispute',
          summary: 'Try, settle, pass up or down, acknowledge, follow up or end a dispute',
          request: {
            as: 'grid1',
            params: { id: named('dispute', 'step') },
            headers: { 'idempotency-key': 'example-dispute-step' },
            body: {
              step: { type: 'noteAttempt', input: { words: '又约两家一起到居委会谈了一次。' } },
            },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'dispute-not-in-status',
            'dispute-no-level-above',
            'dispute-not-below',
          ],
        },
        {
          params,
          body: z.object({ expectedVersion: z.int().optional(), step: stepSchema() }),
          response: { 200: answer },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { expectedVersion, step } = request.body;
      const { id } = request.params;
      const done = await stepDispute(
        deps,
        id,
        step.type as DisputeStep,
        step.input as DisputeStepInput<DisputeStep>,
        optionsOf(sender.value, id, expectedVersion),
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );

  app.post(
    '/disputes/:id/petition',
    {
      schema: operation(
        {
          tag,
          operationId: 'promoteDispute',
          summary: 'Make a petition of a dispute at the own wish of the person concerned',
          request: {
            as: 'grid1',
            params: { id: named('dispute', 'promote') },
            headers: { 'idempotency-key': 'example-dispute-petition' },
            body: {
              ownWish: true,
              way: 'spoken',
              saidOn: named('day', '0'),
              wish: '我想请信访局来处理这件事。',
              title: '门前排水沟被堵两年没有疏通',
              text: '村里排水沟被填，下雨院子进水，调解了两次没有谈成。',
              demand: '请恢复排水沟。',
              name: '钱示例',
              mobile: '13900000001',
            },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'dispute-not-in-status',
            'date-in-future',
          ],
        },
        {
          params,
          body: promoteSchema,
          response: {
            201: z.object({
              petitionId: z.uuid(),
              number: z.string(),
              lookupCode: z.string(),
              version: z.int(),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id } = request.params;
      const options = optionsOf(sender.value, id);
      const done = await promoteDispute(deps, id, request.body, options);
      void reply.header('cache-control', 'no-store');
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );

  app.put(
    '/dispute-settings',
    {
      schema: operation(
        {
          tag,
          operationId: 'changeDisputeSettings',
          summary: 'Set kinds, local limits and the checklist of decisions, each with its source',
          request: {
            as: 'officehead',
            headers: { 'idempotency-key': 'example-dispute-settings' },
            body: { expectedVersion: 0, ...usualSettings },
          },
          refusals: ['version-conflict', 'idempotency-key-reused'],
        },
        { body: settingsSchema, response: { 200: z.object({ version: z.int() }) } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await changeDisputeSettings(deps, request.body, sender.value);
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}
