import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { withClient } from '../../../platform/database/cluster-database.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { findPaper } from '../../papers/index.ts';
import { renderSealedPaper } from '../../petitions/commands/render.ts';
import { stageUpload, systemActor } from '../../petitions/index.ts';
import {
  endUnit,
  must,
  openCounty,
  staff,
  type County,
} from '../../petitions/queries/county.test-data.ts';
import {
  inspectionPaperHost,
  listInspections,
  openDraw,
  openInspection,
  openInspectionFile,
  openOrder,
  openProgramme,
  planInspection,
  planProgramme,
  rebuildOwnRecords,
  redraw,
  stepInspection,
  stepProgramme,
  succeedInspections,
} from '../index.ts';
import {
  inspectionStepSchemas,
  planInspectionSchema,
  programmeSchema,
  programmeStepSchemas,
  type InspectionStep,
  type ProgrammeStep,
} from './contract.ts';

let county: County;
const supervisor: StaffActor = { ...staff('office', 'office-supervisor'), roles: ['supervisor'] };
const head: StaffActor = { ...staff('office', 'office-boss'), roles: ['office-head'] };
const housing = staff('housing');
const people = (called: string) =>
  ({
    supervisor: { userId: supervisor.userId, units: ['office'] },
    mole: { userId: 'housing-mole', units: ['housing'] },
    police: { userId: 'transport-police', units: ['transport'] },
  })[called];

const inDays = (days: number) => addDays(localDateOf(county.at.now), days);
const by = (actor: StaffActor, more: object = {}) => ({
  actor,
  commandId: newId(),
  uploadOwner: 'test',
  ...more,
});

const programmeInput = (more: object = {}) =>
  programmeSchema.parse({
    theme: '房屋质量专项督查',
    basis: '《信访工作条例》第四十条',
    from: inDays(0),
    to: inDays(60),
    focus: '受理是否及时',
    teams: '第一督查组：supervisor、police\n第二督查组：mole',
    rounds: `第一轮 ${inDays(0)} ${inDays(20)}`,
    ...more,
  });

const onProgramme = async (
  id: string,
  type: ProgrammeStep,
  input: object = {},
  actor = supervisor,
): Promise<string> => {
  const typed = programmeStepSchemas[type].parse(input);
  const done = await stepProgramme(county.deps, id, type, typed as never, people, by(actor));
  return done.ok ? 'done' : done.refusal.code;
};

const view = async (id: string) => {
  const found = await openProgramme(county.deps, supervisor, id, county.at.now);
  if (found === null) throw new Error('no programme');
  return found;
};

/** A programme that somebody else has approved. */
async function programme(): Promise<string> {
  const { id } = must(await planProgramme(county.deps, programmeInput(), people, by(supervisor)));
  expect(await onProgramme(id, 'approveProgramme', {}, head)).toBe('done');
  return id;
}

async function inspection(more: object = {}): Promise<string> {
  const id = await programme();
  const { teams } = await view(id);
  const input = planInspectionSchema.parse({
    team: teams[0]?.id,
    unit: 'housing',
    way: 'unannounced',
    on: inDays(0),
    task: '查看台账',
    ...more,
  });
  return must(await planInspection(county.deps, id, input, by(supervisor))).id;
}

const step = async (
  id: string,
  type: InspectionStep,
  input: object = {},
  actor = supervisor,
): Promise<string> => {
  const typed = inspectionStepSchemas[type].parse(input);
  const done = await stepInspection(county.deps, id, type, typed as never, by(actor));
  return done.ok ? 'done' : done.refusal.code;
};

const see = (id: string, actor: StaffActor) =>
  openInspection(county.deps, actor, id, county.at.now);

const finding = (more: object = {}) => ({
  kind: 'delay',
  text: '两个月未到现场',
  demand: '到现场查清',
  dueOn: inDays(10),
  ...more,
});

/** Ways by which the inspected unit could hear of an inspection. */
async function heardAt(unit: StaffActor, id: string): Promise<readonly unknown[]> {
  const { items } = await listInspections(county.deps, unit, { limit: 50 }, county.at.now);
  const told = await withClient(county.database.ownerUrl, async (client) => {
    const text = `SELECT 1 FROM message WHERE stream_id = $1 AND recipient_unit = $2`;
    return (await client.query(text, [id, unit.unitId])).rows;
  });
  return [
    ...items.filter((each) => each.id === id),
    ...told,
    ...((await see(id, unit)) === null ? [] : ['seen']),
  ];
}

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

describe('U-1 programmes', () => {
  test('U-1 whoever wrote a programme does not approve it, and nothing is inspected before', async () => {
    const { id } = must(await planProgramme(county.deps, programmeInput(), people, by(supervisor)));
    const { teams, rounds } = await view(id);
    expect([teams.length, teams[0]?.members.length, rounds.length]).toEqual([2, 2, 1]);
    const input = planInspectionSchema.parse({
      team: teams[0]?.id,
      unit: 'housing',
      way: 'open',
      on: inDays(3),
      task: '查看台账',
    });
    expect(await planInspection(county.deps, id, input, by(supervisor))).toMatchObject({
      refusal: { code: 'inspection-programme-approval' },
    });
    const both = { ...head, userId: supervisor.userId };
    expect(await onProgramme(id, 'approveProgramme', {}, both)).toBe('inspection-own-approval');
    expect(await onProgramme(id, 'approveProgramme', {}, head)).toBe('done');
    expect(await openProgramme(county.deps, housing, id, county.at.now)).toBeNull();
  });

  test('U-1 a team is written as people write it; who is not known is named', async () => {
    const plan = async (more: object) => {
      const input = programmeInput(more);
      const done = await planProgramme(county.deps, input, people, by(supervisor));
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await plan({ teams: '第一组' })).toBe('inspection-team-line');
    expect(await plan({ teams: '第一组：谁也不是' })).toBe('inspection-person-unknown');
    expect(await plan({ rounds: '第一轮 明天' })).toBe('inspection-round-line');
    expect(await plan({ rounds: `第一轮 ${inDays(-9)} ${inDays(3)}` })).toBe(
      'inspection-round-dates',
    );
    expect(await plan({ to: inDays(-1), rounds: '' })).toBe('inspection-dates');
  });

  test('U-1 the same form sent twice plans one programme', async () => {
    const options = by(supervisor);
    const input = programmeInput();
    const [one, other] = [
      await planProgramme(county.deps, input, people, options),
      await planProgramme(county.deps, input, people, options),
    ];
    expect(one).toEqual(other);
    const changed = { ...input, theme: '另一个' };
    expect(await planProgramme(county.deps, changed, people, options)).toMatchObject({
      refusal: { code: 'idempotency-key-reused' },
    });
  });
});

describe('U-1 inspections', () => {
  test('U-1 an unannounced inspection is nowhere at the unit before it is carried out', async () => {
    const id = await inspection();
    expect(await heardAt(housing, id)).toEqual([]);
    const rows = await county.database.db.withActor(scopeOf(housing), 'read', (tx) =>
      tx.query({
        name: 'test.unannounced',
        text: 'SELECT 1 FROM supervision_record WHERE stream_id = $1',
        values: [id],
      }),
    );
    expect(rows).toEqual([]);
    expect(await step(id, 'answerFinding', { findingId: newId(), text: '猜的' }, housing)).toBe(
      'not-found',
    );
    expect(await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' })).toBe('done');
    expect(await heardAt(housing, id)).toHaveLength(3);
    // What the team was told to look for stays with the office.
    expect(await see(id, housing)).toMatchObject({ status: 'carried-out', task: '' });
  });

  test('U-1 an unannounced inspection that is called off was never there', async () => {
    const id = await inspection();
    expect(await step(id, 'cancelInspection', { reason: '时间冲突' })).toBe('done');
    expect(await heardAt(housing, id)).toEqual([]);
  });

  test('U-1 an open inspection announces itself and does not come earlier than it said', async () => {
    const id = await inspection({ way: 'open', on: inDays(3) });
    expect(await heardAt(housing, id)).toHaveLength(3);
    const checked = { on: inDays(0), checked: '查阅台账' };
    expect(await step(id, 'carryOut', checked)).toBe('inspection-before-day');
  });

  test('U-1 nobody inspects the own unit, and the unit verifies nothing', async () => {
    const id = await programme();
    const { teams } = await view(id);
    const plan = async (more: object) => {
      const input = planInspectionSchema.parse({
        team: teams[1]?.id,
        unit: 'housing',
        way: 'open',
        on: inDays(1),
        task: '查看台账',
        ...more,
      });
      const done = await planInspection(county.deps, id, input, by(supervisor));
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await plan({})).toBe('inspection-team-inside');
    expect(await plan({ unit: 'office', team: teams[0]?.id })).toBe('inspection-team-inside');
    expect(await plan({ unit: 'nowhere', team: teams[0]?.id })).toBe('unit-unknown');
    expect(await plan({ on: inDays(-1), team: teams[0]?.id })).toBe('inspection-day-past');
    expect(await plan({ team: newId() })).toBe('inspection-team-unknown');
    expect(await plan({ numbers: '12345', team: teams[0]?.id })).toBe('inspection-petition');
  });

  test('U-1 a finding is answered by the unit, verified by the team; what is not corrected opens again', async () => {
    const { number, id: petitionId } = await county.register();
    const id = await inspection({ numbers: number });
    expect(await step(id, 'recordFinding', finding())).toBe('inspection-not-in-status');
    await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' });
    expect(await step(id, 'recordFinding', finding({ dueOn: undefined }))).toBe(
      'finding-demand-date',
    );
    expect(await step(id, 'recordFinding', finding({ petitionId: newId() }))).toBe(
      'finding-petition',
    );
    const bytes = Buffer.from('现场照片');
    const picture = { name: '现场.png', mediaType: 'image/png', ext: 'png', bytes } as const;
    const staged = must(await stageUpload(county.deps, picture, 'test'));
    expect(await step(id, 'recordFinding', finding({ petitionId, uploads: [staged.id] }))).toBe(
      'done',
    );
    const [first] = (await see(id, supervisor))?.findings ?? [];
    const findingId = first?.id ?? '';
    expect(first).toMatchObject({ petition: { number }, status: 'open', overdue: false });
    const file = await openInspectionFile(
      county.deps,
      housing,
      id,
      first?.photographs[0]?.id ?? '',
    );
    expect(file?.name).toBe('现场.png');
    const text = '已整改';
    expect(await step(id, 'verifyFinding', { findingId, text }, housing)).toBe('not-permitted');
    expect(await step(id, 'answerFinding', { findingId, text })).toBe('not-permitted');
    expect(await step(id, 'answerFinding', { findingId, text }, housing)).toBe('done');
    expect(await step(id, 'closeInspection')).toBe('inspection-findings-open');
    expect(await step(id, 'reopenFinding', { findingId, text: '没有', dueOn: inDays(5) })).toBe(
      'done',
    );
    county.at.now += 6 * 86_400_000;
    expect((await see(id, housing))?.findings[0]).toMatchObject({ status: 'open', overdue: true });
    expect(await step(id, 'answerFinding', { findingId, text }, housing)).toBe('done');
    expect(await step(id, 'verifyFinding', { findingId, text })).toBe('done');
    expect(await step(id, 'verifyFinding', { findingId, text })).toBe('finding-not-in-status');
    expect(await step(id, 'closeInspection')).toBe('done');
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });

  test('U-1 two people at once: one answer stands, the other is told', async () => {
    const id = await inspection();
    await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' });
    await step(id, 'recordFinding', finding());
    const [first] = (await see(id, supervisor))?.findings ?? [];
    const answer = { findingId: first?.id ?? '', text: '已整改' };
    const both = await Promise.all([
      step(id, 'answerFinding', answer, housing),
      step(id, 'answerFinding', answer, housing),
    ]);
    expect(both.toSorted()).toEqual(['done', 'finding-not-in-status']);
    const stale = await stepInspection(
      county.deps,
      id,
      'verifyFinding',
      answer,
      by(supervisor, { expectedVersion: 1 }),
    );
    expect(stale).toMatchObject({ refusal: { code: 'version-conflict' } });
  });

  test('L-5 an accusation stands in no list of an inspection and in no draw', async () => {
    const accusation = await county.register({ purpose: 'accusation' }, null);
    const id = await programme();
    const { teams } = await view(id);
    const input = planInspectionSchema.parse({
      team: teams[0]?.id,
      unit: 'housing',
      way: 'open',
      on: inDays(1),
      task: '查看台账',
      numbers: accusation.number,
    });
    expect(await planInspection(county.deps, id, input, by(supervisor))).toMatchObject({
      refusal: { code: 'inspection-petition' },
    });
    const named: StaffActor = {
      ...supervisor,
      userId: 'office-named',
      roles: ['supervisor', 'accusation-officer'],
    };
    expect(await planInspection(county.deps, id, input, by(named))).toMatchObject({
      refusal: { code: 'inspection-accusation' },
    });
    await county.register();
    const days = { take: 1, from: inDays(-100), to: inDays(1) };
    expect(await onProgramme(id, 'freezeList', days, named)).toBe('done');
    const stored = await withClient(county.database.ownerUrl, async (client) => {
      const text = `SELECT count(*)::int AS n FROM event WHERE data::text LIKE $1`;
      return (await client.query<{ n: number }>(text, [`%${accusation.id}%`])).rows[0]?.n;
    });
    expect(stored).toBe(0);
  });

  test('G-1 an order goes from draft to seal by two people, is printed and served; the unit sees no draft', async () => {
    const id = await inspection();
    await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' });
    expect(await step(id, 'draftOrder', { text: '请整改' })).toBe('order-nothing');
    await step(id, 'recordFinding', finding());
    expect(await step(id, 'draftOrder', { text: '请整改' })).toBe('done');
    const [paper] = (await see(id, head))?.papers ?? [];
    const paperId = paper?.id ?? '';
    expect((await see(id, housing))?.papers).toEqual([]);
    expect(await openOrder(county.deps, housing, id, paperId, 'pdf')).toBeNull();
    expect(await step(id, 'issuePaper', { paperId })).toBe('not-permitted');
    expect(await step(id, 'checkPaper', { paperId }, head)).toBe('done');
    expect(await step(id, 'signPaper', { paperId }, head)).toBe('done');
    const keeper: StaffActor = { ...staff('office', 'office-keeper'), roles: ['seal-keeper'] };
    expect(await step(id, 'sealPaper', { paperId }, keeper)).toBe('done');
    const place = { petitionId: id, paperId, kind: 'inspection' };
    await renderSealedPaper(county.deps, [inspectionPaperHost], place);
    const system = scopeOf(systemActor('test'));
    const row = await county.database.db.withActor(system, 'read', async (tx) => {
      await inspectionPaperHost.open(tx, id, paperId);
      return findPaper(tx, id, paperId);
    });
    const printed = await openOrder(county.deps, housing, id, paperId, 'pdf');
    expect(
      createHash('sha256')
        .update(printed?.bytes ?? '')
        .digest('hex'),
    ).toBe(row?.pdfSha256);
    const served = { paperId, way: 'hand', servedOn: inDays(0), proof: '办公室签收' };
    expect(await step(id, 'servePaper', served, head)).toBe('done');
    expect((await see(id, housing))?.papers[0]).toMatchObject({ stage: 'served' });
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });

  test('O-1 when a unit ends, its successor stands in its inspections', async () => {
    const id = await inspection();
    await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' });
    await step(id, 'recordFinding', finding());
    await endUnit(county, 'housing', 'transport');
    const units = { from: 'housing', to: 'transport' };
    await succeedInspections(county.deps, units, new AbortController().signal);
    expect(await see(id, supervisor)).toMatchObject({ unit: { id: 'transport' } });
    expect(await see(id, housing)).toBeNull();
    await succeedInspections(county.deps, units, new AbortController().signal);
  });
});

describe('U-1 draws', () => {
  test('U-1 the list is public before its seed can exist; anybody draws the same again, nobody twice', async () => {
    for (let at = 0; at < 6; at += 1) await county.register();
    const id = await programme();
    const days = { take: 3, from: inDays(-100), to: inDays(1) };
    const source = { seedText: '双色球第2026132期开奖号码' };
    expect(await onProgramme(id, 'freezeList', { ...days, ...source })).toBe('draw-seed-source');
    expect(await onProgramme(id, 'freezeList', { ...days, ...source, seedFrom: inDays(0) })).toBe(
      'draw-seed-early',
    );
    expect(await onProgramme(id, 'freezeList', { ...days, take: 90 })).toBe('draw-too-many');
    const wanted = { ...days, ...source, seedFrom: inDays(2) };
    expect(await onProgramme(id, 'freezeList', wanted)).toBe('done');
    const drawId = (await view(id)).draws[0]?.id ?? '';
    const frozen = await openDraw(county.deps, drawId);
    expect(frozen).toMatchObject({ drawn: null, take: 3, source: { kind: 'public' } });
    const text = '03 11 19 21 28 33 + 07';
    expect(await onProgramme(id, 'drawFromList', { drawId, seed: text })).toBe('draw-seed-not-yet');
    county.at.now += 2 * 86_400_000;
    expect(await onProgramme(id, 'drawFromList', { drawId })).toBe('draw-seed-missing');
    expect(await onProgramme(id, 'drawFromList', { drawId, seed: text })).toBe('done');
    expect(await onProgramme(id, 'drawFromList', { drawId, seed: text })).toBe('draw-made');
    const drawn = await openDraw(county.deps, drawId);
    if (drawn === null) throw new Error('not public');
    expect(drawn.entries).toEqual(frozen?.entries);
    expect(redraw(drawn)).toMatchObject({ sameList: true, sameResult: true });
    expect(redraw(drawn, 'something else').sameResult).toBe(false);
    expect(redraw({ ...drawn, entries: drawn.entries.slice(1) })).toMatchObject({
      sameList: false,
    });
    // Nothing public leads to a petition: neither its number nor its id is part of any entry.
    const { draws } = await view(id);
    for (const { id: petitionId, number } of draws[0]?.petitions ?? []) {
      const open = JSON.stringify(drawn);
      expect(open).not.toContain(number);
      expect(open.toLowerCase()).not.toContain(petitionId.slice(-12));
    }
    // What was drawn is left out of the next list, and the list says so.
    expect(await onProgramme(id, 'freezeList', { ...days, take: 1 })).toBe('done');
    const next = (await view(id)).draws[1]?.id ?? '';
    const excluded = (await openDraw(county.deps, next))?.excluded ?? [];
    expect(excluded.map(({ reason }) => reason)).toEqual(Array(3).fill('drawn-before'));
    expect(await onProgramme(id, 'drawFromList', { drawId: next })).toBe('done');
    expect((await openDraw(county.deps, next))?.drawn?.seed).toMatch(/^[0-9a-f]{64}$/);
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });
});
