import type { Tx } from '../../platform/database/index.ts';
import type { OutboxItem, OutboxPage, OutboxQuery } from './contract.ts';
import type { Message } from './message.ts';
import { listInboxRows, listOutboxRows } from './store.ts';
import { textOf } from './templates.ts';

/** A unit's outbox, newest first. */
export const readOutbox = async (
  tx: Tx,
  unitId: string,
  query: OutboxQuery,
): Promise<OutboxPage> => {
  const [at, messageId] = placeOf(query.after);
  const rows = await listOutboxRows(tx, {
    unitId,
    status: query.status ?? null,
    before:
      at === undefined || messageId === undefined
        ? null
        : { createdAt: new Date(Number(at)), messageId },
    limit: query.limit + 1,
  });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    next:
      rows.length > shown.length && last ? `${last.createdAt.getTime()}.${last.messageId}` : null,
  };
};

/** A place that we never gave means the beginning. */
const placeOf = (after = ''): readonly string[] =>
  /^\d{1,15}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) ? after.split('.') : [];

/** The newest messages to a unit or to one person of it. */
export const readInbox = async (
  tx: Tx,
  reader: { readonly unitId: string; readonly userId: string },
  limit = 50,
): Promise<readonly OutboxItem[]> => (await listInboxRows(tx, reader, limit)).map(itemOf);

const itemOf = (message: Message): OutboxItem => ({
  id: `${message.streamId}.${message.messageId}`,
  template: message.template,
  language: message.language,
  number: message.params.number ?? '',
  text: textOf(message.template, message.language, message.params),
  url: message.params.url ?? null,
  recipient: message.recipientKind,
  channel: message.channel,
  status: message.status,
  urgent: message.urgent,
  attempts: message.attempts,
  nextAttemptAt: ['queued', 'failed'].includes(message.status)
    ? message.nextAttemptAt.toISOString()
    : null,
  lastError: message.lastError,
  receipt: message.receipt,
  createdAt: message.createdAt.toISOString(),
  sentAt: message.sentAt?.toISOString() ?? null,
  mayResend: ['failed', 'dead', 'held'].includes(message.status),
});
