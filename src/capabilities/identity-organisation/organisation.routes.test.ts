import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  openOffice,
  password,
  regions,
  system,
  unwrap,
  type TestOffice,
} from '../../../test/harness/office.ts';
import { loadEvents, findBreak } from '../../platform/record/index.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { streamIdOf } from './change.ts';
import {
  compareOrganisation,
  importRegions,
  loadOrganisation,
  loadUnits,
  petitionOfficeOf,
  scopeOf,
} from './index.ts';

let office: TestOffice;
let admin: string;
beforeAll(async () => {
  office = await openOffice({
    countOpenPetitions: async (_tx, unitId) => (unitId === 'town' ? 3 : 0),
  });
  await office.addPerson('admin', [['office', 'administrator']]);
  await office.addPerson('clerk', [['office', 'clerk']]);
  admin = await office.signIn('admin');
});
afterAll(() => office.close());

const organisation = () => office.database.db.withActor(scopeOf(system), 'read', loadOrganisation);

const abolish = (unitId: string) =>
  ask(office, `/units/${unitId}/abolish`, {
    method: 'POST',
    cookie: admin,
    payload: { successorId: null },
  });

const loadTree = (payload: object) =>
  ask(office, '/categories/import', { method: 'POST', cookie: admin, payload });

const addAs = (cookie: string | undefined, payload: object) =>
  ask(office, '/units', { method: 'POST', payload, ...(cookie === undefined ? {} : { cookie }) });

const queryAs = (roles: string[], role: 'write' | 'read' | 'statistics', text: string) =>
  office.database.db.withActor({ actor: 'staff:x', units: ['office'], roles }, role, (tx) =>
    tx.query({ name: `fence.${text.length}.${text.slice(7, 40)}`, text, values: [] }),
  );

describe('O-1 places and units', () => {
  it('O-1 finds the petition office of a place, or of the nearest around it', async () => {
    await office.database.db.withActor(scopeOf(system), 'read', async (tx) => {
      expect((await petitionOfficeOf(tx, '430121001'))?.id).toBe('office');
      expect((await petitionOfficeOf(tx, '4301'))?.id).toBe('city-office');
      expect(await petitionOfficeOf(tx, '43')).toBeUndefined();
      expect((await loadUnits(tx)).find('housing')?.name).toBe('甲县住建局');
    });
  });

  it('O-1 imports regions once even when sent twice, in any order, and reports bad rows', async () => {
    const rows = [
      { code: '430121002001', name: '东村', level: 'village', parentCode: '430121002' },
      { code: '430121002', name: '东乡', level: 'township', parentCode: '430121' },
      { code: '430121003', name: '', level: 'township', parentCode: '430121' },
      { code: '430121004', name: '西乡', level: 'township', parentCode: '999' },
      { code: '430121005', name: '南乡', level: 'city', parentCode: '430121' },
      ...regions.slice(0, 1),
    ];
    const first = unwrap(await importRegions(office.identity, system, rows));
    expect(first).toMatchObject({ added: 2, unchanged: 1 });
    expect(first.errors.map(({ row, refusal }) => [row, refusal.code, refusal.field])).toEqual([
      [3, 'input-required', 'name'],
      [4, 'region-unknown', 'parentCode'],
      [5, 'input-invalid', 'level'],
    ]);
    const again = unwrap(await importRegions(office.identity, system, rows));
    expect(again).toMatchObject({ added: 0, unchanged: 3 });
    expect((await organisation()).isWithin('430121002001', '430121')).toBe(true);
  });

  it('O-1 takes a CSV file as Chinese office programs write it, within the jurisdiction', async () => {
    const csv =
      '代码,名称,级别,上级代码\r\n430121010,"北,乡",乡,430121\r\n430122001,邻乡,乡,430122\r\n';
    const boundary = 'xxBOUNDARYxx';
    // 北,乡 and the headings in GB 18030.
    const encoded = gbk(csv);
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="regions.csv"\r\n` +
          `Content-Type: text/csv\r\n\r\n`,
      ),
      encoded,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const answer = await office.http.inject({
      method: 'POST',
      url: '/api/v1/regions/import',
      headers: {
        cookie: admin,
        'x-requested-with': 'huiyin',
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload,
    });
    expect(answer.json()).toMatchObject({ added: 1, errors: [{ row: 2, code: 'not-found' }] });
    expect((await organisation()).findRegion('430121010')?.name).toBe('北,乡');
  });

  it('O-1 a merged unit has a successor that takes its people and the units below it', async () => {
    const userId = await office.addPerson('builder', [['housing', 'handler']]);
    const cookie = await office.signIn('builder');
    const add = {
      id: 'construction',
      name: '甲县城建局',
      kind: 'bureau',
      level: 'county',
      regionCode: '430121',
      parentId: 'office',
    };
    expect(
      (await ask(office, '/units', { method: 'POST', cookie: admin, payload: add })).status,
    ).toBe(201);
    const merge = (successorId: string) =>
      ask(office, '/units/housing/merge', {
        method: 'POST',
        cookie: admin,
        payload: { successorId },
      });
    expect((await merge('housing')).body['code']).toBe('successor-invalid');
    expect((await merge('construction')).status).toBe(200);
    const now = await organisation();
    expect(now.find('housing')).toMatchObject({ active: false, successorId: 'construction' });
    expect(now.successorOf('housing')?.id).toBe('construction');
    expect(now.find('town')?.parentId).toBe('construction');
    expect(now.officersOf('construction', 'handler').map((user) => user.userId)).toEqual([userId]);
    expect((await ask(office, '/session', { cookie })).status).toBe(401);
    expect((await merge('construction')).body['code']).toBe('unit-inactive');
  });

  it('O-1 a unit with open petitions is not abolished without a successor', async () => {
    expect((await abolish('town')).body).toMatchObject({
      code: 'unit-has-open-petitions',
      params: { count: 3 },
    });
    expect((await abolish('construction')).status).toBe(200);
    expect((await organisation()).find('town')?.parentId).toBe('office');
  });

  it('O-1 loads a category tree of three levels; codes never change their meaning', async () => {
    expect((await loadTree({ 农村: { 土地: ['承包', '其他'] }, 城建: { 其他: [] } })).body).toEqual(
      {
        added: 6,
      },
    );
    expect((await loadTree({ 城建: { 其他: ['其他'] }, 农村: { 土地: ['征收'] } })).body).toEqual({
      added: 2,
    });
    const now = await organisation();
    expect(now.findCategory('01.01.02')?.name).toBe('其他');
    expect(now.findCategory('01.01.03')?.name).toBe('征收');
    expect(now.findCategory('02.01.01')).toMatchObject({
      name: '其他',
      level: 3,
      parentCode: '02.01',
    });
    expect(now.categoryTree().map((node) => node.name)).toEqual(['农村', '城建']);
  });

  it('L-1 every change of the organisation stands in the record and its chain verifies', async () => {
    const streamId = streamIdOf('unit', 'housing');
    const events = await office.database.db.withActor(scopeOf(system), 'read', (tx) =>
      loadEvents(tx, streamId),
    );
    expect(events.map((event) => event.type)).toEqual(['UnitAdded', 'UnitMerged']);
    expect(findBreak(events)).toBeNull();
  });
});

/** The few characters of the test in GB 18030, which Node can read but not write. */
const gbk = (text: string): Buffer => {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, Buffer>();
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const bytes = Buffer.from([high, low]);
      table.set(decoder.decode(bytes), bytes);
    }
  }
  return Buffer.concat(Array.from(text, (sign) => table.get(sign) ?? Buffer.from(sign)));
};

describe('O-3 who may change the organisation', () => {
  const unit = { name: '新局', kind: 'bureau', level: 'county', regionCode: '430121' };
  it('O-3 administrators alone', async () => {
    const clerk = await office.signIn('clerk');
    expect((await addAs(clerk, unit)).body).toMatchObject({
      status: 403,
      code: 'not-permitted',
      detail: '您的岗位不能做这一步（管理机构和人员）。',
    });
    expect((await addAs(undefined, unit)).status).toBe(401);
    expect((await addAs(admin, unit)).status).toBe(201);
  });

  it('O-3 outside the jurisdiction nothing exists', async () => {
    const outside = { ...unit, regionCode: '430122' };
    expect((await addAs(admin, outside)).status).toBe(404);
    const change = (unitId: string) =>
      ask(office, `/units/${unitId}`, { method: 'PATCH', cookie: admin, payload: { name: 'x' } });
    expect((await change('neighbour')).body).toEqual((await change('no-such-unit')).body);
    const stranger = await office.addPerson('stranger', [['neighbour', 'clerk']]);
    const disable = await ask(office, `/users/${stranger}`, {
      method: 'PATCH',
      cookie: admin,
      payload: { disabled: true },
    });
    expect(disable.status).toBe(404);
    const listed = await ask(office, '/users', { cookie: admin });
    const names = (listed.body['users'] as { userName: string }[]).map((user) => user.userName);
    expect(names).toContain('clerk');
    expect(names).not.toContain('stranger');
    const give = await ask(office, `/users/${stranger}/posts`, {
      method: 'POST',
      cookie: admin,
      payload: { unitId: 'neighbour', role: 'administrator' },
    });
    expect(give.status).toBe(404);
  });

  it('O-3 nobody takes over the account of somebody who also works at the level above', async () => {
    const posts = [
      ['office', 'clerk'],
      ['city-office', 'case-officer'],
    ] as const;
    const userId = await office.addPerson('both', posts);
    const reset = await ask(office, `/users/${userId}/password`, {
      method: 'PUT',
      cookie: admin,
      payload: { password: 'seven lamps quiet river' },
    });
    expect(reset.status).toBe(404);
    const removed = await ask(office, `/users/${userId}/totp`, { method: 'DELETE', cookie: admin });
    expect(removed.status).toBe(404);
  });

  it('O-3 a leader reads the own unit and the petition office; an administrator none', async () => {
    await office.addPerson('leader', [
      ['town', 'leader'],
      ['town', 'handler'],
    ]);
    const organisationNow = await organisation();
    const { readingUnitsOf } = await import('./index.ts');
    expect(readingUnitsOf(organisationNow, 'town', ['leader'])).toEqual(['town', 'office']);
    expect(readingUnitsOf(organisationNow, 'town', ['handler'])).toEqual(['town']);
    expect(readingUnitsOf(organisationNow, 'office', ['administrator', 'auditor'])).toEqual([]);
  });

  it('O-3 a person with several posts acts in one unit at a time', async () => {
    await office.addPerson('double', [
      ['office', 'clerk'],
      ['town', 'handler'],
    ]);
    const cookie = await office.signIn('double');
    const choose = (unitId: string) =>
      ask(office, '/session/unit', { method: 'PUT', cookie, payload: { unitId } });
    expect((await choose('neighbour')).status).toBe(404);
    expect((await choose('town')).status).toBe(204);
    expect((await ask(office, '/session', { cookie })).body).toMatchObject({
      roles: ['handler'],
      unit: { id: 'town' },
    });
  });

  it('O-3 an administrator’s password for somebody must be changed first', async () => {
    const payload = {
      userName: 'fresh.clerk',
      displayName: '新人',
      password: 'seven lamps quiet river',
      posts: [{ unitId: 'office', role: 'clerk' }],
    };
    expect((await ask(office, '/users', { method: 'POST', cookie: admin, payload })).status).toBe(
      201,
    );
    expect(
      (await ask(office, '/users', { method: 'POST', cookie: admin, payload })).body['code'],
    ).toBe('user-name-taken');
    const signed = await ask(office, '/session', {
      method: 'POST',
      payload: { userName: 'fresh.clerk', password: payload.password },
    });
    expect(signed.body).toMatchObject({ todo: 'change-password', verbs: [] });
    const cookie = String(signed.headers['set-cookie']).split(';')[0] ?? '';
    expect((await ask(office, '/units', { cookie })).status).toBe(401);
    const change = { current: payload.password, next: password };
    expect(
      (await ask(office, '/password', { method: 'PUT', cookie, payload: change })).status,
    ).toBe(204);
    expect((await ask(office, '/units', { cookie })).status).toBe(200);
  });

  it('X-2 weak passwords are refused for others too', async () => {
    const payload = { userName: 'weak', displayName: '弱', password: 'P@ssw0rd123', posts: [] };
    const answer = await ask(office, '/users', { method: 'POST', cookie: admin, payload });
    expect(answer.body).toMatchObject({ code: 'password-weak', field: 'password' });
  });
});

describe('X-3 the second fence', () => {
  it('X-3 secrets and sessions are closed to everything but signing in', async () => {
    expect(await queryAs(['administrator'], 'write', 'SELECT * FROM person_secret')).toEqual([]);
    expect(await queryAs(['administrator'], 'write', 'SELECT * FROM session')).toEqual([]);
    expect(await queryAs(['administrator'], 'read', 'SELECT * FROM session')).toEqual([]);
    await expect(queryAs(['system'], 'read', 'SELECT * FROM person_secret')).rejects.toThrow(
      /permission denied/,
    );
    for (const table of ['person_secret', 'session', 'sign_in_attempt', 'setting']) {
      await expect(queryAs(['system'], 'statistics', `SELECT * FROM ${table}`)).rejects.toThrow(
        /permission denied/,
      );
    }
    await expect(queryAs(['system'], 'statistics', 'SELECT user_name FROM person')).rejects.toThrow(
      /permission denied/,
    );
  });

  it('X-3 a clerk’s transaction cannot change the organisation', async () => {
    const changed = await queryAs(['clerk'], 'write', "UPDATE unit SET name = 'x' RETURNING 1");
    expect(changed).toEqual([]);
    await expect(
      queryAs(
        ['clerk'],
        'write',
        "INSERT INTO region (code, name, level) VALUES ('99', 'x', 'city')",
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

const compare = () =>
  office.database.db.withActor(scopeOf(system), 'read', (tx) => compareOrganisation(tx));

describe('L-1 the organisation is what its record says', () => {
  it('L-1 after all that was done above the tables agree with the record', async () => {
    expect(await compare()).toEqual([]);
  });

  it('L-1 a row changed past the record is found', async () => {
    await withClient(office.database.ownerUrl, async (client) => {
      await client.query("UPDATE unit SET name = '别的名称' WHERE unit_id = 'town'");
      await client.query("UPDATE region SET name = '别处' WHERE code = '430121001'");
      await client.query("DELETE FROM post WHERE unit_id = 'town' AND role = 'leader'");
      await client.query('UPDATE organisation_version SET version = gen_random_uuid()');
    });
    expect(await compare()).toEqual(['region 430121001', 'unit town', 'user leader']);
  });
});
