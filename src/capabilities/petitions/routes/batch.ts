import { z } from 'zod';
import type { StaffActor } from '../../../kernel/actor.ts';
import { refuse, sentenceOf, type Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
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

const item = z.object({
  petitionId: z.uuid(),
  paperId: z.uuid(),
  /** The record beside the petition in which the paper lies, as the list of papers tells. */
  case: z.object({ kind: z.string().max(40), id: z.uuid() }).nullish(),
});
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

/** The same step on one paper: of the petition, or of a record beside it. */
async function stepOf(
  deps: PetitionDeps,
  actor: StaffActor,
  body: z.infer<typeof batch>,
  { petitionId, paperId, case: beside }: z.infer<typeof item>,
): Promise<Result<unknown, Refusal>> {
  if (beside !== null && beside !== undefined) {
    const papers = deps.casePapers?.(beside.kind);
    return papers === undefined
      ? refuse('not-found')
      : papers.take(actor, beside.id, { ...body, paperId });
  }
  const common = { petitionId, key: undefined };
  if (body.step !== 'servePaper') {
    return doCommand(deps, actor, { ...common, type: body.step, input: { paperId } });
  }
  const { way, servedOn, proof, place, unservable } = body;
  return doCommand(deps, actor, {
    ...common,
    type: 'servePaper',
    input: { paperId, way, servedOn, proof, place, unservable },
  });
}

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
      for (const paper of body.papers) {
        const { petitionId, paperId } = paper;
        const done = await stepOf(deps, staff.value, body, paper);
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
