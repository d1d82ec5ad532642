import { sql } from 'kysely';
import { databaseNow, run, type Tx } from '../platform/database/transaction.ts';
import type { Database } from '../platform/database/pool.ts';
import { nobody, type DatabaseScope } from '../platform/database/scope.ts';
import type { Vault, WrappedTable } from '../platform/vault/index.ts';
import type { DraftStore } from './deps.ts';
import { draftIdOf } from './draft-secret.ts';

/** How long a draft is kept after it was last saved. */
export const draftDays = 7;

/** Each draft has a key of its own, which a new master key wraps again. */
export const draftKeys: WrappedTable = { table: 'portal_draft', key: ['draft_id'] };

interface DraftRow {
  readonly key_version: number;
  readonly wrapped: Buffer;
  readonly ciphertext: Buffer;
}

const scopeOf = (draftId: string): DatabaseScope => ({ ...nobody, streams: [draftId] });

const load = (tx: Tx, draftId: string, now: Date): Promise<readonly DraftRow[]> =>
  run<DraftRow>(tx, {
    name: 'portal_draft.load',
    text: `SELECT key_version, wrapped, ciphertext FROM portal_draft
           WHERE draft_id = $1 AND expires_at > $2`,
    values: [draftId, now],
  });

const save = (tx: Tx, draftId: string, row: DraftRow, now: Date): Promise<readonly unknown[]> =>
  run(tx, {
    name: 'portal_draft.save',
    text: `INSERT INTO portal_draft (draft_id, key_version, wrapped, ciphertext, updated_at, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (draft_id) DO UPDATE SET key_version = EXCLUDED.key_version,
             wrapped = EXCLUDED.wrapped, ciphertext = EXCLUDED.ciphertext,
             updated_at = EXCLUDED.updated_at, expires_at = EXCLUDED.expires_at`,
    values: [
      draftId,
      row.key_version,
      row.wrapped,
      row.ciphertext,
      now,
      new Date(now.getTime() + draftDays * 24 * 60 * 60 * 1000),
    ],
  });

/**
 * Drafts in the database, each sealed under a key of its own.
 * @param db the database
 * @param vault seals and opens
 */
export const draftStore = (db: Database, vault: Vault): DraftStore => ({
  load: async (secret) => {
    const draftId = draftIdOf(secret);
    const [row] = await db.withActor(scopeOf(draftId), 'write', async (tx) =>
      load(tx, draftId, await databaseNow(tx)),
    );
    if (row === undefined) return undefined;
    const key = vault.unwrap(row.wrapped, row.key_version);
    return JSON.parse(vault.open(key, `portal_draft ${draftId}`, row.ciphertext).toString('utf8'));
  },
  save: async (secret, content) => {
    const draftId = draftIdOf(secret);
    const { key, wrapped, keyVersion } = vault.newCaseKey();
    const ciphertext = vault.seal(key, `portal_draft ${draftId}`, JSON.stringify(content));
    const row = { key_version: keyVersion, wrapped, ciphertext };
    await db.withActor(scopeOf(draftId), 'write', async (tx) =>
      save(tx, draftId, row, await databaseNow(tx)),
    );
  },
  remove: async (secret) => {
    const draftId = draftIdOf(secret);
    await db.withActor(scopeOf(draftId), 'write', (tx) =>
      run(tx, {
        name: 'portal_draft.remove',
        text: 'DELETE FROM portal_draft WHERE draft_id = $1',
        values: [draftId],
      }),
    );
  },
});

/**
 * Deletes drafts whose time is over; run it once an hour.
 * @returns how many were deleted
 */
export const sweepDrafts = (db: Database): Promise<number> =>
  db.withActor({ ...nobody, actor: 'system:portal', roles: ['system'] }, 'write', async (tx) => {
    const { numAffectedRows } =
      await sql`DELETE FROM portal_draft WHERE expires_at <= now()`.execute(tx);
    return Number(numAffectedRows ?? 0n);
  });
