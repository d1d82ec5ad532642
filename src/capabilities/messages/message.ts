import type { Channel, MessageParams, MessageStatus, TemplateName } from './contract.ts';
import type { MessageLanguage } from './templates.ts';

/** Where a message goes. Addresses are ids of what lies sealed in the vault of the stream. */
export type Recipient =
  | {
      readonly kind: 'petitioner';
      readonly smsAddressId?: string | undefined;
      readonly emailAddressId?: string | undefined;
    }
  | { readonly kind: 'staff'; readonly unitId: string; readonly userId?: string | undefined }
  | { readonly kind: 'system' };

/** A message on its way into the outbox. */
export type NewMessage = {
  readonly streamId: string;
  /** Derived from what caused it: the same id is written once and delivered once. */
  readonly messageId: string;
  /** The unit in whose name it is sent and on whose outbox page it stands. */
  readonly unitId: string;
  readonly recipient: Recipient;
  readonly template: TemplateName;
  readonly params: MessageParams;
  /** zh-CN unless told. */
  readonly language?: MessageLanguage;
  /** Urgent ones do not wait for the morning. */
  readonly urgent?: boolean;
  /** Unless told, the configured channel for which there is an address. */
  readonly channel?: Channel;
  /** Who alone may see it, as actors: the named handlers of an accusation (L-5). */
  readonly named?: readonly string[] | null;
};

/** A message as it stands in the outbox. */
export type Message = {
  readonly streamId: string;
  readonly messageId: string;
  readonly template: TemplateName;
  readonly language: MessageLanguage;
  readonly params: MessageParams;
  readonly urgent: boolean;
  readonly recipientKind: Recipient['kind'];
  readonly smsAddressId: string | null;
  readonly emailAddressId: string | null;
  readonly wantedChannel: Channel | null;
  readonly channel: Channel | null;
  readonly status: MessageStatus;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly lastError: string | null;
  readonly receipt: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
};

/** Channels that need a gateway. */
export type CarriedChannel = 'sms' | 'email' | 'webhook';

/**
 * By which way a message leaves.
 * @param message from the outbox
 * @param configured carriers, preferred first
 * @returns `outbox` when no carrier fits: the office sees it and acts
 */
export const chooseChannel = (
  message: Pick<Message, 'recipientKind' | 'smsAddressId' | 'emailAddressId' | 'wantedChannel'>,
  configured: readonly CarriedChannel[],
): CarriedChannel | 'outbox' => {
  const reaches = (channel: CarriedChannel): boolean => {
    if (channel === 'webhook')
      return message.recipientKind === 'system' || message.wantedChannel === 'webhook';
    return channel === 'sms' ? message.smsAddressId !== null : message.emailAddressId !== null;
  };
  const possible = configured.filter(reaches);
  return possible.find((channel) => channel === message.wantedChannel) ?? possible[0] ?? 'outbox';
};
