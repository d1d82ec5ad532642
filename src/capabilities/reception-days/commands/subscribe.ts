import { timingSafeEqual } from 'node:crypto';
import { localDateOf } from '../../../kernel/local-date.ts';
import { ok } from '../../../kernel/result.ts';
import { inTransaction, setStream, type Tx } from '../../../platform/database/index.ts';
import { deriveId, type MasterKeys } from '../../../platform/vault/index.ts';
import { enqueueMessage } from '../../messages/index.ts';
import { scopeOf, systemActor } from '../../petitions/index.ts';
import type { Contact } from '../subscription.ts';
import {
  confirmSubscription,
  deleteSubscription,
  deleteUnconfirmed,
  findAddress,
  findSubscription,
  insertSubscription,
  type Subscription,
} from '../subscription-store.ts';
import type { ReceptionDeps } from './deps.ts';

const actor = systemActor('reception-days');

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const macOf = (keys: MasterKeys, id: string): Buffer =>
  keys.mac('derived-id', `subscription ${id}`).subarray(0, 16);

/** The last part of a subscription's address: only whoever reads the messages knows it. */
export const subscriptionToken = (keys: MasterKeys, id: string): string =>
  Buffer.concat([bytesOf(id), macOf(keys, id)]).toString('base64url');

/** @returns the subscription that a token names; null when it was not made here */
export function parseSubscriptionToken(keys: MasterKeys, token: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return bytes.length === 32 && timingSafeEqual(macOf(keys, id), bytes.subarray(16)) ? id : null;
}

/** Where a subscription is confirmed and ended. */
export const subscriptionUrl = (
  { keys, publicUrl }: Pick<ReceptionDeps, 'keys' | 'publicUrl'>,
  id: string,
): string => `${publicUrl}/reception/subscriptions/${subscriptionToken(keys, id)}`;

const contextOf = (id: string): string => `reception_subscription ${id}`;

/**
 * Somebody wants to hear of an office's reception days. Whoever reads the address is asked
 * first, once a day at the most; nothing else is sent there before. The answer is the same whether
 * the address was known or not.
 * @param unit the office
 * @returns the subscription's id, for nobody but whoever reads the messages
 */
export async function subscribe(
  deps: ReceptionDeps,
  unit: string,
  { way, address }: Contact,
  language: Subscription['language'],
): Promise<string> {
  const id = deriveId(deps.keys, 'reception-subscription', unit, `${way} ${address}`);
  await inTransaction(deps, actor, async (tx) => {
    await setStream(tx, id);
    const { key, wrapped, keyVersion } = deps.vault.newCaseKey();
    const ciphertext = deps.vault.seal(key, contextOf(id), address);
    insertSubscription(tx, { id, unit, way, language }, { wrapped, keyVersion, ciphertext });
    const day = localDateOf(tx.openedAt.getTime());
    await enqueueMessage(tx, {
      streamId: id,
      messageId: deriveId(deps.keys, 'reception-subscription', id, `ask ${day}`),
      unitId: unit,
      recipient: recipientOf({ id, way }),
      template: 'reception-subscribe',
      params: {
        office: (await deps.organisation(tx)).find(unit)?.name ?? '',
        url: subscriptionUrl(deps, id),
      },
      language,
      // Whoever asked stands before the page and waits.
      urgent: true,
    });
    return ok(undefined);
  });
  return id;
}

/** The address of a subscription lies in its own row; its id stands for it in the outbox. */
export const recipientOf = ({ id, way }: Pick<Subscription, 'id' | 'way'>) =>
  ({
    kind: 'petitioner',
    ...(way === 'sms' ? { smsAddressId: id } : { emailAddressId: id }),
  }) as const;

/** Opens the address of a subscription for the moment of sending; null when it was forgotten. */
export async function openSubscriber(
  deps: Pick<ReceptionDeps, 'vault'>,
  tx: Tx,
  id: string,
): Promise<string | null> {
  const sealed = await findAddress(tx, id);
  if (sealed === null) return null;
  const key = deps.vault.unwrap(sealed.wrapped, sealed.keyVersion);
  return deps.vault.open(key, contextOf(id), sealed.ciphertext).toString('utf8');
}

/** A subscription for whoever has its address; null where there is none. */
export async function openSubscription(
  deps: ReceptionDeps,
  token: string,
): Promise<Subscription | null> {
  const id = parseSubscriptionToken(deps.keys, token);
  if (id === null) return null;
  return deps.db.withActor(scopeOf(actor, [id]), 'read', (tx) => findSubscription(tx, id));
}

/** Whoever reads the address says yes, or wants no more and is forgotten. Twice is harmless. */
export async function answerSubscription(
  deps: ReceptionDeps,
  token: string,
  answer: 'confirm' | 'end',
): Promise<void> {
  const id = parseSubscriptionToken(deps.keys, token);
  if (id === null) return;
  await inTransaction(deps, actor, async (tx) => {
    await setStream(tx, id);
    if (answer === 'confirm') confirmSubscription(tx, id);
    else deleteSubscription(tx, id);
    return ok(undefined);
  });
}

/** How long an address is kept that nobody confirms. Milliseconds. */
const keptUnconfirmed = 2 * 86_400_000;

/** Forgets addresses that nobody confirmed; run it once an hour. */
export async function sweepSubscriptions(deps: ReceptionDeps): Promise<void> {
  await inTransaction(deps, actor, (tx) => {
    deleteUnconfirmed(tx, new Date(tx.openedAt.getTime() - keptUnconfirmed));
    return Promise.resolve(ok(undefined));
  });
}
