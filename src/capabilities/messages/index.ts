import type { Tx } from '../../platform/database/transaction.ts';
import type { NewMessage } from './message.ts';
import { holdAll, insertMessage } from './store.ts';

export { type Carrier, DeliveryFault } from './channels/carrier.ts';
export { emailCarrier, type MailServer } from './channels/email.ts';
export { smsCarrier, type SmsGateway } from './channels/sms.ts';
export { webhookCarrier, type WebhookTarget } from './channels/webhook.ts';
export type { Channel, MessageParams, TemplateName } from './contract.ts';
export type { NewMessage, Recipient } from './message.ts';
export { readInbox, readOutbox } from './queries.ts';
export { messagesRoutes, type MessagesRoutesOptions } from './routes.ts';
export {
  createMessageSender,
  messagesScope,
  type MessageSender,
  type OpenAddress,
  type SenderOptions,
} from './sender.ts';
export type { QuietHours } from './timing.ts';

/**
 * Writes a message into the outbox inside the caller's transaction, in one round trip: it goes out
 * if and only if the transaction commits. It never holds an address or a word of a petition (P-3).
 * @param tx a transaction of the writing role in which the stream is open (`app.stream`)
 * @param message see NewMessage; a second one with the same stream and message id changes nothing
 * @returns nothing; throws when a parameter of the template is missing or could reveal content
 */
export const enqueueMessage = (tx: Tx, message: NewMessage): Promise<void> =>
  insertMessage(tx, message);

/**
 * Holds everything that waits to be sent, as a restore does: people release it one by one.
 * @returns how many messages
 */
export const holdOutbox = (tx: Tx): Promise<number> => holdAll(tx);
