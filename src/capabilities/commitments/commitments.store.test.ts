import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { ok } from '../../kernel/result.ts';
import { newId } from '../../platform/vault/index.ts';
import {
  must,
  named,
  openCounty,
  staff,
  type County,
} from '../petitions/queries/county.test-data.ts';
import { stageUpload, systemActor } from '../petitions/index.ts';
import {
  commitmentIdOf,
  listOfPetition,
  listOfPetitioner,
  listOfPublic,
  listOfSource,
  listOfStaff,
  makeCommitment,
  makeCommitmentIn,
  openCommitment,
  openEvidence,
  promise,
  rebuildCommitments,
  stepCommitment,
  type NewCommitment,
} from './index.ts';

let county: County;
let petition: string;

const day = 86_400_000;
const inDays = (days: number): string => localDateOf(county.at.now + days * day);
const leader: StaffActor = {
  kind: 'staff',
  userId: 'county-government-leader',
  unitId: 'county-government',
  roles: ['leader'],
  readingUnits: ['county-government', 'office', 'housing'],
};
const petitioner = (): Actor => ({ kind: 'petitioner', petitionId: petition });

const promised = (more: Partial<NewCommitment> = {}): NewCommitment => ({
  source: { kind: 'reception-day', id: newId() },
  petitionId: petition,
  promisedTo: 'petitioner',
  text: '月底前修好二次供水泵房。',
  responsible: { userId: leader.userId },
  unit: 'housing',
  byUnit: 'county-government',
  dueDate: inDays(10),
  ...more,
});

const make = async (more: Partial<NewCommitment> = {}): Promise<string> =>
  must(await makeCommitment(county.deps, promised(more), { actor: systemActor('test') })).id;

const step = async (
  actor: Actor,
  id: string,
  ...[type, input]: Parameters<typeof stepCommitment> extends [
    unknown,
    unknown,
    infer T,
    infer I,
    unknown,
  ]
    ? [T, I]
    : never
): Promise<string> => {
  const done = await stepCommitment(county.deps, id, type, input, {
    actor,
    commandId: newId(),
    uploadOwner: 'staff:housing-officer',
  });
  return done.ok ? 'done' : done.refusal.code;
};

const report = (more: object = {}) => ({
  doneOn: inDays(0),
  evidence: '水泵已更换，水压恢复正常。',
  uploads: [],
  ...more,
});

const view = (id: string, actor: StaffActor = staff('housing')) =>
  openCommitment(county.deps, actor, id, county.at.now);

beforeAll(async () => {
  county = await openCounty();
  ({ id: petition } = await county.register());
  await county.run(staff('office'), petition, 'refer', {
    to: 'housing',
    instruction: '请依法办理',
  });
});
afterAll(() => county.close());

describe('C-1 a promise with a date', () => {
  test('C-1 is made once however often its source asks for it', async () => {
    const made = promised();
    const options = { actor: systemActor('test') };
    const first = must(await makeCommitment(county.deps, made, options));
    expect(must(await makeCommitment(county.deps, made, options))).toEqual(first);
    expect(first.id).toBe(commitmentIdOf(county.deps, made));
    const other = await makeCommitment(county.deps, { ...made, text: '另一项承诺内容。' }, options);
    expect(other.ok ? '' : other.refusal.code).toBe('idempotency-key-reused');
    const { source } = made;
    expect(await listOfSource(county.deps, staff('housing'), source, county.at.now)).toHaveLength(
      1,
    );
  });

  test('C-1 stands or falls with the transaction that makes it', async () => {
    const made = promised();
    const fallen = inTransaction(county.deps, systemActor('test'), async (tx) => {
      await makeCommitmentIn(tx, county.deps, made, { actor: systemActor('test') });
      throw new Error('the meeting was not recorded');
    });
    await expect(fallen).rejects.toThrow('not recorded');
    expect(await view(commitmentIdOf(county.deps, made))).toBeNull();
    const stood = await inTransaction(county.deps, systemActor('test'), async (tx) =>
      ok(await makeCommitmentIn(tx, county.deps, made, { actor: systemActor('test') })),
    );
    expect(stood.ok).toBe(true);
  });

  test('C-1 fulfilled only with evidence and the petitioner’s own word', async () => {
    const id = await make();
    expect(await step(staff('housing'), id, 'reportFulfilled', report({ evidence: '好了' }))).toBe(
      'explanation-required',
    );
    const bytes = Buffer.from('照片');
    const file = { name: '泵房.png', mediaType: 'image/png', ext: 'png', bytes } as const;
    const staged = must(await stageUpload(county.deps, file, 'staff:housing-officer'));
    const uploads = [staged.id];
    expect(await step(staff('housing'), id, 'reportFulfilled', report({ uploads }))).toBe('done');
    const [shown] = (await view(id))?.reports ?? [];
    const opened = await openEvidence(county.deps, petitioner(), id, shown?.files[0]?.id ?? '');
    const parts = [];
    for await (const part of opened?.content ?? []) parts.push(part);
    expect(Buffer.concat(parts)).toEqual(bytes);
    // Nobody else's word counts while the petitioner can be asked.
    expect(await step(leader, id, 'verifyFulfilled', { reason: '已到现场看过，水压正常。' })).toBe(
      'commitment-awaits-petitioner',
    );
    expect(await step(petitioner(), id, 'confirmFulfilled', {})).toBe('done');
    expect(await view(id)).toMatchObject({
      status: 'fulfilled',
      fulfilled: { judge: 'petitioner' },
    });
  });

  test('C-1 “not so” sends it back, and its clock runs on', async () => {
    const id = await make();
    await step(staff('housing'), id, 'reportFulfilled', report());
    expect(await step(petitioner(), id, 'denyFulfilled', { words: '六楼还是没有水。' })).toBe(
      'done',
    );
    expect(await view(id)).toMatchObject({ status: 'open', sentBack: 1, overdue: false });
    expect(
      (await listOfPetitioner(county.deps, petition, county.at.now + 11 * day)).find(
        (each) => each.id === id,
      ),
    ).toMatchObject({ overdue: true, report: null });
  });

  test('C-1 without confirmation a reason is verified outside the unit, never inside', async () => {
    const id = await make();
    const withoutConfirmation = '信访人已外出务工，电话三次无人接听。';
    await step(staff('housing'), id, 'reportFulfilled', report({ withoutConfirmation }));
    const reason = '已到现场核实，并与邻居核对。';
    expect(await step(staff('housing'), id, 'verifyFulfilled', { reason })).toBe('not-permitted');
    expect(await step(staff('transport'), id, 'verifyFulfilled', { reason })).toBe('not-found');
    expect(await step(leader, id, 'verifyFulfilled', { reason })).toBe('done');
    // The petitioner's word weighs more than anybody's.
    expect(await step(petitioner(), id, 'denyFulfilled', { words: '我在家，没人来过。' })).toBe(
      'done',
    );
    expect(await view(id)).toMatchObject({ status: 'open' });
  });

  test('C-1 a date is changed with a reason by who promised; the old one stays', async () => {
    const id = await make();
    const reason = '设备到货延迟，需要顺延。';
    const dueDate = inDays(20);
    expect(await step(staff('housing'), id, 'changeDate', { dueDate, reason })).toBe(
      'not-permitted',
    );
    expect(await step(leader, id, 'changeDate', { dueDate, reason: '晚' })).toBe(
      'explanation-required',
    );
    expect(await step(leader, id, 'changeDate', { dueDate, reason })).toBe('done');
    expect(await view(id)).toMatchObject({
      dueDate,
      formerDates: [{ dueDate: inDays(10), reason }],
    });
  });

  test('C-1 withdrawn by who promised, with a reason that is told; an opinion’s never', async () => {
    const id = await make();
    const reason = '小区改由自来水公司直供，不再需要。';
    expect(await step(leader, id, 'withdrawCommitment', { reason })).toBe('done');
    const own = await listOfPetitioner(county.deps, petition, county.at.now);
    expect(own.find((each) => each.id === id)).toMatchObject({ withdrawnReason: reason });
    const granted = await make({ source: { kind: 'opinion', id: newId() }, byUnit: 'housing' });
    expect(await step(staff('housing'), granted, 'withdrawCommitment', { reason })).toBe(
      'commitment-of-opinion',
    );
  });

  test('C-1 two people at once: the second is told that it moved on', async () => {
    const id = await make();
    const options = { actor: staff('housing'), expectedVersion: 1, uploadOwner: '' };
    const done = await Promise.all(
      ['甲组已修好水泵房。', '乙组已修好水泵房。'].map((evidence) =>
        stepCommitment(county.deps, id, 'reportFulfilled', report({ evidence }), {
          ...options,
          commandId: newId(),
        }),
      ),
    );
    expect(done.filter((each) => each.ok)).toHaveLength(1);
    expect(done.flatMap((each) => (each.ok ? [] : [each.refusal.code]))).toEqual([
      'version-conflict',
    ]);
  });
});

describe('C-1 who sees a promise', () => {
  test('C-1 an internal one is not shown to the petitioner', async () => {
    const id = await make({ promisedTo: 'office' });
    const own = await listOfPetitioner(county.deps, petition, county.at.now);
    expect(own.map((each) => each.id)).not.toContain(id);
    expect(await step(petitioner(), id, 'denyFulfilled', { words: '我不同意这样做。' })).toBe(
      'not-found',
    );
    const all = await listOfPetition(county.deps, staff('housing'), petition, county.at.now);
    expect(all?.map((each) => each.id)).toContain(id);
  });

  test('C-1 a promise to everybody needs no petition and names nobody; overdue is shown', async () => {
    const { id } = must(
      await promise(
        county.deps,
        {
          source: 'public-promise',
          promisedTo: 'public',
          text: '由张局长负责，月内公布改造名单。',
          publicText: '月内公布老旧小区改造名单。',
          unit: 'housing',
          dueDate: inDays(3),
        },
        { actor: leader, commandKey: newId() },
      ),
    );
    const { items } = await listOfPublic(county.deps, county.at.now + 5 * day, { limit: 10 });
    expect(items.find((each) => each.id === id)).toMatchObject({
      text: '月内公布老旧小区改造名单。',
      overdue: true,
    });
    expect(JSON.stringify(items)).not.toContain('张局长');
    expect(await step(staff('housing'), id, 'reportFulfilled', report())).toBe(
      'commitment-evidence',
    );
    const unpublic = await makeCommitment(
      county.deps,
      promised({ petitionId: null, promisedTo: 'public' }),
      { actor: systemActor('test') },
    );
    expect(unpublic.ok ? '' : unpublic.refusal.code).toBe('commitment-public-text');
  });

  test('L-5 of an accusation the named alone see its promises, and nothing is public', async () => {
    const accusation = (await county.register({ purpose: 'accusation' }, null)).id;
    const internal = { petitionId: accusation, promisedTo: 'office', byUnit: 'office' } as const;
    const id = await make(internal);
    const shown = await make({ ...internal, publicText: '公开说明核查结果。' }).catch(String);
    expect(shown).toContain('commitment-not-public');
    expect(await view(id, staff('office'))).toBeNull();
    expect(await view(id, staff('housing'))).toBeNull();
    expect(await view(id, leader)).toBeNull();
    expect(await view(id, named('office'))).toMatchObject({ id });
    const query = { whose: 'all', limit: 100 } as const;
    const listed = async (actor: StaffActor): Promise<readonly string[]> =>
      (await listOfStaff(county.deps, actor, query, county.at.now)).items.map((each) => each.id);
    for (const actor of [staff('office'), staff('housing'), leader]) {
      expect(await listed(actor)).not.toContain(id);
    }
    expect(await listed(named('office'))).toContain(id);
  });

  test('C-1 lists go by date, page by page, each promise once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listOfStaff(
        county.deps,
        staff('housing'),
        { whose: 'unit', limit: 3, ...(after === undefined ? {} : { after }) },
        county.at.now,
      );
      seen.push(...page.items.map((each) => `${each.dueDate} ${each.id}`));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen.length).toBeGreaterThan(6);
    expect(seen).toEqual([...new Set(seen)].toSorted());
  });
});

test('L-1 rows of promises follow from their records', async () => {
  expect(await rebuildCommitments(county.deps, 'check')).toEqual([]);
});
