import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Choice } from '../../../portal/components.tsx';
import { isGenuine, sentForm } from '../../../portal/form.ts';
import type { PortalDeps } from '../../../portal/index.ts';
import { sendPage } from '../../../portal/page.tsx';
import {
  answerSubscription,
  openSubscription,
  subscribe,
  type ReceptionDeps,
} from '../commands/index.ts';
import { contactOf, longestContact } from '../subscription.ts';
import { listReceivingUnits } from '../queries/index.ts';
import { AskedPage, SubscribePage, SubscriptionPage } from './subscribe.tsx';
import type { ReceptionReading } from './reading.ts';

const hidden = { schema: { hide: true } } as const;
/** Each form may send a message to a stranger: ten in ten minutes from one place. */
const asking = { ...hidden, config: { rateLimit: { max: 10, timeWindow: 600_000 } } } as const;
const answering = { ...hidden, config: { rateLimit: { max: 30, timeWindow: 60_000 } } } as const;

type OfSubscription = { Params: { token: string } };

/** Messages about reception days: ask, confirm, stop. Works without a script. */
export function subscribePages(
  app: FastifyInstance,
  portal: PortalDeps,
  deps: ReceptionDeps,
  read: (request: FastifyRequest, reply: FastifyReply) => Promise<ReceptionReading>,
): void {
  const officesOf = async (): Promise<readonly Choice[]> =>
    (await listReceivingUnits(deps, portal.now())).map(({ id, name }) => ({
      value: id,
      label: name,
    }));

  app.get('/reception/subscribe', hidden, async (request, reply) => {
    const from = await read(request, reply);
    return sendPage(reply, <SubscribePage {...{ from }} offices={await officesOf()} />);
  });

  app.post('/reception/subscribe', asking, async (request, reply) => {
    const from = await read(request, reply);
    const offices = await officesOf();
    const form = sentForm(request);
    const typed = {
      office: form.text('office'),
      contact: form.text('contact').slice(0, longestContact + 1),
    };
    const again = (sentence: string, status: number) => {
      const faults = [{ field: 'contact', sentence }];
      return sendPage(reply, <SubscribePage {...{ from, offices, typed, faults }} />, status);
    };
    if (!isGenuine(request)) return again(from.reading.say('form.expired'), 403);
    const contact = contactOf(typed.contact);
    const office = offices.find(({ value }) => value === typed.office) ?? offices[0];
    if (contact === null || office === undefined) return again(from.tell('subscribe.missing'), 422);
    await subscribe(deps, office.value, contact, from.reading.language);
    return sendPage(reply, <AskedPage {...{ from }} contact={contact.address} />);
  });

  app.get<OfSubscription>('/reception/subscriptions/:token', answering, async (request, reply) => {
    const from = await read(request, reply);
    const { token } = request.params;
    const subscription = await openSubscription(deps, token);
    return sendPage(reply, <SubscriptionPage {...{ from, token, subscription }} />);
  });

  for (const answer of ['confirm', 'end'] as const) {
    app.post<OfSubscription>(
      `/reception/subscriptions/:token/${answer}`,
      answering,
      async (request, reply) => {
        const { token } = request.params;
        if (isGenuine(request)) await answerSubscription(deps, token, answer);
        return reply.redirect(`/reception/subscriptions/${encodeURIComponent(token)}`, 303);
      },
    );
  }
}
