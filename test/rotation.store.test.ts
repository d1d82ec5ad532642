import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askExport,
  listExports,
  listSavedSearches,
  saveSearch,
} from '../src/capabilities/desk/index.ts';
import {
  openCounty,
  staff,
  type County,
} from '../src/capabilities/petitions/queries/county.test-data.ts';
import {
  indexedValuesOfPerson,
  stageUpload,
  systemActor,
} from '../src/capabilities/petitions/index.ts';
import { openSubscriber, subscribe } from '../src/capabilities/reception-days/index.ts';
import { wrappedTables } from '../src/main/wrapped-tables.ts';
import { scopeOf } from '../src/platform/database/index.ts';
import { withClient } from '../src/platform/database/cluster-database.ts';
import { MasterKeys, rotateMasterKey, Vault } from '../src/platform/vault/index.ts';
import { newDraftSecret } from '../src/portal/draft-secret.ts';
import { draftStore } from '../src/portal/index.ts';

let county: County;

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const asOwner = <Row extends object>(text: string): Promise<readonly Row[]> =>
  withClient(county.database.ownerUrl, async (client) => (await client.query<Row>(text)).rows);

const clerk = staff('office');
const system = systemActor('reception-days');
const search = { name: '王小明的事', query: { q: '王小明' } };
const draft = { fields: { text: '楼上漏水三年没有人管' } };

test('L-3 every table whose rows have keys of their own is wrapped again with the cases', async () => {
  const found = await asOwner<{ name: string }>(`
    SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'wrapped' ORDER BY 1`);
  const named = ['case_key', ...wrappedTables.map(({ table }) => table)];
  expect(found.map(({ name }) => name)).toEqual(named.toSorted());
});

test('L-3 after a rotation drafts, saved searches, exports, subscribers and waiting files open with the new key alone', async () => {
  const { deps, database } = county;
  const secret = newDraftSecret();
  await draftStore(database.db, deps.vault).save(secret, draft);
  await saveSearch(deps, clerk, search);
  const sends = {
    findActor: () => Promise.resolve(null),
    enqueueExport: () => Promise.resolve(),
  };
  const exporting = { ...deps, ...sends };
  const asked = { list: 'petitions', query: {}, reason: '为王小明核对', personal: false } as const;
  const day = Date.parse('2026-11-02T10:00:00+08:00');
  expect(await askExport(exporting, clerk, asked, 'zh-CN', day)).toMatchObject({ ok: true });
  const bytes = Buffer.from('票据');
  const file = { name: '票据.png', mediaType: 'image/png', ext: 'png', bytes } as const;
  expect(await stageUpload(deps, file, 'draft')).toMatchObject({ ok: true });
  const contact = { way: 'email', address: 'wang@example.com' } as const;
  const subscriber = await subscribe(deps, 'office', contact, 'zh-CN');
  await county.register();

  const both = new MasterKeys(2, new Map([1, 2].map((v) => [v, Buffer.alloc(32, v + 6)])));
  const rotated = await withClient(database.ownerUrl, (client) =>
    rotateMasterKey(client, new Vault(both), both, {
      isIdentity: (id) => /^[0-9a-f-]{36}$/.test(id),
      indexedValuesOf: (_, value) => indexedValuesOfPerson(value),
      tables: wrappedTables,
      batch: 1,
    }),
  );
  expect(rotated).toBe(1);

  const left = await Promise.all(
    ['case_key', ...wrappedTables.map(({ table }) => table)].map((table) =>
      asOwner<{ version: number }>(`SELECT DISTINCT key_version AS version FROM ${table}`),
    ),
  );
  expect(left).toEqual(left.map(() => [{ version: 2 }]));
  const onlyNew = {
    ...deps,
    vault: new Vault(new MasterKeys(2, new Map([[2, Buffer.alloc(32, 8)]]))),
  };
  expect(await draftStore(database.db, onlyNew.vault).load(secret)).toEqual(draft);
  expect(await listSavedSearches(onlyNew, clerk)).toMatchObject([search]);
  const address = await database.db.withActor(scopeOf(system, [subscriber]), 'read', (tx) =>
    openSubscriber(onlyNew, tx, subscriber),
  );
  expect(address).toBe(contact.address);
  const exports = await listExports({ ...onlyNew, ...sends }, clerk);
  expect(exports).toMatchObject([{ reason: asked.reason }]);
  const [staged] = await asOwner<{ id: string; wrapped: Buffer; details: Buffer }>(
    'SELECT upload_id AS id, wrapped, details FROM staged_upload',
  );
  if (staged === undefined) throw new Error('the waiting file is gone');
  const key = onlyNew.vault.unwrap(staged.wrapped, 2);
  const details = onlyNew.vault.open(key, `staged:${staged.id}`, staged.details);
  expect(details.toString('utf8')).toContain('票据.png');
});
