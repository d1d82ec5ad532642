import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse, sentenceOf, statusOf } from '../../../../kernel/refusals.ts';
import { sendRefusal, type GuessThrottle, type Language } from '../../../../platform/http/index.ts';
import { lookupCode } from '../../../../platform/vault/index.ts';
import type { Choice } from '../../../../portal/components.tsx';
import { isGenuine, sentForm } from '../../../../portal/form.ts';
import { readingOf, sendPage } from '../../../../portal/page.tsx';
import { sealedCookie } from '../../../../portal/sealed-cookie.ts';
import { sayer } from '../../../../portal/words/index.ts';
import { keyOf, type PetitionDeps, type PetitionPagesDeps } from '../../../petitions/index.ts';
import { findOwnTicket, stepByHolder } from '../commands/holder.ts';
import { takeTicket } from '../commands/take.ts';
import { takeSchema } from '../contract.ts';
import { ticketLimits } from '../limits.ts';
import { findTicketDay, listTicketDays } from '../queries/days.ts';
import { readOwnTicket } from '../queries/own.ts';
import { OwnTicketPage, TakeTicketPage, TicketDaysPage } from './pages.tsx';
import { ticketWords } from './words.ts';

const hidden = { schema: { hide: true } } as const;

/** A whole day in the hall: a ticket opens no petition. */
const hours = 14;

export interface TicketPagesDeps {
  readonly pages: Pick<PetitionPagesDeps, 'mainOffice' | 'now'>;
  readonly deps: PetitionDeps;
  readonly guesses: GuessThrottle;
  /** First-level categories with their names. */
  readonly topics: (language: Language) => Promise<readonly Choice[]>;
}

/** The number of people as typed; whatever cannot be read is one. */
const personsOf = (typed: string): number => {
  const count = Number(typed.normalize('NFKC').replaceAll(/\D/g, ''));
  return Number.isSafeInteger(count) && count > 0 ? Math.min(count, ticketLimits.persons) : 1;
};

/** Tickets for everybody: take one, see one's place, come, or cancel. Works without a script. */
export const ticketPages =
  ({ pages, deps, guesses, topics }: TicketPagesDeps): FastifyPluginAsync =>
  async (app) => {
    const cookie = sealedCookie<string>('huiyin_ticket', '/tickets', hours * 3600, pages.now);
    const read = (request: FastifyRequest, reply: FastifyReply) => readingOf(pages, request, reply);

    app.get('/tickets', hidden, async (request, reply) => {
      const days = await listTicketDays(deps, pages.now());
      return sendPage(reply, <TicketDaysPage reading={await read(request, reply)} days={days} />);
    });

    /** From the picture on the paper: it names day and number, never the code. */
    app.get<{ Querystring: { day?: unknown; number?: unknown } }>(
      '/tickets/open',
      hidden,
      async (request, reply) => {
        const { day, number } = request.query;
        const typed = {
          day: typeof day === 'string' ? day : '',
          number: typeof number === 'string' ? number.slice(0, 12) : '',
        };
        const days = await listTicketDays(deps, pages.now());
        const reading = await read(request, reply);
        return sendPage(reply, <TicketDaysPage {...{ reading, days, typed }} />);
      },
    );

    app.post('/tickets/open', hidden, async (request, reply) => {
      const reading = await read(request, reply);
      const tell = sayer(ticketWords, reading.language);
      const form = sentForm(request);
      const typed = { day: form.text('day'), number: form.text('number').slice(0, 20) };
      const again = async (sentence: string, status: number): Promise<FastifyReply> => {
        const days = await listTicketDays(deps, pages.now());
        const faults = [{ field: 'number', sentence }];
        return sendPage(reply, <TicketDaysPage {...{ reading, days, typed, faults }} />, status);
      };
      if (!isGenuine(request)) return again(reading.say('form.expired'), 403);
      const guess = await guesses.begin(request.ip, `ticket ${typed.day} ${typed.number}`);
      if (guess.wait > 0) return again(tell('wait', { seconds: guess.wait }), 429);
      const day = z.uuid().safeParse(typed.day);
      const found = day.success
        ? await findOwnTicket(deps, day.data, typed.number, form.text('code'))
        : null;
      if (found === null) {
        await guess.failed();
        return again(tell('wrong'), 422);
      }
      await guess.succeeded();
      cookie.write(reply, found);
      return reply.redirect('/tickets/mine', 303);
    });

    app.get<{ Querystring: { done?: unknown } }>(
      '/tickets/mine',
      hidden,
      async (request, reply) => {
        const id = cookie.read(request);
        const ticket = id === undefined ? null : await readOwnTicket(deps, id);
        if (ticket === null) return reply.redirect('/tickets', 303);
        return sendPage(
          reply,
          <OwnTicketPage
            reading={await read(request, reply)}
            ticket={ticket}
            code={lookupCode(deps.keys, ticket.id, 1)}
            done={request.query.done === 'here'}
            commandKey={randomUUID()}
          />,
        );
      },
    );

    for (const step of ['arrive', 'cancel'] as const) {
      app.post(`/tickets/mine/${step}`, hidden, async (request, reply) => {
        const id = cookie.read(request);
        if (id === undefined || !isGenuine(request)) return reply.redirect('/tickets', 303);
        const done = await stepByHolder(deps, id, step, { commandKey: keyOf(sentForm(request)) });
        // Called, heard or cancelled meanwhile: the page says how it stands.
        if (!done.ok && done.refusal.code !== 'ticket-not-in-stage') {
          return sendRefusal(reply, done.refusal);
        }
        return reply.redirect(step === 'arrive' ? '/tickets/mine?done=here' : '/tickets/mine', 303);
      });
    }

    app.get<{ Params: { dayId: string } }>('/tickets/:dayId', hidden, async (request, reply) => {
      const reading = await read(request, reply);
      const dayId = z.uuid().safeParse(request.params.dayId);
      const day = dayId.success ? await findTicketDay(deps, dayId.data, pages.now()) : null;
      if (day === null) return sendRefusal(reply, refuse('not-found').refusal);
      const choices = await topics(reading.language);
      return sendPage(
        reply,
        <TakeTicketPage {...{ reading, day }} topics={choices} commandKey={randomUUID()} />,
      );
    });

    app.post<{ Params: { dayId: string } }>('/tickets/:dayId', hidden, async (request, reply) => {
      const reading = await read(request, reply);
      const dayId = z.uuid().safeParse(request.params.dayId);
      const day = dayId.success ? await findTicketDay(deps, dayId.data, pages.now()) : null;
      if (day === null) return sendRefusal(reply, refuse('not-found').refusal);
      const form = sentForm(request);
      const again = async (notice: string, status: number): Promise<FastifyReply> => {
        const choices = await topics(reading.language);
        return sendPage(
          reply,
          <TakeTicketPage
            {...{ reading, day, notice }}
            topics={choices}
            commandKey={keyOf(form)}
          />,
          status,
        );
      };
      if (!isGenuine(request)) return again(reading.say('form.expired'), 403);
      const optional = (name: string, most: number) => {
        const text = form.text(name).trim().slice(0, most);
        return text === '' ? {} : { [name]: text };
      };
      const input = takeSchema.parse({
        way: 'portal',
        persons: personsOf(form.text('persons')),
        ...optional('name', ticketLimits.name),
        ...optional('telephone', ticketLimits.telephone),
        ...optional('topic', 64),
      });
      const taken = await takeTicket(deps, day.id, input, {
        actor: null,
        commandKey: `portal ${keyOf(form)}`,
      });
      if (!taken.ok) {
        return again(sentenceOf(taken.refusal, reading.language), statusOf(taken.refusal.code));
      }
      cookie.write(reply, taken.value.id);
      return reply.redirect('/tickets/mine', 303);
    });
  };
