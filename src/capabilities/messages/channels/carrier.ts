import { OutgoingFault } from '../../../platform/outgoing/index.ts';
import type { MessageParams, TemplateName } from '../contract.ts';
import type { CarriedChannel } from '../message.ts';
import type { AtSending } from '../templates.ts';

/** One message, opened and worded, on its way out. It lives in memory only. */
export type Delivery = {
  /** The same at every attempt, so that the other side can drop doubles. */
  readonly messageId: string;
  /** Telephone number or e-mail address; empty for a webhook. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly template: TemplateName;
  readonly params: MessageParams & AtSending;
};

/** Takes messages out of the house by one channel. */
export type Carrier = {
  readonly channel: CarriedChannel;
  /**
   * Sends one message.
   * @returns the provider's receipt, if it gives one; throws DeliveryFault
   */
  readonly send: (delivery: Delivery) => Promise<string | null>;
};

/**
 * A delivery that failed. It carries a code only: providers like to repeat the address in their
 * answers, and an answer kept would be personal data in clear.
 */
export class DeliveryFault extends Error {
  readonly code: string;
  /** Whether trying again is useless. */
  readonly final: boolean;

  constructor(code: string, final: boolean) {
    super(code);
    this.name = 'DeliveryFault';
    this.code = code;
    this.final = final;
  }
}

const finalFaults: ReadonlySet<string> = new Set(['not-allowed', 'not-encrypted']);

/** Reduces any error of a carrier to a fault. */
export const deliveryFaultOf = (error: unknown): DeliveryFault => {
  if (error instanceof DeliveryFault) return error;
  if (error instanceof OutgoingFault)
    return new DeliveryFault(error.code, finalFaults.has(error.code));
  return new DeliveryFault('failed', false);
};

/** What an HTTP status of a gateway means. */
export const checkStatus = (status: number): void => {
  if (status >= 200 && status < 300) return;
  const passing = status >= 500 || status === 408 || status === 425 || status === 429;
  throw new DeliveryFault(`http-${status}`, !passing);
};

/** A provider's receipt is kept when it is a plain token, which an address is not. */
export const receiptOf = (text: string | undefined): string | null =>
  text !== undefined && /^[\w.:-]{1,100}$/.test(text) && !/^\+?\d{7,15}$/.test(text) ? text : null;
