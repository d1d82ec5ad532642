import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { clientConfig } from '../platform/database/connection.ts';
import { nobody } from '../platform/database/scope.ts';
import { run } from '../platform/database/transaction.ts';
import { MasterKeys, Vault } from '../platform/vault/index.ts';
import { draftIdOf, newDraftSecret, parseDraftSecret } from './draft-secret.ts';
import { draftStore, sweepDrafts } from './draft-store.ts';

const vault = new Vault(new MasterKeys(1, new Map([[1, Buffer.alloc(32, 1)]])));
const content = { fields: { name: '王桂英', text: '征地补偿款没有发' } };
const DAY = 24 * 60 * 60 * 1000;

let now = new Date();
let test: TestDatabase;
let owner: Client;
beforeAll(async () => {
  test = await createTestDatabase({ clock: () => now });
  owner = new Client(clientConfig(test.ownerUrl));
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.drop();
});

describe('W-1 save and go on later', () => {
  it('keeps a draft for seven days after it was last saved, then no longer', async () => {
    const store = draftStore(test.db, vault);
    const secret = newDraftSecret();
    await store.save(secret, { ...content, step: 1 });
    now = new Date(now.getTime() + 6 * DAY);
    await store.save(secret, content);
    now = new Date(now.getTime() + 6 * DAY);
    expect(await store.load(secret)).toEqual(content);
    now = new Date(now.getTime() + 2 * DAY);
    expect(await store.load(secret)).toBeUndefined();
  });

  it('deletes on request, and sweeps what is over, nothing else', async () => {
    const store = draftStore(test.db, vault);
    const [kept, over, removed] = [newDraftSecret(), newDraftSecret(), newDraftSecret()];
    for (const secret of [kept, over, removed]) await store.save(secret, content);
    await store.remove(removed);
    await owner.query(`UPDATE portal_draft SET expires_at = now() - interval '1 minute'
      WHERE draft_id = '${draftIdOf(over)}'`);
    expect(await sweepDrafts(test.db)).toBe(1);
    expect(await store.load(kept)).toEqual(content);
    expect(await store.load(over)).toBeUndefined();
    expect(await store.load(removed)).toBeUndefined();
  });
});

describe('L-3 a draft is sealed at rest', () => {
  it('leaves no word and no secret in the table', async () => {
    const secret = newDraftSecret();
    await draftStore(test.db, vault).save(secret, content);
    const { rows } = await owner.query<{ row: string }>(
      `SELECT portal_draft::text || encode(ciphertext, 'escape') AS row FROM portal_draft`,
    );
    const dump = rows.map(({ row }) => row).join('\n');
    expect(dump).toContain(draftIdOf(secret));
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain('王桂英');
    expect(dump).not.toContain(Buffer.from('王桂英').toString('hex'));
  });

  it('opens to a transaction only by its own id', async () => {
    await draftStore(test.db, vault).save(newDraftSecret(), content);
    const seen = await test.db.withActor(nobody, 'write', (tx) =>
      run(tx, { name: 'test.drafts', text: 'SELECT draft_id FROM portal_draft', values: [] }),
    );
    expect(seen).toEqual([]);
    const reading = test.db.withActor(nobody, 'read', (tx) =>
      run(tx, { name: 'test.drafts', text: 'SELECT draft_id FROM portal_draft', values: [] }),
    );
    await expect(reading).rejects.toThrow(/permission denied/);
  });

  it('has a secret that can be written down and read back', () => {
    const secret = newDraftSecret();
    expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(parseDraftSecret(` ${secret.toLowerCase().replaceAll('-', ' ')} `)).toBe(secret);
    expect(parseDraftSecret('too short')).toBeUndefined();
    expect(draftIdOf(secret)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab]/);
  });
});
