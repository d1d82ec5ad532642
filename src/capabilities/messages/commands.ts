import { z } from 'zod';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewMessage } from './message.ts';
import { holdAll, insertMessage, requeueMessage, setNamed } from './store.ts';
import { checkParams } from './templates.ts';

/**
 * Writes a message into the outbox inside the caller's transaction, in one round trip: it goes out
 * if and only if the transaction commits. It never holds an address or a word of a petition (P-3).
 * @param tx a transaction of the writing role in which the stream is open (`app.stream`)
 * @param message see NewMessage; a second one with the same stream and message id changes nothing
 * @returns nothing; throws when a parameter of the template is missing or could reveal content
 */
export const enqueueMessage = async (tx: Tx, message: NewMessage): Promise<void> =>
  insertMessage(tx, { ...message, params: checkParams(message.template, message.params) });

/**
 * Changes who may see the messages of a petition that becomes an accusation, ceases to be one or
 * gets other handlers (L-5).
 * @param tx a transaction of the writing role in which the stream is open
 * @param named actors who alone may see them; null lets the unit's outbox show them
 */
export const keepMessagesTo = async (
  tx: Tx,
  streamId: string,
  named: readonly string[] | null,
): Promise<void> => {
  await setNamed(tx, streamId, named);
};

/**
 * Holds everything that waits to be sent, as a restore does: people release it one by one.
 * @param tx a transaction of the system
 * @returns how many messages
 */
export const holdOutbox = (tx: Tx): Promise<number> => holdAll(tx);

/**
 * Sends a message again that is held, failed or given up, with a fresh count of attempts.
 * @param tx a transaction of the writing role, of a person who may read the unit's outbox
 * @param id stream and message id, joined by a dot
 * @returns refused: not-found, when there is none that could be sent again
 */
export const resendMessage = async (tx: Tx, id: string): Promise<Result<null, Refusal>> => {
  const [streamId = '', messageId = ''] = id.split('.');
  if (!isUuid(streamId) || !isUuid(messageId)) return refuse('not-found');
  return (await requeueMessage(tx, { streamId, messageId })) ? ok(null) : refuse('not-found');
};

const isUuid = (text: string): boolean => z.guid().safeParse(text).success;
