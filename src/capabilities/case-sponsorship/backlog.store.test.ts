import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import type { RecordedEvent } from '../../platform/record/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { displayPetitionNumber } from '../../kernel/petition-number.ts';
import { rebuildCases } from '../petitions/index.ts';
import { must, openCounty, staff, type County } from '../petitions/queries/county.test-data.ts';
import type { BacklogRow, BacklogStep } from './contract.ts';
import {
  assignRows,
  backlogKind,
  listBacklog,
  openBacklog,
  openedAgain,
  stepBacklog,
  succeedBacklog,
  takeUpCameBack,
  type ListNames,
} from './index.ts';

let county: County;
const office = staff('office');
const housing = staff('housing');
const verifier: StaffActor = staff('office', 'office-verifier');
const names: ListNames = {
  unit: (called) => ({ 住建局: 'housing', transport: 'transport', ghost: 'ghost' })[called],
  leader: (called) => (called === '程怀民' ? 'leader' : undefined),
};

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const rowFor = (number: string, more: Partial<BacklogRow> = {}): BacklogRow => ({
  row: 2,
  number,
  unit: '住建局',
  leader: '程怀民',
  dueDate: '2026年12月1日',
  listedAs: '第1批-001',
  ...more,
});

const assign = async (rows: readonly BacklogRow[], actor = office, batch = '第一批') =>
  must(await assignRows(county.deps, batch, rows, names, { actor }));

const outcomes = async (...args: Parameters<typeof assign>): Promise<readonly string[]> =>
  (await assign(...args)).map(({ outcome }) =>
    typeof outcome === 'string' ? outcome : outcome.code,
  );

/** A petition of the office in the ledger, under the housing bureau. */
async function listed(): Promise<string> {
  const { number } = await county.register();
  const [row] = await assign([rowFor(number)]);
  if (typeof row?.id !== 'string') throw new Error('not assigned');
  return row.id;
}

const step = async (
  actor: StaffActor,
  id: string,
  type: BacklogStep,
  input: object,
  more: object = {},
): Promise<string> => {
  const options = { actor, commandId: newId(), uploadOwner: '', ...more };
  const done = await stepBacklog(county.deps, id, type, input as never, options);
  return done.ok ? 'done' : done.refusal.code;
};

const proposal = {
  evidence: '外墙已整体翻修，雨后没有渗水。',
  uploads: [],
  view: 'agrees',
  viewWords: '信访人到现场看过，表示认可。',
} as const;
const words = { words: '已到现场核实，并与信访人通话。' };
const view = (id: string, actor: StaffActor = office) =>
  openBacklog(county.deps, actor, id, county.at.now);

describe('S-6 a superior’s list', () => {
  test('S-6 is read row by row: what is wrong is told, what is right is kept, twice doubles nothing', async () => {
    const { number } = await county.register();
    const accusation = await county.register({ purpose: 'accusation' }, null);
    const other = await county.register();
    const wrong = await county.register();
    const rows = [
      rowFor(displayPetitionNumber(number)),
      rowFor('12345', { row: 3 }),
      rowFor('2026000000000', { row: 4 }),
      rowFor(accusation.number, { row: 5 }),
      rowFor(wrong.number, { row: 6, unit: '没有的局' }),
      rowFor(wrong.number, { row: 7, leader: ' ' }),
      rowFor(wrong.number, { row: 8, dueDate: '年底' }),
      rowFor(other.number, { row: 9, unit: '', dueDate: '' }),
    ];
    const told = [
      'assigned',
      'number-length',
      'number-check-digit',
      'not-found',
      'unit-unknown',
      'backlog-leader',
      'backlog-date',
      'assigned',
    ];
    expect(await outcomes(rows)).toEqual(told);
    expect(await outcomes(rows)).toEqual(
      told.map((each) => (each === 'assigned' ? 'listed' : each)),
    );
    const { items, batches } = await listBacklog(county.deps, office, { limit: 10 }, county.at.now);
    expect(items.map(({ unit, leader, dueDate }) => [unit.id, leader, dueDate])).toEqual(
      expect.arrayContaining([
        ['housing', '程怀民', '2026-12-01'],
        ['office', '程怀民', null],
      ]),
    );
    expect(batches).toMatchObject([{ batch: { name: '第一批' }, all: 2, closed: 0 }]);
  });

  test('S-6 read by two people at once it stands there once', async () => {
    const { number } = await county.register();
    const both = await Promise.all([
      outcomes([rowFor(number)]),
      outcomes([rowFor(number)], verifier),
    ]);
    expect(both.flat()).toContain('assigned');
    const { items } = await listBacklog(county.deps, office, { limit: 100 }, county.at.now);
    expect(items.filter(({ petition }) => petition.number === number)).toHaveLength(1);
  });

  test('S-6 only the office that answers for a petition lists it; L-5 an accusation never', async () => {
    const { number } = await county.register();
    expect(await outcomes([rowFor(number)], staff('city-office'))).toEqual(['not-found']);
    const accusation = await county.register({ purpose: 'accusation' }, null);
    const named: StaffActor = {
      ...office,
      userId: 'office-named',
      roles: ['office-head', 'accusation-officer'],
    };
    expect(await outcomes([rowFor(accusation.number)], named)).toEqual(['backlog-accusation']);
  });
});

describe('S-6 closing', () => {
  test('S-6 needs evidence, the petitioner’s view and a verifier who is not the handler', async () => {
    const id = await listed();
    expect(await step(housing, id, 'verifyClosing', words)).toBe('not-permitted');
    expect(await step(office, id, 'verifyClosing', words)).toBe('backlog-not-in-status');
    expect(await step(housing, id, 'proposeClosing', { ...proposal, evidence: '好' })).toBe(
      'explanation-required',
    );
    expect(await step(housing, id, 'proposeClosing', { ...proposal, viewWords: '好' })).toBe(
      'explanation-required',
    );
    expect(await step(housing, id, 'proposeClosing', proposal)).toBe('done');
    expect(await step(office, id, 'verifyClosing', { words: '好' })).toBe('explanation-required');
    expect(await step(office, id, 'verifyClosing', words)).toBe('done');
    expect(await view(id)).toMatchObject({
      status: 'closed',
      closed: words,
      steps: ['takeUpAgain'],
    });
  });

  test('S-6 where the office itself has it, nobody of it verifies', async () => {
    const { number } = await county.register();
    const [row] = await assign([rowFor(number, { unit: '' })]);
    const id = row?.id ?? '';
    expect(await step(office, id, 'proposeClosing', proposal)).toBe('done');
    expect(await step(verifier, id, 'verifyClosing', words)).toBe('backlog-verifier-inside');
    expect((await view(id, verifier))?.steps).toEqual([]);
  });

  test('S-6 sent back it is open again, with what was said; two at once: the second is told', async () => {
    const id = await listed();
    await step(housing, id, 'proposeClosing', { ...proposal, view: 'disagrees' });
    const both = await Promise.all(
      (['sendBack', 'verifyClosing'] as const).map((type) =>
        step(type === 'sendBack' ? office : verifier, id, type, words, { expectedVersion: 2 }),
      ),
    );
    expect(both.toSorted()).toEqual(['done', 'version-conflict']);
  });

  test('S-6 another unit does not know of it', async () => {
    const id = await listed();
    expect(await view(id, staff('transport'))).toBeNull();
    expect(await step(staff('transport'), id, 'proposeClosing', proposal)).toBe('not-found');
  });

  test('O-1 a unit that ended leaves its cases to its successor', async () => {
    const id = await listed();
    const units = { from: 'housing', to: 'transport' };
    const never = new AbortController().signal;
    await succeedBacklog(county.deps, units, never);
    await succeedBacklog(county.deps, units, never);
    expect(await view(id)).toMatchObject({ unit: { id: 'transport' }, version: 2 });
  });

  test('S-6 what came back is taken up again, by the office with a reason; the old verification stays', async () => {
    const id = await listed();
    expect(await step(office, id, 'takeUpAgain', words)).toBe('backlog-not-in-status');
    await step(housing, id, 'proposeClosing', proposal);
    await step(office, id, 'verifyClosing', words);
    expect(await step(housing, id, 'takeUpAgain', words)).toBe('not-permitted');
    expect(await step(office, id, 'takeUpAgain', { words: '又' })).toBe('explanation-required');
    expect(await step(office, id, 'takeUpAgain', { words: '入汛后又渗水。' })).toBe('done');
    expect(await view(id)).toMatchObject({
      status: 'open',
      closed: null,
      cameBack: [{ closed: words, by: expect.anything(), words: '入汛后又渗水。' }],
    });
  });

  test('S-6 a petition that is handled once more opens its resolved case again, once', async () => {
    const id = await listed();
    await step(housing, id, 'proposeClosing', proposal);
    await step(office, id, 'verifyClosing', words);
    const petitionId = (await view(id))?.petition.id ?? '';
    const opened = { type: openedAgain, streamId: petitionId, seq: 40 } as RecordedEvent;
    await takeUpCameBack(county.deps, [opened]);
    expect(await view(id)).toMatchObject({ status: 'open', cameBack: [{ by: null, words: null }] });
    await step(housing, id, 'proposeClosing', proposal);
    await step(office, id, 'verifyClosing', words);
    await takeUpCameBack(county.deps, [opened]);
    expect(await view(id)).toMatchObject({ status: 'closed', cameBack: [{ by: null }] });
  });

  test('S-6 the ledger is narrowed to a place and a topic with all below them', async () => {
    await listed();
    const all = await listBacklog(county.deps, office, { limit: 100 }, county.at.now);
    const count = async (more: object) =>
      (await listBacklog(county.deps, office, { limit: 100, ...more }, county.at.now)).items.length;
    expect(await count({ region: '430121' })).toBe(all.items.length);
    expect(await count({ region: 'nowhere' })).toBe(0);
    expect(await count({ topic: 'nothing' })).toBe(0);
  });

  test('S-6 a day that is over is marked until it is resolved', async () => {
    const { number } = await county.register();
    await assign([rowFor(number, { dueDate: localDateOf(county.at.now - 86_400_000) })]);
    const page = await listBacklog(county.deps, office, { limit: 100 }, county.at.now);
    expect(page.items.find(({ petition }) => petition.number === number)?.overdue).toBe(true);
  });
});

test('L-1 rows of backlog cases follow from their records', async () => {
  expect(await rebuildCases(county.deps, backlogKind, 'check')).toEqual([]);
});
