import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { buildHttp, type HttpServer } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import { recommendationRoutes } from './routes/index.ts';

let county: County;
let app: HttpServer;
const supervisor: StaffActor = { ...staff('office', 'office-supervisor'), roles: ['supervisor'] };
let actor: StaffActor | null = supervisor;

beforeAll(async () => {
  county = await openCounty();
  app = await buildHttp();
  app.decorateRequest('actor', null);
  app.addHook('onRequest', async (request) => {
    request.actor = actor;
  });
  await app.register(recommendationRoutes, { deps: county.deps });
});
afterAll(async () => {
  await app.close();
  await county.close();
});

const send = async (url: string, payload?: object, key = newId()) => {
  const answer = await app.inject({
    method: payload === undefined ? 'GET' : 'POST',
    url,
    headers: { 'idempotency-key': key },
    ...(payload === undefined ? {} : { payload }),
  });
  const { code } = answer.json<{ readonly code?: string }>();
  return { status: answer.statusCode, code, body: answer.json<Record<string, unknown>>() };
};

const draft = (numbers: string, more: object = {}) => ({
  kind: 'improve-work',
  unit: 'housing',
  subject: '首问负责',
  reasons: '投诉无人答复。',
  proposal: '七日内答复。',
  numbers,
  ...more,
});

describe('U-6 recommendations over HTTP', () => {
  test('a form sent twice drafts once; steps know the version and the key', async () => {
    const { number } = await county.register();
    const key = newId();
    const one = await send('/recommendations', draft(number), key);
    const other = await send('/recommendations', draft(number), key);
    expect([one.status, other.body]).toEqual([201, one.body]);
    const { id } = one.body as { readonly id: string };
    const stale = await send(`/recommendations/${id}/dropping`, {
      expectedVersion: 1,
      input: { reason: '不提了' },
    });
    expect([stale.status, stale.code]).toEqual([409, 'version-conflict']);
    expect((await send('/recommendations?status=drafted&limit=1')).body).toMatchObject({
      items: [{ id, subject: '首问负责', late: false }],
      next: null,
    });
  });

  test('bad input is answered with what is wrong with it, never with a fault of the program', async () => {
    const { number } = await county.register();
    const bad: readonly (readonly [string, object | undefined])[] = [
      ['/recommendations', draft(number, { kind: 'praise' })],
      ['/recommendations', draft(number, { subject: '   ' })],
      ['/recommendations', draft(number, { unit: '"; drop table' })],
      ['/recommendations', draft(number, { reasons: 7 })],
      ['/recommendations', draft(number, { reasons: 'x'.repeat(50_000) })],
      ['/recommendations', draft('x'.repeat(20_000))],
      ['/recommendations?after=yesterday', undefined],
      ['/recommendations?limit=1000', undefined],
      ['/recommendations?late=perhaps', undefined],
      ['/recommendations/not-an-id', undefined],
      [`/recommendations/${newId()}/answers`, { input: { adoption: 'perhaps', text: '好' } }],
      [
        `/recommendations/${newId()}/answers`,
        { input: { adoption: 'wholly', text: '好', doneBy: '2026-02-30' } },
      ],
      ['/policy-gaps', { department: 'housing', policy: '', missing: '' }],
      [
        '/policy-repairs',
        { title: '办法', large: '住房', goal: '好', leader: 'leader', departments: [] },
      ],
    ];
    for (const [url, payload] of bad) {
      const { status, code } = await send(url, payload);
      expect([url, status, code?.startsWith('input-')]).toEqual([url, 422, true]);
    }
    const missing = await send('/policy-gaps', {
      department: 'housing',
      policy: '办法',
      missing: '没有写',
    });
    expect(missing.status).toBe(422);
    const long = await send('/recommendations', draft(number, { reasons: '字'.repeat(4_001) }));
    expect([long.status, long.code]).toEqual([422, 'text-too-long']);
  });

  test('who is not signed in is told so; what is out of sight is not there', async () => {
    actor = null;
    expect(await send('/recommendations')).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await send('/policy-repairs', {})).not.toMatchObject({ status: 201 });
    actor = staff('transport');
    for (const url of ['/recommendations', '/policy-gaps', '/policy-repairs']) {
      expect(await send(`${url}/${newId()}`)).toMatchObject({ status: 404, code: 'not-found' });
    }
    actor = supervisor;
  });
});
