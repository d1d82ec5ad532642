import { localDateOf } from '../../../kernel/local-date.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { ok } from '../../../kernel/result.ts';
import { inTransaction, setStream, type Tx } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import {
  caseKeyOf,
  deriveId,
  insertSealed,
  newId,
  openItems,
  Sealer,
} from '../../../platform/vault/index.ts';
import { enqueueMessage, type MessageParams, type TemplateName } from '../../messages/index.ts';
import { systemActor } from '../../petitions/index.ts';
import { fold } from '../evolve.ts';
import type { ReceptionDay } from '../reception-day.ts';
import { mobileOf } from '../subscription.ts';
import { findTold } from '../subscription-store.ts';
import { holderItem, type Holder } from '../tickets/holder.ts';
import { loadTicket } from '../tickets/queries/load.ts';
import { labelOf, type CarryCause, type Sitting } from '../tickets/terms.ts';
import { upcast } from '../upcast.ts';
import type { ReceptionDeps } from './deps.ts';
import { recipientOf, subscriptionUrl } from './subscribe.ts';

const actor = systemActor('reception-days');

/** Subscribers told in one transaction. */
const page = 500;

/** Events that somebody is told of. */
export const toldTypes = [
  'ReceptionNoticePublished',
  'ReceptionDayCancelled',
  'TicketCarriedOver',
] as const;

interface News {
  readonly day: ReceptionDay;
  readonly template: TemplateName;
  readonly params: MessageParams;
  /** The event; each message's id follows from it, so that nothing is told twice. */
  readonly cause: string;
}

/** What an event of a day means to those who knew of it; null where nobody did. */
async function newsOf(tx: Tx, deps: ReceptionDeps, event: RecordedEvent): Promise<News | null> {
  await setStream(tx, event.streamId);
  const events = (await loadEvents(tx, event.streamId)).map(upcast);
  const day = fold(
    event.streamId,
    events.filter(({ seq }) => seq <= event.seq),
  );
  // News of yesterday is none: an office that begins with this release does not write of old days.
  if (day === null || day.plan.on < localDateOf(tx.openedAt.getTime())) return null;
  const organisation = await deps.organisation(tx);
  const params = {
    office: organisation.find(day.unit)?.name ?? '',
    due: day.plan.on,
    url: `${deps.publicUrl}/reception/${day.id}`,
  };
  const cause = `${event.streamId} ${event.seq}`;
  if (event.type === 'ReceptionDayCancelled') {
    return day.notice === null && day.invitees.length === 0
      ? null
      : { day, template: 'reception-cancelled', params, cause };
  }
  const notice = (version: number) =>
    events.find(
      (each) => each.type === 'ReceptionNoticePublished' && each.data.version === version,
    );
  const version = day.notice?.version ?? 1;
  if (version === 1) return { day, template: 'reception-announced', params, cause };
  const last = notice(version - 1)?.seq ?? 0;
  const before = fold(
    event.streamId,
    events.filter(({ seq }) => seq <= last),
  );
  const until = before?.plan.on;
  const moved = until !== undefined && until !== day.plan.on ? { until } : {};
  return { day, template: 'reception-moved', params: { ...params, ...moved }, cause };
}

/** Seals a number by itself, so that the outbox can open nothing else; once for each record. */
async function addressOf(
  tx: Tx,
  deps: ReceptionDeps,
  streamId: string,
  telephone: string,
  of: string,
): Promise<{ readonly smsAddressId?: string }> {
  const number = mobileOf(telephone);
  // A landline hears nothing of this: the message waits in the outbox, and the office rings.
  if (number === null) return {};
  const id = deriveId(deps.keys, 'reception-telephone', streamId, of);
  const key = await caseKeyOf(tx, deps, streamId);
  if ((await openItems(tx, deps, streamId, key, [id])).has(id)) return { smsAddressId: id };
  const sealer = new Sealer({ vault: deps.vault, key, streamId, nextId: newId });
  sealer.item(number, id);
  await insertSealed(tx, streamId, deps.vault.keyVersion, sealer.rows);
  return { smsAddressId: id };
}

/** Those who have a slot, and those who were asked to come. */
async function tellVisitors(tx: Tx, deps: ReceptionDeps, news: News): Promise<void> {
  const { day, template, params, cause } = news;
  const visitors = [
    ...day.bookings.filter(({ cancelled }) => !cancelled),
    ...day.invitees.filter(({ answer }) => answer !== 'not-coming'),
  ];
  if (visitors.length === 0) return;
  await setStream(tx, day.id);
  const key = await caseKeyOf(tx, deps, day.id);
  const opened = await openItems(
    tx,
    deps,
    day.id,
    key,
    visitors.map(({ visitor }) => visitor.id),
  );
  for (const { id, visitor } of visitors) {
    const { telephone = '' } = (opened.get(visitor.id) ?? {}) as Partial<Holder>;
    if (telephone === '') continue;
    await enqueueMessage(tx, {
      streamId: day.id,
      messageId: deriveId(deps.keys, 'reception-news', id, cause),
      unitId: day.unit,
      recipient: { kind: 'petitioner', ...(await addressOf(tx, deps, day.id, telephone, id)) },
      template,
      params,
    });
  }
}

/** Everybody who wants to hear of the office's days, page by page. */
async function tellSubscribers(deps: ReceptionDeps, news: News): Promise<void> {
  const { day, template, params, cause } = news;
  let after: string | null = '00000000-0000-0000-0000-000000000000';
  while (after !== null) {
    const from: string = after;
    const told = await inTransaction(deps, actor, async (tx) => {
      const subscribers = await findTold(tx, day.unit, from, page);
      for (const subscriber of subscribers) {
        await enqueueMessage(tx, {
          streamId: subscriber.id,
          messageId: deriveId(deps.keys, 'reception-news', subscriber.id, cause),
          unitId: day.unit,
          recipient: recipientOf(subscriber),
          template,
          params: { ...params, stop: subscriptionUrl(deps, subscriber.id) },
          language: subscriber.language,
        });
      }
      return ok(subscribers.length < page ? null : (subscribers.at(-1)?.id ?? null));
    });
    after = told.ok ? told.value : null;
  }
}

/** Whoever holds a ticket that went along with its day, where a telephone is known. */
async function tellHolder(tx: Tx, deps: ReceptionDeps, event: RecordedEvent): Promise<void> {
  const { streamId } = event;
  const { to } = event.data as { to: Sitting };
  if (to.on < localDateOf(tx.openedAt.getTime())) return;
  await setStream(tx, streamId);
  const ticket = await loadTicket(tx, streamId);
  if (ticket === null || ticket.holder === null || ticket.office === null) return;
  const key = await caseKeyOf(tx, deps, streamId);
  const opened = await openItems(tx, deps, streamId, key, [holderItem]);
  const { telephone = '' } = (opened.get(holderItem) ?? {}) as Partial<Holder>;
  if (telephone === '') return;
  const organisation = await deps.organisation(tx);
  await enqueueMessage(tx, {
    streamId,
    messageId: deriveId(deps.keys, 'reception-news', streamId, String(event.seq)),
    unitId: ticket.office,
    recipient: {
      kind: 'petitioner',
      ...(await addressOf(tx, deps, streamId, telephone, holderItem)),
    },
    template: 'ticket-moved',
    params: {
      office: organisation.find(ticket.office)?.name ?? '',
      number: labelOf(ticket.number),
      due: to.on,
      until: ticket.numberedOn === to.on ? undefined : ticket.numberedOn,
      url: `${deps.publicUrl}/tickets`,
    },
  });
}

/**
 * Tells of new, moved and cancelled days whoever has a slot, an invitation or a ticket, and whoever
 * asked to hear of them (R-2, N-1). Sent again, nothing is told twice.
 * @param event one of `toldTypes`, as the record has it
 */
export async function tellOfEvent(deps: ReceptionDeps, event: RecordedEvent): Promise<void> {
  if (event.type === 'TicketCarriedOver') {
    const { cause } = event.data as { cause: CarryCause };
    // In the evening people stand in the hall and hear it there.
    if (cause !== 'day-cancelled' && cause !== 'day-moved') return;
    await inTransaction(deps, actor, async (tx) => {
      await tellHolder(tx, deps, event);
      return ok(undefined);
    });
    return;
  }
  const news = await inTransaction(deps, actor, async (tx) => {
    const found = await newsOf(tx, deps, event);
    // A new day is news to subscribers alone: whoever was invited was told by whoever invited.
    if (found !== null && found.template !== 'reception-announced') {
      await tellVisitors(tx, deps, found);
    }
    return found === null ? refuse('not-found') : ok(found);
  });
  if (news.ok && news.value.day.notice !== null) await tellSubscribers(deps, news.value);
}
