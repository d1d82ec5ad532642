import { run, send, type Tx } from '../../platform/database/index.ts';
import type { Channel, MessageStatus } from './contract.ts';
import type { Message, NewMessage } from './message.ts';

/** What names a message. */
export type MessageKey = Pick<Message, 'streamId' | 'messageId'>;

/**
 * Writes a message into the outbox; a second one with the same id changes nothing. In-app messages
 * have arrived by being written.
 */
export const insertMessage = async (tx: Tx, message: NewMessage): Promise<void> => {
  const { recipient } = message;
  const arrived = recipient.kind === 'staff';
  const petitioner = recipient.kind === 'petitioner' ? recipient : undefined;
  send(tx, {
    name: 'messages.insert',
    text: `INSERT INTO message (stream_id, message_id, unit_id, template, language, params, urgent,
             recipient_kind, sms_address, email_address, recipient_unit, recipient_user,
             wanted_channel, channel, status, next_attempt_at, created_at, sent_at, named)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $17,
                   $18)
           ON CONFLICT DO NOTHING`,
    values: [
      message.streamId,
      message.messageId,
      message.unitId,
      message.template,
      message.language ?? 'zh-CN',
      JSON.stringify(message.params),
      message.urgent ?? false,
      recipient.kind,
      petitioner?.smsAddressId ?? null,
      petitioner?.emailAddressId ?? null,
      recipient.kind === 'staff' ? recipient.unitId : null,
      recipient.kind === 'staff' ? (recipient.userId ?? null) : null,
      message.channel ?? null,
      arrived ? 'in-app' : null,
      arrived ? 'sent' : 'queued',
      tx.openedAt,
      arrived ? tx.openedAt : null,
      message.named ?? null,
    ],
  });
};

/** Changes who may see the messages of a stream. */
export const setNamed = (
  tx: Tx,
  streamId: string,
  named: readonly string[] | null,
): Promise<unknown> =>
  run(tx, {
    name: 'messages.set-named',
    text: 'UPDATE message SET named = $2::text[] WHERE stream_id = $1',
    values: [streamId, named],
  });

const columns = `stream_id AS "streamId", message_id AS "messageId", template, language, params,
  urgent, recipient_kind AS "recipientKind", sms_address AS "smsAddressId",
  email_address AS "emailAddressId", wanted_channel AS "wantedChannel", channel, status, attempts,
  next_attempt_at AS "nextAttemptAt", last_error AS "lastError", provider_receipt AS receipt,
  created_at AS "createdAt", sent_at AS "sentAt"`;

/** What is due, oldest first. Served by message_due. */
export const findDue = (tx: Tx, limit: number): Promise<readonly Message[]> =>
  run<Message>(tx, {
    name: 'messages.find-due',
    text: `SELECT ${columns} FROM message
            WHERE status IN ('queued', 'failed') AND next_attempt_at <= $1
            ORDER BY next_attempt_at LIMIT $2`,
    values: [tx.openedAt, limit],
  });

/** Puts messages aside for people to see: there is no channel for them. */
export const holdMessages = (tx: Tx, keys: readonly MessageKey[]): Promise<unknown> =>
  run(tx, {
    name: 'messages.hold',
    text: `UPDATE message m SET status = 'held', channel = 'outbox'
             FROM unnest($1::uuid[], $2::uuid[]) AS k(stream_id, message_id)
            WHERE m.stream_id = k.stream_id AND m.message_id = k.message_id
              AND m.status IN ('queued', 'failed')`,
    values: [keys.map((key) => key.streamId), keys.map((key) => key.messageId)],
  });

/** Lets messages wait without counting an attempt. */
export const postponeMessages = (
  tx: Tx,
  keys: readonly MessageKey[],
  until: Date,
): Promise<unknown> =>
  run(tx, {
    name: 'messages.postpone',
    text: `UPDATE message m SET next_attempt_at = $3
             FROM unnest($1::uuid[], $2::uuid[]) AS k(stream_id, message_id)
            WHERE m.stream_id = k.stream_id AND m.message_id = k.message_id
              AND m.status IN ('queued', 'failed')`,
    values: [keys.map((key) => key.streamId), keys.map((key) => key.messageId), until],
  });

/**
 * Takes a message for one attempt. Until `until` no other sender takes it; after that it counts as
 * lost and is tried again under the same id.
 * @returns whether it is ours
 */
export const claimMessage = async (
  tx: Tx,
  message: Message,
  channel: Channel,
  until: Date,
): Promise<boolean> => {
  const rows = await run(tx, {
    name: 'messages.claim',
    text: `UPDATE message SET attempts = attempts + 1, channel = $4, next_attempt_at = $5
            WHERE stream_id = $1 AND message_id = $2 AND attempts = $3
              AND status IN ('queued', 'failed') AND next_attempt_at = $6
           RETURNING attempts`,
    values: [
      message.streamId,
      message.messageId,
      message.attempts,
      channel,
      until,
      message.nextAttemptAt,
    ],
  });
  return rows.length === 1;
};

/** What came of an attempt. */
export type Attempt = {
  readonly key: MessageKey;
  /** The number of the attempt; an answer to an older one is too late and changes nothing. */
  readonly attempt: number;
  readonly status: MessageStatus;
  readonly nextAttemptAt: Date | null;
  readonly error: string | null;
  readonly receipt: string | null;
};

/** Writes down what came of an attempt. */
export const recordAttempt = (tx: Tx, attempt: Attempt): Promise<unknown> =>
  run(tx, {
    name: 'messages.record-attempt',
    text: `UPDATE message
              SET status = $4, next_attempt_at = coalesce($5, next_attempt_at), last_error = $6,
                  provider_receipt = $7, sent_at = CASE WHEN $4 = 'sent' THEN $8::timestamptz END
            WHERE stream_id = $1 AND message_id = $2 AND attempts = $3
              AND status IN ('queued', 'failed')`,
    values: [
      attempt.key.streamId,
      attempt.key.messageId,
      attempt.attempt,
      attempt.status,
      attempt.nextAttemptAt,
      attempt.error,
      attempt.receipt,
      tx.openedAt,
    ],
  });

/** A person sends it again: a fresh count of attempts. */
export const requeueMessage = async (tx: Tx, key: MessageKey): Promise<boolean> => {
  const rows = await run(tx, {
    name: 'messages.requeue',
    text: `UPDATE message SET status = 'queued', attempts = 0, next_attempt_at = $3, last_error = NULL
            WHERE stream_id = $1 AND message_id = $2 AND status IN ('failed', 'dead', 'held')
           RETURNING message_id`,
    values: [key.streamId, key.messageId, tx.openedAt],
  });
  return rows.length === 1;
};

/** Holds all that waits, after a restore: what was sent since the backup must not go out again. */
export const holdAll = async (tx: Tx): Promise<number> => {
  const rows = await run(tx, {
    name: 'messages.hold-all',
    text: `UPDATE message SET status = 'held' WHERE status IN ('queued', 'failed')
           RETURNING message_id`,
    values: [],
  });
  return rows.length;
};

export type PageRequest = {
  readonly unitId: string;
  readonly status: MessageStatus | null;
  readonly before: { readonly createdAt: Date; readonly messageId: string } | null;
  readonly limit: number;
};

const newest = {
  createdAt: new Date('9999-01-01T00:00:00Z'),
  messageId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

/** A unit's outbox, newest first. Served by message_outbox; dead letters by message_dead. */
export const listOutboxRows = (tx: Tx, page: PageRequest): Promise<readonly Message[]> => {
  const { createdAt, messageId } = page.before ?? newest;
  const dead = page.status === 'dead';
  return run<Message>(tx, {
    name: dead ? 'messages.dead-letters' : 'messages.outbox',
    text: `SELECT ${columns} FROM message
            WHERE unit_id = $1 AND ${dead ? "status = 'dead' AND $2::text = 'dead'" : '($2::text IS NULL OR status = $2)'}
              AND (created_at, message_id) < ($3::timestamptz, $4::uuid)
            ORDER BY created_at DESC, message_id DESC LIMIT $5`,
    values: [page.unitId, page.status, createdAt, messageId, page.limit],
  });
};

/** What came in for a unit or one person of it, newest first. Served by message_inbox. */
export const listInboxRows = (
  tx: Tx,
  reader: { readonly unitId: string; readonly userId: string },
  limit: number,
): Promise<readonly Message[]> =>
  run<Message>(tx, {
    name: 'messages.inbox',
    text: `SELECT ${columns} FROM message
            WHERE recipient_unit = $1 AND (recipient_user IS NULL OR recipient_user = $2)
            ORDER BY created_at DESC, message_id DESC LIMIT $3`,
    values: [reader.unitId, reader.userId, limit],
  });
