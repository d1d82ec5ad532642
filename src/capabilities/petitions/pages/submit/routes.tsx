import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendRefusal } from '../../../../platform/http/index.ts';
import { draftSecretOf, forgetDraft, rememberDraft } from '../../../../portal/draft-cookie.ts';
import { parseDraftSecret } from '../../../../portal/draft-secret.ts';
import { draftDays } from '../../../../portal/draft-store.ts';
import { isGenuine, sentForm } from '../../../../portal/form.ts';
import { sendPage } from '../../../../portal/page.tsx';
import type { PetitionCookies } from '../cookies.ts';
import type { PetitionPagesDeps } from '../deps.ts';
import { petitionReadingOf } from '../reading.ts';
import { answerStep } from './answer-step.ts';
import { GoOnPage, SavedPage, StartPage } from './around.tsx';
import { blankDraft, isStepId, pathOf, readDraft } from './content.ts';
import { findDraft } from './held.ts';
import { ownerOf, receiveStep, showAgain } from './received.ts';
import { sendDraft, showDone } from './send.tsx';
import { missingSteps, pageOf } from './show.tsx';

const hidden = { schema: { hide: true } } as const;

interface StepRoute {
  Params: { step: string };
  Querystring: { return?: unknown };
}

const addSteps = (
  app: FastifyInstance,
  deps: PetitionPagesDeps,
  cookies: PetitionCookies,
): void => {
  app.get<StepRoute>('/submit/:step', hidden, async (request, reply) => {
    const { step } = request.params;
    if (!isStepId(step)) return sendRefusal(reply, { code: 'not-found', params: {} });
    const held = await findDraft(deps, request);
    if (held?.content.sent === true) return reply.redirect('/submit/done', 303);
    if (held === undefined && step !== 'helper') {
      return reply.redirect(draftSecretOf(request) === undefined ? '/submit' : '/submit?gone', 303);
    }
    const reading = await petitionReadingOf(deps, request, reply);
    const fromCheck = request.query.return === 'check';
    const content = held?.content ?? blankDraft();
    return sendPage(reply, await pageOf(deps, reading, step, content, { fromCheck }));
  });

  app.post<StepRoute>('/submit/:step', hidden, async (request, reply) => {
    const { step } = request.params;
    if (!isStepId(step)) return sendRefusal(reply, { code: 'not-found', params: {} });
    const received = await receiveStep(deps, request, reply, step);
    if (step !== 'check' || received.form.pressed !== 'next') return answerStep(received);
    if (!received.genuine) {
      return showAgain(received, { notice: received.reading.say('form.expired') }, 403);
    }
    if (!received.hadDraft) {
      // Pressed twice: the first press has sent it and the page after it has been shown.
      const shown = cookies.sent.read(request) !== undefined;
      return reply.redirect(shown ? '/submit/done' : '/submit?gone', 303);
    }
    return received.draft.content.sent
      ? reply.redirect('/submit/done', 303)
      : sendDraft(received, cookies);
  });
};

/** Guesses at codes of drafts are slowed down by source alone: a draft has no number. */
const NO_NUMBER = 'draft';

const openByCode = async (
  deps: PetitionPagesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const reading = await petitionReadingOf(deps, request, reply);
  const code = sentForm(request).text('code');
  const again = (sentence: string, status: number): FastifyReply =>
    sendPage(
      reply,
      <GoOnPage {...{ reading, code }} faults={[{ field: 'code', sentence }]} />,
      status,
    );
  if (!isGenuine(request)) return again(reading.say('form.expired'), 403);
  const guess = await deps.guesses.begin(request.ip, NO_NUMBER);
  if (guess.wait > 0) return again(reading.tell('goOn.wait', { seconds: guess.wait }), 429);
  const secret = parseDraftSecret(code);
  const found = secret !== undefined && readDraft(await deps.drafts.load(secret)) !== undefined;
  if (!found) {
    await guess.failed();
    return again(reading.tell('goOn.wrong'), 404);
  }
  await guess.succeeded();
  rememberDraft(reply, secret);
  return reply.redirect('/submit/go-on', 303);
};

const addComingBack = (app: FastifyInstance, deps: PetitionPagesDeps): void => {
  app.get('/submit/saved', hidden, async (request, reply) => {
    const held = await findDraft(deps, request);
    if (held === undefined) return reply.redirect('/submit?gone', 303);
    const reading = await petitionReadingOf(deps, request, reply);
    const until = deps.now() + draftDays * 24 * 60 * 60 * 1000;
    return sendPage(reply, <SavedPage {...{ reading, until, secret: held.secret }} />);
  });
  app.get('/submit/go-on', hidden, async (request, reply) => {
    const reading = await petitionReadingOf(deps, request, reply);
    const held = await findDraft(deps, request);
    if (held === undefined) return sendPage(reply, <GoOnPage reading={reading} />);
    if (held.content.sent) return reply.redirect('/submit/done', 303);
    const [next = 'check'] = missingSteps(held.content, reading);
    return reply.redirect(pathOf(next), 303);
  });
  app.post('/submit/go-on', hidden, (request, reply) => openByCode(deps, request, reply));
  app.post('/submit/discard', hidden, async (request, reply) => {
    const held = await findDraft(deps, request);
    if (!isGenuine(request)) return reply.redirect('/submit/saved', 303);
    if (held !== undefined) {
      const owner = ownerOf(held.secret);
      for (const { id } of held.content.uploads) await deps.discardUpload(owner, id);
      await deps.drafts.remove(held.secret);
    }
    forgetDraft(reply);
    return reply.redirect('/?left', 303);
  });
};

/** The way from the first question to number and look-up code (W-1). */
export const addSubmission = (
  app: FastifyInstance,
  deps: PetitionPagesDeps,
  cookies: PetitionCookies,
): void => {
  app.get<{ Querystring: { gone?: unknown } }>('/submit', hidden, async (request, reply) => {
    const reading = await petitionReadingOf(deps, request, reply);
    const hasDraft = (await findDraft(deps, request)) !== undefined;
    const gone = request.query.gone !== undefined && !hasDraft;
    return sendPage(reply, <StartPage {...{ reading, hasDraft, gone }} />);
  });
  app.get('/submit/done', hidden, (request, reply) => showDone(deps, cookies, request, reply));
  addComingBack(app, deps);
  addSteps(app, deps, cookies);
};
