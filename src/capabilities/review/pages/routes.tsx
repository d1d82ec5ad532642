import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { sentenceOf } from '../../../kernel/refusals.ts';
import { isGenuine, sentForm } from '../../../portal/form.ts';
import { sendPage } from '../../../portal/page.tsx';
import { addAskRoutes } from './ask-routes.tsx';
import type { ReviewPagesDeps } from './deps.ts';
import { hidden, openReviewDesk } from './open.ts';
import { ReviewPage, WithdrawPage } from './progress.tsx';

type OfReview = { Params: { number: string; review: string }; Querystring: { asked?: unknown } };

const keyOf = (text: string): string => (/^[\w-]{8,64}$/.test(text) ? text : randomUUID());

/** Asking for review and following it, with number and code (V-1, W-2). */
export const reviewPages =
  (deps: ReviewPagesDeps): FastifyPluginAsync =>
  async (app) => {
    addAskRoutes(app, deps);
    const desk = openReviewDesk(deps);

    app.get<OfReview>('/p/:number/reviews/:review', hidden, async (request, reply) => {
      const here = await desk.open(request, reply);
      if (here === undefined) return reply;
      const review = await deps.open(here.id, request.params.review);
      if (review === null) return reply.redirect(`/p/${here.number}`, 303);
      const asked = request.query.asked !== undefined;
      return sendPage(
        reply,
        <ReviewPage {...here} {...{ review, asked }} commandKey={randomUUID()} />,
      );
    });

    app.get<OfReview>('/p/:number/reviews/:review/withdraw', hidden, async (request, reply) => {
      const here = await desk.open(request, reply);
      if (here === undefined) return reply;
      const review = await deps.open(here.id, request.params.review);
      const own = `/p/${here.number}/reviews/${request.params.review}`;
      return review?.mayWithdraw === true
        ? sendPage(reply, <WithdrawPage {...here} review={review} commandKey={randomUUID()} />)
        : reply.redirect(own, 303);
    });

    app.post<OfReview>('/p/:number/reviews/:review', hidden, async (request, reply) => {
      const here = await desk.open(request, reply);
      if (here === undefined) return reply;
      const form = sentForm(request);
      const { review: reviewId } = request.params;
      const body = form.text('body');
      const key = keyOf(form.text('key'));
      const done = isGenuine(request)
        ? await deps.step(
            here.id,
            reviewId,
            body === '' ? { type: 'withdrawReview' } : { type: 'chooseBody', body },
            key,
          )
        : null;
      if (done?.ok === true) return reply.redirect(`/p/${here.number}/reviews/${reviewId}`, 303);
      const review = await deps.open(here.id, reviewId);
      if (review === null) return reply.redirect(`/p/${here.number}`, 303);
      const notice =
        done === null
          ? here.reading.say('form.expired')
          : sentenceOf(done.refusal, here.reading.language);
      return sendPage(
        reply,
        <ReviewPage {...here} {...{ review, notice }} commandKey={key} />,
        409,
      );
    });

    app.get<{ Params: { number: string; review: string; file: string } }>(
      '/p/:number/reviews/:review/papers/:file',
      hidden,
      async (request, reply) => {
        const here = await desk.open(request, reply);
        if (here === undefined) return reply;
        const paperId = request.params.file.replace(/\.pdf$/, '');
        const file = await deps.paper(here.id, request.params.review, paperId);
        if (file === null) {
          return reply.redirect(`/p/${here.number}/reviews/${request.params.review}`, 303);
        }
        return reply
          .type('application/pdf')
          .header('cache-control', 'no-store')
          .header(
            'content-disposition',
            `inline; filename*=UTF-8''${encodeURIComponent(`${file.title}.pdf`)}`,
          )
          .send(file.bytes);
      },
    );
  };
