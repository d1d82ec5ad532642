/** How somebody wants to be told of reception days. */
export const subscriptionWays = ['sms', 'email'] as const;
export type SubscriptionWay = (typeof subscriptionWays)[number];

export interface Contact {
  readonly way: SubscriptionWay;
  /** As it is written to: eleven digits, or an e-mail address in small letters. */
  readonly address: string;
}

const mobile = /^1[3-9]\d{9}$/;
const email = /^[^\s@<>()[\]",;:\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The longest address that is read. */
export const longestContact = 120;

/** A mobile number, as people write them; null when it is none. */
export function mobileOf(typed: string): string | null {
  const digits = typed.normalize('NFKC').replaceAll(/[\s()-]/g, '');
  const plain = digits.replace(/^(\+|00)?86(?=1)/, '');
  return mobile.test(plain) ? plain : null;
}

/** @returns what was typed as an address to write to; null when it is none */
export function contactOf(typed: string): Contact | null {
  if (typed.length > longestContact) return null;
  const number = mobileOf(typed);
  if (number !== null) return { way: 'sms', address: number };
  const address = typed.normalize('NFKC').trim().toLowerCase();
  return email.test(address) ? { way: 'email', address } : null;
}
