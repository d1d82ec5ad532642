import { z } from 'zod';
import { sentenceOf } from '../../../kernel/refusals.ts';
import {
  languageOf,
  named,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { readSentRows, requireSender, requireStaff } from '../../identity-organisation/index.ts';
import { joinMany, type PetitionDeps } from '../commands/index.ts';
import { limits } from '../limits.ts';
import { numbersOfRows } from '../number-list.ts';
import { tag } from './commands.ts';

/** So many in one request answer within seconds; a longer list is sent in parts. */
const mostAtOnce = 200;

const listed = z.object({ row: z.int().positive(), number: z.string().max(60) });

const joinList = z.object({
  members: z.array(listed).min(1).max(mostAtOnce),
  consent: z.boolean(),
  reason: z.string().max(limits.explanation),
});

const joined = z.object({
  results: z.array(
    listed.extend({
      petitionId: z.uuid().nullable(),
      outcome: z.enum(['joined', 'member', 'refused']),
      code: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
});

/** Whole lists join a group matter; each row succeeds or says why not (P-13). */
export function groupListRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.post(
    '/groups/:id/members',
    {
      schema: operation(
        {
          tag,
          operationId: 'joinManyToGroup',
          summary: 'Let a list of petitions join a group matter, at most 200 at once',
          description:
            'Sent again, it joins nobody twice: who is in the group is told as `member`.',
          request: {
            as: 'clerk',
            params: { id: named('other-petition', 'joinMany') },
            headers: { 'idempotency-key': 'example-join-many' },
            body: {
              members: [{ row: 1, number: named('number', 'joinMany') }],
              consent: true,
              reason: '住户名单上本人签字同意一起办理。',
            },
          },
        },
        { params: z.object({ id: z.uuid() }), body: joinList, response: { 200: joined } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await joinMany(deps, request.body, {
        headId: request.params.id,
        actor: sender.value.actor,
        key: sender.value.commandKey,
      });
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

  app.post(
    '/groups/read-list',
    {
      schema: operation(
        {
          tag,
          operationId: 'readMemberList',
          summary: 'Read the petition numbers of a CSV or XLSX file, line by line; changes nothing',
          request: {
            as: 'clerk',
            file: { name: 'members.csv', text: '信访编号,姓名\n2026000012345,甲\n' },
          },
          refusals: ['malformed-request', 'file-too-large'],
        },
        { response: { 200: z.object({ members: z.array(listed) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const rows = await readSentRows(request);
      if (!rows.ok) return sendRefusal(reply, rows.refusal);
      const members = numbersOfRows(rows.value).map(({ row, number }) => ({
        row,
        number: number.slice(0, 60),
      }));
      return { members };
    },
  );
}
