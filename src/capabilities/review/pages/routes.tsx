import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { sentenceOf, type Refusal } from '../../../kernel/refusals.ts';
import type { Fault } from '../../../portal/components.tsx';
import { isGenuine, sentForm } from '../../../portal/form.ts';
import { Layout } from '../../../portal/layout.tsx';
import { sendPage } from '../../../portal/page.tsx';
import { sayer } from '../../../portal/words/index.ts';
import { openHere, petitionCookies } from '../../petitions/index.ts';
import type { ReviewChoice } from '../view.ts';
import { AskPage, type ReviewReading, type Typed } from './ask.tsx';
import type { ReviewPagesDeps } from './deps.ts';
import { ReviewPage } from './progress.tsx';
import { reviewPageWords } from './words/index.ts';

const hidden = { schema: { hide: true } } as const;
type OfPetition = { Params: { number: string } };
type OfReview = { Params: { number: string; review: string } };

const keyOf = (text: string): string => (/^[\w-]{8,64}$/.test(text) ? text : randomUUID());

/** Asking for review and following it, with number and code (V-1, W-2). */
export const reviewPages =
  (deps: ReviewPagesDeps): FastifyPluginAsync =>
  async (app) => {
    const { petitions } = deps;
    const desk = {
      deps: petitions,
      cookies: petitionCookies(petitions.now),
    };

    /** Number and code first; nothing when the page that asks for them was sent. */
    const opened = async (
      request: FastifyRequest<OfPetition>,
      reply: FastifyReply,
    ): Promise<(ReviewReading & { readonly id: string; readonly number: string }) | undefined> => {
      const here = await openHere(desk, request, reply);
      if (here === undefined) return undefined;
      const { reading, progress } = here;
      return {
        reading,
        tell: sayer(reviewPageWords, reading.language),
        id: progress.id,
        number: progress.number,
      };
    };

    const refused = (
      reply: FastifyReply,
      { reading, tell, number }: ReviewReading & { readonly number: string },
      refusal: Refusal,
    ): FastifyReply =>
      sendPage(
        reply,
        <Layout reading={reading} title={tell('ask.no')} back={`/p/${number}`}>
          <h1>{tell('ask.no')}</h1>
          <p>{sentenceOf(refusal, reading.language)}</p>
        </Layout>,
        409,
      );

    app.get<OfPetition>('/p/:number/review', hidden, async (request, reply) => {
      const here = await opened(request, reply);
      if (here === undefined) return reply;
      const choice = await deps.choice(here.id);
      if (!choice.ok) return refused(reply, here, choice.refusal);
      return sendPage(reply, <AskPage {...here} choice={choice.value} commandKey={randomUUID()} />);
    });

    app.post<OfPetition>('/p/:number/review', hidden, async (request, reply) => {
      const here = await opened(request, reply);
      if (here === undefined) return reply;
      const form = sentForm(request);
      const choice = await deps.choice(here.id);
      const key = keyOf(form.text('key'));
      const typed: Typed = {
        grounds: form.text('grounds').trim(),
        lateReason: form.text('lateReason').trim(),
        body: form.text('body'),
      };
      const again = (value: ReviewChoice, faults: readonly Fault[], status: number) =>
        sendPage(
          reply,
          <AskPage {...here} {...{ typed, faults }} choice={value} commandKey={key} />,
          status,
        );
      if (choice.ok && !isGenuine(request)) {
        const sentence = here.reading.say('form.expired');
        return again(choice.value, [{ field: 'grounds', sentence }], 403);
      }
      if (choice.ok && choice.value.bodies.length > 1 && typed.body === '') {
        const sentence = here.tell('ask.bodyMissing');
        return again(choice.value, [{ field: 'body', sentence }], 422);
      }
      const done = await deps.ask(
        here.id,
        {
          grounds: typed.grounds,
          uploads: [],
          ...(typed.lateReason === '' ? {} : { lateReason: typed.lateReason }),
          ...(typed.body === '' ? {} : { body: typed.body }),
        },
        key,
      );
      if (done.ok) return reply.redirect(`/p/${here.number}/reviews/${done.value.id}`, 303);
      if (!choice.ok) return refused(reply, here, done.refusal);
      const sentence = sentenceOf(done.refusal, here.reading.language);
      return again(choice.value, [{ field: done.refusal.field ?? 'grounds', sentence }], 422);
    });

    app.get<OfReview>('/p/:number/reviews/:review', hidden, async (request, reply) => {
      const here = await opened(request, reply);
      if (here === undefined) return reply;
      const review = await deps.open(here.id, request.params.review);
      if (review === null) return reply.redirect(`/p/${here.number}`, 303);
      return sendPage(reply, <ReviewPage {...here} review={review} commandKey={randomUUID()} />);
    });

    app.post<OfReview>('/p/:number/reviews/:review', hidden, async (request, reply) => {
      const here = await opened(request, reply);
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
        const here = await opened(request, reply);
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
