import { run, send, type Tx } from '../../platform/database/index.ts';
import type { WrappedTable } from '../../platform/vault/index.ts';
import type { SubscriptionWay } from './subscription.ts';

export interface Subscription {
  readonly id: string;
  readonly unit: string;
  readonly way: SubscriptionWay;
  readonly language: 'zh-CN' | 'en';
  readonly confirmed: boolean;
}

/** Each address lies under a key of its own, which a new master key wraps again. */
export const subscriptionKeys: WrappedTable = {
  table: 'reception_subscription',
  key: ['subscription_id'],
};

export interface SealedAddress {
  readonly keyVersion: number;
  readonly wrapped: Buffer;
  readonly ciphertext: Buffer;
}

const columns = `subscription_id AS id, unit_id AS unit, way, language,
  confirmed_at IS NOT NULL AS confirmed`;

export async function findSubscription(tx: Tx, id: string): Promise<Subscription | null> {
  const [row] = await run<Subscription>(tx, {
    name: 'subscription.find',
    text: `SELECT ${columns} FROM reception_subscription WHERE subscription_id = $1`,
    values: [id],
  });
  return row ?? null;
}

/** The address of one, sealed; nothing when it was forgotten. */
export async function findAddress(tx: Tx, id: string): Promise<SealedAddress | null> {
  const [row] = await run<SealedAddress>(tx, {
    name: 'subscription.address',
    text: `SELECT key_version AS "keyVersion", wrapped, ciphertext
             FROM reception_subscription WHERE subscription_id = $1`,
    values: [id],
  });
  return row ?? null;
}

/** Those who said yes, page by page; by reception_subscription_told. */
export const findTold = (
  tx: Tx,
  unit: string,
  after: string,
  limit: number,
): Promise<readonly Subscription[]> =>
  run<Subscription>(tx, {
    name: 'subscription.told',
    text: `SELECT ${columns} FROM reception_subscription
            WHERE unit_id = $1 AND confirmed_at IS NOT NULL AND subscription_id > $2::uuid
            ORDER BY subscription_id LIMIT $3`,
    values: [unit, after, limit],
  });

/** Asks anew where it is there already: what was confirmed stays so. */
export function insertSubscription(
  tx: Tx,
  { id, unit, way, language }: Omit<Subscription, 'confirmed'>,
  sealed: SealedAddress,
): void {
  send(tx, {
    name: 'subscription.insert',
    text: `INSERT INTO reception_subscription (subscription_id, unit_id, way, language, key_version,
                                               wrapped, ciphertext, asked_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (subscription_id) DO UPDATE
             SET language = excluded.language, asked_at = excluded.asked_at`,
    values: [
      id,
      unit,
      way,
      language,
      sealed.keyVersion,
      sealed.wrapped,
      sealed.ciphertext,
      tx.openedAt,
    ],
  });
}

export function confirmSubscription(tx: Tx, id: string): void {
  send(tx, {
    name: 'subscription.confirm',
    text: `UPDATE reception_subscription SET confirmed_at = coalesce(confirmed_at, $2)
            WHERE subscription_id = $1`,
    values: [id, tx.openedAt],
  });
}

export function deleteSubscription(tx: Tx, id: string): void {
  send(tx, {
    name: 'subscription.delete',
    text: 'DELETE FROM reception_subscription WHERE subscription_id = $1',
    values: [id],
  });
}

/** Forgets those who never confirmed. */
export function deleteUnconfirmed(tx: Tx, before: Date): void {
  send(tx, {
    name: 'subscription.sweep',
    text: `DELETE FROM reception_subscription WHERE confirmed_at IS NULL AND asked_at < $1`,
    values: [before],
  });
}
