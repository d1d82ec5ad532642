import { z } from 'zod';
import { sentenceOf } from '../../../kernel/refusals.ts';
import {
  languageOf,
  named,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { PetitionDeps } from '../commands/index.ts';
import { serviceWays, unservableReasons } from '../petition.ts';
import { doCommand, tag } from './commands.ts';

const item = z.object({ petitionId: z.uuid(), paperId: z.uuid() });
const batch = z.discriminatedUnion('step', [
  z.object({
    step: z.enum(['checkPaper', 'signPaper', 'sealPaper', 'issuePaper']),
    papers: z.array(item).min(1).max(200),
  }),
  z.object({
    step: z.literal('servePaper'),
    papers: z.array(item).min(1).max(200),
    way: z.enum(serviceWays),
    servedOn: z.iso.date(),
    proof: z.string().max(4_000).optional(),
    place: z.string().max(1_200).optional(),
    unservable: z.enum(unservableReasons).optional(),
  }),
]);

const answer = z.object({
  results: z.array(
    z.object({
      petitionId: z.uuid(),
      paperId: z.uuid(),
      done: z.boolean(),
      code: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
});

/** Batches are checked, signed and sealed at once; each paper succeeds or says why not (P-4a). */
export function batchRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.post(
    '/papers/batch',
    {
      schema: operation(
        {
          tag,
          operationId: 'stepPapers',
          summary: 'Take the same step on many papers, at most 200 at once',
          request: {
            as: 'officehead',
            body: {
              step: 'issuePaper',
              papers: [
                {
                  petitionId: named('petition', 'stepPapers'),
                  paperId: named('paper', 'stepPapers'),
                },
              ],
            },
          },
        },
        { body: batch, response: { 200: answer } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { body } = request;
      const results = [];
      for (const { petitionId, paperId } of body.papers) {
        const common = { petitionId, key: undefined };
        const done =
          body.step === 'servePaper'
            ? await doCommand(deps, staff.value, {
                ...common,
                type: 'servePaper',
                input: {
                  paperId,
                  way: body.way,
                  servedOn: body.servedOn,
                  proof: body.proof,
                  place: body.place,
                  unservable: body.unservable,
                },
              })
            : await doCommand(deps, staff.value, {
                ...common,
                type: body.step,
                input: { paperId },
              });
        results.push({
          petitionId,
          paperId,
          done: done.ok,
          code: done.ok ? null : done.refusal.code,
          detail: done.ok ? null : sentenceOf(done.refusal, languageOf(request)),
        });
      }
      return { results };
    },
  );
}
