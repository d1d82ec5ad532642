import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { localDateOf } from '../../../kernel/local-date.ts';
import { refuse, sentenceOf } from '../../../kernel/refusals.ts';
import { sendRefusal } from '../../../platform/http/index.ts';
import type { Fault } from '../../../portal/components.tsx';
import type { PortalDeps } from '../../../portal/index.ts';
import { isGenuine, sentForm } from '../../../portal/form.ts';
import { readingOf, sendPage } from '../../../portal/page.tsx';
import { systemActor } from '../../petitions/index.ts';
import { changeReceptionDay, type ReceptionDeps } from '../commands/index.ts';
import { dayCommandSchemas } from '../contract.ts';
import {
  listPublicDays,
  openBooking,
  openPublicDay,
  readPublicResults,
  searchDays,
  type PublicDayPage,
} from '../queries/index.ts';
import { BookingPage } from './booking.tsx';
import { ReceptionPage, type TypedBooking } from './day.tsx';
import { ReceptionsPage } from './list.tsx';
import { atomFeedOf, icsOf, jsonOf } from './outlets.ts';
import { Results } from './results.tsx';
import { subscribePages } from './subscribe-routes.tsx';
import { tellerOf, type ReceptionReading } from './reading.ts';

const hidden = { schema: { hide: true } } as const;
const limited = { ...hidden, config: { rateLimit: { max: 30, timeWindow: 60_000 } } } as const;
const actor = systemActor('reception-days');
const isId = (text: string): boolean => z.uuid().safeParse(text).success;

type OfDay = { Params: { id: string } };
type OfBooking = { Params: { id: string; booking: string } };

/** The citizens' pages of reception days: list, search, day, booking, calendar and feeds. */
export const receptionPages =
  (portal: PortalDeps, deps: ReceptionDeps): FastifyPluginAsync =>
  async (app) => {
    const read = async (request: FastifyRequest, reply: FastifyReply): Promise<ReceptionReading> =>
      tellerOf(await readingOf(portal, request, reply));
    const baseOf = (request: FastifyRequest): string =>
      portal.publicUrl ?? `${request.protocol}://${request.host}`;
    const notFound = (reply: FastifyReply): FastifyReply =>
      sendRefusal(reply, refuse('not-found').refusal);

    app.get<{ Querystring: { q?: unknown } }>('/reception', hidden, async (request, reply) => {
      const from = await read(request, reply);
      const days = await listPublicDays(deps, portal.now());
      const today = localDateOf(portal.now());
      const { q } = request.query;
      const words = typeof q === 'string' ? q.trim().slice(0, 60) : '';
      return sendPage(
        reply,
        words === '' ? (
          <ReceptionsPage {...{ from, days, today }} />
        ) : (
          <ReceptionsPage {...{ from, today, words }} days={await searchDays(deps, days, words)} />
        ),
      );
    });

    app.get('/reception.ics', hidden, async (request, reply) => {
      const from = await read(request, reply);
      const days = await listPublicDays(deps, portal.now());
      return reply.type('text/calendar; charset=utf-8').send(icsOf(from, days, baseOf(request)));
    });
    app.get('/reception.atom', hidden, async (request, reply) => {
      const from = await read(request, reply);
      const days = await listPublicDays(deps, portal.now());
      return reply
        .type('application/atom+xml; charset=utf-8')
        .send(atomFeedOf(from, days, baseOf(request)));
    });
    app.get('/reception.json', hidden, async (request, reply) => {
      const from = await read(request, reply);
      const days = await listPublicDays(deps, portal.now());
      return reply
        .type('application/feed+json; charset=utf-8')
        .send(JSON.stringify(jsonOf(from, days, baseOf(request))));
    });

    subscribePages(app, portal, deps, read);

    const opened = async (id: string): Promise<PublicDayPage | null> =>
      isId(id) ? openPublicDay(deps, id, portal.now()) : null;

    app.get<OfDay>('/reception/:id', hidden, async (request, reply) => {
      const wanted = request.params.id;
      const from = await read(request, reply);
      const asCalendar = wanted.endsWith('.ics');
      const day = await opened(asCalendar ? wanted.slice(0, -'.ics'.length) : wanted);
      if (day === null) return notFound(reply);
      if (asCalendar) {
        return reply.type('text/calendar; charset=utf-8').send(icsOf(from, [day], baseOf(request)));
      }
      const results = await readPublicResults(deps, day.id, portal.now());
      return sendPage(
        reply,
        <ReceptionPage {...{ from, day }} commandKey={randomUUID()}>
          <Results {...{ from, results }} />
        </ReceptionPage>,
      );
    });

    /** A slot of an on-line or telephone reception. */
    app.post<OfDay>('/reception/:id', limited, async (request, reply) => {
      const from = await read(request, reply);
      const day = await opened(request.params.id);
      if (day === null) return notFound(reply);
      const form = sentForm(request);
      const key = form.text('key');
      const typed: TypedBooking = {
        slot: form.text('slot'),
        name: form.text('name').trim(),
        telephone: form.text('telephone').trim(),
        topic: form.text('topic').trim(),
      };
      const again = (faults: readonly Fault[], status: number, shown = day) =>
        sendPage(
          reply,
          <ReceptionPage {...{ from, typed, faults }} day={shown} commandKey={randomUUID()} />,
          status,
        );
      if (!isGenuine(request)) {
        return again([{ field: 'name', sentence: from.reading.say('form.expired') }], 403);
      }
      const missing = (['slot', 'name', 'telephone'] as const)
        .filter((field) => typed[field] === '')
        .map((field) => ({ field, sentence: from.tell(`book.missing.${field}`) }));
      if (missing.length > 0) return again(missing, 422);
      const input = dayCommandSchemas.bookSlot.safeParse(typed);
      if (!input.success) {
        const field = String(input.error.issues[0]?.path[0] ?? 'slot');
        const refusal = refuse('input-invalid', { field, detail: '' }, field);
        return again(
          [{ field, sentence: sentenceOf(refusal.refusal, from.reading.language) }],
          422,
        );
      }
      const done = await changeReceptionDay(deps, day.id, 'bookSlot', input.data, {
        actor,
        commandKey: /^[\w-]{8,64}$/.test(key) ? key : randomUUID(),
      });
      if (done.ok) {
        return reply.redirect(`/reception/${day.id}/bookings/${done.value.made}`, 303);
      }
      const sentence = sentenceOf(done.refusal, from.reading.language);
      const fresh = (await opened(day.id)) ?? day;
      return again([{ field: done.refusal.field ?? 'slot', sentence }], 409, fresh);
    });

    const bookingOf = async ({ id, booking }: OfBooking['Params']) => {
      const day = await opened(id);
      if (day === null || !isId(booking)) return null;
      const found = await openBooking(deps, id, booking);
      return found === null ? null : { day, booking: found };
    };

    app.get<OfBooking>('/reception/:id/bookings/:booking', limited, async (request, reply) => {
      const from = await read(request, reply);
      const found = await bookingOf(request.params);
      if (found === null) return notFound(reply);
      return sendPage(
        reply,
        <BookingPage {...{ from, ...found }} bookingId={request.params.booking} />,
      );
    });

    app.post<OfBooking>('/reception/:id/bookings/:booking', limited, async (request, reply) => {
      const { id, booking } = request.params;
      const found = await bookingOf(request.params);
      if (found === null) return notFound(reply);
      if (isGenuine(request) && !found.booking.cancelled) {
        const options = { actor, commandKey: `cancel ${booking}` };
        const done = await changeReceptionDay(deps, id, 'cancelBooking', { id: booking }, options);
        if (!done.ok && done.refusal.code !== 'reception-booking-cancelled') {
          return sendRefusal(reply, done.refusal);
        }
      }
      return reply.redirect(`/reception/${id}/bookings/${booking}`, 303);
    });
  };
