import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Outgoing } from '../../../platform/outgoing/index.ts';
import { checkStatus, receiptOf, type Carrier } from './carrier.ts';

/** Another system that wants to be told. */
export type WebhookTarget = {
  readonly url: string;
  /** Shared with the other system; at least 32 bytes. */
  readonly secret: string;
  readonly timeout?: number;
};

/** The header that proves where a call comes from: `t=<epoch s>,v1=<HMAC-SHA256 in hex>`. */
export const signatureHeader = 'x-huiyin-signature';

/**
 * Signs a call.
 * @param secret shared with the receiver
 * @param at epoch seconds, so that an old call cannot be played again
 */
export const signWebhook = (secret: string, at: number, body: string): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

/**
 * Checks a signature, as a receiver does.
 * @param now epoch seconds
 * @param tolerance seconds that clocks may differ
 */
export const verifyWebhook = (
  call: { readonly secret: string; readonly signature: string; readonly body: string },
  now: number,
  tolerance = 300,
): boolean => {
  const at = Number(/^t=(\d+),/.exec(call.signature)?.[1] ?? Number.NaN);
  if (!(Math.abs(now - at) <= tolerance)) return false;
  const expected = Buffer.from(signWebhook(call.secret, at, call.body));
  const given = Buffer.from(call.signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
};

/** Tells another system by a signed HTTP call. */
export const webhookCarrier = (
  target: WebhookTarget,
  outgoing: Outgoing,
  now: () => number,
): Carrier => {
  if (Buffer.byteLength(target.secret) < 32)
    throw new TypeError('the secret of a webhook has at least 32 bytes');
  return {
    channel: 'webhook',
    send: async ({ messageId, template, params, text }) => {
      const body = JSON.stringify({ id: messageId, template, params, text });
      const answer = await outgoing.request(target.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'idempotency-key': messageId,
          [signatureHeader]: signWebhook(target.secret, Math.floor(now() / 1000), body),
        },
        body,
        timeout: target.timeout ?? 10_000,
      });
      checkStatus(answer.status);
      return receiptOf(answer.headers['x-request-id']);
    },
  };
};
