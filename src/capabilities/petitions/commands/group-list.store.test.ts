import { afterAll, beforeAll, expect, test } from 'vitest';
import { displayPetitionNumber } from '../../../kernel/petition-number.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { must, named, openCounty, staff, type County } from '../queries/county.test-data.ts';
import { openFolder } from '../queries/folder.ts';
import { openGroup, openPetitionView } from '../queries/index.ts';
import { followHead } from './follow-head.ts';
import { joinMany } from './join-many.ts';
import { joinGroup } from './relating.ts';

const office = staff('office');
const reason = '住户名单上本人签字同意一起办理。';
const never = new AbortController().signal;

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const formed = async (): Promise<string> => {
  const { id } = await county.register({ title: '全小区供暖不足' });
  await county.run(office, id, 'formGroup', { reason });
  return id;
};

const stateOf = (id: string) =>
  county.deps.db.withActor(scopeOf({ kind: 'system', name: 'test' }), 'read', async (tx) => {
    const folder = await openFolder(tx, county.deps.vault, id);
    if (folder === null) throw new Error('no petition');
    return folder.petition;
  });

const join = (headId: string, numbers: readonly string[], more = {}) =>
  joinMany(
    county.deps,
    {
      members: numbers.map((number, at) => ({ row: at + 2, number })),
      consent: true,
      reason,
      ...more,
    },
    { headId, actor: office, key: newId() },
  );

test('P-13 a list joins row by row, says what is wrong with which row, and sent twice doubles nobody', async () => {
  const headId = await formed();
  const one = await county.register();
  const two = await county.register();
  const accusation = await county.register({ purpose: 'accusation' }, named('office'));
  const elsewhere = await formed();
  const taken = await county.register();
  must(
    await joinGroup(
      county.deps,
      taken.id,
      { head: elsewhere, consent: true, reason, suggested: false },
      { actor: office, commandId: newId() },
    ),
  );
  const swapped = `${one.number.slice(0, -1)}${(Number(one.number.at(-1)) + 1) % 10}`;
  const list = [
    displayPetitionNumber(one.number),
    two.number,
    one.number,
    swapped,
    '12',
    accusation.number,
    taken.number,
  ];
  const first = must(await join(headId, list));
  const told = (results: typeof first) =>
    results.map(({ row, outcome }) => [row, typeof outcome === 'string' ? outcome : outcome.code]);
  const wrong = [
    [5, 'number-check-digit'],
    [6, 'number-length'],
    // L-5: an accusation is not there for whoever is not named.
    [7, 'not-found'],
    [8, 'group-member'],
  ];
  expect(told(first)).toEqual([[2, 'joined'], [3, 'joined'], [4, 'member'], ...wrong]);
  const versions = async () => [(await stateOf(one.id)).version, (await stateOf(two.id)).version];
  const before = await versions();
  expect(told(must(await join(headId, list)))).toEqual([
    [2, 'member'],
    [3, 'member'],
    [4, 'member'],
    ...wrong,
  ]);
  expect(await versions()).toEqual(before);
  expect(await openGroup(county.deps, office, headId)).toMatchObject({
    members: 2,
    joinable: true,
  });
});

test('P-13 a list without the consent of those on it, without a reason, or of no group joins nobody', async () => {
  const headId = await formed();
  const { number } = await county.register();
  const code = async (asked: ReturnType<typeof join>) => {
    const done = await asked;
    return done.ok ? 'done' : done.refusal.code;
  };
  expect(await code(join(headId, [number], { consent: false }))).toBe('group-consent');
  expect(await code(join(headId, [number], { reason: '同意' }))).toBe('explanation-required');
  expect(await code(join((await county.register()).id, [number]))).toBe('not-found');
  expect(await openGroup(county.deps, office, headId)).toMatchObject({ members: 0 });
});

test('P-13 a group formed wrongly is undone: members go on by themselves, both sides keep who and why', async () => {
  const headId = await formed();
  const member = await county.register();
  must(await join(headId, [member.number]));
  await county.run(office, headId, 'refer', { to: 'housing' });
  await followHead(county.deps, headId, never);
  const before = await stateOf(member.id);
  const why = '核实后是两栋楼各自的问题。';
  await county.run(office, headId, 'dissolveGroup', { reason: why });
  await followHead(county.deps, headId, never);
  await followHead(county.deps, headId, never);
  const after = await stateOf(member.id);
  expect(after).toMatchObject({ group: null, status: before.status, holder: before.holder });
  expect(after.clocks).toEqual(before.clocks);
  expect(after.version).toBe(before.version + 1);
  const shown = await openPetitionView(county.deps, office, member.id, county.at.now);
  expect(shown?.relations).toMatchObject([{ kind: 'member-of', id: headId, reason }]);
  expect(shown?.relations[0]?.undone).not.toBeNull();
  const head = await openPetitionView(county.deps, office, headId, county.at.now);
  const line = head?.timeline.find(({ type }) => type === 'GroupDissolved');
  expect(line).toMatchObject({ actor: 'office-officer by name', text: why });
  expect(await openGroup(county.deps, office, headId)).toMatchObject({
    dissolved: true,
    joinable: false,
    members: 0,
  });
  // It is one petition again, and may head another group.
  await county.run(office, headId, 'formGroup', { reason });
  must(await join(headId, [member.number]));
  expect((await stateOf(member.id)).group?.head).toBe(headId);
});
