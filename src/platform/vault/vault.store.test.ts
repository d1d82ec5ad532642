import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { clientConfig } from '../database/connection.ts';
import { nobody } from '../database/scope.ts';
import { run, setStream, setStreams, type Tx } from '../database/transaction.ts';
import { blindIndex, blindIndexesForLookup } from './blind-index.ts';
import { newId } from './derive-id.ts';
import { MasterKeys } from './master-key.ts';
import { rotateMasterKey, type IndexedValue } from './rotate.ts';
import {
  deleteBlindIndexes,
  findStreamsByBlindIndex,
  insertBlindIndexes,
  insertCase,
  insertSealed,
  loadCaseKeys,
  loadSealed,
  loadSealedOfCases,
} from './store.ts';
import { Vault } from './vault.ts';

const roots = (...versions: number[]) =>
  new Map(versions.map((version) => [version, Buffer.alloc(32, version)]));
const keys = new MasterKeys(1, roots(1));
const vault = new Vault(keys);
const TELEPHONE = '13800138000';

let test: TestDatabase;
let owner: Client;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client(clientConfig(test.ownerUrl));
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.drop();
});

const write = <T>(work: (tx: Tx) => Promise<T>) => test.db.withActor(nobody, 'write', work);
const read = <T>(work: (tx: Tx) => Promise<T>) => test.db.withActor(nobody, 'read', work);

/** Registers a case as the petitions do; the hash is what its event would carry. */
const register = async (name: string): Promise<{ streamId: string; hash: string }> => {
  const streamId = newId();
  const made = vault.newCaseKey();
  const identity = vault.sealJson(made.key, streamId, 'identity', { name, telephone: TELEPHONE });
  const text = vault.sealJson(made.key, streamId, 'text', `${name}反映征地补偿款未发放`);
  await write(async (tx) => {
    await setStream(tx, streamId);
    await insertCase(tx, streamId, made.wrapped, made.keyVersion, [identity, text]);
    await insertBlindIndexes(tx, streamId, [
      blindIndex(keys, 'name', name),
      blindIndex(keys, 'telephone', TELEPHONE),
    ]);
  });
  return { streamId, hash: identity.hash };
};

const openIdentity = (from: Vault, streamId: string, hash: string) =>
  read(async (tx) => {
    await setStream(tx, streamId);
    const wrapped = (await loadCaseKeys(tx, [streamId])).get(streamId);
    const item = (await loadSealed(tx, streamId, ['identity'])).get('identity');
    if (!wrapped || !item) throw new Error('not there');
    const key = from.unwrap(wrapped.wrapped, wrapped.keyVersion);
    return from.openJson(key, streamId, 'identity', item, hash);
  });

describe('the tables of the vault', () => {
  it('L-3 what was sealed is read back, in whole and by item', async () => {
    const { streamId, hash } = await register('王小明');
    expect(await openIdentity(vault, streamId, hash)).toEqual({
      name: '王小明',
      telephone: TELEPHONE,
    });
    const all = await read(async (tx) => {
      await setStream(tx, streamId);
      return loadSealed(tx, streamId);
    });
    expect([...all.keys()].toSorted()).toEqual(['identity', 'text']);
  });

  it('L-3 an item is added once and never overwritten', async () => {
    const { streamId } = await register('王小明');
    const add = (ciphertext: Buffer) =>
      write(async (tx) => {
        await setStream(tx, streamId);
        await insertSealed(tx, streamId, 1, [{ id: 'reply', ciphertext }]);
      });
    await add(Buffer.from('a'));
    await expect(add(Buffer.from('b'))).rejects.toThrow('duplicate key');
    const change = write(async (tx) => {
      await setStream(tx, streamId);
      await run(tx, {
        name: 'test.change-sealed',
        text: 'UPDATE sealed SET ciphertext = $1',
        values: [Buffer.from('c')],
      });
    });
    await expect(change).rejects.toThrow('permission denied');
  });

  it('L-3 a page of a list opens its own cases and no other', async () => {
    const [one, two, closed] = [await register('甲'), await register('乙'), await register('丙')];
    const rows = await read(async (tx) => {
      await setStreams(tx, [one.streamId, two.streamId]);
      return loadSealedOfCases(tx, [one.streamId, two.streamId, closed.streamId], 'text');
    });
    const texts = rows.map((row) =>
      vault.openJson(
        vault.unwrap(row.wrapped, row.keyVersion),
        row.streamId,
        'text',
        row.ciphertext,
      ),
    );
    expect(texts.map(String).toSorted()).toEqual(
      ['乙反映征地补偿款未发放', '甲反映征地补偿款未发放'].toSorted(),
    );
  });

  it('L-3 without an open stream no key, no item and no writing, for every role', async () => {
    const { streamId } = await register('丁');
    for (const role of ['read', 'write'] as const) {
      const seen = await test.db.withActor(nobody, role, async (tx) => ({
        keys: (await loadCaseKeys(tx, [streamId])).size,
        items: (await loadSealed(tx, streamId)).size,
      }));
      expect(seen).toEqual({ keys: 0, items: 0 });
    }
    const blindly = write((tx) => insertCase(tx, newId(), Buffer.from('x'), 1, []));
    await expect(blindly).rejects.toThrow('row-level security');
    const counted = test.db.withActor(nobody, 'statistics', (tx) => loadCaseKeys(tx, [streamId]));
    await expect(counted).rejects.toThrow('permission denied');
  });

  it('L-3 a dump of the tables holds no name, telephone or text in any encoding', async () => {
    await register('欧阳沉香');
    const { rows } = await owner.query<{ dump: string }>(
      `SELECT (SELECT string_agg(t::text, '') FROM sealed t)
        || (SELECT string_agg(t::text, '') FROM case_key t)
        || (SELECT string_agg(t::text, '') FROM blind_index t) AS dump`,
    );
    const dump = rows[0]?.dump ?? '';
    expect(dump.length).toBeGreaterThan(500);
    const needles = ['欧阳沉香', '征地补偿款', TELEPHONE].flatMap((secret) => [
      secret,
      Buffer.from(secret).toString('hex'),
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret, 'utf16le').toString('hex'),
    ]);
    expect(needles.filter((needle) => dump.includes(needle))).toEqual([]);
  });

  it('L-3 people are found by exact values, and not after a withdrawal', async () => {
    const first = await register('司马相如');
    const second = await register('司马相如');
    const asked = blindIndexesForLookup(keys, 'name', '司马 相如');
    const found = await read((tx) => findStreamsByBlindIndex(tx, asked));
    expect(found).toEqual([first.streamId, second.streamId].toSorted());
    await write((tx) => deleteBlindIndexes(tx, first.streamId));
    expect(await read((tx) => findStreamsByBlindIndex(tx, asked))).toEqual([second.streamId]);
    expect(await read((tx) => findStreamsByBlindIndex(tx, []))).toEqual([]);
  });
});

describe('rotation of the master key', () => {
  const options = {
    isIdentity: (itemId: string) => itemId === 'identity',
    indexedValuesOf: (_: string, value: unknown): IndexedValue[] => {
      const person = value as { name: string; telephone: string };
      return [
        { kind: 'name', value: person.name },
        { kind: 'telephone', value: person.telephone },
      ];
    },
    batch: 2,
  };

  it('L-3 after it all cases open without the old key, are found, and keep their hashes', async () => {
    await owner.query('TRUNCATE case_key, sealed, blind_index');
    const cases = [];
    for (const name of ['甲一', '乙二', '丙三', '丁四', '戊五']) {
      cases.push({ name, ...(await register(name)) });
    }
    const withdrawn = await register('己六');
    await write((tx) => deleteBlindIndexes(tx, withdrawn.streamId));

    const both = new MasterKeys(2, roots(1, 2));
    const rotating = new Vault(both);
    // Killed after the second batch …
    let batches = 0;
    const killed = rotateMasterKey(owner, rotating, both, {
      ...options,
      onProgress: () => {
        batches += 1;
        if (batches === 2) throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    // … everybody is still found and opened, half under each version …
    for (const { name, streamId, hash } of cases) {
      const asked = blindIndexesForLookup(both, 'name', name);
      expect(await read((tx) => findStreamsByBlindIndex(tx, asked))).toEqual([streamId]);
      expect(await openIdentity(rotating, streamId, hash)).toMatchObject({ name });
    }
    // … and it goes on with those left.
    const progress: number[] = [];
    const onProgress = (_: number, left: number) => void progress.push(left);
    expect(await rotateMasterKey(owner, rotating, both, { ...options, onProgress })).toBe(2);
    expect(progress).toEqual([0]);

    const onlyNew = new MasterKeys(2, roots(2));
    for (const { name, streamId, hash } of cases) {
      const asked = blindIndexesForLookup(onlyNew, 'name', name);
      expect(await read((tx) => findStreamsByBlindIndex(tx, asked))).toEqual([streamId]);
      expect(await openIdentity(new Vault(onlyNew), streamId, hash)).toMatchObject({ name });
    }
    const everybody = blindIndexesForLookup(both, 'telephone', TELEPHONE);
    const found = await read((tx) => findStreamsByBlindIndex(tx, everybody));
    expect(found).not.toContain(withdrawn.streamId);
    expect(found).toHaveLength(cases.length);
    const { rows } = await owner.query('SELECT 1 FROM blind_index WHERE key_version = 1');
    expect(rows).toEqual([]);
  });
});
