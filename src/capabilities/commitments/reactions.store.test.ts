import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import { run } from '../../platform/database/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { systemActor, openPetitionView } from '../petitions/index.ts';
import {
  must,
  named,
  openCounty,
  staff,
  type County,
} from '../petitions/queries/county.test-data.ts';
import {
  carryPetition,
  listOfPetition,
  makeCommitment,
  openCommitment,
  rebuildCommitments,
  stepCommitment,
  succeedCommitments,
  watchDates,
  type CommitmentLine,
} from './index.ts';

/* What promises and petitions bring about in each other. */

let county: County;
const day = 86_400_000;
const housing = staff('housing');

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

/** A petition whose opinion supports the first demand and has reached the petitioner. */
async function granted(): Promise<string> {
  const { id } = await county.register();
  await county.run(staff('office'), id, 'refer', { to: 'housing', instruction: '请依法办理' });
  await county.issue('office', id);
  await county.run(housing, id, 'accept', {});
  await county.issue('housing', id);
  const demands = (await openPetitionView(county.deps, housing, id, county.at.now))?.demands ?? [];
  await county.run(housing, id, 'draftOpinion', {
    demands: demands.map((demand, at) => ({
      demandId: demand.id,
      outcome: at === 0 ? ('supported' as const) : ('explained' as const),
      facts: '经现场查看，水泵老化。',
      basis: '《城市供水条例》第二十四条',
      answer: '十二月底前更换水泵。',
      ...(at === 0
        ? { responsible: '供水科李某', dueDate: localDateOf(county.at.now + 20 * day) }
        : {}),
    })),
  });
  const paperId = await county.issue('housing', id);
  await county.run(housing, id, 'servePaper', {
    paperId,
    way: 'hand',
    servedOn: localDateOf(county.at.now),
    proof: '本人签收。',
  });
  must(await carryPetition(county.deps, id));
  return id;
}

const lines = async (petitionId: string): Promise<readonly CommitmentLine[]> =>
  (await listOfPetition(county.deps, housing, petitionId, county.at.now)) ?? [];

const only = async (petitionId: string): Promise<CommitmentLine> => {
  const [line, ...more] = await lines(petitionId);
  if (line === undefined || more.length > 0) throw new Error('not one promise');
  return line;
};

const petitionView = async (id: string) => {
  const view = await openPetitionView(county.deps, housing, id, county.at.now);
  if (view === null) throw new Error('no petition');
  return view;
};

const tasks = (petitionId: string) =>
  county.database.db.withActor({ actor: 'staff:x', units: ['housing'], roles: [] }, 'read', (tx) =>
    run<{ tasks: string[] }>(tx, {
      name: 'test.tasks',
      text: `SELECT tasks FROM case_item WHERE petition_id = $1
             UNION ALL SELECT tasks FROM desk_item WHERE stream_id = $1 AND unit_id = 'housing'`,
      values: [petitionId],
    }).then((rows) => rows.flatMap((row) => row.tasks).toSorted()),
  );

/** On which of two desks something that was promised waits. */
const desksOf = (petitionId: string) =>
  county.database.db.withActor(
    { actor: 'staff:x', units: ['transport', 'housing-station'], roles: [] },
    'read',
    (tx) =>
      run<{ unit: string }>(tx, {
        name: 'test.desks',
        text: `SELECT unit_id AS unit FROM case_item WHERE petition_id = $1 AND kind = 'commitment'`,
        values: [petitionId],
      }).then((rows) => rows.map(({ unit }) => unit)),
  );

const report = (petitionId: string, more: object = {}) =>
  only(petitionId).then(async ({ id }) =>
    must(
      await stepCommitment(
        county.deps,
        id,
        'reportFulfilled',
        { doneOn: localDateOf(county.at.now), evidence: '水泵已更换。', uploads: [], ...more },
        { actor: housing, commandId: newId(), uploadOwner: '' },
      ),
    ),
  );

describe('P-8, C-1 what an opinion supports is a promise', () => {
  test('P-8 one promise for each demand that is supported, however often the feed tells it', async () => {
    const id = await granted();
    must(await carryPetition(county.deps, id));
    expect(await only(id)).toMatchObject({
      source: 'opinion',
      promisedTo: 'petitioner',
      responsible: '供水科李某',
      text: '尽快恢复正常供水：十二月底前更换水泵。',
      dueDate: localDateOf(county.at.now + 20 * day),
    });
    // One task on one desk, not one here and one there.
    const waiting = await tasks(id);
    expect(waiting.filter((task) => task === 'commitment')).toHaveLength(1);
    expect(waiting).not.toContain('execution');
  });

  test('P-8 kept is carried out in the petition, by the day of the report; denied is not', async () => {
    const id = await granted();
    const { id: commitment } = await only(id);
    const reportedAt = county.at.now;
    await report(id, { withoutConfirmation: '信访人外出务工，无法取得联系。' });
    county.at.now += 5 * day;
    must(
      await stepCommitment(
        county.deps,
        commitment,
        'verifyFulfilled',
        { reason: '电话核实，水压已恢复。' },
        { actor: staff('office'), commandId: newId() },
      ),
    );
    must(await carryPetition(county.deps, id));
    expect((await petitionView(id)).demands[0]?.execution?.doneAt).toBe(reportedAt);
    must(
      await stepCommitment(
        county.deps,
        commitment,
        'denyFulfilled',
        { words: '还是没有水。' },
        { actor: { kind: 'petitioner', petitionId: id }, commandId: newId() },
      ),
    );
    must(await carryPetition(county.deps, id));
    expect((await petitionView(id)).demands[0]?.execution?.doneAt).toBeNull();
    expect(await only(id)).toMatchObject({ status: 'open', sentBack: 1 });
    expect(await tasks(id)).toContain('commitment');
  });

  test('C-1 a new round withdraws what the old opinion promised', async () => {
    const id = await granted();
    await county.run(housing, id, 'recordFollowUp', {
      way: 'call',
      heldOn: localDateOf(county.at.now),
      result: 'relapsed',
      words: '又停水了。',
    });
    must(await carryPetition(county.deps, id));
    expect(await only(id)).toMatchObject({ status: 'withdrawn' });
    expect(await tasks(id)).not.toContain('commitment');
  });
});

describe('C-1 who hears of it and who reads it', () => {
  test('C-1 a unit that has to keep a promise may read what it is about', async () => {
    const { id } = await county.register();
    const source = { kind: 'instruction', id: newId() } as const;
    must(
      await makeCommitment(
        county.deps,
        {
          source,
          petitionId: id,
          promisedTo: 'office',
          text: '请交通部门三日内会商。',
          responsible: { name: '张县长' },
          unit: 'transport',
          byUnit: 'county-government',
          dueDate: localDateOf(county.at.now + 3 * day),
        },
        { actor: systemActor('test') },
      ),
    );
    expect(await openPetitionView(county.deps, staff('transport'), id, county.at.now)).toBeNull();
    must(await carryPetition(county.deps, id));
    expect(
      await openPetitionView(county.deps, staff('transport'), id, county.at.now),
    ).not.toBeNull();
  });

  test('L-5 what becomes an accusation leaves every list but that of its named handlers', async () => {
    const { id } = await county.register();
    must(
      await makeCommitment(
        county.deps,
        {
          source: { kind: 'reception-day', id: newId() },
          petitionId: id,
          promisedTo: 'petitioner',
          text: '十日内给出书面答复。',
          publicText: '十日内给出书面答复。',
          responsible: { name: '张县长' },
          unit: 'office',
          byUnit: 'office',
          dueDate: localDateOf(county.at.now + 10 * day),
        },
        { actor: systemActor('test') },
      ),
    );
    await county.run(staff('office'), id, 'classify', {
      purpose: 'accusation',
      category: null,
      urgency: 'ordinary',
      regionCode: '430121',
      accusedUnits: ['housing'],
    });
    must(await carryPetition(county.deps, id));
    // Who found out what it is stays with it; the others of the office do not know of it any more.
    const colleague = staff('office', 'office-other');
    const rows = await county.database.db.withActor(
      { actor: 'staff:office-other', units: ['office'], roles: [] },
      'read',
      (tx) =>
        run(tx, {
          name: 'test.rows',
          text: `SELECT 'row' AS what FROM commitment WHERE petition_id = $1
                 UNION ALL SELECT 'line' FROM case_item WHERE petition_id = $1`,
          values: [id],
        }),
    );
    expect(rows).toEqual([]);
    expect(await listOfPetition(county.deps, colleague, id, county.at.now)).toBeNull();
    expect(await listOfPetition(county.deps, staff('office'), id, county.at.now)).toHaveLength(1);
  });

  test('N-1 a missed date is told to the petitioner, the unit and whoever promised, once', async () => {
    const id = await granted();
    county.at.now += 21 * day;
    const signal = new AbortController().signal;
    await watchDates(county.deps, county.at.now, signal);
    await watchDates(county.deps, county.at.now, signal);
    const told = await county.database.db.withActor(
      { actor: 'system:test', units: [], roles: ['system'] },
      'read',
      (tx) =>
        run<{ template: string; n: number }>(tx, {
          name: 'test.told',
          text: `SELECT template, count(*)::int AS n FROM message
                  WHERE stream_id = $1 AND template LIKE 'commitment-overdue%' GROUP BY template`,
          values: [id],
        }),
    );
    expect(Object.fromEntries(told.map(({ template, n }) => [template, n]))).toEqual({
      'commitment-overdue': 1,
      'commitment-overdue-staff': 1,
    });
  });
});

describe('O-1 a unit that ends', () => {
  const never = new AbortController().signal;
  const give = (from: string, to: string) => succeedCommitments(county.deps, { from, to }, never);
  const instructed = async (petitionId: string): Promise<string> =>
    must(
      await makeCommitment(
        county.deps,
        {
          source: { kind: 'instruction', id: newId() },
          petitionId,
          promisedTo: 'petitioner',
          text: '请交通部门三日内会商。',
          responsible: { name: '张县长' },
          unit: 'transport',
          byUnit: 'county-government',
          dueDate: localDateOf(county.at.now + 3 * day),
        },
        { actor: systemActor('test') },
      ),
    ).id;
  const seenAt = (unit: string, id: string) =>
    openCommitment(county.deps, staff(unit), id, county.at.now);

  test('O-1 what it promised goes to its successor with date, desk and petition, once', async () => {
    const { id } = await county.register();
    const promised = await instructed(id);
    await give('transport', 'housing-station');
    await give('transport', 'housing-station');
    must(await carryPetition(county.deps, id));
    const taken = await seenAt('housing-station', promised);
    expect(taken).toMatchObject({
      unit: { id: 'housing-station' },
      byUnit: { id: 'county-government' },
      dueDate: localDateOf(county.at.now + 3 * day),
    });
    expect(taken?.timeline.map(({ type }) => type)).toEqual([
      'CommitmentMade',
      'CommitmentSucceeded',
    ]);
    const waiting = await desksOf(id);
    expect(waiting).toContain('housing-station');
    expect(waiting).not.toContain('transport');
  });

  test('O-1 what was verified may still be denied: the successor goes on then', async () => {
    const { id } = await county.register();
    const promised = await instructed(id);
    must(await carryPetition(county.deps, id));
    const step = (actor: Actor, type: 'verifyFulfilled' | 'denyFulfilled', input: object) =>
      stepCommitment(county.deps, promised, type, input as never, { actor, commandId: newId() });
    const reported = {
      doneOn: localDateOf(county.at.now),
      evidence: '已会商并形成纪要。',
      uploads: [],
      withoutConfirmation: '信访人外出，联系不上。',
    };
    must(
      await stepCommitment(county.deps, promised, 'reportFulfilled', reported, {
        actor: staff('transport'),
        commandId: newId(),
        uploadOwner: '',
      }),
    );
    must(await step(staff('office'), 'verifyFulfilled', { reason: '已核对会商纪要。' }));
    await give('transport', 'housing-station');
    const petitioner = { kind: 'petitioner', petitionId: id } as const;
    must(await step(petitioner, 'denyFulfilled', { words: '没有人找过我。' }));
    expect(await desksOf(id)).toContain('housing-station');
  });

  test('P-6 an accused unit does not inherit what was to be done about it', async () => {
    const accusation = await county.register(
      { purpose: 'accusation', accusedUnits: ['housing'] },
      null,
    );
    const { id } = must(
      await makeCommitment(
        county.deps,
        {
          source: { kind: 'supervision', id: newId() },
          petitionId: accusation.id,
          promisedTo: 'office',
          text: '十日内核查并报告结果。',
          responsible: { name: '纪检组' },
          unit: 'transport',
          byUnit: 'office',
          dueDate: localDateOf(county.at.now + 10 * day),
        },
        { actor: systemActor('test') },
      ),
    );
    await give('transport', 'housing');
    expect(await openCommitment(county.deps, named('office'), id, county.at.now)).toMatchObject({
      unit: { id: 'office' },
    });
  });
});

test('L-1 rows and lines on desks follow from the records', async () => {
  expect(await rebuildCommitments(county.deps, 'check')).toEqual([]);
});
