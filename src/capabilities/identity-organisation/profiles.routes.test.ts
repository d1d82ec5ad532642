import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, openOffice, system, type TestOffice } from '../../../test/harness/office.ts';
import { loadEvents } from '../../platform/record/index.ts';
import { organisationStream } from './change.ts';
import { compareOrganisation, loadOrganisation, scopeOf } from './index.ts';

let office: TestOffice;
let admin: string;
let clerk: string;
beforeAll(async () => {
  office = await openOffice();
  await office.addPerson('admin', [['office', 'administrator']]);
  await office.addPerson('clerk', [['office', 'clerk']]);
  admin = await office.signIn('admin');
  clerk = await office.signIn('clerk');
});
afterAll(() => office.close());

const profile = (more: object = {}) => ({
  name: '住建局马上就办工作法',
  source: '甲住建发〔2026〕18号',
  certainty: 'practice',
  from: '2026-01-01',
  units: ['housing'],
  limits: [{ period: 'handling', amount: 45, unit: 'calendar-days' }],
  ...more,
});
const create = (cookie: string, payload: object) =>
  ask(office, '/local-profiles', { method: 'POST', cookie, payload });
const end = (cookie: string, id: string, lastDay: string) =>
  ask(office, `/local-profiles/${id}/end`, { method: 'POST', cookie, payload: { lastDay } });
const read = <T>(work: Parameters<typeof office.database.db.withActor<T>>[2]) =>
  office.database.db.withActor(scopeOf(system), 'read', work);

describe('P-9 named local profiles', () => {
  it('P-9 an administrator creates and ends one, dated and with its source, in the record', async () => {
    const made = await create(admin, profile());
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    expect((await read(loadOrganisation)).profiles).toMatchObject([{ id, to: null }]);
    const far = '2027-06-30';
    expect((await end(admin, id, far)).body).toMatchObject({ id, to: far });
    expect((await end(admin, id, far)).body).toMatchObject({ code: 'profile-ended' });
    const told = await read((tx) => loadEvents(tx, organisationStream));
    expect(told.map(({ type }) => type).slice(-2)).toEqual(['ProfileCreated', 'ProfileEnded']);
    // L-1: the table is what the record amounts to.
    expect(await read(compareOrganisation)).toEqual([]);
    const listed = await ask(office, '/local-profiles', { cookie: clerk });
    expect(listed.body).toMatchObject({ profiles: [{ id, to: far }] });
    const { examples } = listed.body as { examples: { certainty: string; channels: string[] }[] };
    expect(examples.map(({ channels }) => channels)).toEqual([['hotline-12345'], []]);
    expect(examples.every(({ certainty }) => certainty === 'practice')).toBe(true);
  });

  it('P-9 laxer than the law is refused in a clear sentence with the article', async () => {
    const limits = [
      { period: 'triage', amount: 5, unit: 'calendar-days' },
      { period: 'handling', amount: 90, unit: 'calendar-days' },
    ];
    const answer = await create(admin, profile({ limits }));
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'profile-laxer',
      field: 'limits.1',
      detailZh: '“办理期限”不能比法定时限宽：《信访工作条例》第34条规定的时限（60日）只能从严。',
      detailEn:
        '“handling” cannot be laxer than the law: Regulation on Petition Work, art. 34, fixes 60 days; an office may only be stricter.',
    });
    expect((await read(loadOrganisation)).profiles).toHaveLength(1);
  });

  it('P-9 working days are refused where the law counts days: a holiday could come between', async () => {
    const limits = [{ period: 'acceptance', amount: 5, unit: 'working-days' }];
    expect((await create(admin, profile({ limits }))).body).toMatchObject({
      code: 'profile-working-days',
      field: 'limits.0',
    });
  });

  it.each([
    [{ units: ['nowhere'] }, 'unit-unknown'],
    [{ categories: ['99.99'] }, 'profile-category'],
    [{ limits: [{ period: 'assignment', amount: 5, unit: 'hours' }] }, 'profile-limit'],
    [
      { limits: [{ period: 'rating-window', amount: 20, unit: 'calendar-days' }] },
      'profile-too-short',
    ],
    [{ limits: [{ period: 'contest', amount: 5, unit: 'working-days' }] }, 'profile-days-only'],
    [{ limits: [] }, 'input-invalid'],
    [{ name: '' }, 'input-required'],
    [{ from: 'tomorrow' }, 'input-invalid'],
  ])('P-9 bad input %o is answered with %s', async (more, code) => {
    expect((await create(admin, profile(more))).body).toMatchObject({ code });
  });

  it('O-3 nobody else may, and a past day ends nothing', async () => {
    expect((await create(clerk, profile())).body).toMatchObject({ code: 'not-permitted' });
    const made = await create(admin, profile({ name: '12345', units: [] }));
    const { id } = made.body as { id: string };
    expect((await end(clerk, id, '2027-01-01')).body).toMatchObject({ code: 'not-permitted' });
    expect((await end(admin, id, '2026-01-02')).body).toMatchObject({ code: 'profile-end-day' });
    const unknown = '00000000-0000-4000-8000-00000000abcd';
    expect((await end(admin, unknown, '2027-01-01')).status).toBe(404);
  });
});
