import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { roles, rolesWith } from '../../kernel/permissions.ts';
import { buildHttp, type HttpServer } from '../../platform/http/index.ts';
import type { PaperTemplates } from './contract.ts';
import { paperRoutes } from './index.ts';

const head: StaffActor = {
  kind: 'staff',
  userId: 'u-1',
  unitId: 'office-1',
  roles: ['office-head'],
  readingUnits: ['office-1'],
};
let actor: StaffActor | null = head;
let database: TestDatabase;
let app: HttpServer;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await buildHttp();
  await app.register(paperRoutes({ db: database.db, actorOf: async () => actor }));
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const slotOf = async (kind: string, slot: string) => {
  const answer = await app.inject({ url: '/paper-templates' });
  expect(answer.statusCode).toBe(200);
  const { items } = answer.json<PaperTemplates>();
  return items.find((each) => each.kind === kind)?.slots.find((each) => each.slot === slot);
};

const change = (slot: string, text: string) =>
  app.inject({ method: 'PUT', url: `/paper-templates/referral/${slot}`, payload: { text } });

const own = '办理结果请及时登记，并直接答复信访人，抄告我局。';

test('G-1 an office changes a passage for itself alone and goes back to the default', async () => {
  const before = await slotOf('referral', 'closing');
  expect(before).toMatchObject({ own: null });
  expect((await change('closing', own)).json()).toEqual({ kind: 'referral', slot: 'closing' });
  expect(await slotOf('referral', 'closing')).toEqual({ ...before, own });
  actor = { ...head, unitId: 'office-2' };
  expect(await slotOf('referral', 'closing')).toMatchObject({ own: null });
  actor = head;
  await app.inject({ method: 'DELETE', url: '/paper-templates/referral/closing' });
  expect(await slotOf('referral', 'closing')).toEqual(before);
});

test('G-1 a text that loses a date or a right is refused', async () => {
  expect((await change('closing', ' ')).json()).toMatchObject({ code: 'paper-text-empty' });
  expect((await change('nonsense', own)).json()).toMatchObject({ code: 'paper-slot-unknown' });
  expect((await change('closing', '{nonsense}')).json()).toMatchObject({
    code: 'paper-placeholder-unknown',
  });
});

test('G-1 the wording is seen on an invented paper before it is kept', async () => {
  const preview = (slots: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/paper-templates/referral/preview', payload: { slots } });
  const usual = await preview({});
  expect(usual.headers['content-type']).toBe('application/pdf');
  const tried = await preview({ closing: own });
  expect(tried.rawPayload.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(tried.rawPayload.equals(usual.rawPayload)).toBe(false);
  const words = await app.inject({
    method: 'POST',
    url: '/paper-templates/referral/preview?format=document',
    payload: { slots: { closing: own } },
  });
  expect(JSON.stringify(words.json<unknown>())).toContain('《信访工作条例》');
  expect((await preview({ closing: '{' })).json()).toMatchObject({ code: 'paper-text-braces' });
  expect(await slotOf('referral', 'closing')).toMatchObject({ own: null });
});

test('O-3 only who may edit templates does', async () => {
  for (const role of roles) {
    actor = { ...head, roles: [role] };
    const { statusCode } = await app.inject({ url: '/paper-templates' });
    expect(statusCode, role).toBe(rolesWith('template.edit').includes(role) ? 200 : 403);
  }
  actor = null;
  expect((await change('closing', own)).statusCode).toBe(401);
  actor = head;
});
