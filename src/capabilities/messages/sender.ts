import type { Database, Tx } from '../../platform/database/index.ts';
import { createLoop, type Loop } from '../../platform/jobs/loop.ts';
import { deliveryFaultOf, DeliveryFault, type Carrier } from './channels/carrier.ts';
import { chooseChannel, type CarriedChannel, type Message } from './message.ts';
import {
  claimMessage,
  findDue,
  holdMessages,
  postponeMessages,
  recordAttempt,
  type Attempt,
} from './store.ts';
import { subjectOf, textOf, type AtSending } from './templates.ts';
import {
  afterQuietHours,
  maximumAttempts,
  pauseAfter,
  usualQuietHours,
  type QuietHours,
} from './timing.ts';

/** Reads the outbox of every unit and no petition. */
export const messagesScope = { actor: 'system:messages', units: [], roles: ['system'] };

/**
 * Opens a sealed address.
 * @returns null when it is not there any more
 */
export type OpenAddress = (tx: Tx, streamId: string, sealedId: string) => Promise<string | null>;

/**
 * The word that proves that somebody reads the registered contact (P-3), made as the message leaves.
 * @returns null when there is no such petition any more
 */
export type MakeWord = (tx: Tx, streamId: string) => Promise<string | null>;

export type SenderOptions = {
  readonly db: Database;
  /** Preferred first; with none, messages stay in the outbox for the office to see. */
  readonly carriers: readonly Carrier[];
  readonly openAddress: OpenAddress;
  readonly makeWord: MakeWord;
  readonly quietHours?: QuietHours;
  readonly maximumAttempts?: number;
  readonly onError: (error: unknown) => void;
  /** Chance from 0 up to 1, for the pauses between attempts. */
  readonly chance?: () => number;
};

export type MessageSender = Loop & {
  /**
   * Takes on what is due and sends it: at least once, under an id by which the other side drops
   * doubles.
   * @returns how many messages were moved
   */
  readonly sendDue: () => Promise<number>;
};

/** Messages looked at in one step, and those sent side by side. */
const lookAt = 500;
const together = 16;
/** How long an attempt may take before it counts as lost. */
const lease = 120_000;

type Claimed = { readonly message: Message; readonly carrier: Carrier };

/** Makes the sender of the outbox. */
export const createMessageSender = (options: SenderOptions): MessageSender => {
  const { db, carriers } = options;
  const quiet = options.quietHours ?? usualQuietHours;
  const most = options.maximumAttempts ?? maximumAttempts;
  const chance = options.chance ?? Math.random;
  const configured: readonly CarriedChannel[] = carriers.map((carrier) => carrier.channel);

  const takeOn = async (tx: Tx): Promise<{ moved: number; claimed: readonly Claimed[] }> => {
    const now = tx.openedAt.getTime();
    const due = (await findDue(tx, lookAt)).map((message) => {
      const channel = chooseChannel(message, configured);
      const carrier = carriers.find((one) => one.channel === channel);
      const waits = channel === 'sms' && !message.urgent && afterQuietHours(now, quiet) > now;
      return { message, carrier, waits };
    });
    const held = due.filter(({ carrier }) => carrier === undefined);
    const waiting = due.filter(({ waits }) => waits);
    if (held.length > 0)
      await holdMessages(
        tx,
        held.map(({ message }) => message),
      );
    if (waiting.length > 0) {
      const morning = new Date(afterQuietHours(now, quiet));
      await postponeMessages(
        tx,
        waiting.map(({ message }) => message),
        morning,
      );
    }
    const claimed: Claimed[] = [];
    for (const { message, carrier, waits } of due) {
      if (carrier === undefined || waits) continue;
      if (claimed.length === together) break;
      if (await claimMessage(tx, message, carrier.channel, new Date(now + lease)))
        claimed.push({ message, carrier });
    }
    return { moved: held.length + waiting.length + claimed.length, claimed };
  };

  const addressOf = async (message: Message, channel: CarriedChannel): Promise<string> => {
    if (channel === 'webhook') return '';
    const sealedId = channel === 'sms' ? message.smsAddressId : message.emailAddressId;
    const scope = { ...messagesScope, streams: [message.streamId] };
    const address =
      sealedId === null
        ? null
        : await db.withActor(scope, 'read', (tx) =>
            options.openAddress(tx, message.streamId, sealedId),
          );
    if (address === null) throw new DeliveryFault('no-address', true);
    return address;
  };

  const atSendingOf = async ({ template, streamId }: Message): Promise<AtSending> => {
    if (template !== 'code-word') return {};
    const scope = { ...messagesScope, streams: [streamId] };
    const word = await db.withActor(scope, 'read', (tx) => options.makeWord(tx, streamId));
    if (word === null) throw new DeliveryFault('no-address', true);
    return { word };
  };

  const attempt = async ({ message, carrier }: Claimed): Promise<void> => {
    const base = { key: message, attempt: message.attempts + 1 };
    let outcome: (now: Date) => Attempt;
    try {
      const { messageId, template, language } = message;
      const params = { ...message.params, ...(await atSendingOf(message)) };
      const receipt = await carrier.send({
        messageId,
        to: await addressOf(message, carrier.channel),
        subject: subjectOf(template, language, params),
        text: textOf(template, language, params),
        template,
        params,
      });
      outcome = () => ({ ...base, status: 'sent', nextAttemptAt: null, error: null, receipt });
    } catch (error) {
      const fault = deliveryFaultOf(error);
      if (fault.code === 'failed') options.onError(error);
      const dead = fault.final || base.attempt >= most;
      const pause = pauseAfter(base.attempt, chance());
      outcome = (now) => ({
        ...base,
        status: dead ? 'dead' : 'failed',
        nextAttemptAt: dead ? null : new Date(now.getTime() + Math.round(pause)),
        error: fault.code,
        receipt: null,
      });
    }
    await db.withActor(messagesScope, 'write', (tx) => recordAttempt(tx, outcome(tx.openedAt)));
  };

  const sendDue = async (): Promise<number> => {
    const { moved, claimed } = await db.withActor(messagesScope, 'write', takeOn);
    const results = await Promise.allSettled(claimed.map(attempt));
    for (const result of results) if (result.status === 'rejected') options.onError(result.reason);
    return moved;
  };

  // A message may wait a moment, so that one transaction takes on several.
  const gather = { rest: 200, full: together };
  return { sendDue, ...createLoop({ step: sendDue, gather, onError: options.onError }) };
};
