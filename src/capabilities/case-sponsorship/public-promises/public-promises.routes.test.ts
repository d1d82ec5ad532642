import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { buildHttp, type HttpServer } from '../../../platform/http/index.ts';
import { must, openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import { makePublicPromise, sponsorshipRoutes } from '../index.ts';

let county: County;
let app: HttpServer;
let actor: StaffActor | null = null;
let id = '';

beforeAll(async () => {
  county = await openCounty();
  app = await buildHttp();
  app.decorateRequest('actor', null);
  app.addHook('onRequest', async (request) => {
    request.actor = actor;
  });
  await app.register(sponsorshipRoutes, { prefix: '/api/v1', deps: county.deps });
  const made = await makePublicPromise(
    county.deps,
    {
      title: '云栖花苑办证',
      text: '云栖花苑全部住户拿到不动产权证书。',
      leaderName: '程怀民',
      unit: 'housing',
      dueDate: addDays(localDateOf(county.at.now), 60),
      steps: [
        { name: '材料未交', need: '' },
        { name: '已发证', need: '' },
      ],
    },
    { actor: staff('office', 'office-head'), commandKey: 'made' },
  );
  ({ id } = must(made));
});
afterAll(async () => {
  await app.close();
  await county.close();
});
beforeEach(() => {
  actor = staff('housing');
});

const ask = async (method: 'GET' | 'POST', at: string, payload?: object) => {
  const answer = await app.inject({
    method,
    url: `/api/v1/public-promises${at}`,
    headers: { 'x-requested-with': 'huiyin' },
    ...(payload === undefined ? {} : { payload }),
  });
  const body = answer.headers['content-type']?.includes('json') === true ? answer.json() : {};
  return { status: answer.statusCode, body: body as Record<string, unknown> };
};

const someId = '0190aaaa-0000-7000-8000-000000000001';

test.each<['GET' | 'POST', string, object | undefined, number]>([
  ['GET', '/not-an-id', undefined, 422],
  ['GET', `/${someId}`, undefined, 404],
  ['GET', `/${someId}/households`, undefined, 404],
  ['GET', `/${someId}/slips.pdf`, undefined, 404],
  ['POST', '', { title: '少了一半' }, 422],
  ['POST', `/${someId}/rows`, { rows: [{ row: 2, reference: '1', step: '1' }] }, 404],
  ['POST', `/${someId}/rows`, { rows: [] }, 422],
  ['POST', `/${someId}/rows`, { rows: 'all' }, 422],
  ['POST', `/${someId}/moves`, { households: [{ id: someId, from: 0 }], to: 1 }, 404],
  ['POST', `/${someId}/moves`, { households: [{ id: someId, from: -1 }], to: 1 }, 422],
  ['POST', `/${someId}/households/${someId}/code`, {}, 404],
])('S-4 %s %s with %j is answered with %i and a reason', async (method, at, payload, status) => {
  const answer = await ask(method, at, payload);
  expect([answer.status, answer.body['detailZh']]).toEqual([status, expect.any(String)]);
});

test('S-4 rows are answered one by one, each wrong one with its line and what to do', async () => {
  const rows = [
    { row: 2, reference: '1-1-101', step: '材料未交' },
    { row: 3, reference: '', step: '材料未交' },
    { row: 4, reference: '1-1-102', step: '没有这一步' },
    { row: 5, reference: '1-1-103\u0000', step: '2', note: '<b>不是标签</b>' },
  ];
  const { status, body } = await ask('POST', `/${id}/rows`, { rows });
  expect([status, body['results']]).toEqual([
    200,
    [
      { row: 2, reference: '1-1-101', outcome: 'added', code: null, detail: null },
      expect.objectContaining({ row: 3, outcome: 'refused', code: 'household-reference' }),
      expect.objectContaining({
        row: 4,
        code: 'household-step',
        detail: expect.stringContaining('材料未交、已发证'),
      }),
      expect.objectContaining({ row: 5, outcome: 'added' }),
    ],
  ]);
});

test('S-4 nobody signed in, and another unit, learn nothing', async () => {
  actor = null;
  expect((await ask('GET', '')).status).toBe(401);
  expect((await ask('GET', `/${id}/slips.pdf`)).status).toBe(401);
  actor = staff('transport');
  expect((await ask('GET', '')).body['items']).toEqual([]);
  for (const at of [`/${id}`, `/${id}/households`, `/${id}/slips.pdf`]) {
    expect((await ask('GET', at)).status).toBe(404);
  }
});

test('S-4 an empty list of households is a sheet to fill in', async () => {
  const answer = await app.inject({ url: '/api/v1/public-promises/template.xlsx' });
  expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
});
