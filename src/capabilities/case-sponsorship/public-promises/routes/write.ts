import { z } from 'zod';
import { sentenceOf } from '../../../../kernel/refusals.ts';
import {
  languageOf,
  named,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../../platform/http/index.ts';
import { readSentRows, requireSender, requireStaff } from '../../../identity-organisation/index.ts';
import {
  makePublicPromise,
  moveHouseholds,
  replaceHouseholdCode,
  takeHouseholdRows,
} from '../commands/index.ts';
import type { PromiseDeps } from '../commands/deps.ts';
import {
  householdRowSchema,
  householdRowsSchema,
  makePromiseSchema,
  moveHouseholdsSchema,
} from '../contract.ts';
import { householdRowsOf } from '../household-rows.ts';
import { householdAnswerSchema } from '../view-schemas.ts';

export const tag = 'case-sponsorship';
export const params = z.object({ id: z.uuid() });
export const ofHousehold = params.extend({ householdId: z.uuid() });
const answer = z.object({ id: z.uuid(), version: z.int() });

function makeRoute(app: HttpServer, deps: PromiseDeps): void {
  app.post(
    '/public-promises',
    {
      schema: operation(
        {
          tag,
          operationId: 'makePublicPromise',
          summary: 'Promise something to many households in public; it makes one commitment',
          request: {
            as: 'officehead',
            headers: { 'idempotency-key': 'example-public-promise' },
            body: {
              title: '梧桐里小区加装电梯',
              text: '梧桐里小区报名的住户，都在约定的日子以前用上电梯。',
              leaderName: '程怀民',
              unit: 'housing',
              dueDate: named('day', '90'),
              steps: [
                { name: '未报名', need: '请到社区填一张报名表。' },
                { name: '已报名' },
                { name: '已装好' },
              ],
            },
          },
          refusals: [
            'promise-accusation',
            'promise-meeting',
            'promise-words',
            'unit-unknown',
            'person-unknown',
            'commitment-date-past',
            'idempotency-key-reused',
            'text-too-long',
          ],
        },
        { body: makePromiseSchema, response: { 201: answer } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await makePublicPromise(deps, request.body, sender.value);
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
}

function importRoutes(app: HttpServer, deps: PromiseDeps): void {
  app.post(
    '/public-promises/read-list',
    {
      schema: operation(
        {
          tag,
          operationId: 'readHouseholdList',
          summary: 'Read the rows of an XLSX or CSV list of households; changes nothing',
          request: {
            as: 'housing',
            file: { name: 'households.csv', text: '户号,进展\n3-2-1201,材料已收\n' },
          },
          refusals: ['malformed-request', 'file-too-large'],
        },
        { response: { 200: z.object({ rows: z.array(householdRowSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const rows = await readSentRows(request);
      return rows.ok
        ? { rows: [...householdRowsOf(rows.value)] }
        : sendRefusal(reply, rows.refusal);
    },
  );
  app.post(
    '/public-promises/:id/rows',
    {
      schema: operation(
        {
          tag,
          operationId: 'takeHouseholdRows',
          summary: 'Bring households up to date from rows of a list; each row is answered',
          description:
            'A wrong row keeps no other back. The same reference moves that household; a list that is sent twice changes nothing.',
          request: {
            as: 'housing',
            params: { id: named('public-promise', 'rows') },
            body: { rows: [{ row: 2, reference: '1-1-101', step: '1' }] },
          },
          refusals: ['promise-closed', 'household-too-many'],
        },
        {
          params,
          body: householdRowsSchema,
          response: { 200: z.object({ results: z.array(householdAnswerSchema) }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id } = request.params;
      const done = await takeHouseholdRows(deps, id, request.body.rows, { actor: staff.value });
      if (!done.ok) return sendRefusal(reply, done.refusal);
      const language = languageOf(request);
      return {
        results: done.value.map(({ outcome, ...row }) =>
          typeof outcome === 'string'
            ? { ...row, outcome, code: null, detail: null }
            : {
                ...row,
                outcome: 'refused' as const,
                code: outcome.code,
                detail: sentenceOf(outcome, language),
              },
        ),
      };
    },
  );
}

/** What changes public promises and their households. */
export function promiseWriteRoutes(app: HttpServer, deps: PromiseDeps): void {
  makeRoute(app, deps);
  importRoutes(app, deps);
  app.post(
    '/public-promises/:id/moves',
    {
      schema: operation(
        {
          tag,
          operationId: 'moveHouseholds',
          summary: 'Move one household or several to a step',
          request: {
            as: 'housing',
            params: { id: named('public-promise', 'moves') },
            headers: { 'idempotency-key': 'example-move-households' },
            body: {
              households: [{ id: named('public-promise', 'household'), from: 0 }],
              to: 1,
              note: '材料已收齐。',
            },
          },
          refusals: [
            'promise-closed',
            'household-step',
            'household-moved',
            'idempotency-key-reused',
            'text-too-long',
          ],
        },
        { params, body: moveHouseholdsSchema, response: { 200: answer } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id } = request.params;
      const { actor, commandIdFor } = sender.value;
      const done = await moveHouseholds(deps, id, request.body, {
        actor,
        commandId: commandIdFor(`moveHouseholds-${id}`),
      });
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
  app.post(
    '/public-promises/:id/households/:householdId/code',
    {
      schema: operation(
        {
          tag,
          operationId: 'replaceHouseholdCode',
          summary: 'Give a household another code; the old one opens nothing any more',
          request: {
            as: 'housing',
            params: {
              id: named('public-promise', 'code'),
              householdId: named('public-promise', 'household'),
            },
            headers: { 'idempotency-key': 'example-household-code' },
          },
          refusals: ['idempotency-key-reused'],
        },
        { params: ofHousehold, response: { 200: answer } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id, householdId } = request.params;
      const { actor, commandIdFor } = sender.value;
      const done = await replaceHouseholdCode(deps, id, householdId, {
        actor,
        commandId: commandIdFor(`replaceHouseholdCode-${householdId}`),
      });
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}
