import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, openOffice, unwrap, type TestOffice } from '../../../test/harness/office.ts';
import type { StaffNotice } from './context.ts';
import { givePost } from './index.ts';

let office: TestOffice;
let admin: string;
const people = new Map<string, string>();
const told: StaffNotice[] = [];

const idOf = (name: string): string => people.get(name) ?? '';

beforeAll(async () => {
  office = await openOffice({
    tellStaff: async (_, notice) => {
      told.push(notice);
    },
  });
  const staff = {
    admin: [['office', 'administrator']],
    officer: [['office', 'accusation-officer']],
    watcher: [['city-office', 'auditor']],
    stranger: [['neighbour', 'auditor']],
    clerk: [['office', 'clerk']],
  } as const;
  for (const [name, posts] of Object.entries(staff)) {
    people.set(name, await office.addPerson(name, posts));
  }
  admin = await office.signIn('admin');
});
afterAll(() => office.close());
beforeEach(() => {
  told.length = 0;
});

const give = async (name: string, unitId: string, role: string) => {
  const payload = { unitId, role };
  return ask(office, `/users/${idOf(name)}/posts`, { method: 'POST', cookie: admin, payload });
};
const receivers = () => told.map(({ userId, unitId, template }) => [userId, unitId, template]);

describe('L-5 posts that open accusations', () => {
  it('are not given by anybody to themselves', async () => {
    const answer = await give('admin', 'office', 'accusation-officer');
    expect(answer.body['code']).toBe('second-person-required');
    // The head of a unit without an officer is named for its accusations.
    expect((await give('admin', 'housing', 'unit-head')).body['code']).toBe(
      'second-person-required',
    );
    expect(told).toEqual([]);
  });

  it('are told to the officers of the unit and the auditors of the place', async () => {
    const answer = await give('clerk', 'office', 'accusation-officer');
    expect(answer.status).toBe(204);
    expect(receivers()).toEqual([
      [idOf('officer'), 'office', 'accusation-post-given'],
      [idOf('watcher'), 'city-office', 'accusation-post-given'],
    ]);
    expect(told[0]?.params).toEqual({ holder: '甲县信访局', person: 'clerk' });
  });

  it('are told too when they come with a new account, or open the account of a holder', async () => {
    const payload = {
      userName: 'second',
      displayName: '秘书 13800138000',
      password: 'quiet river seven lamps',
      posts: [{ unitId: 'office', role: 'accusation-officer' }],
    };
    expect((await ask(office, '/users', { method: 'POST', cookie: admin, payload })).status).toBe(
      201,
    );
    expect(told.map(({ params }) => params.person)).toEqual(told.map(() => '秘书 …'));
    expect(told.length).toBe(3);
    told.length = 0;
    const reset = { password: 'seven other lamps by night' };
    const url = `/users/${idOf('officer')}`;
    await ask(office, `${url}/password`, { method: 'PUT', cookie: admin, payload: reset });
    await ask(office, `${url}/totp`, { method: 'DELETE', cookie: admin });
    expect(receivers()).toContainEqual([idOf('officer'), 'office', 'accusation-account-opened']);
    expect(told.filter(({ userId }) => userId === idOf('watcher'))).toHaveLength(2);
  });

  it('say nothing of other posts, and nothing to other places', async () => {
    expect((await give('clerk', 'office', 'case-officer')).status).toBe(204);
    const post = { unitId: 'town', role: 'accusation-officer' } as const;
    unwrap(await givePost(office.identity, { kind: 'system', name: 'demo' }, idOf('clerk'), post));
    expect(told).toEqual([]);
  });
});
