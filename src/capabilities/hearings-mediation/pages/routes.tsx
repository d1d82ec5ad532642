import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sentenceOf, statusOf, type Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { isGenuine, sentForm, type SentForm } from '../../../portal/form.ts';
import { sendPage } from '../../../portal/page.tsx';
import { sayer } from '../../../portal/words/index.ts';
import {
  keyOf,
  openHere,
  petitionCookies,
  type PetitionDeps,
  type PetitionPagesDeps,
  type ProgressDesk,
} from '../../petitions/index.ts';
import { stepProceeding } from '../commands/index.ts';
import { openAll } from '../queries/index.ts';
import type { ProceedingView } from '../view.ts';
import { HearingsPage } from './page.tsx';
import { hearingPageWords } from './words.ts';

const hidden = { schema: { hide: true } } as const;

type OfPetition = { Params: { number: string }; Querystring: { done?: unknown } };
type OfProceeding = { Params: { number: string; id: string } };

/** What a petitioner answers; nothing when the form says nothing. */
type Answering = (
  petitionId: string,
  proceeding: ProceedingView,
  form: SentForm,
) => Promise<Result<unknown, Refusal>> | undefined;

const actorOf = (petitionId: string) => ({ kind: 'petitioner', petitionId }) as const;

/** Yes or no to a mediation or a deliberation (Reg. 33). */
const answerWith =
  (deps: PetitionDeps): Answering =>
  (petitionId, { id, kind }, form) => {
    const given = form.text('given');
    if ((given !== 'yes' && given !== 'no') || (kind !== 'mediation' && kind !== 'deliberation')) {
      return undefined;
    }
    const options = {
      actor: actorOf(petitionId),
      commandId: deriveId(deps.keys, `petitioner:${petitionId}`, `answer-${id}`, keyOf(form)),
    };
    const input = { given: given === 'yes' };
    return stepProceeding(deps, { petitionId, id }, kind, 'answerProposal', input, options);
  };

/** Why somebody should not sit on the panel. */
const objectWith =
  (deps: PetitionDeps): Answering =>
  (petitionId, { id, kind }, form) => {
    const memberId = z.uuid().safeParse(form.text('memberId'));
    const reason = form.text('reason').trim();
    if (kind !== 'hearing' || !memberId.success || reason === '') return undefined;
    const options = {
      actor: actorOf(petitionId),
      commandId: deriveId(deps.keys, `petitioner:${petitionId}`, `object-${id}`, keyOf(form)),
    };
    const input = { memberId: memberId.data, reason };
    return stepProceeding(deps, { petitionId, id }, 'hearing', 'objectToMember', input, options);
  };

/**
 * The petitioner's page about hearings, mediation and deliberation. Register it beside
 * `petitionPages`, with the same dependencies.
 * @param pages what the petition pages need
 * @param deps as for commands
 */
export const proceedingPages =
  (pages: PetitionPagesDeps, deps: PetitionDeps): FastifyPluginAsync =>
  async (app) => {
    const desk: ProgressDesk = {
      deps: pages,
      cookies: petitionCookies(pages.now),
    };
    const of = (petitionId: string) => openAll(deps, actorOf(petitionId), petitionId, pages.now());

    app.get<OfPetition>('/p/:number/hearings', hidden, async (request, reply) => {
      const opened = await openHere(desk, request, reply);
      if (opened === undefined) return reply;
      return sendPage(
        reply,
        <HearingsPage
          {...opened}
          proceedings={await of(opened.progress.id)}
          done={request.query.done === 'done'}
          commandKey={randomUUID()}
        />,
      );
    });

    const take =
      (answer: Answering) =>
      async (request: FastifyRequest<OfProceeding>, reply: FastifyReply): Promise<FastifyReply> => {
        const opened = await openHere(desk, request, reply);
        if (opened === undefined) return reply;
        const { reading, progress } = opened;
        const form = sentForm(request);
        const proceedings = await of(progress.id);
        const again = (notice: string, status: number): FastifyReply =>
          sendPage(
            reply,
            <HearingsPage
              {...{ reading, progress, proceedings, notice }}
              done={false}
              commandKey={keyOf(form)}
            />,
            status,
          );
        if (!isGenuine(request)) return again(reading.say('form.expired'), 403);
        const proceeding = proceedings.find(({ id }) => id === request.params.id);
        const done = proceeding && (await answer(progress.id, proceeding, form));
        if (done === undefined) {
          return again(sayer(hearingPageWords, reading.language)('object.missing'), 422);
        }
        if (!done.ok) {
          return again(sentenceOf(done.refusal, reading.language), statusOf(done.refusal.code));
        }
        return reply.redirect(`/p/${progress.number}/hearings?done=done`, 303);
      };
    app.post<OfProceeding>('/p/:number/hearings/:id/answer', hidden, take(answerWith(deps)));
    app.post<OfProceeding>('/p/:number/hearings/:id/object', hidden, take(objectWith(deps)));
  };
