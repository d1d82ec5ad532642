import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../../../../kernel/refusals.ts';
import { sendRefusal, type GuessThrottle } from '../../../../platform/http/index.ts';
import { isGenuine, sentForm } from '../../../../portal/form.ts';
import { readingOf, sendPage, type Reading } from '../../../../portal/page.tsx';
import { sayer } from '../../../../portal/words/index.ts';
import type { PetitionPagesDeps } from '../../../petitions/index.ts';
import type { PromiseDeps } from '../commands/deps.ts';
import { listOpenPromises, readOpenPromise, readOwnHousehold } from '../queries/index.ts';
import type { OpenPromise } from '../view.ts';
import { OwnHouseholdPage, PromisePage, PromisesPage } from './promises.tsx';
import { promisePageWords } from './words.ts';

const hidden = { schema: { hide: true } } as const;
const perPage = 20;
type OfPromise = { Params: { number: string } };

/**
 * Promises to many households for everybody: progress in numbers, and one's own state by a code that
 * stands in no address (S-4). Works without a script; nothing is kept on the device.
 */
export const publicPromisePages =
  (
    pages: Pick<PetitionPagesDeps, 'mainOffice' | 'now'>,
    deps: PromiseDeps,
    guesses: GuessThrottle,
  ): FastifyPluginAsync =>
  async (app) => {
    const open = (request: FastifyRequest<OfPromise>): Promise<OpenPromise | null> => {
      const { number } = request.params;
      return /^\d{1,9}$/.test(number)
        ? readOpenPromise(deps, Number(number), pages.now())
        : Promise.resolve(null);
    };

    app.get<{ Querystring: { after?: unknown } }>('/promises', hidden, async (request, reply) => {
      const reading = await readingOf(pages, request, reply);
      const { after } = request.query;
      const page = await listOpenPromises(deps, pages.now(), {
        after: typeof after === 'string' ? after : undefined,
        limit: perPage,
      });
      return sendPage(reply, <PromisesPage {...{ reading, ...page }} />);
    });

    app.get<OfPromise>('/promises/:number', hidden, async (request, reply) => {
      const promise = await open(request);
      if (promise === null) return sendRefusal(reply, refuse('not-found').refusal);
      const reading = await readingOf(pages, request, reply);
      return sendPage(reply, <PromisePage {...{ reading, promise }} />);
    });

    app.post<OfPromise>('/promises/:number', hidden, async (request, reply) => {
      const promise = await open(request);
      if (promise === null) return sendRefusal(reply, refuse('not-found').refusal);
      const reading = await readingOf(pages, request, reply);
      return look(request, reply, reading, promise);
    });

    async function look(
      request: FastifyRequest<OfPromise>,
      reply: FastifyReply,
      reading: Reading,
      promise: OpenPromise,
    ): Promise<FastifyReply> {
      const tell = sayer(promisePageWords, reading.language);
      const again = (sentence: string, status: number): Promise<FastifyReply> | FastifyReply => {
        const faults = [{ field: 'code', sentence }];
        return sendPage(reply, <PromisePage {...{ reading, promise, faults }} />, status);
      };
      if (!isGenuine(request)) return again(reading.say('form.expired'), 403);
      const guess = await guesses.begin(request.ip, `promise ${promise.number}`);
      if (guess.wait > 0) return again(tell('own.wait', { seconds: guess.wait }), 429);
      const own = await readOwnHousehold(deps, promise.number, sentForm(request).text('code'));
      if (own === null) {
        await guess.failed();
        return again(tell('own.wrong'), 422);
      }
      await guess.succeeded();
      void reply.header('cache-control', 'no-store');
      return sendPage(reply, <OwnHouseholdPage {...{ reading, promise, own }} />);
    }
  };
