export { enqueueMessage, holdOutbox, keepMessagesTo, resendMessage } from './commands.ts';
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
