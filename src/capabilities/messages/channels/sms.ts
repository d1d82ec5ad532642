import type { Outgoing } from '../../../platform/outgoing/index.ts';
import { checkStatus, DeliveryFault, receiptOf, type Carrier } from './carrier.ts';

/** How an SMS gateway wants to be spoken to. */
export type SmsGateway = {
  readonly url: string;
  readonly method?: 'POST' | 'PUT';
  /** Keys and tokens of the gateway, and the content type, which decides how values are escaped. */
  readonly headers?: Readonly<Record<string, string>>;
  /** With {to}, {text} and {id}; JSON unless the content type says otherwise. */
  readonly body?: string;
  /** A regular expression that the answer of a success matches; its first group is the receipt. */
  readonly success?: string;
  readonly timeout?: number;
};

const usualBody = '{"to":"{to}","text":"{text}","id":"{id}"}';

/** SMS by any gateway that takes one HTTP request per message. */
export const smsCarrier = (gateway: SmsGateway, outgoing: Outgoing): Carrier => {
  const headers: Record<string, string> = Object.fromEntries(
    Object.entries(gateway.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  headers['content-type'] ??= 'application/json; charset=utf-8';
  const escape = escapeFor(headers['content-type']);
  const success = gateway.success === undefined ? undefined : new RegExp(gateway.success);
  return {
    channel: 'sms',
    send: async ({ messageId, to, text }) => {
      const values: Readonly<Record<string, string>> = { to, text, id: messageId };
      const answer = await outgoing.request(gateway.url, {
        method: gateway.method ?? 'POST',
        headers: { ...headers, 'idempotency-key': messageId },
        body: (gateway.body ?? usualBody).replaceAll(/\{(to|text|id)\}/g, (_, name: string) =>
          escape(values[name] ?? ''),
        ),
        timeout: gateway.timeout ?? 10_000,
      });
      checkStatus(answer.status);
      if (success === undefined) return receiptOf(jsonReceipt(answer.body));
      // Many gateways answer 200 and refuse in the body.
      const match = success.exec(answer.body);
      if (match === null) throw new DeliveryFault('gateway-refused', false);
      return receiptOf(match[1]);
    },
  };
};

const escapeFor = (contentType: string): ((value: string) => string) => {
  if (contentType.includes('json')) return (value) => JSON.stringify(value).slice(1, -1);
  if (contentType.includes('urlencoded')) return encodeURIComponent;
  if (contentType.includes('xml'))
    return (value) => value.replaceAll(/[<>&'"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
  return (value) => value;
};

const jsonReceipt = (body: string): string | undefined =>
  /"(?:id|messageId|message_id|msgid|sid|receipt)"\s*:\s*"?([\w.:-]+)"?/i.exec(body)?.[1];
