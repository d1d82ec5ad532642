import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Role } from '../../../kernel/permissions.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { withClient } from '../../../platform/database/cluster-database.ts';
import { newId } from '../../../platform/vault/index.ts';
import { rebuildCases } from '../../petitions/index.ts';
import { must, openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import type { GiveTaskInput, SponsoredStep, TaskStep } from './contract.ts';
import {
  beginSponsored,
  changePosts,
  giveTask,
  listOwnTasks,
  listSponsored,
  noteLeaderLeft,
  openSponsored,
  promiseInCase,
  readPosts,
  rebuildSponsored,
  sponsoredCaseOf,
  sponsoredIdOf,
  sponsoredKind,
  sponsoredOfPetitioner,
  stepSponsored,
  stepTask,
  succeedSponsored,
  watchMilestones,
} from '../index.ts';

let county: County;
interface Told {
  readonly template: string;
  readonly unit: string | null;
  readonly person: string | null;
  readonly params: { readonly due?: string };
}
const as = (unitId: string, userId: string, roles: readonly Role[]): StaffActor => ({
  ...staff(unitId, userId),
  roles,
});
const office = as('office', 'office-officer', ['case-officer', 'office-head']);
const housing = as('housing', 'housing-officer', ['handler', 'unit-head']);
const government = 'county-government';
const leader: StaffActor = {
  ...as(government, `${government}-leader`, ['leader']),
  readingUnits: [government, 'office', 'housing'],
};
const deputy: StaffActor = { ...leader, userId: `${government}-deputy` };
/** In a unit of its own that reads nothing of the petition. */
const police = as('transport', 'transport-police', ['handler']);

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const begin = async (
  actor: StaffActor,
  petitionId: string,
  named?: string,
  commandId = newId(),
) => {
  const input = named === undefined ? {} : { leader: named, reason: '多年未解，需要领导牵头。' };
  const done = await beginSponsored(county.deps, petitionId, input, { actor, commandId });
  return done.ok ? 'done' : done.refusal.code;
};
const caseOf = (petitionId: string) => sponsoredIdOf(county.deps, petitionId);
const taken = async (): Promise<string> => {
  const { id } = await county.register();
  expect(await begin(leader, id)).toBe('done');
  return caseOf(id);
};
const step = async (
  actor: StaffActor,
  id: string,
  type: SponsoredStep,
  input: object = {},
  more: object = {},
): Promise<string> => {
  const options = { actor, commandId: newId(), ...more };
  const done = await stepSponsored(county.deps, id, type, input as never, options);
  return done.ok ? 'done' : done.refusal.code;
};
const give = (actor: StaffActor, id: string, more: Partial<GiveTaskInput> = {}) =>
  giveTask(
    county.deps,
    id,
    {
      post: 'police-post',
      holder: { userId: police.userId },
      task: '周五座谈时负责现场秩序。',
      dueDate: day(7),
      ...more,
    },
    { actor, commandKey: newId() },
  );
const stepOne = async (actor: StaffActor, id: string, type: TaskStep, input: object = {}) => {
  const options = { actor, commandKey: newId() };
  const done = await stepTask(county.deps, id, type, input as never, options);
  return done.ok ? 'done' : done.refusal.code;
};
const day = (days: number): string => addDays(localDateOf(county.at.now), days);
const view = (id: string, actor: StaffActor = leader) =>
  openSponsored(county.deps, actor, id, county.at.now);
const list = (actor: StaffActor, more: object = {}) =>
  listSponsored(county.deps, actor, { limit: 100, ...more }, county.at.now);
const plan = {
  matterKnot: '产权登记缺少原始资料，部门各执一词。',
  mindKnot: '担心拖下去没有人管。',
  measures: [{ kind: 'policy', words: '适用历史遗留问题办证政策。' }],
};
const reason = { reason: '分工调整，由分管领导接手。' };

describe('S-1 who takes a case', () => {
  test('S-1 taken by a leader it is open at once; named by the office it waits for the answer', async () => {
    const first = await county.register();
    expect(await begin(leader, first.id)).toBe('done');
    expect(await view(caseOf(first.id))).toMatchObject({ status: 'open', takenAt: county.at.now });
    const second = await county.register();
    expect(await begin(office, second.id, leader.userId)).toBe('done');
    const id = caseOf(second.id);
    expect(await view(id)).toMatchObject({ status: 'proposed', takenAt: null });
    expect(await step(deputy, id, 'acceptCharge')).toBe('not-permitted');
    expect(await step(leader, id, 'writePlan', plan)).toBe('sponsored-not-in-status');
    expect(await step(leader, id, 'acceptCharge')).toBe('done');
    expect(await view(id)).toMatchObject({ status: 'open' });
    expect(await sponsoredCaseOf(county.deps, leader, second.id)).toMatchObject({
      id,
      state: 'open',
      leader: { userId: leader.userId },
    });
  });

  test('S-1 not by anybody, not under anybody, and another office finds nothing', async () => {
    const { id } = await county.register();
    expect(await begin(office, id)).toBe('not-permitted');
    expect(await begin(office, id, housing.userId)).toBe('sponsored-no-leader');
    expect(await begin(as('city-office', 'city', ['case-officer']), id, leader.userId)).toBe(
      'not-found',
    );
    expect(await sponsoredCaseOf(county.deps, leader, id)).toBeUndefined();
  });

  test('S-1 two at once begin one case; a retry is the same; an ended one is never begun anew', async () => {
    const { id } = await county.register();
    const both = await Promise.all([begin(leader, id), begin(deputy, id)]);
    expect(both.toSorted()).toEqual(['done', 'sponsored-exists']);
    const other = await county.register();
    const key = newId();
    expect([
      await begin(leader, other.id, undefined, key),
      await begin(leader, other.id, undefined, key),
    ]).toEqual(['done', 'done']);
    expect(await view(caseOf(other.id))).toMatchObject({ version: 1 });
  });

  test('L-5 never on an accusation, also for who may see it', async () => {
    const { id } = await county.register({ purpose: 'accusation' }, null);
    expect(await begin(leader, id)).toBe('not-found');
    const named = as('office', 'office-named', ['office-head', 'accusation-officer']);
    expect(await begin(named, id, leader.userId)).toBe('sponsored-accusation');
  });
});

describe('S-1 the life of a case', () => {
  test('S-1 a plan, a step moved with its reason, a hand-over that the new leader acknowledges', async () => {
    const id = await taken();
    expect(await step(deputy, id, 'writePlan', plan)).toBe('not-permitted');
    expect(await step(leader, id, 'writePlan', plan)).toBe('done');
    const milestone = {
      what: '上门说明政策',
      responsible: '何建设',
      date: day(10),
      told: '10日内上门',
    };
    expect(await step(leader, id, 'addMilestone', { ...milestone, date: day(-1) })).toBe(
      'sponsored-date-past',
    );
    expect(await step(leader, id, 'addMilestone', milestone)).toBe('done');
    const [added] = (await view(id))?.milestones ?? [];
    const moved = { milestone: added?.id, date: day(20) };
    expect(await step(leader, id, 'moveMilestone', { ...moved, reason: '短' })).toBe(
      'explanation-required',
    );
    expect(await step(leader, id, 'moveMilestone', { ...moved, ...reason })).toBe('done');
    expect((await view(id))?.milestones[0]).toMatchObject({
      date: day(20),
      moved: [{ from: day(10), to: day(20) }],
    });

    expect(await step(leader, id, 'handOver', { leader: deputy.userId, ...reason })).toBe('done');
    expect(await view(id)).toMatchObject({ leader: { userId: leader.userId } });
    expect(await step(leader, id, 'acknowledgeHandOver')).toBe('not-permitted');
    expect(
      await step(leader, id, 'proposeEnding', { result: 'resolved', words: '已经解决到位。' }),
    ).toBe('sponsored-hand-over-waits');
    expect(await step(deputy, id, 'acknowledgeHandOver')).toBe('done');
    expect(await view(id)).toMatchObject({ leader: { userId: deputy.userId }, handOver: null });
    expect(await step(leader, id, 'addNote', { words: '已向新领导说明情况。' })).toBe(
      'not-permitted',
    );
  });

  test('S-1 ended only when somebody outside has verified it; taken up again with a reason', async () => {
    const id = await taken();
    const ending = { result: 'resolved', words: '证已办妥，信访人已领取。' };
    const words = { words: '已与信访人通话核实。' };
    expect(await step(leader, id, 'proposeEnding', ending)).toBe('done');
    const own: StaffActor = { ...leader, unitId: 'office', roles: ['office-head'] };
    expect(await step(own, id, 'verifyEnding', words)).toBe('sponsored-verifier-inside');
    const verifier = as('city-office', 'city-officer', ['supervisor']);
    const near: StaffActor = { ...verifier, readingUnits: ['office'] };
    // The office has the matter itself: nobody of it verifies.
    expect(await step(office, id, 'verifyEnding', words)).toBe('sponsored-verifier-inside');
    expect(await step(near, id, 'verifyEnding', words)).toBe('done');
    expect(await view(id)).toMatchObject({ status: 'ended', result: 'resolved' });
    expect(await step(leader, id, 'takeUpAgain', { leader: leader.userId, ...reason })).toBe(
      'done',
    );
    expect(await view(id)).toMatchObject({ status: 'open', result: null });
  });

  test('S-1 two steps at once on the same version: the second is told', async () => {
    const id = await taken();
    const note = (text: string) =>
      step(leader, id, 'addNote', { words: text }, { expectedVersion: 1 });
    const both = await Promise.all([note('第一条进展说明。'), note('第二条进展说明。')]);
    expect(both.toSorted()).toEqual(['done', 'version-conflict']);
  });

  test('S-1 a step is recalled before its day and told once when it is over, to whoever answers for it', async () => {
    const { id: petitionId } = await county.register();
    await begin(leader, petitionId);
    const id = caseOf(petitionId);
    const add = (what: string, date: string) =>
      expect(
        step(leader, id, 'addMilestone', { what, responsible: '何建设', date, told: '' }),
      ).resolves.toBe('done');
    await add('上门说明政策', day(3));
    await add('开协调会', day(30));
    const start = county.at.now;
    /** What a worker tells that comes so many days later, twice. */
    const told = async (days: number) => {
      county.at.now = start + days * 86_400_000;
      for (let run = 0; run < 2; run += 1) {
        await watchMilestones(county.deps, county.at.now, new AbortController().signal);
      }
      county.at.now = start;
      return withClient(county.database.ownerUrl, async (client) => {
        const text = `SELECT template, recipient_unit AS unit, recipient_user AS person, params
                        FROM message WHERE stream_id = $1 AND template LIKE 'milestone%'`;
        return (await client.query<Told>(text, [petitionId])).rows;
      });
    };
    const whom = ({ unit, person }: Told): string => person ?? unit ?? '';
    const recalled = await told(0);
    expect(recalled.map(whom).toSorted()).toEqual([leader.userId, 'office'].toSorted());
    expect(recalled[0]).toMatchObject({ template: 'milestone-for-staff', params: { due: day(3) } });
    expect(JSON.stringify(recalled)).not.toContain('上门');
    expect(await told(1)).toHaveLength(2);
    const late = (await told(4)).filter(({ template }) => template === 'milestone-overdue-staff');
    expect(late.map(whom).toSorted()).toEqual([leader.userId, 'office'].toSorted());
    // A new day is a new date; what was done is told of no more.
    const [first] = (await view(id))?.milestones ?? [];
    await step(leader, id, 'moveMilestone', { milestone: first?.id, date: day(10), ...reason });
    expect(await told(8)).toHaveLength(6);
    const done = { milestone: first?.id, outcome: 'done', doneOn: day(0), words: '已经上门说明。' };
    expect(await step(leader, id, 'reportMilestone', done)).toBe('done');
    expect(await told(12)).toHaveLength(6);
    // L-5: of what became an accusation nobody is told.
    await county.run(staff('office'), petitionId, 'classify', {
      purpose: 'accusation',
      category: null,
      urgency: 'ordinary',
      regionCode: '430121',
      accusedUnits: [],
    });
    expect(await told(28)).toHaveLength(6);
  });

  test('O-1 a unit that ends is succeeded; a leader without a post is marked, the case keeps one', async () => {
    const id = await taken();
    const never = new AbortController().signal;
    const units = { from: 'office', to: 'city-office' };
    await succeedSponsored(county.deps, units, never);
    await succeedSponsored(county.deps, units, never);
    expect(await view(id)).toMatchObject({ office: { id: 'city-office' }, version: 2 });
    const left = { userId: leader.userId, unit: government, cause: newId() };
    await noteLeaderLeft(county.deps, left, never);
    await noteLeaderLeft(county.deps, left, never);
    expect(await view(id)).toMatchObject({ leaderLeft: true, leader: { userId: leader.userId } });
  });

  test('C-1 what a leader promises is a commitment of the case', async () => {
    const id = await taken();
    const input = { text: '30日内给您书面答复。', dueDate: day(30) };
    const key = { commandKey: newId() };
    expect(await promiseInCase(county.deps, id, input, { actor: deputy, ...key })).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
    expect((await promiseInCase(county.deps, id, input, { actor: leader, ...key })).ok).toBe(true);
  });
});

describe('S-2 the seven', () => {
  test('S-2 the police post sees its own task and nothing else: no case, list, counter, petition', async () => {
    const { id: petitionId } = await county.register();
    await begin(leader, petitionId);
    const id = caseOf(petitionId);
    await step(leader, id, 'writePlan', plan);
    const { id: taskId } = must(await give(leader, id));
    must(
      await give(leader, id, { post: 'grid-member', holder: { name: '尤小燕', telephone: '138' } }),
    );
    expect(await view(id, police)).toBeNull();
    expect((await list(police)).items).toEqual([]);
    expect(await sponsoredCaseOf(county.deps, police, petitionId)).toBeUndefined();
    expect(await step(police, id, 'addNote', { words: '想看一看方案内容。' })).toBe('not-found');
    const tasks = await listOwnTasks(county.deps, police, county.at.now);
    expect(tasks).toMatchObject([{ id: taskId, task: '周五座谈时负责现场秩序。', caseId: null }]);
    const shown = JSON.stringify(tasks);
    for (const hidden of ['产权', '担心', '尤小燕', '水压', petitionId, id]) {
      expect(shown).not.toContain(hidden);
    }
    // Even where the unit may read the petition, the holder of such a post may not.
    const near: StaffActor = { ...police, readingUnits: ['office'] };
    expect(await view(id, near)).toBeNull();
    expect((await list(near)).items.map((line) => line.id)).not.toContain(id);
    expect(await step(near, id, 'addNote', { words: '想看一看方案内容。' })).toBe('not-found');
  });

  test('S-2 its holder reports it, the leader returns or accepts; nobody else', async () => {
    const id = await taken();
    const { id: taskId } = must(await give(leader, id));
    expect(await stepOne(housing, taskId, 'reportTask', { words: '已经完成任务。' })).toBe(
      'not-found',
    );
    expect(await stepOne(police, taskId, 'acceptTask')).toBe('not-found');
    expect(await stepOne(police, taskId, 'reportTask', { words: '已经完成任务。' })).toBe('done');
    expect(await stepOne(leader, taskId, 'returnTask', { words: '请补充出警情况。' })).toBe('done');
    expect(await stepOne(police, taskId, 'reportTask', { words: '已补充完整情况。' })).toBe('done');
    expect(await stepOne(leader, taskId, 'acceptTask')).toBe('done');
    expect((await view(id))?.tasks).toMatchObject([{ status: 'accepted', reports: [{}, {}] }]);
  });

  test('S-2 a post has one open task; a stranger holds none; what is late stands in the ledger', async () => {
    const id = await taken();
    must(await give(leader, id));
    expect(await give(leader, id)).toMatchObject({ refusal: { code: 'sponsored-post-taken' } });
    expect(
      await give(leader, id, { post: 'legal-worker', holder: { userId: 'nobody-there' } }),
    ).toMatchObject({ refusal: { code: 'sponsored-holder' } });
    expect(await give(leader, await taken(), { holder: { userId: leader.userId } })).toMatchObject({
      refusal: { code: 'sponsored-holder' },
    });
    expect(await give(leader, id, { post: 'astrologer' })).toMatchObject({
      refusal: { code: 'sponsored-post-unknown' },
    });
    const late = await listSponsored(
      county.deps,
      leader,
      { limit: 100, overdue: '1' },
      county.at.now + 30 * 86_400_000,
    );
    expect(late.items.map((line) => line.id)).toContain(id);
    expect((await list(leader, { overdue: '1' })).items.map((line) => line.id)).not.toContain(id);
  });
});

test('L-1 rows of cases under a leader follow from their records', async () => {
  expect(await rebuildCases(county.deps, sponsoredKind, 'check')).toEqual([]);
});

describe('S-1 what the petitioner reads', () => {
  test('S-1 who has taken charge and the next step meant for them; nothing of the diagnosis, nothing before', async () => {
    const { id: petitionId } = await county.register();
    const told = () => sponsoredOfPetitioner(county.deps, petitionId, county.at.now);
    expect(await told()).toBeNull();
    await begin(office, petitionId, leader.userId);
    expect(await told()).toBeNull();
    const id = caseOf(petitionId);
    await step(leader, id, 'acceptCharge');
    await step(leader, id, 'writePlan', plan);
    const inside = { what: '部门协调会', responsible: '何建设', date: day(3) };
    await step(leader, id, 'addMilestone', inside);
    expect(await told()).toMatchObject({ unit: government, ended: false, next: null });
    await step(leader, id, 'addMilestone', { ...inside, date: day(9), told: '上门说明办法' });
    const shown = await told();
    expect(shown?.next).toEqual({ what: '上门说明办法', date: day(9), late: false });
    for (const hidden of ['产权', '担心', '部门协调会']) {
      expect(JSON.stringify(shown)).not.toContain(hidden);
    }
  });
});

test('L-1 rows of the tasks of the seven follow from their records', async () => {
  expect(await rebuildSponsored(county.deps, 'check')).toEqual([]);
  expect(await rebuildSponsored(county.deps, 'write')).toEqual([]);
  expect(await rebuildSponsored(county.deps, 'check')).toEqual([]);
});

test('S-2 the sheet of posts is changed by an administrator, on the version that was read', async () => {
  const admin = as('office', 'office-admin', ['administrator']);
  const change = (actor: StaffActor, expectedVersion: number, codes = ['a', 'b']) =>
    changePosts(
      county.deps,
      {
        posts: codes.map((code) => ({
          code,
          label: { zh: `岗位${code}`, en: code },
          suggestion: '',
          ownOnly: false,
        })),
        source: '本县规定',
        expectedVersion,
      },
      { actor, commandKey: newId() },
    );
  expect(await change(office, 0)).toMatchObject({ refusal: { code: 'not-permitted' } });
  expect(await change(admin, 0, ['a', 'a'])).toMatchObject({
    refusal: { code: 'sponsored-posts-double' },
  });
  expect((await readPosts(county.deps, admin)).version).toBe(0);
  const both = await Promise.all([change(admin, 0), change(admin, 0)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await readPosts(county.deps, office)).toMatchObject({
    version: 1,
    source: '本县规定',
    mayChange: false,
  });
  // What was given keeps its post; the old code is gone for new tasks.
  const id = await taken();
  expect(await give(leader, id)).toMatchObject({ refusal: { code: 'sponsored-post-unknown' } });
});
