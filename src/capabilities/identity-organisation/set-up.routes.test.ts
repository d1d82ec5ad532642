import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import {
  ask,
  newMasterKeys,
  openOffice,
  password,
  type TestOffice,
} from '../../../test/harness/office.ts';
import { buildHttp, databaseReadiness, type HttpServer } from '../../platform/http/index.ts';
import { createIdentity, identifyRequests, identityRoutes } from './index.ts';

let database: TestDatabase;
let http: HttpServer;
beforeAll(async () => {
  database = await createTestDatabase();
  const identity = createIdentity({ database: database.db, masterKeys: newMasterKeys() });
  const applied = await database.db.withActor({ actor: '', units: [], roles: [] }, 'read', (tx) =>
    tx.query<{ name: string }>({ name: 'names', text: 'SELECT name FROM migration', values: [] }),
  );
  http = await buildHttp({
    checks: databaseReadiness(
      database.db,
      applied.map((row) => row.name),
    ),
  });
  identifyRequests(http, identity);
  await http.register(identityRoutes, { prefix: '/api/v1', identity });
});
afterAll(async () => {
  await http.close();
  await database.drop();
});

const input = {
  regions: [
    { code: '4301', name: '某市', level: 'city', officeName: '某市信访局' },
    { code: '430121', name: '甲县', level: 'county' },
  ],
  office: '甲县信访局',
  administrator: { userName: 'Admin', displayName: '管理员', password },
};
const setUp = (payload: object) => http.inject({ method: 'POST', url: '/api/v1/setup', payload });

describe('O-1 the first start', () => {
  it('O-1 sets up the own office once, below the offices above it', async () => {
    expect((await http.inject('/api/v1/setup')).json()).toEqual({ setUp: false, demo: false });
    const weak = { ...input, administrator: { ...input.administrator, password: 'admin12345' } };
    expect((await setUp(weak)).json()).toMatchObject({ code: 'password-weak' });
    const wrongOrder = { ...input, regions: input.regions.toReversed() };
    expect((await setUp(wrongOrder)).json()).toMatchObject({ code: 'input-invalid' });
    const both = await Promise.all([setUp(input), setUp(input)]);
    const statuses = both.map((answer) => answer.statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect((await setUp(input)).json()).toMatchObject({ code: 'already-set-up' });
    expect((await http.inject('/api/v1/setup')).json()).toEqual({ setUp: true, demo: false });
    const { categories } = (await http.inject('/api/v1/categories')).json();
    expect(categories.length).toBeGreaterThan(50);
    const signed = await http.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { userName: 'admin', password },
    });
    expect(signed.json()).toMatchObject({
      todo: 'enrol-second-factor',
      unit: { name: '甲县信访局' },
    });
  });

  it('X-7 is ready while the database answers, migrated, its clock like ours', async () => {
    expect((await http.inject('/readyz')).json()).toEqual({ status: 'ready' });
    const late = await buildHttp({
      checks: databaseReadiness(database.db, [], () => new Date()),
    });
    expect((await late.inject('/readyz')).statusCode).toBe(503);
    await late.close();
  });
});

describe('O-2 the demonstration', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await openOffice({ requireSecondFactor: true, demo: true });
    await office.addPerson('clerk', [['office', 'clerk']]);
  });
  afterAll(() => office.close());

  it('O-2 lets a password alone sign in, and says that it is one', async () => {
    const cookie = await office.signIn('clerk');
    const view = await ask(office, '/session', { cookie });
    expect(view.body).toMatchObject({ demo: true, todo: null, roles: ['clerk'] });
    expect((await ask(office, '/setup')).body).toEqual({ setUp: true, demo: true });
  });
});

describe('the API description', () => {
  it('tags and names every operation, with an example of each body', async () => {
    const { paths } = (await http.inject('/openapi.json')).json<{
      paths: Record<string, Record<string, Operation>>;
    }>();
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(operations.length).toBeGreaterThan(25);
    for (const operation of operations) {
      expect(operation.tags).toEqual(['identity-organisation']);
      expect(operation.summary).toBeTruthy();
      const body = operation.requestBody?.content['application/json'];
      expect([operation.operationId, body === undefined || 'example' in body]).toEqual([
        operation.operationId,
        true,
      ]);
    }
    const ids = operations.map((operation) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

interface Operation {
  readonly tags: string[];
  readonly operationId: string;
  readonly summary: string;
  readonly requestBody?: { readonly content: Record<string, object> };
}
